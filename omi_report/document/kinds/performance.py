"""Results in the national performance framework.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from omi_report.document.kinds.blanks import blanks
from omi_report.document.later import inlines, tree
from omi_report.document.part_kind import PartKind
from omi_report.model import facts
from omi_report.model.base import Text, Words
from omi_report.model.constraints import Filled
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents
from omi_report.model.record import Record, field
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


class Metric(Record):
    """One measure of the performance framework. Figures are given as that framework prints them."""

    name: Words
    actual: Words | None = None
    target: Words | None = None
    national: Words | None = None
    previous: Words | None = field(default=None, about="the same period of the year before")
    predicted: Words | None = None
    difference: Words | None = None
    significance: Words | None = None
    grade: Words | None = None
    note: Words | None = field(default=None, about="in place of figures: Data availability under review")


class Domain(Record):
    """A domain of the performance framework: graded metrics, and others for information."""

    name: Words
    grade: Words
    metrics: tuple[Metric, ...] = ()
    information: tuple[Metric, ...] = ()


class Performance(Record):
    """``performance.yaml``: results in the national performance framework."""

    period: Words
    source: Words
    area_grade: Words
    note: Text | None = None
    domains: Annotated[tuple[Domain, ...], Filled()]


_DIFFERENCES = (("difference", "actual", "predicted"),)
_VALUES = ("actual", "target", "national", "previous", "predicted", "difference")


def _texts(performance: Performance) -> Iterator[facts.WrittenText]:
    if performance.note:
        yield facts.WrittenText(("note",), performance.note, "performance note")


def _metrics(performance: Performance) -> Iterator[tuple[Path, Metric]]:
    for index, domain in enumerate(performance.domains):
        for key, metrics in (("metrics", domain.metrics), ("information", domain.information)):
            for inner, metric in enumerate(metrics):
                yield ("domains", index, key, inner), metric


def _unique_names(performance: Performance) -> Iterator[facts.UniqueName]:
    for path, metric in _metrics(performance):
        yield facts.UniqueName("measure", str(path[1]), (*path, "name"), metric.name)


def _framework_names(performance: Performance) -> Iterator[facts.FrameworkName]:
    what = "performance grade"
    yield facts.FrameworkName(what, ("area_grade",), performance.area_grade, optional=True)
    for index, domain in enumerate(performance.domains):
        yield facts.FrameworkName(what, ("domains", index, "grade"), domain.grade, optional=True)
    for path, metric in _metrics(performance):
        if metric.grade is not None and metric.grade != "n/a":
            yield facts.FrameworkName(what, (*path, "grade"), metric.grade, optional=True)


def _measures(performance: Performance) -> Iterator[facts.Measure]:
    for path, metric in _metrics(performance):
        values = {key: getattr(metric, key) for key in _VALUES}
        yield facts.Measure(path, metric.name, {key: value for key, value in values.items() if value}, _DIFFERENCES)


def _tables(area: Contents) -> list[str]:
    return ["performance"] if area.content(KIND) else []


def _scaffold(framework: Framework) -> str:
    grades = framework.names("performance grade") or ["TODO"]
    return blanks(f"""
        # Results in the national performance framework. Grades: {", ".join(grades)}.
        period: TODO
        source: TODO
        area_grade: {grades[0]}
        domains:
          - name: TODO
            grade: {grades[0]}
            metrics:
              - {{name: TODO, actual: n/a, target: n/a, national: n/a, previous: n/a}}
    """)


def summary(performance: Performance, context: "BuildContext") -> "tuple[tree.Block, ...]":
    """Return the blocks under a criterion: the results by domain, and a reference to the results by metric."""
    label, names = context.label, _grade_names(context)
    rows = [(domain.name, domain.grade, "") for domain in performance.domains]
    rows.append((label("%(Term_area)s %(term_score)s"), performance.area_grade, "total"))
    table = context.table(
        "performance-summary",
        label(
            "Results of %(area)s by domain, %(period)s (%(source)s)",
            area=context.area.identity.area,
            period=performance.period,
            source=performance.source,
        ),
        (tree.TableColumn(label("Domain")), tree.TableColumn(label("Result"))),
        tree.RowGroup(tuple(context.row(name, names.get(grade, grade), role=role) for name, grade, role in rows)),
        role="few figures-0",
        source=performance.source,
    )
    appendix = context.outline.part(KIND.id, appendix=True)
    if appendix is None:
        return (table,)
    reference = context.references.part(appendix).short()
    where = context.sentence("The results for each metric in these domains are in %(appendix)s.", appendix=reference)
    return (table, tree.ParagraphBlock(where))


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    performance = context.area.content(KIND)
    if performance is None:
        yield context.part(placed)
        return
    names = _grade_names(context)
    grade = inlines.EmphasisInline((names.get(performance.area_grade, performance.area_grade),), strong=True)
    result = context.sentence(
        "Period: %(period)s. %(Term_area)s %(term_score)s: %(grade)s.", period=performance.period, grade=grade
    )
    part = context.part(
        placed,
        context.text(performance.note),
        (tree.ParagraphBlock(result), _metrics_table(performance, names, context)),
        tuple(_predicted_tables(performance, names, context)),
    )
    yield replace(part, role="wide")


def _grade_names(context: "BuildContext") -> dict[str, str]:
    """The names of the performance framework's grades by their ids."""
    scale = context.area.framework.scales_by_id.get("performance-grades")
    return {band.id: band.name for band in scale.bands} if scale else {}


def _metrics_table(performance: Performance, names: dict[str, str], context: "BuildContext") -> "tree.TableBlock":
    label = context.label
    return context.table(
        "performance",
        label(
            "%(source)s: %(area)s, %(period)s",
            source=performance.source,
            area=context.area.identity.area,
            period=performance.period,
        ),
        (
            *(tree.TableColumn(each) for each in (label("Metric"), label("Grade"))),
            *(
                tree.TableColumn(each, figures=True)
                for each in (label("Actual"), label("Target"), label("National"), label("A year before"))
            ),
        ),
        *(group for domain in performance.domains for group in _groups(domain, names, context)),
        role="many figures-4",
        source=performance.source,
    )


def _groups(domain: Domain, names: dict[str, str], context: "BuildContext") -> "Iterator[tree.RowGroup]":
    """The graded metrics of a domain, and those for information that have no prediction."""
    values = {"domain": domain.name, "grade": names.get(domain.grade, domain.grade)}
    measured = [metric for metric in domain.information if metric.predicted is None]
    if domain.metrics or not domain.information:
        rows = tuple(_metric_row(metric, names, context) for metric in domain.metrics)
        yield tree.RowGroup(rows, context.label("%(domain)s: %(grade)s", **values))
    if measured:
        rows = tuple(_metric_row(metric, names, context) for metric in measured)
        yield tree.RowGroup(rows, context.label("%(domain)s: %(grade)s, for information", **values))


def _metric_row(metric: Metric, names: dict[str, str], context: "BuildContext") -> "tree.TableRow":
    if metric.note:
        return tree.TableRow((metric.name,), (tree.TableCell((metric.note,), 5, "note"),))
    grade = names.get(metric.grade or "", metric.grade or "")
    return context.row(metric.name, grade, metric.actual, metric.target, metric.national, metric.previous)


def _predicted_tables(
    performance: Performance, names: dict[str, str], context: "BuildContext"
) -> "Iterator[tree.TableBlock]":
    """A table for each domain that has metrics with a prediction instead of a target."""
    label = context.label
    headings = (label("Metric"), label("Grade"), label("Actual"), label("Predicted"), label("Difference"))
    columns = tuple(tree.TableColumn(heading, figures=place > 1) for place, heading in enumerate(headings))
    tables = ((domain, _predicted_rows(domain, names)) for domain in performance.domains)
    for number, (domain, rows) in enumerate(((domain, rows) for domain, rows in tables if rows), start=1):
        yield tree.TableBlock(
            (*columns, tree.TableColumn(label("Significance"))),
            (tree.RowGroup(rows),),
            id=f"table-predicted-{number}",
            caption=(label("%(domain)s: held against a prediction", domain=domain.name),),
            source=performance.source,
            role="many figures-3",
        )


def _predicted_rows(domain: Domain, names: dict[str, str]) -> "tuple[tree.TableRow, ...]":
    return tuple(
        tree.TableRow(
            (metric.name,),
            tuple(
                _cell(value or "")
                for value in (
                    names.get(metric.grade or "", metric.grade or ""),
                    metric.actual,
                    metric.predicted,
                    metric.difference,
                    metric.significance,
                )
            ),
        )
        for metric in domain.information
        if metric.predicted is not None
    )


def _cell(text: str) -> "tree.TableCell":
    return tree.TableCell((text,) if text else ())


KIND = PartKind(
    id="performance",
    order=130,
    file="performance.yaml",
    model=Performance,
    texts=_texts,
    unique_names=_unique_names,
    framework_names=_framework_names,
    measures=_measures,
    is_tabular=True,
    tables=_tables,
    scaffold=_scaffold,
    build=_build,
)

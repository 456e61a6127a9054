"""Results in the national performance framework.

Annotations are not put off (``from __future__``): pydantic would have to evaluate each of them on its own.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from omi_report.document.kinds.blanks import blanks
from omi_report.document.part_kind import PartKind
from omi_report.model import facts
from omi_report.model.base import Strict, Text, Words
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents
from omi_report.source.tree import Path


class Metric(Strict):
    """One measure of the performance framework. Figures are given as that framework prints them."""

    name: Words
    actual: Words | None = None
    target: Words | None = None
    national: Words | None = None
    previous: Words | None = Field(None, description="the same period of the year before")
    predicted: Words | None = None
    difference: Words | None = None
    significance: Words | None = None
    grade: Words | None = None
    note: Words | None = Field(None, description="in place of figures: Data availability under review")


class Domain(Strict):
    """A domain of the performance framework: graded metrics, and others for information."""

    name: Words
    grade: Words
    metrics: tuple[Metric, ...] = ()
    information: tuple[Metric, ...] = ()


class Performance(Strict):
    """``performance.yaml``: results in the national performance framework."""

    period: Words
    source: Words
    area_grade: Words
    note: Text | None = None
    domains: Annotated[tuple[Domain, ...], Field(min_length=1)]


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
        yield facts.Measure(path, metric.name, {key: value for key, value in values.items() if value})


def _tables(area: Contents) -> list[str]:
    return ["performance"] if area.content(KIND) else []


def _scaffold(framework: Framework) -> str:
    grades = [grade.id for grade in framework.performance_grades] or ["TODO"]
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


KIND = PartKind(
    id="performance",
    file="performance.yaml",
    model=Performance,
    texts=_texts,
    unique_names=_unique_names,
    framework_names=_framework_names,
    measures=_measures,
    is_tabular=True,
    tables=_tables,
    scaffold=_scaffold,
)

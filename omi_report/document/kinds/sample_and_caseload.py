"""The sample beside its caseload, and how it was drawn and judged; an area without a sample has no such part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from omi_report.document.kinds.sample_method import method
from omi_report.document.later import tree
from omi_report.document.part_kind import PartKind
from omi_report.model.attributes import name_of_attribute
from omi_report.model.facts import PartFault
from omi_report.quantity import percent_text
from omi_report.sampling.likeness import as_unlike

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.framework import Framework, FrameworkPart
    from omi_report.model.kinds import Contents
    from omi_report.model.outline import PlacedPart
    from omi_report.model.sample import Sample

_TABLE = "sample/caseload"
"""The name by which texts refer to the table; none of an area's own has a stroke in it."""

_FIGURES = 4
"""How many columns of figures the table has."""


def _is_drawn(area: Contents) -> bool:
    return area.evidence.sample is not None and area.framework.sampling is not None


def _tables(area: Contents) -> list[str]:
    return [_TABLE] if _is_drawn(area) else []


def _counted(area: Contents) -> list[str]:
    """The attributes whose values the table may count."""
    sample = area.evidence.sample
    return (
        [] if sample is None else [name for name in sample.drawn.caseload.counts if name in area.framework.attributes]
    )


def _faults(part: FrameworkPart, framework: Framework) -> Iterator[PartFault]:
    if framework.sampling is None:
        message = f"nothing says how a sample is drawn, so that the part «{part.name}» would always be empty"
        yield PartFault(("kind",), message, "give the framework «sampling», or remove the part")


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    sample, sampling = context.area.evidence.sample, context.area.framework.sampling
    if sample is None or sampling is None:
        return
    shown = _shown(placed, sample, context)
    words = (tree.ParagraphBlock((each,)) for each in method(sample, sampling, shown, context))
    yield context.part(placed, tuple(words), (_table(sample, sampling.strata, shown, context),))


def _shown(placed: PlacedPart, sample: Sample, context: BuildContext) -> list[str]:
    """The attributes that are shown: those of which the policy on small counts hides no value."""
    smallest = context.area.framework.disclosure.smallest
    hidden = {name for name, _value, _series in context.hidden.charts}
    found = []
    for attribute in _counted(context.area):
        counts = (*_in_sample(sample, attribute).values(), *sample.drawn.caseload.counts[attribute].values())
        if f"{placed.part.name}/{attribute}" not in hidden and not any(0 < count < smallest for count in counts):
            found.append(attribute)
    return found


def _in_sample(sample: Sample, attribute: str) -> Counter[str]:
    return Counter(case.values.get(attribute, "") for case in sample.inspected)


def _table(sample: Sample, strata: str, shown: Sequence[str], context: BuildContext) -> tree.TableBlock:
    label = context.label
    columns = [tree.TableColumn(label("Attribute"))]
    for heading in (label("Sample"), label("Per cent"), label("Caseload"), label("Per cent")):
        columns.append(tree.TableColumn(heading, figures=True))
    groups = [_group(sample, attribute, strata, context) for attribute in shown]
    total = _figures(len(sample.inspected), len(sample.inspected), sample.drawn.caseload.cases, context)
    whole = tree.RowGroup((tree.TableRow((label("All %(terms_case)s"),), total, "total"),))
    chance = label(
        "By chance: of 100 samples of this size that chance alone draws from the caseload, so many would differ from "
        "it as much as this one, or more."
    )
    by_design = label("How many %(terms_case)s of each type the sample has is set, and differs by design.")
    stands_out = label("Kinds of %(term_case)s of which there are to be so many at least may stand out by design too.")
    told = [chance, *([by_design] if strata in shown else []), *([stands_out] if sample.drawn.needs else [])]
    notes = " ".join(told)
    blocks = (tree.ParagraphBlock((notes,)),) if groups else ()
    caption = label("The sample and the caseload")
    return context.table(_TABLE, caption, tuple(columns), *groups, whole, role="sample", notes=blocks)


def _group(sample: Sample, attribute: str, strata: str, context: BuildContext) -> tree.RowGroup:
    attributes, capital = context.area.framework.attributes, context.language.capital
    drawn, there = _in_sample(sample, attribute), sample.drawn.caseload.counts[attribute]
    rows = [
        tree.TableRow((capital(value.name),), _figures(drawn[value.id], drawn.total(), there.get(value.id, 0), context))
        for value in attributes[attribute].values
    ]
    if attribute != strata:
        values = attributes[attribute].ids
        share = as_unlike([drawn[each] for each in values], [there.get(each, 0) for each in values])
        cell = tree.TableCell((_chance(share, context),), _FIGURES, "note")
        rows.append(tree.TableRow((context.label("By chance"),), (cell,)))
    return tree.RowGroup(tuple(rows), capital(name_of_attribute(attribute, attributes)))


def _figures(drawn: int, sample: int, there: int, context: BuildContext) -> tuple[tree.TableCell, ...]:
    evidence = context.area.evidence.sample
    assert evidence is not None
    figures = context.language.figures
    cells = []
    for count, base in ((drawn, sample), (there, evidence.drawn.caseload.cases)):
        known = base >= context.area.framework.minimum_base
        percent = context.language.percent(percent_text(Fraction(100 * count, base), 0)) if known else "–"
        cells += [tree.TableCell((figures(count),)), tree.TableCell((percent,))]
    return tuple(cells)


def _chance(share: Fraction, context: BuildContext) -> str:
    """So many of 100 samples; that all are, or that none is, is never said of a few."""
    if share < Fraction(1, 100):
        return context.label("fewer than 1 of 100")
    return context.label("%(number)s of 100", number=percent_text(100 * share, 0))


KIND: PartKind[Any] = PartKind(
    id="sample-and-caseload",
    order=77,
    part_faults=_faults,
    stands_in=_is_drawn,
    counted_attributes=_counted,
    tables=_tables,
    build=_build,
)

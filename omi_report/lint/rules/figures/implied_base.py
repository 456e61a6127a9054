"""OMI217: the shares of a table do not come from one base, or not from the one that it states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from omi_report.inspection import Inspection
from omi_report.language.english import in_figures
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import decimal_places, place_at
from omi_report.lint.rules.figures.odd_share import ANY, Bases, bases_of, common, odd_portion
from omi_report.model.facts import Breakdown, Portion
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import percent_text

RULE = Rule(
    "OMI217",
    "implied-base",
    Severity.WARNING,
    "The cases and percentages of rows that divide one total imply bases that differ from one another, or from that "
    "total.",
    "Readers take shares in one table to be of one whole.",
    bad="""\
total: {name: All cases, cases: 5000}
parts: separate
rows: [{name: Level 1, cases: 500, share: 12}, {name: Level 2, cases: 900, share: 18}]
""",
    good="""\
total: {name: All cases, cases: 5000}
parts: separate
rows: [{name: Level 1, cases: 500, share: 10}, {name: Level 2, cases: 900, share: 18}]
""",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Work out between which bases each share can lie, and whether one base serves for all."""
    for file, breakdown in inspection.area.ask(lambda kind: kind.breakdowns):
        if any(each.cases is not None for each in breakdown.portions):
            yield from _of_breakdown(inspection, file, breakdown)


def _of_breakdown(inspection: Inspection, file: str, breakdown: Breakdown) -> Iterator[Problem]:
    odd = odd_portion(breakdown)
    if odd is not None:
        others = common(each for each in breakdown.portions if each is not odd)
        yield _of_other_base(inspection, file, odd, "the other rows", others)
        return
    bases = ANY
    for portion in breakdown.portions:
        if portion.cases is None:
            continue
        both = bases.with_other(bases_of(portion.percent, portion.cases))
        if both.is_empty:
            yield _of_other_base(inspection, file, portion, "the rows before it", bases)
            return
        bases = both
    total = breakdown.whole
    if total is not None and bases.with_other(Bases(Fraction(total), Fraction(total))).is_empty:
        place = inspection.area.at(file, breakdown.path, key=True)
        message = f"the shares of {breakdown.title} are of {_about(bases)} cases, not of {breakdown.of} of {total:,}"
        hint = "correct them, or say in the note what they are shares of"
        yield RULE.at(place, message, hint, length=len(str(breakdown.path[-1])))


def _of_other_base(inspection: Inspection, file: str, portion: Portion, others: str, bases: Bases) -> Problem:
    assert portion.cases is not None
    said = f"{portion.cases:,} cases are {_share_of(portion.cases, bases, portion.percent)}% of {_about(bases)}"
    message = f"{said}, of which {others} are shares, and not {portion.percent}%"
    place, length = place_at(inspection, file, portion.path)
    return RULE.at(place, message, "correct the share or the number of cases", length=length)


def _share_of(cases: int, bases: Bases, other: Decimal) -> str:
    """The share that a number of cases is of bases, with so many places that it differs from another share."""
    share = 200 * cases / (bases.low + (bases.low if bases.high is None else bases.high))
    written = (percent_text(share, places) for places in range(decimal_places(other), 6))
    return next((each for each in written if each != str(other)), str(other))


def _about(bases: Bases) -> str:
    low, high = bases
    if high is None:
        return f"at least {in_figures(-(-low.numerator // low.denominator))}"
    first, last = -(-low.numerator // low.denominator), high.numerator // high.denominator
    return f"{in_figures(first)} to {in_figures(last)}" if first < last else f"about {in_figures(first)}"

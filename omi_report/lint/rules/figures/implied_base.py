"""OMI217: the shares of a table do not come from one base, or not from the one that it states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from omi_report.inspection import Inspection
from omi_report.language.english import in_figures
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import decimal_places, place_at
from omi_report.model.facts import Breakdown
from omi_report.problems import Problem, Rule, Severity

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
    low, high = Fraction(), None
    for portion in breakdown.portions:
        if portion.cases is None:
            continue
        least, most = _bases(portion.percent, portion.cases)
        if least > (high if high is not None else least) or (most is not None and most < low):
            message = f"{portion.percent}% of {_about(least, most)} is {portion.cases:,} cases; "
            message += f"the rows before it are shares of {_about(low, high)}"
            place, length = place_at(inspection, file, portion.path)
            yield RULE.at(place, message, "correct the share or the number of cases", length=length)
            return
        low = max(low, least)
        high = most if high is None else min(high, most) if most is not None else high
    total = breakdown.whole
    if total is None:
        return
    if total < low or (high is not None and total > high):
        place = inspection.area.at(file, breakdown.path, key=True)
        message = (
            f"the shares of {breakdown.title} are of {_about(low, high)} cases, not of {breakdown.of} of {total:,}"
        )
        hint = "correct them, or say in the note what they are shares of"
        yield RULE.at(place, message, hint, length=len(str(breakdown.path[-1])))


def _bases(percent: Decimal, cases: int) -> tuple[Fraction, Fraction | None]:
    """The least and the most that a base can be of which the cases are the share, rounded half up."""
    half = Fraction(1, 2 * 10 ** decimal_places(percent))
    low, high = Fraction(percent) - half, Fraction(percent) + half
    return 100 * cases / high, 100 * cases / low if low > 0 else None


def _about(low: Fraction, high: Fraction | None) -> str:
    if high is None:
        return f"at least {in_figures(-(-low.numerator // low.denominator))}"
    first, last = -(-low.numerator // low.denominator), high.numerator // high.denominator
    return f"{in_figures(first)} to {in_figures(last)}" if first < last else f"about {in_figures(first)}"

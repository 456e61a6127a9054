"""OMI217: the shares of a table do not come from one base, or not from the one that it states."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omi_report.language.english import in_figures
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import decimal_places, place_at
from omi_report.lint.subject import Subject
from omi_report.model.files import MappaLevel
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.tree import Path

RULE = Rule(
    "OMI217",
    "implied-base",
    Severity.WARNING,
    "The cases and percentages of the MAPPA levels in context.yaml imply bases that differ from one another, or from "
    "the caseload that stands above them.",
    "Readers take shares in one table to be of one whole.",
    bad="""\
caseload:
  total: 5000
  mappa: [{level: 1, cases: 500, percent: 12}, {level: 2, cases: 900, percent: 18}]
""",
    good="""\
caseload:
  total: 5000
  mappa: [{level: 1, cases: 500, percent: 10}, {level: 2, cases: 900, percent: 18}]
""",
)

_PATH: Path = ("caseload", "mappa")
_FILE = "context.yaml"


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Work out between which bases each level's share can lie, and whether one base serves for all."""
    context = subject.area.context
    if context is None or context.caseload is None or not context.caseload.mappa:
        return
    low, high = Fraction(), None
    for index, level in enumerate(context.caseload.mappa):
        least, most = _bases(level)
        if least > (high if high is not None else least) or (most is not None and most < low):
            message = f"{level.percent}% of {_about(least, most)} is {level.cases:,} cases; the levels before it are "
            message += f"shares of {_about(low, high)}"
            place, length = place_at(subject, _FILE, (*_PATH, index, "percent"))
            yield RULE.at(place, message, "correct the share or the number of cases", length=length)
            return
        low = max(low, least)
        high = most if high is None else min(high, most) if most is not None else high
    total = context.caseload.total
    if total < low or (high is not None and total > high):
        place = subject.area.at(_FILE, _PATH, key=True)
        message = f"the shares of the MAPPA levels are of {_about(low, high)} cases, not of the caseload of {total:,}"
        yield RULE.at(place, message, "correct them, or say in the note what they are shares of", length=len("mappa"))


def _bases(level: MappaLevel) -> tuple[Fraction, Fraction | None]:
    """The least and the most that a base can be of which the cases are the share, rounded half up."""
    half = Fraction(1, 2 * 10 ** decimal_places(level.percent))
    low, high = Fraction(level.percent) - half, Fraction(level.percent) + half
    return 100 * level.cases / high, 100 * level.cases / low if low > 0 else None


def _about(low: Fraction, high: Fraction | None) -> str:
    if high is None:
        return f"at least {in_figures(-(-low.numerator // low.denominator))}"
    first, last = -(-low.numerator // low.denominator), high.numerator // high.denominator
    return f"{in_figures(first)} to {in_figures(last)}" if first < last else f"about {in_figures(first)}"

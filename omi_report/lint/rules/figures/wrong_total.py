"""OMI218: parts of the caseload or the sample come to more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.figures.entries import decimal_places, is_over_the_whole, place_at
from omi_report.lint.subject import Subject
from omi_report.lint.text import masked
from omi_report.model.files import Caseload
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import percent_text

RULE = Rule(
    "OMI218",
    "wrong-total",
    Severity.WARNING,
    "The shares of a table in context.yaml add up to more than 100 per cent, its cases to more than the caseload, or "
    "a text puts the sample at another number of cases than area.yaml.",
    "A table whose parts exceed its whole is wrong for everybody to see.",
    bad="""\
gender: [{group: Male, percent: 87}, {group: Female, percent: 23}]
""",
    good="""\
gender: [{group: Male, percent: 87}, {group: Female, percent: 13}]
""",
)

_FILE = "context.yaml"
_SAMPLE = lazy_regex(r"\b(?:our|the)\s+sample\s+of\s+(?P<number>\d[\d,]*)\s+(?:\w+\s+)?cases\b", re.IGNORECASE)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Add up what the tables of the context and the texts say."""
    if subject.area.context and subject.area.context.caseload:
        caseload = subject.area.context.caseload
        for name in ("ethnicity", "gender", "mappa"):
            yield from _shares(subject, caseload, name)
        yield from _cases(subject, caseload)
    yield from _sample(subject)


def _shares(subject: Subject, caseload: Caseload, name: str) -> Iterator[Problem]:
    """Shares past 100. Less than 100 is no fault: what is not known is often left out."""
    percents = [each.percent for each in getattr(caseload, name)]
    shares = [(Fraction(percent), decimal_places(percent)) for percent in percents]
    if len(shares) > 1 and is_over_the_whole(shares):
        total = percent_text(sum((share for share, _ in shares), Fraction()), max(places for _, places in shares))
        place = subject.area.at(_FILE, ("caseload", name), key=True)
        message = f"the shares of {name} come to {total}%"
        yield RULE.at(place, message, "correct one of the shares", length=len(name))


def _cases(subject: Subject, caseload: Caseload) -> Iterator[Problem]:
    cases = sum(level.cases for level in caseload.mappa)
    if cases > caseload.total:
        place = subject.area.at(_FILE, ("caseload", "mappa"), key=True)
        message = f"the MAPPA levels hold {cases:,} cases, more than the caseload of {caseload.total:,}"
        yield RULE.at(place, message, "correct the levels or the total", length=len("mappa"))
    if caseload.ppo_cases is not None and caseload.ppo_cases > caseload.total:
        place, length = place_at(subject, _FILE, ("caseload", "ppo_cases"))
        message = f"{caseload.ppo_cases:,} PPO cases are more than the caseload of {caseload.total:,}"
        yield RULE.at(place, message, "correct the number or the total", length=length)


def _sample(subject: Subject) -> Iterator[Problem]:
    total = sum(subject.area.identity.sample.values())
    if not total:
        return
    for prose, _parsed in subject.texts:
        for match in _SAMPLE.finditer(masked(prose.text)) if "sample" in prose.text else ():
            if int(match["number"].replace(",", "")) != total:
                place = subject.at(prose, match.start("number"))
                message = f"the sample in area.yaml is of {total:,} cases, not {match['number']}"
                yield RULE.at(place, message, f"write {total:,}, or correct area.yaml", length=len(match["number"]))

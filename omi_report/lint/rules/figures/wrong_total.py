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
from omi_report.model.facts import Breakdown
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

_SAMPLE = lazy_regex(r"\b(?:our|the)\s+sample\s+of\s+(?P<number>\d[\d,]*)\s+(?:\w+\s+)?cases\b", re.IGNORECASE)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Add up what the tables and the texts say."""
    for file, breakdown in subject.area.ask(lambda kind: kind.breakdowns):
        yield from _shares(subject, file, breakdown)
        yield from _cases(subject, file, breakdown)
    for file, part in subject.area.ask(lambda kind: kind.parts_of_wholes):
        if part.cases > part.whole:
            place, length = place_at(subject, file, part.path)
            message = f"{part.cases:,} {part.what} are more than the caseload of {part.whole:,}"
            yield RULE.at(place, message, "correct the number or the total", length=length)
    yield from _sample(subject)


def _shares(subject: Subject, file: str, breakdown: Breakdown) -> Iterator[Problem]:
    """Shares past 100. Less than 100 is no fault: what is not known is often left out."""
    percents = [each.percent for each in breakdown.portions]
    shares = [(Fraction(percent), decimal_places(percent)) for percent in percents]
    if len(shares) > 1 and is_over_the_whole(shares):
        total = percent_text(sum((share for share, _ in shares), Fraction()), max(places for _, places in shares))
        name = str(breakdown.path[-1])
        place = subject.area.at(file, breakdown.path, key=True)
        yield RULE.at(place, f"the shares of {name} come to {total}%", "correct one of the shares", length=len(name))


def _cases(subject: Subject, file: str, breakdown: Breakdown) -> Iterator[Problem]:
    cases = sum(each.cases or 0 for each in breakdown.portions)
    if cases > breakdown.whole:
        name = str(breakdown.path[-1])
        place = subject.area.at(file, breakdown.path, key=True)
        message = f"{breakdown.title} hold {cases:,} cases, more than the caseload of {breakdown.whole:,}"
        yield RULE.at(place, message, "correct them or the total", length=len(name))


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

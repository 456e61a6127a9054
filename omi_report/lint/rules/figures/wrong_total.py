"""OMI218: parts of the caseload or the sample come to more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.figures.entries import decimal_places, is_over_the_whole, place_at
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


@all_texts()
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Add up what the tables and the texts say."""
    inspection = texts.inspection
    for file, breakdown in inspection.area.ask(lambda kind: kind.breakdowns):
        yield from _shares(inspection, file, breakdown)
        yield from _cases(inspection, file, breakdown)
    for file, part in inspection.area.ask(lambda kind: kind.parts_of_wholes):
        if part.cases > part.whole:
            place, length = place_at(inspection, file, part.path)
            message = f"{part.cases:,} {part.title} are more than {part.of} of {part.whole:,}"
            yield RULE.at(place, message, "correct the number or the total", length=length)
    yield from _sample(texts)


def _shares(inspection: Inspection, file: str, breakdown: Breakdown) -> Iterator[Problem]:
    """Shares past 100. Less than 100 is no fault: what is not known is often left out."""
    percents = [each.percent for each in breakdown.portions]
    shares = [(Fraction(percent), decimal_places(percent)) for percent in percents]
    if len(shares) > 1 and is_over_the_whole(shares):
        total = percent_text(sum((share for share, _ in shares), Fraction()), max(places for _, places in shares))
        name = str(breakdown.path[-1])
        place = inspection.area.at(file, breakdown.path, key=True)
        yield RULE.at(place, f"the shares of {name} come to {total}%", "correct one of the shares", length=len(name))


def _cases(inspection: Inspection, file: str, breakdown: Breakdown) -> Iterator[Problem]:
    cases = sum(each.cases or 0 for each in breakdown.portions)
    if cases > breakdown.whole:
        name = str(breakdown.path[-1])
        place = inspection.area.at(file, breakdown.path, key=True)
        message = f"the {breakdown.title} hold {cases:,} cases, more than {breakdown.of} of {breakdown.whole:,}"
        yield RULE.at(place, message, "correct them or the total", length=len(name))


def _sample(texts: CheckedTexts) -> Iterator[Problem]:
    total = sum(texts.inspection.area.identity.sample.values())
    if not total:
        return
    for text in texts:
        for match in _sample_of().finditer(text.words) if "ample" in text.text else ():
            if int(match["number"].replace(",", "")) != total:
                message = f"the sample in area.yaml is of {total:,} cases, not {match['number']}"
                hint = f"write {total:,}, or correct area.yaml"
                yield text.problem(RULE, *match.span("number"), message, hint)


@cache
def _sample_of() -> re.Pattern[str]:
    return re.compile(r"\b(?:our|the)\s+sample\s+of\s+(?P<number>\d[\d,]*)\s+(?:\w+\s+)?cases\b", re.IGNORECASE)

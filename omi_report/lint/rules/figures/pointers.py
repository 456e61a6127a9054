"""Sentences that point back to a number: «these 15 days», of the 10 days in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.rules.figures.reckoning import COUNT, house, read
from omi_report.problems import Problem, Rule

_UNITS = frozenset("days weeks months hours minutes".split())


def wrong_pointers(text: CheckedText, rule: Rule) -> Iterator[Problem]:
    """Find the spans of time that a sentence points back to, and that the one before it gives another number."""
    if _UNITS.isdisjoint(text.view.vocabulary) or not _pointing().search(text.view.own_in_small):
        return
    reckoning = read(text)
    if reckoning is None:
        return
    before = None
    for sentence in text.view.sentences:
        match = _pointer().search(reckoning.words, sentence.start, sentence.end)
        if match and before:
            given = list(_span(match["unit"].lower()).finditer(reckoning.words, before.start, before.end))
            first = reckoning.number(given[0], "number") if len(given) == 1 else None
            number = reckoning.number(match, "number")
            if first and first.count != number.count and not any(each.base for each in (first, number)):
                unit = match["unit"]
                message = f"it points back to {house(first.count)} {unit}, and says {reckoning.written(number)} {unit}"
                yield reckoning.problem(rule, number, message, f"write {house(first.count)}, or correct the other")
        before = sentence


@cache
def _pointing() -> re.Pattern[str]:
    """A quick look before the slow one."""
    return re.compile(r"\b(?:these|those|its|this)\s")


@cache
def _pointer() -> re.Pattern[str]:
    units = "|".join(sorted(_UNITS))
    return re.compile(
        rf"\b(?:these|those|within\s+its|in\s+its|this\s+period\s+of)\s+(?P<number>{COUNT})(?:\s+working)?\s+(?P<unit>{units})\b",
        re.IGNORECASE,
    )


@cache
def _span(unit: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<number>{COUNT})(?:\s+working)?\s+{unit}\b", re.IGNORECASE)

"""OMI233: a total in a sentence is not the sum of the numbers beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import COUNT, WORD, Number, Reckoning, house, read
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI233",
    "wrong-sum",
    Severity.WARNING,
    "A sentence says what several numbers come to (in all, a total of, altogether), and they come to something else.",
    "The reader adds them up.",
    bad="The team had 12 full-time and seven part-time staff, a total of 18.",
    good="The team had 12 full-time and seven part-time staff, a total of 19.",
)

_LEAST = 2  # numbers of which there can be a sum
_GAP = rf"(?:\s+(?!(?:and|plus)\s+(?:{WORD}\s+){{0,3}}{COUNT}){WORD}){{0,6}}"
"""A few words between two numbers; «and» before the last number joins it to the others."""


@each_text(language="en", standard=False, words=frozenset(("all", "total", "totalling", "altogether", "together")))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each sentence that names a total together with its parts."""
    reckoning = read(text)
    if reckoning is None:
        return
    for sentence in text.view.sentences:
        total = _after_parts().search(reckoning.words, sentence.start, sentence.end)
        if total:
            before = reckoning.among(total.start("parts"), total.end("parts"))
            yield from _compare(reckoning, reckoning.number(total, "a", "b"), before)
            continue
        total = _before_parts().search(reckoning.words, sentence.start, sentence.end)
        if total:
            parts = reckoning.among(total.start("parts"), total.end("parts"))
            yield from _compare(reckoning, reckoning.number(total, "a", "b"), parts)


def _compare(reckoning: Reckoning, total: Number, parts: list[Number]) -> Iterator[Problem]:
    """Compare a total with the sum of all parts, and of the last few: an earlier number may be of something else."""
    if len(parts) < _LEAST or any(each.base is not None for each in (total, *parts)):
        return
    sums = list(accumulate(each.count for each in reversed(parts)))
    if total.count not in sums[1:] and total.count > max(each.count for each in parts):
        listed = f"{', '.join(house(each.count) for each in parts[:-1])} and {house(parts[-1].count)}"
        message = f"{listed} come to {house(sums[-1])}, not {house(total.count)}"
        yield reckoning.problem(RULE, total, message, f"write {house(sums[-1])}, or correct one of the parts")
    elif total.count <= max(each.count for each in parts):
        message = f"a total of {house(total.count)} is no more than one of its parts, {house(parts[0].count)}"
        hint = f"they come to {house(sums[-1])}: correct the total or one of the parts"
        yield reckoning.problem(RULE, total, message, hint)


@cache
def _after_parts() -> re.Pattern[str]:
    joined = rf"{COUNT}{_GAP}(?:(?:\s*,|,?\s+and|\s+plus){_GAP}\s+{COUNT}{_GAP})+"
    return re.compile(
        rf"(?P<parts>{joined}?)\s*[,;(–-]\s*(?:(?:which\s+(?:is|makes|made)|making|giving|or|and\s+so)\s+)?"
        rf"(?:(?:(?:a|the|in)\s+total\s+(?:of\s+)?|totalling\s+)(?P<a>{COUNT})|"
        rf"(?P<b>{COUNT})(?:\s+[\w'’-]+){{0,3}}\s+(?:in\s+all|in\s+total|altogether|together)\b)",
        re.IGNORECASE,
    )


@cache
def _before_parts() -> re.Pattern[str]:
    joined = rf"[^.;:()]{{0,60}}?{COUNT}{_GAP}(?:(?:,|,?\s+and|\s+plus){_GAP}\s+{COUNT}{_GAP})+"
    return re.compile(
        rf"(?:\b(?:in\s+(?:total|all)|altogether),?\s+(?:there\s+were\s+)?(?P<a>{COUNT})[^.;:(]{{1,60}}|"
        rf"(?P<b>{COUNT})(?:\s+[\w'’-]+){{0,4}}\s+(?:in\s+all|in\s+total|altogether)\s*)[:(](?P<parts>{joined})",
        re.IGNORECASE,
    )

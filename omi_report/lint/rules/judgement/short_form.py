"""OMI419: the short form of a recommendation says something else than its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from omi_report.language.english import in_house_style
from omi_report.lint.checked_text import CheckedText, CheckedTexts, one_line
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.figures.literals import NUMERAL, number_of
from omi_report.lint.rules.house_style.words import are_changed_over
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI419",
    "short-form-of-another",
    Severity.WARNING,
    "The short form of a recommendation fits the text of another better than its own, and the other way "
    "round; or it gives another time than the text does.",
    "The short form heads the card and stands in the glance. Whoever acts on it does not do what was asked for.",
    bad="- text: Plans should be made within 15 days.\n  in_short: Make plans within 10 days",
    good="- text: Plans should be made within 15 days.\n  in_short: Make plans within 15 days",
)


class _Recommendation(NamedTuple):
    short: CheckedText
    text: CheckedText


@all_texts(language="en", standard=False, where=lambda prose: prose.path[0] == "recommendations")
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Hold each short form against the texts of all recommendations, and the times in it against its own text."""
    found = [_Recommendation(short, text) for short, text in texts.pairs("in_short", "text")]
    for one, other in combinations(found, 2):
        if are_changed_over((one.short.text, one.text.text), (other.short.text, other.text.text)):
            for each, home in ((one, other), (other, one)):
                line = home.short.at(0).line
                message = f"this short form fits the text of another recommendation, in line {line}, and not its own"
                yield each.short.problem(
                    RULE, 0, len(each.short.text.rstrip()), message, "change the two short forms over"
                )
    for each in found:
        yield from _times(each)


def _times(each: _Recommendation) -> Iterator[Problem]:
    """Times in a short form whose text has others of the same unit, and not these."""
    told: dict[str, list[int]] = {}
    for match in _time().finditer(each.text.words):
        told.setdefault(match["unit"].lower(), []).append(number_of(match["number"]))
    for match in _time().finditer(each.short.words):
        unit, number = match["unit"].lower(), number_of(match["number"])
        if unit in told and number not in told[unit]:
            right = " and ".join(f"{in_house_style(one)} {unit}s" for one in told[unit])
            message = f"«{one_line(match.group())}» here, and the text of the recommendation says {right}"
            yield each.short.problem(RULE, *match.span(), message, f"write {right}, or correct the text")


@cache
def _time() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<number>{NUMERAL})\s+(?:working\s+)?(?P<unit>day|week|month|year)s?\b", re.IGNORECASE
    )

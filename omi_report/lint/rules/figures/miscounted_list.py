"""OMI238: a sentence says how many things follow, and lists another number of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import COUNT, WORD, Reckoning, house, read
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI238",
    "miscounted-list",
    Severity.WARNING,
    "A sentence announces a number of things, as in «three offices:», and names more or fewer.",
    "Readers look for the one that is missing.",
    bad="Practice differed between the three offices: Poole and Weymouth.",
    good="Practice differed between the two offices: Poole and Weymouth.",
)

_LONGEST = 7  # words of an item; a longer one is a clause, with lists of its own
_MOST = 12


@each_text(language="en", standard=False, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Count the items after a number and a colon, in brackets, or after a comma up to the end of the sentence."""
    if ":" not in text.text and "(" not in text.text and "here w" not in text.text:
        return
    reckoning = read(text)
    if reckoning is None:
        return
    for pattern in (_colon(), _brackets(), _comma()):
        for match in pattern.finditer(reckoning.words):
            yield from _compare(reckoning, match)


def _compare(reckoning: Reckoning, match: re.Match[str]) -> Iterator[Problem]:
    number, least, most = reckoning.number(match, "number"), *_items(match["list"])
    if number.base is None and 1 < number.count <= _MOST and most > 1 and not least <= number.count <= most:
        named = house(least) if least == most else f"{house(least)} to {house(most)}"
        noun = " ".join(match["noun"].split())
        message = f"{house(number.count)} {noun} are announced, and {named} are named"
        yield reckoning.problem(RULE, number, message, f"write {house(most)}, or name them all")


def _items(listed: str) -> tuple[int, int]:
    """Return how many items a list has at least and at most: an «and» may be inside of an item. Nothing if no list."""
    listed = " ".join(listed.split())
    if not (" and " in listed or ";" in listed) or _no_list().search(listed):
        return 0, 0
    pieces = [piece for piece in re.split(r";|,", listed) if piece.strip()]
    inside = [len(re.split(r"\band\b", piece.strip().removeprefix("and "))) for piece in pieces]
    if any(len(piece.split()) > _LONGEST + 4 for piece in pieces):
        return 0, 0
    # the last comma may stand before «and», or «and» may join the last two
    last = pieces[-1].strip()
    joined = 0 if last.startswith("and ") else 1
    least = len(pieces) + (joined if " and " in last else 0)
    return least, max(least, sum(inside))


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>{COUNT})\s+(?P<noun>(?:{WORD}\s+){{0,2}}?[a-z]+s)\s*:\s+(?P<list>[^:.()\n]+)\.")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>{COUNT})\s+(?P<noun>(?:{WORD}\s+){{0,2}}?[a-z]+s)\s+\((?P<list>(?:the\s|[A-Z])[^:.()]+)\)"
    )


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(
        rf"\b[Tt]here\s+(?:are|were)\s+(?P<number>{COUNT})\s+(?P<noun>(?:{WORD}\s+){{0,2}}?[a-z]+s),\s+"
        r"(?P<list>(?:the\s|[A-Z])[^:.()]+)\."
    )


@cache
def _no_list() -> re.Pattern[str]:
    """Words with which a list is of something else, or not of all; and numbers, which may count it."""
    return re.compile(
        r"[\ue010-\ue013\ufffc]|\b(?:for example|such as|including|among|both|either|neither|because|but|which|who|"
        r"that|with|was|were|had|has|is|are|did|not|all|each|some|most|see)\b",
        re.IGNORECASE,
    )

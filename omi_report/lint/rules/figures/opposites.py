"""Pairs of words for two parts of which nothing is in both, such as «on time» and «late», and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


def opposed(first: str, second: str, pairs: Iterable[tuple[str, str]]) -> bool:
    """Say whether one of some words has one word of a pair and the other has the other, all in small letters."""
    return any(
        (_has(first, one) and _has(second, other)) or (_has(first, other) and _has(second, one)) for one, other in pairs
    )


def _has(words: str, wanted: str) -> bool:
    return wanted[:2] in words and _word(wanted).search(words) is not None  # a quick look before a slow one


@cache
def _word(wanted: str) -> re.Pattern[str]:
    """A word by itself: «full-time» is «full time» as well, and «in-complete» is no «complete»."""
    return re.compile(rf"(?<![\w-]){re.sub('[ -]', '[ -]', wanted)}(?![\w-])")

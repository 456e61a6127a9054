"""Whether other words say the same: a fix may change how a thing is written, and never what is said.

Figures, figures by name and references are what a report says. Which of two that contradict each other is wrong only
the writer knows; so a fix that would change one is offered as a hint, and not made.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from omi_report.language.english import in_words


def says_the_same(before: str, after: str) -> bool:
    """Say whether two stretches of a text have the same numbers, in figures or in words, and the same names."""
    return _said(before) == _said(after)


def _said(text: str) -> Counter[str]:
    named = _named().findall(text)
    return Counter([*named, *map(_number, _numbers().findall(_named().sub(" ", text)))])


def _number(written: str) -> str:
    """A number in figures: 12 for «twelve», 1000 for «1,000»."""
    return _words().get(re.sub(r"\s+", "-", written.lower())) or written.replace(",", "")


@cache
def _words() -> dict[str, str]:
    return {in_words(number): str(number) for number in range(100)}


@cache
def _numbers() -> re.Pattern[str]:
    words = sorted(_words(), key=len, reverse=True)
    spaced = "|".join(word.replace("-", r"[-\s]") for word in words)
    return re.compile(rf"\d+(?:,\d{{3}})*(?:\.\d+)*|\b(?:{spaced})\b", re.IGNORECASE)


@cache
def _named() -> re.Pattern[str]:
    """A figure by its name, or a reference by its role."""
    return re.compile(r"\{\{.*?\}\}|\{\w+\}`[^`]*`", re.DOTALL)

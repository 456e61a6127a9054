"""What a sentence says is left of a number of people or things: «of the 31 posts eight were vacant, leaving 22»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.rules.figures.reckoning import COUNT, RATIO, WORD, Number, Reckoning, read


class Remainder(NamedTuple):
    """A number that is said to be left, the whole, the parts that are named before it, and what would be left."""

    number: Number
    whole: int
    parts: tuple[int, ...]

    @property
    def left(self) -> tuple[int, ...]:
        """What the first part leaves, the first two, and so on."""
        return tuple(self.whole - total for total in accumulate(self.parts))

    @property
    def is_wrong(self) -> bool:
        """Whether the number is none of them."""
        return self.number.count not in self.left


def remainders(text: CheckedText) -> Iterator[Remainder]:
    """Yield what is said to be left where its own sentence, or the one before it, says of what."""
    reckoning = read(text)
    if reckoning is None:
        return
    before = 0
    for sentence in text.view.sentences:
        for match in _rest().finditer(reckoning.words, sentence.start, sentence.end):
            whole = _whole(reckoning, sentence.start, match.start())
            if whole is None and match["other"]:
                whole = _whole(reckoning, before, sentence.start)
            if whole is not None:
                yield Remainder(reckoning.number(match, "left", "rest"), *whole)
        before = sentence.start


def _whole(reckoning: Reckoning, start: int, end: int) -> tuple[int, tuple[int, ...]] | None:
    """The whole that stands first between two offsets, and the parts after it."""
    head = _head().search(reckoning.words, start, end)
    if head is None:
        return None
    first = reckoning.number(head, "ratio", "whole")
    after = [each for each in reckoning.among(first.end, end) if each.is_count]
    if first.base is not None:
        return first.base, (first.count, *(each.count for each in after))
    parts = tuple(each.count for each in after)
    return (first.count, parts) if parts and parts[0] <= first.count else None


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<ratio>{RATIO})|(?:\b(?:of|among)\s+(?:(?:the|these|those|all|our)\s+)*|"
        rf"\b(?:there\s+(?:are|were)|had|has|have)\s+)(?P<whole>{COUNT})",
        re.IGNORECASE,
    )


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:leav(?:ing|es)|(?:which|this|that)\s+left)\s+(?:(?:only|just)\s+)?(?P<left>{COUNT})"
        rf"(?=\s+(?:{WORD}\s*){{1,3}}[.,;]|\s*[.,;])|"
        rf"\b(?P<other>the\s+(?:other|remaining|remainder|rest))\s*(?:\(|\s)(?P<rest>{COUNT})"
        rf"(?:\)|(?=\s*[,.;]|\s+(?:are|could|did|do|had|have|is|was|were)\b))",
        re.IGNORECASE,
    )

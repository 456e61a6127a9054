"""Where in a report as it is now a remark belongs that was made on an earlier draft of it.

A remark is put at the place whose words are most like those that it was made on. Its address decides only between
places that are as much alike: a letter may be that of another finding by now, and even a finding with an id may have
been taken apart. Where no place is alike enough, an address that stays with its finding is still believed. Any other
is not: then the remark has no place, which is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, TypeAlias

from omi_report.comments.place import CommentPlace
from omi_report.comments.plain_words import in_plain_words
from omi_report.comments.remark import Remark
from omi_report.review.nodes import alike_bags
from omi_report.review.pairs import ALIKE, ALIKE_ELSEWHERE

Found: TypeAlias = Literal["same", "changed", "moved", "moved and changed", "whole", "nowhere"]
"""How a place was found: its words are what they were, or have changed; they stand where they stood, or elsewhere.

``whole`` is the report as a whole, and ``nowhere`` that there is no such place any more.
"""

MOST_OF: Final = 0.85
"""So much of the words of a place must be words of the remark's for it to be a part of what was split."""
LEAST_OF: Final = 0.25
"""So much of the remark's words a part must have."""
FEWEST_WORDS: Final = 6
"""Fewer words are no part of anything: they stand everywhere."""
FEW_WORDS: Final = 3
"""Fewer marked words, with nothing around them, tell a place only where they stand once in the report."""

_SCOPE = re.compile(r"[a-z]+-[A-Za-z]*[\d.]*")


@dataclass(frozen=True, slots=True)
class PlacedRemark:
    """A remark with its place in the report, None for the report as a whole and where there is none.

    ``is_taken`` says of a remark without a place that the address that it came with is that of something else by now.
    """

    remark: Remark
    place: CommentPlace | None
    found: Found
    is_taken: bool = False

    @property
    def address(self) -> str:
        """The address of its place; where there is none, that which the remark came with."""
        return self.place.address if self.place else self.remark.address


def placed(remarks: Iterable[Remark], places: Iterable[CommentPlace]) -> tuple[PlacedRemark, ...]:
    """Find the place of each remark among those of a report, whose order is given."""
    known = [_Known(place, order) for order, place in enumerate(places)]
    by_address: dict[str, _Known] = {}
    for each in reversed(known):
        by_address |= dict.fromkeys(each.place.also, each)
    for each in reversed(known):
        by_address[each.place.address] = each
    return tuple(
        _placed(
            remark,
            known,
            by_address.get(remark.address),
            [by_address[each] for each in remark.near if each in by_address],
        )
        for remark in remarks
    )


class _Known:
    """A place with what is worked out of its words once."""

    def __init__(self, place: CommentPlace, order: int) -> None:
        self.place, self.order = place, order

    @cached_property
    def line(self) -> str:
        """All its words, behind its name, of which a file prints «1.2» and «Table 2» with the heading."""
        return in_plain_words(f"{self.place.where} {self.place.words}")

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(in_plain_words(each) for each in self.place.words.splitlines())

    @cached_property
    def bags(self) -> tuple[Counter[str], ...]:
        """The words of the whole place, and those of each of its passages."""
        passages = [Counter(in_plain_words(each).split()) for each in self.place.passages]
        return (sum(passages, Counter()), *passages) if len(passages) > 1 else tuple(passages)


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How like a place is to what a remark was made on. The greatest is the best.

    ``quoted`` says that the marked words stand in a part of what was split, ``alike`` is from 0 to 1.
    """

    quoted: bool
    alike: float
    own: bool
    near: bool
    part: bool
    known: _Known

    @property
    def key(self) -> tuple[bool, float, bool, bool, int]:
        return self.quoted, self.alike, self.own, self.near, -self.known.order

    @property
    def is_enough(self) -> bool:
        return self.quoted or self.part or self.alike >= (ALIKE if self.own or self.near else ALIKE_ELSEWHERE)


def _placed(remark: Remark, known: list[_Known], own: _Known | None, near: list[_Known]) -> PlacedRemark:
    words = in_plain_words(remark.words or remark.quoted or remark.stood)
    if not words.strip():
        return _by_address(remark, own)
    bag, quoted = Counter(words.split()), in_plain_words(remark.quoted)
    if own is not None and (_holds(own, words, bag, quoted) or (own.place.is_heading and own.lines[0] in words)):
        return PlacedRemark(remark, own.place, "same")
    for each in near:
        if words in each.line:
            return PlacedRemark(remark, each.place, "same")
    is_alone = not (remark.words or remark.stood)
    if is_alone and bag.total() < FEW_WORDS and sum(words in each.line for each in known) != 1:
        return _by_address(remark, own)
    best = max((_likeness(remark, words, bag, quoted, each, own) for each in known), key=lambda each: each.key)
    if best.is_enough:
        is_same = _holds(best.known, words, bag, quoted)
        if best.own or not remark.address:
            return PlacedRemark(remark, best.known.place, "same" if is_same else "changed")
        return PlacedRemark(remark, best.known.place, "moved" if is_same else "moved and changed")
    if own is not None and own.place.stays and remark.address == own.place.address:
        return PlacedRemark(remark, own.place, "changed")
    return PlacedRemark(remark, None, "nowhere", is_taken=own is not None)


def _holds(known: _Known, words: str, bag: Counter[str], quoted: str) -> bool:
    """Say whether a place is as it was, by what the file tells of it.

    A file may print the words of a place in another order, and more than they: what the colours of a chart mean, and
    what its columns are called. Then it is enough that each line is in the file, and the marked words are in a line. Of
    what is a small part of the place, such as a row, the order is not asked for.
    """
    if words in known.line:
        return True
    told = Counter(known.line.split())
    if bag <= told:
        return known.bags[0] <= bag or 2 * bag.total() <= told.total()
    are_lines = len(known.lines) > 1 and all(each in words for each in known.lines)
    return are_lines and bool(quoted.strip()) and quoted in known.line


def _by_address(remark: Remark, own: _Known | None) -> PlacedRemark:
    """The place of a remark whose words tell nothing, such as one for which somebody typed where it belongs."""
    if own is not None:
        return PlacedRemark(remark, own.place, "changed" if remark.quoted else "same")
    return PlacedRemark(remark, None, "nowhere" if remark.address or remark.quoted or remark.named else "whole")


def _likeness(
    remark: Remark, words: str, bag: Counter[str], quoted: str, known: _Known, own: _Known | None
) -> _Likeness:
    alike = 1.0 if words in known.line else max(alike_bags(bag, each) for each in known.bags)
    whole = known.bags[0]
    common = (bag & whole).total()
    part = whole.total() >= FEWEST_WORDS and common >= MOST_OF * whole.total() and common >= LEAST_OF * bag.total()
    holds = bool(quoted.strip()) and quoted in known.line and (part or alike == 1)
    return _Likeness(holds, alike, known is own, _scope(known.place.address) == _scope(remark.address), part, known)


def _scope(address: str) -> str:
    """What the addresses of the findings of one criterion begin with; empty where an address has no number in it."""
    found = _SCOPE.match(address)
    return found[0] if found else ""

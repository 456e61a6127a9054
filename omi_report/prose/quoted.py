"""Where quotation marks stand in pairs, and where they may: passages that are quoted, and those that perhaps are.

Marks are looked for in words in which all that is no prose is masked. A quotation in double marks may go on over
paragraphs: each is opened anew, or only the first. A single mark may be an apostrophe as well, so that more than one
may close a quotation; what stands between the first and the last of these is in doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from omi_report.prose.nodes import Span

QuotedBy: TypeAlias = Literal["block", "double", "single"]
"""How a quotation is marked: as a block of its own, or by quotation marks of one of the two kinds."""


class QuotedPassage(NamedTuple):
    """What somebody else said or wrote; the span includes the quotation marks."""

    span: Span
    mark: QuotedBy


class Quoted(NamedTuple):
    """What stands in quotation marks, in order, and what may: both with their marks."""

    passages: tuple[QuotedPassage, ...] = ()
    doubtful: tuple[Span, ...] = ()


class _Family(NamedTuple):
    """Marks that go together: what closes a quotation, by the mark that opened it."""

    closed_by: dict[str, str]
    kind: QuotedBy
    signs: str


_FAMILIES = (
    _Family({'"': '"'}, "double", '"'),
    _Family({"“": "”", "„": "“”", "”": "”"}, "double", "“”„"),
    _Family({"«": "»", "»": "«»"}, "double", "«»"),
    _Family({"‹": "›", "›": "‹›"}, "single", "‹›"),
    _Family({"‚": "‘’"}, "single", "‚‘’"),
)
_ALWAYS_OPEN = frozenset("“„«‹‚")
_OPENS_AFTER = frozenset("([{*_–—-/")
_MARKS = ('"', "'", "“", "”", "„", "«", "»", "‹", "›", "‚", "‘")


def quoted_in(words: str) -> Quoted:
    """Return what stands in quotation marks in masked words, and what may. Nothing in them is an error."""
    if not any(mark in words for mark in _MARKS):
        return Quoted()
    ends = [match.start() for match in _break().finditer(words)]
    passages: list[QuotedPassage] = []
    doubtful: list[Span] = []
    for family in _FAMILIES:
        if any(sign in words for sign in family.closed_by):
            reader = _Reader(words, family, ends)
            reader.read()
            passages += [QuotedPassage(span, family.kind) for span in reader.passages]
            doubtful += reader.doubtful
    singles, more = _singles(_without_marks(words, passages), ends)
    outer = _outermost([*passages, *(QuotedPassage(span, "single") for span in singles)])
    return Quoted(outer, tuple(sorted([*doubtful, *more])))


def _without_marks(words: str, passages: Iterable[QuotedPassage]) -> str:
    """Words in which the single marks of passages are no marks: they are neither quotations nor apostrophes."""
    pieces, done = [], 0
    for (start, end), _mark in sorted(passages):
        first = max(start, done)
        if end > first:
            pieces += [words[done:first], re.sub("['‘’]", "x", words[first:end])]
            done = end
    return "".join([*pieces, words[done:]])


def _outermost(passages: Sequence[QuotedPassage]) -> tuple[QuotedPassage, ...]:
    """The passages that are not inside another, in order."""
    found: list[QuotedPassage] = []
    for passage in sorted(passages, key=lambda each: (each.span.start, -each.span.end)):
        if not found or passage.span.end > found[-1].span.end:
            found.append(passage)
    return tuple(found)


# Pairs of marks that are no apostrophes -------------------------------------------------------------------------------


@dataclass(slots=True)
class _Opened:
    """A quotation that is not closed yet. ``paragraph`` is where it was last opened, ``closed`` its last closing."""

    start: int
    sign: str
    paragraph: int
    sure: bool
    depth: int = 1
    closed: int | None = None


@dataclass(slots=True)
class _Reader:
    """Pairs the marks of one family. ``lost`` is where a quotation was opened that nothing closed."""

    words: str
    family: _Family
    ends: list[int]
    passages: list[Span] = field(default_factory=list)
    doubtful: list[Span] = field(default_factory=list)
    opened: _Opened | None = None
    lost: int | None = None

    def read(self) -> None:
        """Go through the marks."""
        for match in re.finditer(f"[{self.family.signs}]", self.words):
            sign, at = match.group(), match.start()
            if sign in "‘’" and not _may_close(self.words, at):
                continue
            opened = self.opened
            if opened and self._paragraph(at) != opened.paragraph and self._goes_on(opened, sign, at):
                continue
            if self.opened is None:
                self._begin(sign, at)
            else:
                self._inside(self.opened, sign, at)
        if self.opened:
            self._give_up(self.opened)

    def _paragraph(self, at: int) -> int:
        return bisect_left(self.ends, at)

    def _goes_on(self, opened: _Opened, sign: str, at: int) -> bool:
        """Say whether a quotation goes on up to a mark in a later paragraph; if not, it is given up."""
        if opened.closed is None and opened.sure:
            paragraph = self._paragraph(at)
            first = self.ends[paragraph - 1]
            begins = not self.words[first:at].strip(" \t\n-*+>_")
            if begins and (sign == opened.sign or sign in self.family.closed_by[opened.sign]):
                opened.paragraph = paragraph
                return True
            if sign in self.family.closed_by[opened.sign] and not _opens(self.words, at):
                self._close(opened, at)
                return True
        self._give_up(opened)
        return False

    def _begin(self, sign: str, at: int) -> None:
        sure = sign in _ALWAYS_OPEN or (sign in self.family.closed_by and _opens(self.words, at))
        if sure or sign == '"':
            self.opened = _Opened(at, sign, self._paragraph(at), sure)
        elif self.lost is not None:
            self.doubtful.append(Span(self.lost, at + 1))

    def _inside(self, opened: _Opened, sign: str, at: int) -> None:
        may_open = sign in self.family.closed_by and _opens(self.words, at)
        if sign in self.family.closed_by[opened.sign] and not (may_open and sign == '"'):
            opened.depth -= 1
            opened.closed = at
            if not opened.depth:
                self._close(opened, at)
        elif may_open or sign in _ALWAYS_OPEN:
            opened.depth += 1

    def _close(self, opened: _Opened, at: int) -> None:
        self.passages.append(Span(opened.start, at + 1))
        self.opened = None

    def _give_up(self, opened: _Opened) -> None:
        """End a quotation with its last closing mark; without one its paragraph is in doubt."""
        self.opened = None
        if opened.closed is not None:
            self.passages.append(Span(opened.start, opened.closed + 1))
        elif opened.sure:
            self.lost = opened.start
            last = opened.paragraph == len(self.ends)
            self.doubtful.append(Span(opened.start, len(self.words) if last else self.ends[opened.paragraph]))
        elif self.lost is not None:
            self.doubtful.append(Span(self.lost, opened.start + 1))


def _opens(words: str, at: int) -> bool:
    """Whether a mark stands as one that opens: after a space or a bracket, and before a word."""
    before, after = words[max(0, at - 1) : at], words[at + 1 : at + 2]
    return (not before or before.isspace() or before in _OPENS_AFTER) and bool(after) and not after.isspace()


def _may_close(words: str, at: int) -> bool:
    before, after = words[max(0, at - 1) : at], words[at + 1 : at + 2]
    return bool(before) and not before.isspace() and not (after.isalnum() or after == "_")


# Single marks, which may be apostrophes -------------------------------------------------------------------------------


def _singles(words: str, ends: Sequence[int]) -> tuple[list[Span], list[Span]]:
    """The passages in single marks, and those that are in doubt."""
    passages: list[Span] = []
    doubtful: list[Span] = []
    for opening, closing in (("'", "'"), ("‘", "’")):
        opens = [match.start() for match in _single(opening).finditer(words)]
        if not opens:
            continue
        known = set(opens)
        closes = [at for at in _all(words, closing) if at not in known and _may_close(words, at)]
        stops = [*ends, len(words)]
        done = 0
        for number, start in enumerate(opens):
            end = stops[bisect_left(ends, start)]
            first, last = bisect_right(closes, start + 1), bisect_left(closes, end)  # those that may close it
            if first >= last:
                following = opens[number + 1] if number + 1 < len(opens) else len(words)
                more = closes[bisect_right(closes, end) : bisect_left(closes, following)]
                later = [at for at in more if not _may_be_apostrophe(words, at)]
                doubtful += _unclosed(words, Span(start, end), opening, later)
            elif start >= done:
                following = opens[number + 1] if number + 1 < len(opens) else end
                own = closes[first : max(first + 1, min(last, bisect_left(closes, following)))]
                done = next((at for at in own if not _may_be_apostrophe(words, at)), own[0]) + 1
                passages.append(Span(start, done))
                if len(own) > 1 or following < own[0] or _may_be_apostrophe(words, own[0]):
                    doubtful.append(Span(start, closes[last - 1] + 1))
    known_passages = set(passages)
    return passages, [span for span in doubtful if span not in known_passages]


def _unclosed(words: str, rest: Span, opening: str, later: Sequence[int]) -> Iterator[Span]:
    """What is in doubt behind a mark that its paragraph does not close, but perhaps one of some ``later`` marks.

    A straight one may be an apostrophe («the '90s»).
    """
    if opening == "‘" or _begins_line(words, rest.start):
        yield Span(rest.start, later[-1] + 1) if later else rest
        return
    at = words.rfind("’", rest.start + 1, rest.end)
    while at >= 0 and not _may_close(words, at):
        at = words.rfind("’", rest.start + 1, at)
    if at >= 0:
        yield Span(rest.start, at + 1)


def _begins_line(words: str, at: int) -> bool:
    """Whether only space and the marks of lists, quotations and emphasis stand before a character in its line."""
    while at and words[at - 1] in " \t-*+>_":
        at -= 1
    return not at or words[at - 1] == "\n"


def _may_be_apostrophe(words: str, at: int) -> bool:
    """Whether a mark at the end of a word may be that of «the offenders' plans»."""
    return words[at - 1] in "sSxXzZ"


def _all(words: str, sign: str) -> Iterator[int]:
    at = words.find(sign)
    while at >= 0:
        yield at
        at = words.find(sign, at + 1)


@cache
def _single(opening: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\ufffc)\]}}.,;!?'’”\"]){opening}(?=\S)(?!s\b)")


@cache
def _break() -> re.Pattern[str]:
    return re.compile(r"\n(?=[ \t]*\n)")

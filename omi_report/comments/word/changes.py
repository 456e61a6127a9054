"""What was put in and struck out → proposals: the old words, with enough around them to be found, and the new ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from omi_report.comments.own_words import MOVED_HERE, OTHER_WORDS, TO_BE_ADDED, TO_BE_MOVED, TO_GO
from omi_report.comments.word.pieces import TrackedChange, WordPiece

_GAP = 2
"""Changes with so few words between them are one."""

_MOST = 20
"""A stretch gets so many more words on either side to be told from others; what is written over and over has none."""

_WORD = 200
"""No word is as long, with the spaces beside it."""

_FEWEST = 3
"""So many words, or all of a paragraph, tell a spot where something is put in and nothing goes."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody wants in place of other words. ``at`` is the index of its first piece.

    ``old`` are words that stand once in the text of the place, and ``new`` what they shall be; "" where they shall go.
    """

    at: int
    place: str
    change: TrackedChange
    old: str
    new: str
    says: str


@dataclass(frozen=True, slots=True)
class WordlessChange:
    """A change that changes no word: of spaces, or with ``of_end`` of where a paragraph ends. ``at`` is its place."""

    at: int
    of_end: bool


def proposals(pieces: Sequence[WordPiece]) -> tuple[list[Proposal], list[WordlessChange]]:
    """Return the changes of a file, in its order, and those that change no word.

    Changes beside each other, of one person in one place, are one.
    """
    texts: dict[str, _Before] = {}
    of_place = defaultdict[str, list[int]](list)
    for at, piece in enumerate(pieces):
        of_place[piece.place].append(at)
    found = []
    wordless = []
    for run in _runs(pieces):
        place = pieces[run[0]].place
        if place not in texts:
            texts[place] = _Before(pieces, of_place[place], place)
        proposal = texts[place].proposal(run)
        if proposal is not None:
            found.append(proposal)
        else:
            of_end = any("\n" in pieces[at].text and pieces[at].change.fate != "kept" for at in run)
            wordless.append(WordlessChange(run[0], of_end))
    return found, wordless


def _runs(pieces: Sequence[WordPiece]) -> Iterator[range]:
    """The stretches of pieces that are one change each; what was kept between two of them is in it."""
    first = last = -1
    for at, piece in enumerate(pieces):
        if piece.change.fate == "kept" or piece.undone:
            continue
        if first >= 0 and not _goes_on(pieces, first, last, at):
            yield range(first, last + 1)
            first = at
        first, last = (at if first < 0 else first), at
    if first >= 0:
        yield range(first, last + 1)


def _goes_on(pieces: Sequence[WordPiece], first: int, last: int, at: int) -> bool:
    begun, piece = pieces[first], pieces[at]
    between = "".join(each.text for each in pieces[last + 1 : at] if not each.undone)
    if piece.change.by != begun.change.by or "\n" in between or len(between.split()) > _GAP:
        return False
    # a paragraph that is put in behind a place belongs to it, wherever it stands
    return piece.place == begun.place or (piece.change.fate == "inserted" and not between.strip())


class _Before:
    """The words of a place as they were before all changes."""

    def __init__(self, pieces: Sequence[WordPiece], own: Iterable[int], place: str) -> None:
        self._pieces, self._place = pieces, place
        self._offsets: dict[int, int] = {}
        parts: list[str] = []
        length = 0
        for at in own:
            self._offsets[at] = length
            if pieces[at].was_there:
                parts.append(pieces[at].text)
                length += len(pieces[at].text)
        self._text = "".join(parts)
        self._plain = f" {_plain(self._text)} "

    def proposal(self, run: range) -> Proposal | None:
        """Return what a stretch of pieces proposes; None where it changes nothing but spaces."""
        changed = [self._pieces[at] for at in run]
        begin = self._offsets[run[0]]
        old = [piece.text for at, piece in zip(run, changed, strict=True) if piece.was_there and at in self._offsets]
        end = begin + sum(map(len, old))
        new = "".join(piece.text for piece in changed if piece.change.fate != "deleted" and not piece.undone)
        before, behind = self._ends_of_words(begin, end, new)
        begin, end = begin - len(before), end + len(behind)
        new = before + new + behind
        if _plain(new) == _plain(self._text[begin:end]):
            return None
        fewest = 1 if "".join(old).strip() else _FEWEST
        for _word in range(_MOST):
            if self._is_found(begin, end, fewest):
                break
            wider = self._wider(begin, end)
            if wider == (begin, end):
                break
            new = self._text[wider[0] : begin] + new + self._text[end : wider[1]]
            begin, end = wider
        end, new = self._without_marks(begin, end, new)
        first = changed[0].change
        return Proposal(run[0], self._place, first, _plain(self._text[begin:end]), _lines(new), _says(changed))

    def _without_marks(self, begin: int, end: int, new: str) -> tuple[int, str]:
        """Leave out a mark behind old words of which no word is left: the old words go, and the mark is none."""
        mark = new.strip()
        if not mark or re.search(r"\w", mark) or not self._text[begin:end].endswith(mark):
            return end, new
        shorter = end - len(mark)
        return (shorter, "") if self._text.count(self._text[begin:shorter]) == 1 else (end, new)

    def _ends_of_words(self, begin: int, end: int, new: str) -> tuple[str, str]:
        """What stands before a stretch and behind it of the words that it begins and ends in, old or new."""
        versions = [each for each in (self._text[begin:end], new) if each]
        left = re.search(r"\S*\Z", self._text[max(0, begin - _WORD) : begin])
        right = re.match(r"\S*", self._text[end : end + _WORD])
        before = left[0] if left and not all(each[0].isspace() for each in versions) else ""
        behind = right[0] if right and not all(each[-1].isspace() for each in versions) else ""
        return before, behind

    def _is_found(self, begin: int, end: int, fewest: int) -> bool:
        """Whether the words of a stretch tell where they stand: so many at the fewest, and nowhere else."""
        words = _plain(self._text[begin:end])
        return len(words.split()) >= fewest and self._plain.count(f" {words} ") == 1

    def _wider(self, begin: int, end: int) -> tuple[int, int]:
        """A stretch with a word more on either side; into another paragraph only where this one has no words."""
        spaces = r"[^\S\n]*" if self._text[begin:end].strip() else r"\s*"
        left = re.search(rf"\S+{spaces}\Z", self._text[max(0, begin - _WORD) : begin])
        right = re.match(rf"{spaces}\S+", self._text[end : end + _WORD])
        wider = begin - len(left[0]) if left else begin, end + len(right[0]) if right else end
        if left and right and "\n" in left[0] + right[0]:
            return wider[0], end
        return wider


def _says(changed: Sequence[WordPiece]) -> str:
    fates = {piece.change.fate for piece in changed if piece.text.strip() and not piece.undone}
    fates -= {"kept"}
    moved = all(piece.change.moved for piece in changed if piece.change.fate != "kept")
    if fates == {"deleted"}:
        return TO_BE_MOVED if moved else TO_GO
    if fates == {"inserted"}:
        return MOVED_HERE if moved else TO_BE_ADDED
    return OTHER_WORDS


def _plain(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    return "\n".join(line for each in text.split("\n") if (line := _plain(each)))

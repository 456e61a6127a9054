"""A Word file → its words in order, each with its place, and whether it was there before, was put in or struck out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, TypeAlias

Fate: TypeAlias = Literal["kept", "inserted", "deleted"]

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHANGES: Final[Mapping[str, Fate]] = {
    f"{W}ins": "inserted",
    f"{W}moveTo": "inserted",
    f"{W}cellIns": "inserted",
    f"{W}del": "deleted",
    f"{W}moveFrom": "deleted",
    f"{W}cellDel": "deleted",
}
_MARKS: Final = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": ""}
_PROPERTIES: Final = frozenset(f"{W}{name}" for name in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid"))
_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_NOTES: Final = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """Who changed something and when, as the file has it; ``moved`` where it was moved from here or to here."""

    fate: Fate
    by: str = ""
    date: str = ""
    moved: bool = False


KEPT: Final = TrackedChange("kept")


@dataclass(frozen=True, slots=True)
class WordPiece:
    """Words of one fate: ``place`` is the address that they stand at, ``paragraph`` the number of their paragraph.

    The end of a paragraph is a piece of its own, a line end. ``undone`` words were put in and struck out again.
    """

    text: str
    place: str
    paragraph: int
    change: TrackedChange = KEPT
    undone: bool = False

    @property
    def was_there(self) -> bool:
        """Whether the words stood in the draft."""
        return self.change.fate != "inserted" and not self.undone

    @property
    def stood_there(self) -> bool:
        """Whether the draft had words there, and no break of a page or another space alone."""
        return self.was_there and not self.text.isspace()


@dataclass
class WordText:
    """The words of a file. The ranges of comments are from one piece to another; a point is where a comment hangs."""

    pieces: list[WordPiece] = field(default_factory=list)
    begins: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    points: dict[str, int] = field(default_factory=dict)
    formatted: int = 0
    """So many changes are of the look alone."""


def text_of(
    body: Any, others: Iterable[tuple[str, Any]], addresses: Mapping[str, str], own: str | None = None
) -> WordText:
    """Return the words of the body of a file, then those of its ``others``: notes, heads and feet, by their kinds.

    ``addresses`` are those of our bookmarks by their names. Changes by ``own`` that have no date are those of a
    redline: they were in the file when it went out.
    """
    walk = _Walk(addresses, own)
    walk.read(body)
    for kind, root in others:
        walk.read_beside(kind, root)
    return walk.text


class _Walk:
    def __init__(self, addresses: Mapping[str, str], own: str | None) -> None:
        self.text = WordText()
        self._addresses, self._own = addresses, own
        self._place, self._paragraph, self._count = "", 0, 0
        self._seen: set[str] = set()
        self._notes: dict[tuple[str, str], str] = {}

    def read(self, element: Any, change: TrackedChange = KEPT, *, undone: bool = False) -> None:
        """Read an element with all that stands in it; ``change`` is what became of it."""
        for child in element:
            if isinstance(child.tag, str):  # and no remark of XML's own
                self._read_one(child, change, undone)

    def read_beside(self, kind: str, root: Any) -> None:
        """Read notes, each at the place that refers to it, or what else stands beside the text, at no place."""
        if kind not in ("footnotes", "endnotes"):
            self._place = ""
            self.read(root)
            return
        for note in root:
            self._place = self._notes.get((kind, note.get(f"{W}id", "")), "")
            self.read(note)

    def _read_one(self, child: Any, change: TrackedChange, undone: bool) -> None:
        tag = child.tag
        if tag in (f"{W}t", f"{W}delText"):
            self._say(child.text or "", change, undone)
        elif tag in _MARKS:
            self._say(_MARKS[tag], change, undone)
        elif tag == f"{W}p":
            self._read_paragraph(child, change, undone)
        elif tag in _CHANGES:
            self._read_changed(child, change, undone)
        elif tag == _ALTERNATE:
            self.read(next(iter(child), ()), change, undone=undone)
        elif tag in (f"{W}tr", f"{W}tc"):
            self.read(child, self._of_row(child) or change, undone=undone)
        elif tag in _PROPERTIES:
            self.text.formatted += sum(str(each.tag).endswith("PrChange") for each in child.iter())
        elif not self._read_mark(child):
            self.read(child, change, undone=undone)

    def _read_mark(self, child: Any) -> bool:
        """Take notice of an element that marks a spot. Says whether it was one."""
        name, number, here = child.tag.removeprefix(W), child.get(f"{W}id", ""), len(self.text.pieces)
        if name == "bookmarkStart":
            self._enter(child.get(f"{W}name", ""))
        elif name == "commentRangeStart":
            self.text.begins.setdefault(number, here)
        elif name == "commentRangeEnd":
            self.text.ends.setdefault(number, here)
        elif name == "commentReference":
            self.text.points.setdefault(number, here)
        elif child.tag in _NOTES:
            self._notes.setdefault((_NOTES[child.tag], number), self._place)
        else:
            return name in ("instrText", "delInstrText")
        return True

    def _enter(self, name: str) -> None:
        """Go on at the place of a bookmark that begins with the words of its paragraph, put in ones aside.

        A second one of the name, which came of copying, is none.
        """
        if name not in self._addresses or name in self._seen:
            return
        self._seen.add(name)
        pieces, first = self.text.pieces, len(self.text.pieces)
        while first and pieces[first - 1].paragraph == self._paragraph and not pieces[first - 1].stood_there:
            first -= 1
        if not first or pieces[first - 1].paragraph != self._paragraph:
            self._place = self._addresses[name]
            pieces[first:] = [replace(each, place=self._place) for each in pieces[first:]]

    def _read_paragraph(self, paragraph: Any, change: TrackedChange, undone: bool) -> None:
        self._count += 1
        around, number = self._paragraph, self._count
        self._paragraph = number
        self.read(paragraph, change, undone=undone)
        self._paragraph = around
        ended = self._marked_in(paragraph.find(f"{W}pPr/{W}rPr"))
        self.text.pieces.append(WordPiece("\n", self._place, number, ended or change, undone))

    def _read_changed(self, child: Any, around: TrackedChange, undone: bool) -> None:
        own = self._as_changed(child)
        if own is None:
            if _CHANGES[child.tag] == "inserted":
                self.read(child, around, undone=undone)
            return  # what a redline struck out stood in no draft
        crossed = {around.fate, own.fate} == {"inserted", "deleted"}
        self.read(child, own, undone=undone or crossed)

    def _as_changed(self, element: Any) -> TrackedChange | None:
        """The change that an element marks; None for one of a redline's own."""
        by, date = element.get(f"{W}author", ""), element.get(f"{W}date", "")
        if self._own is not None and by == self._own and not date:
            return None
        moved = element.tag in (f"{W}moveFrom", f"{W}moveTo")
        return TrackedChange(_CHANGES[element.tag], by, date, moved)

    def _of_row(self, row: Any) -> TrackedChange | None:
        return self._marked_in(row.find(f"{row.tag}Pr"))

    def _marked_in(self, properties: Any) -> TrackedChange | None:
        """The change that properties (of the end of a paragraph, of a row, of a cell) tell of."""
        marks = (each for each in (properties if properties is not None else ()) if each.tag in _CHANGES)
        return next((self._as_changed(each) for each in marks), None)

    def _say(self, words: str, change: TrackedChange, undone: bool) -> None:
        if words:
            self.text.pieces.append(WordPiece(words, self._place, self._paragraph, change, undone))

"""A packed folder of XML (a workbook, a Word file): the elements of a part, one by one, within limits. Nothing is held.

A part is packed XML that anybody may have made: it may unpack to far more than it says, name a million things, nest
without end, or keep one mark open through all of it. The parser would hold each of these, so they are counted while the
part is unpacked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO, NamedTuple
from xml.parsers import expat

from omi_report import limits

_PIECE = 262_144
"""So many bytes are parsed at once. No single mark of a real part is as long."""

Opened = Callable[[str, Mapping[str, str]], None]
"""Is told the local name of an element that begins, and its attributes by their local names."""

Said = Callable[[str], None]
"""Is told the local name of an element that ends, or some of the words between."""


class TooLargeError(Exception):
    """There is more than the limits let in; the message says of what."""


class Most(NamedTuple):
    """How much a packed file may hold: bytes of all of it and of a part; depth, names and elements of a part."""

    file_bytes: int
    part_bytes: int
    depth: int
    names: int
    elements: int


def most_of_workbook() -> Most:
    """Return how much a workbook may hold."""
    return Most(
        limits.WORKBOOK_BYTES, limits.WORKBOOK_PART_BYTES, limits.XML_DEPTH, limits.XML_NAMES, limits.XML_ELEMENTS
    )


class PartReader:
    """Reads a part of a packed file, and tells of each element that begins and ends, and of the words between.

    ``room`` is how many bytes of the file may still be unpacked; after ``read`` it is how many are left.
    """

    def __init__(self, room: int, most: Most, opened: Opened, closed: Said, words: Said) -> None:
        self.room, self._most = room, most
        self._opened, self._closed, self._words = opened, closed, words
        self._names: dict[str, str] = {}
        self._spaces = self._depth = self._elements = 0
        self._moved = False

    def read(self, part: IO[bytes]) -> None:
        """Read a part to its end.

        Raises TooLargeError where there is more than the limits let in, and whatever zipfile, zlib and expat raise
        where it is damaged.
        """
        parser = self._parser()
        size = 0
        while piece := part.read(_PIECE):
            size += len(piece)
            self.room -= len(piece)
            if size > self._most.part_bytes:
                raise TooLargeError(f"one of its parts unpacks to more than {self._most.part_bytes:,} bytes")
            if self.room < 0:
                raise TooLargeError(f"all of it unpacks to more than {self._most.file_bytes:,} bytes")
            self._moved = False
            parser.Parse(piece, False)
            if not self._moved and len(piece) == _PIECE:
                raise TooLargeError(f"a single mark of it is longer than {_PIECE:,} bytes")
            if len(parser.intern) > self._most.names:
                raise TooLargeError(f"it has more than {self._most.names:,} names")
        parser.Parse(b"", True)

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._pass_over
        parser.ProcessingInstructionHandler = self._pass_over
        parser.StartNamespaceDeclHandler = self._space
        parser.StartDoctypeDeclHandler = _refuse
        return parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._moved = True
        self._depth += 1
        self._elements += 1
        if self._depth > self._most.depth:
            raise TooLargeError(f"it is nested more than {self._most.depth} deep")
        if self._elements > self._most.elements:
            raise TooLargeError(f"it has more than {self._most.elements:,} elements")
        known = self._names  # a sheet has a cell for each answer: a name that was met before costs no call
        found = {known.get(key) or self._local(key): value for key, value in attributes.items()}
        self._opened(known.get(name) or self._local(name), found)

    def _end(self, name: str) -> None:
        self._moved = True
        self._depth -= 1
        self._closed(self._local(name))

    def _text(self, words: str) -> None:
        self._moved = True
        self._words(words)

    def _pass_over(self, *_words: str) -> None:
        self._moved = True

    def _space(self, _prefix: str | None, _address: str) -> None:
        self._spaces += 1
        if self._spaces > self._most.names:
            raise TooLargeError(f"it has more than {self._most.names:,} namespaces")

    def _local(self, name: str) -> str:
        found = self._names.get(name)
        if found is None:
            found = self._names[name] = name.rpartition(" ")[2]
        return found


def _refuse(*_declared: object) -> None:
    """A workbook or a Word file declares no types and no entities; a bomb does, and what reads other files."""
    raise TooLargeError("it declares a document type, as no program that writes such files does")


_END = b"PK\x05\x06"
"""What the last record of an archive begins with, which says how long the list of its parts is."""
_END_LENGTH = 22
_LONGEST_COMMENT = 65_535
_LIST_ENTRY = 46
"""The fewest bytes that the list has for a part."""
_LARGE = b"PK\x06\x07"
"""What stands before that record in an archive of more than four thousand million bytes."""


def expect_short_list(data: bytes, parts: int) -> None:
    """Raise TooLargeError where the list of an archive's parts is too long: zipfile makes objects of all it has."""
    at = len(data) - _END_LENGTH
    if at < 0 or not (data.startswith(_END, at) and data.endswith(b"\0\0")):
        at = data.rfind(_END, max(0, at - _LONGEST_COMMENT))
    if at < 0:
        return  # no archive at all, as zipfile will say
    length = int.from_bytes(data[at + 12 : at + 16], "little")
    if length > parts * _LIST_ENTRY * 4 or data.startswith(_LARGE, at - 20):
        raise TooLargeError(f"it has more than {parts:,} parts")

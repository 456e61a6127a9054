"""One part of a workbook → its elements, one by one, within limits. Nothing is held of what was read.

A part is packed XML that anybody may have made: it may unpack to far more than it says, name a million things, nest
without end, or keep one mark open through all of it. The parser would hold each of these, so they are counted while the
part is unpacked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO
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


class PartReader:
    """Reads a part of a workbook, and tells of each element that begins and ends, and of the words between.

    ``room`` is how many bytes of the workbook may still be unpacked; after ``read`` it is how many are left.
    """

    def __init__(self, room: int, opened: Opened, closed: Said, words: Said) -> None:
        self.room = room
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
            if size > limits.WORKBOOK_PART_BYTES:
                raise TooLargeError(f"one of its parts unpacks to more than {limits.WORKBOOK_PART_BYTES:,} bytes")
            if self.room < 0:
                raise TooLargeError(f"all of it unpacks to more than {limits.WORKBOOK_BYTES:,} bytes")
            self._moved = False
            parser.Parse(piece, False)
            if not self._moved and len(piece) == _PIECE:
                raise TooLargeError(f"a single mark of it is longer than {_PIECE:,} bytes")
            if len(parser.intern) > limits.XML_NAMES:
                raise TooLargeError(f"it has more than {limits.XML_NAMES:,} names")
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
        if self._depth > limits.XML_DEPTH:
            raise TooLargeError(f"it is nested more than {limits.XML_DEPTH} deep")
        if self._elements > limits.XML_ELEMENTS:
            raise TooLargeError(f"it has more than {limits.XML_ELEMENTS:,} elements")
        self._opened(self._local(name), {self._local(key): value for key, value in attributes.items()})

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
        if self._spaces > limits.XML_NAMES:
            raise TooLargeError(f"it has more than {limits.XML_NAMES:,} namespaces")

    def _local(self, name: str) -> str:
        found = self._names.get(name)
        if found is None:
            found = self._names[name] = name.rpartition(" ")[2]
        return found


def _refuse(*_declared: object) -> None:
    """A workbook declares no types and no entities; a bomb does."""
    raise TooLargeError("it declares a document type, which no workbook needs")

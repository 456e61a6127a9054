"""A file → the pieces of a report, whatever kind of file it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from omi_report.importing.furniture import WHY, PageLine, is_page_number, without_furniture
from omi_report.importing.joining import pieces_of
from omi_report.importing.pieces import Left, ReportPiece
from omi_report.importing.text_reader import lines_of, read_text
from omi_report.importing.titles import Titles
from omi_report.importing.word_reader import DELETED, word_pieces

_PACKED, _OLE = b"PK", b"\xd0\xcf\x11\xe0"

_TRACKED = (
    "{shown} has tracked changes that nobody has decided on: inserted words count, and deleted ones are left over "
    "({deleted} passages)"
)


@dataclass(frozen=True)
class Report:
    """A report that was read: the lines of a text or the pieces of a Word file; ``note`` is to be said of it."""

    lines: tuple[PageLine, ...] = ()
    word: tuple[ReportPiece, ...] = ()
    left: tuple[Left, ...] = ()
    note: str = ""

    def pieces(self, titles: Titles) -> list[ReportPiece]:
        """Return its pieces. Where its lines are wrapped, ``titles`` tell which lines stand alone."""
        return list(self.word) or pieces_of(list(self.lines), titles.is_title)

    @cached_property
    def short(self) -> list[ReportPiece]:
        """Its lines as they stand, for a first look at which framework it is of."""
        return list(self.word) or [ReportPiece(line.text.strip(), line.number) for line in self.lines]


def read_report(data: bytes, shown: str) -> Report:
    """Read a report. Raises WordFileError or UnreadableReportError where it cannot be read."""
    if data.startswith((_PACKED, _OLE)):
        pieces, left = word_pieces(data, shown)
        numbers = [piece for piece in pieces if is_page_number(piece.text)]
        deleted = sum(each.why == DELETED for each in left)
        return Report(
            word=tuple(piece for piece in pieces if piece not in numbers),
            left=(*left, *(Left(piece, WHY) for piece in numbers)),
            note=_TRACKED.format(shown=shown, deleted=deleted) if deleted else "",
        )
    read = read_text(data, shown)
    lines, left = without_furniture(lines_of(read.text))
    return Report(lines=tuple(lines), left=tuple(left), note=read.note)

"""A file that came back, whatever it is → its remarks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from omi_report.comments.pdf.reader import is_pdf
from omi_report.comments.remark import Returned
from omi_report.remarks.read_error import ReturnedFileError, cleaned


class _Reader(NamedTuple):
    """What reads a kind of file: its name for people, what tells such a file, and the function."""

    name: str
    reads: Callable[[bytes], bool]
    read: Callable[[bytes, str, Sequence[str]], Returned]


def read_returned(data: bytes, shown: str, known: Sequence[str] = ()) -> Returned:
    """Read the remarks of a file. ``shown`` is what messages call it, ``known`` are addresses of the report.

    Raises ReturnedFileError for a file of a kind that holds no comments for omi, and an OmiError where it cannot be
    read.
    """
    for reader in _READERS:
        if reader.reads(data):
            return reader.read(data, shown, known)
    if data.startswith(b"PK") and not zipfile.is_zipfile(io.BytesIO(data)):
        hint = "send or copy it anew; if it opens in Excel or Word, save it there under another name"
        raise ReturnedFileError(f"{shown} is damaged: it breaks off, or its bytes have changed ({hint})")
    names = " or ".join(each.name for each in _READERS)
    hint = "save a sheet of another kind (.ods, .csv, .xls) as .xlsx, and a text (.odt, .doc, .rtf) as .docx"
    raise ReturnedFileError(f"{shown} is no file in which omi finds comments: it takes {names} ({hint})")


def _holds(part: str) -> Callable[[bytes], bool]:
    """Tell a packed folder of XML by the beginning of the name of a part that only its kind has."""

    def holds(data: bytes) -> bool:
        if not data.startswith(b"PK"):
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return any(name.startswith(part) for name in archive.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return False

    return holds


def _sheet(data: bytes, shown: str, known: Sequence[str]) -> Returned:
    from omi_report.remarks.sheet_reader import read_sheet

    return read_sheet(data, shown, known)


def _word(data: bytes, shown: str, known: Sequence[str]) -> Returned:
    from omi_report.comments.word.reader import remarks_of_word

    return _cleaned(remarks_of_word(data, shown, known))


def _pdf(data: bytes, shown: str, _known: Sequence[str]) -> Returned:
    from omi_report.comments.pdf.reader import remarks_of_pdf

    return _cleaned(remarks_of_pdf(data, shown))


def _cleaned(returned: Returned) -> Returned:
    """What a file of somebody's says, without characters that nobody sees."""
    remarks = tuple(
        replace(
            each,
            says=cleaned(each.says),
            words=cleaned(each.words),
            quoted=cleaned(each.quoted),
            proposed=None if each.proposed is None else cleaned(each.proposed),
            by=cleaned(each.by),
            where=cleaned(each.where),
        )
        for each in returned.remarks
    )
    return replace(returned, remarks=remarks, area=cleaned(returned.area))


_READERS = (
    _Reader("an Excel workbook (.xlsx)", _holds("xl/"), _sheet),
    _Reader("a Word file (.docx)", _holds("word/"), _word),
    _Reader("a PDF", is_pdf, _pdf),
)

"""A file that came back, whatever it is → its remarks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from omi_report import limits
from omi_report.comments.pdf.reader import is_pdf
from omi_report.comments.remark import Returned
from omi_report.packed import TooLargeError, expect_short_list
from omi_report.remarks.read_error import ReturnedFileError, cleaned


class _Reader(NamedTuple):
    """What reads a kind of file: its name for people, how a part begins that only its kind has, and the function."""

    name: str
    part: str
    read: Callable[[bytes, str, Sequence[str]], Returned]


def read_returned(data: bytes, shown: str, known: Sequence[str] = ()) -> Returned:
    """Read the remarks of a file. ``shown`` is what messages call it, ``known`` are addresses of the report.

    Raises ReturnedFileError for a file of a kind that holds no comments for omi, and an OmiError where it cannot be
    read.
    """
    try:
        parts = _parts_of(data)
    except TooLargeError as error:
        raise ReturnedFileError(f"{shown} cannot be read safely: {error}") from None
    for reader in _READERS:
        if any(part.startswith(reader.part) for part in parts):
            return reader.read(data, shown, known)
    if is_pdf(data):
        return _pdf(data, shown)
    if data.startswith(b"PK") and not zipfile.is_zipfile(io.BytesIO(data)):
        hint = "send or copy it anew; if it opens in Excel or Word, save it there under another name"
        raise ReturnedFileError(f"{shown} is damaged: it breaks off, or its bytes have changed ({hint})")
    names = " or ".join((*(each.name for each in _READERS), "a PDF"))
    hint = "save a sheet of another kind (.ods, .csv, .xls) as .xlsx, and a text (.odt, .doc, .rtf) as .docx"
    raise ReturnedFileError(f"{shown} is no file in which omi finds comments: it takes {names} ({hint})")


def _parts_of(data: bytes) -> list[str]:
    """The names of the parts of a packed folder of XML; none of what is none. Raises TooLargeError for too many."""
    if not data.startswith(b"PK"):
        return []
    expect_short_list(data, max(limits.WORKBOOK_PARTS, limits.WORD_PARTS))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []


def _sheet(data: bytes, shown: str, known: Sequence[str]) -> Returned:
    from omi_report.remarks.sheet_reader import read_sheet

    return read_sheet(data, shown, known)


def _word(data: bytes, shown: str, known: Sequence[str]) -> Returned:
    from omi_report.comments.word.reader import remarks_of_word

    return _cleaned(remarks_of_word(data, shown, known))


def _pdf(data: bytes, shown: str) -> Returned:
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
    _Reader("an Excel workbook (.xlsx)", "xl/", _sheet),
    _Reader("a Word file (.docx)", "word/", _word),
)

"""A file that came back, whatever it is → its remarks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from omi_report.comments.remark import Returned
from omi_report.remarks.read_error import ReturnedFileError


class _Reader(NamedTuple):
    """What reads a kind of file: its name for people, what tells such a file, and the function."""

    name: str
    reads: Callable[[bytes], bool]
    read: Callable[[bytes, str], Returned]


def read_returned(data: bytes, shown: str) -> Returned:
    """Read the remarks of a file. ``shown`` is what messages call it.

    Raises ReturnedFileError for a file of a kind that holds no comments for omi, and an OmiError where it cannot be
    read.
    """
    for reader in _READERS:
        if reader.reads(data):
            return reader.read(data, shown)
    names = " or ".join(each.name for each in _READERS)
    raise ReturnedFileError(f"{shown} is no file in which omi finds comments: it takes {names}")


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


def _sheet(data: bytes, shown: str) -> Returned:
    from omi_report.remarks.sheet_reader import read_sheet

    return read_sheet(data, shown)


_READERS = (_Reader("an Excel workbook (.xlsx)", _holds("xl/"), _sheet),)

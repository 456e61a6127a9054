"""A PDF that came back → its annotations as remarks.

It is read in a process of its own with so much time and memory: somebody else's file may be made to take all of both.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from omi_report import limits
from omi_report.comments.pdf.annotations import threads_of
from omi_report.comments.pdf.destinations import area_of, destinations_of, draft_of
from omi_report.comments.pdf.print_marks import printed_pages
from omi_report.comments.pdf.remarks import Pages, remarks_of
from omi_report.comments.remark import Returned
from omi_report.errors import OmiError
from omi_report.worker import Worker, WorkerEndedError

if TYPE_CHECKING:
    import pikepdf

HEAD = b"%PDF-"
_HEAD_ROOM = 1024
"""So many bytes may stand before a PDF begins."""


class PdfFileError(OmiError):
    """A file is no PDF that can be read. The message says what is wrong, and what to do."""


class _Question(NamedTuple):
    data: bytes
    shown: str


def is_pdf(data: bytes) -> bool:
    """Whether bytes are those of a PDF."""
    return HEAD in data[:_HEAD_ROOM]


def remarks_of_pdf(data: bytes, shown: str) -> Returned:
    """Return what a PDF says: its annotations, page by page. ``shown`` is what messages call it.

    Raises PdfFileError where it cannot be read, or takes more than the limits let it.
    """
    if not is_pdf(data):
        raise PdfFileError(f"{shown} is no PDF")
    worker: Worker[_Question, Returned] = Worker(_read)
    try:
        return worker.ask(_Question(data, shown))
    except WorkerEndedError:
        most = f"{limits.PDF_SECONDS} seconds or {limits.PDF_MEMORY // 1_000_000:,} MB"
        raise PdfFileError(
            f"{shown} cannot be read: it takes more than {most} to read it, or breaks what reads it"
        ) from None
    finally:
        worker.close()


def _read(asked: _Question) -> Returned:
    """Read a PDF, in the worker."""
    _within_limits()
    return read_here(asked.data, asked.shown)


def read_here(data: bytes, shown: str) -> Returned:
    """Read a PDF as `remarks_of_pdf` does, in this process and without its limits of time and memory."""
    import pikepdf
    import pypdfium2

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _returned(pdf, data, shown)
    except pikepdf.PasswordError:
        hint = "open it, take the password away and save it anew"
        raise PdfFileError(f"{shown} is protected by a password ({hint})") from None
    except OverflowError as error:
        raise PdfFileError(f"{shown} cannot be read safely: {error}") from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, KeyError, RuntimeError):
        raise PdfFileError(f"{shown} is damaged and cannot be read (open it and save it anew as a PDF)") from None


def _returned(pdf: pikepdf.Pdf, data: bytes, shown: str) -> Returned:
    threads = threads_of(pdf)
    places = destinations_of(pdf)
    margin = min((each.left for each in places if each.left), default=0)
    with Pages(data, margin, printed_pages(pdf)) as pages:
        remarks, unread = remarks_of(threads, pages, places)
    return Returned(shown, remarks, area_of(pdf), draft_of(pdf), unread)


def _within_limits() -> None:
    """Let this process take no more time and memory than a real file needs. It is a worker, and may be ended.

    Where a system has no such limits there are none.
    """
    import resource
    from contextlib import suppress

    wanted: Iterable[tuple[int, int]] = (
        (resource.RLIMIT_CPU, limits.PDF_SECONDS),
        (resource.RLIMIT_AS, limits.PDF_MEMORY),
        (resource.RLIMIT_CORE, 0),
    )
    for which, most in wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(which, (most, most))

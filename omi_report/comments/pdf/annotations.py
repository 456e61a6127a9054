"""The annotations of a PDF, as plain data, with the answers to them. Nothing in the file is run, opened or fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from omi_report import limits
from omi_report.comments.conversation import first_of

if TYPE_CHECKING:
    import pikepdf

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""

_SILENT: Final = frozenset(("Link", "Popup", "Widget", "PrinterMark", "TrapNet", "Watermark"))
"""What nobody who reads a file writes."""
_TAG = re.compile(r"<[^>]{0,2000}>")
_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")


@dataclass(frozen=True, slots=True)
class PdfNote:
    """An annotation: ``kind`` is its type in the PDF (Highlight), ``page`` the index of its page.

    ``boxes`` are the stretches of text that it marks, or where it stands. ``state`` is what somebody set it to
    (Completed). ``key`` names it, ``answers`` the one that it answers; ``grouped`` where both are one.
    """

    kind: str
    page: int
    boxes: tuple[Box, ...]
    says: str = ""
    by: str = ""
    date: str = ""
    state: str = ""
    key: tuple[int, int] = (0, 0)
    answers: tuple[int, int] = (0, 0)
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class NoteThread:
    """An annotation with those that are one with it, and the answers to them, in the order of the file."""

    first: PdfNote
    with_it: tuple[PdfNote, ...] = ()
    replies: tuple[PdfNote, ...] = ()


def threads_of(pdf: pikepdf.Pdf) -> tuple[NoteThread, ...]:
    """Return what people wrote into a PDF. Raises OverflowError where there is more than the limits let in."""
    notes = list(_notes(pdf))
    known = {each.key: each for each in notes if each.key != (0, 0)}
    above = {each.key: each.answers for each in notes if each.answers in known and each.key != (0, 0)}
    threads: dict[int, NoteThread] = {}
    order = {id(each): at for at, each in enumerate(notes)}
    for each in notes:
        first = known.get(first_of(each.key, above), each)
        thread = threads.setdefault(order[id(first)], NoteThread(first))
        if each is first:
            continue
        changed = (
            replace(thread, with_it=(*thread.with_it, each))
            if each.grouped
            else replace(thread, replies=(*thread.replies, each))
        )
        threads[order[id(first)]] = changed
    return tuple(thread for _at, thread in sorted(threads.items()))


def _notes(pdf: pikepdf.Pdf) -> Iterator[PdfNote]:
    count = 0
    for number, page in enumerate(pdf.pages):
        if number >= limits.PDF_PAGES:
            raise OverflowError(f"it has more than {limits.PDF_PAGES:,} pages")
        for annotation in _listed(page.obj.get("/Annots")):
            count += 1
            if count > limits.PDF_ANNOTATIONS:
                raise OverflowError(f"it has more than {limits.PDF_ANNOTATIONS:,} annotations")
            kind = _name(annotation, "/Subtype")
            if kind and kind not in _SILENT:
                yield _note(annotation, kind, number)


def _note(annotation: Any, kind: str, page: int) -> PdfNote:
    answered = _held(annotation, "/IRT")
    return PdfNote(
        kind,
        page,
        tuple(_boxes(annotation)),
        _words(annotation),
        " ".join(_text(annotation, "/T").split()),
        _date(_text(annotation, "/M") or _text(annotation, "/CreationDate")),
        _text(annotation, "/State"),
        _key(annotation),
        _key(answered) if answered is not None else (0, 0),
        _name(annotation, "/RT") == "Group",
    )


def _key(annotation: Any) -> tuple[int, int]:
    return annotation.objgen  # type: ignore[no-any-return]  # two numbers


def _words(annotation: Any) -> str:
    """What an annotation says: as plain text, or without the marks of its rich text."""
    said = _text(annotation, "/Contents") or html.unescape(_TAG.sub(" ", _text(annotation, "/RC")))
    return "\n".join(line for each in re.split(r"[\r\n]+", said) if (line := " ".join(each.split())))


def _boxes(annotation: Any) -> Iterator[Box]:
    points = [_number(each) for each in _listed(_held(annotation, "/QuadPoints"))][: limits.PDF_ANNOTATIONS]
    for at in range(0, len(points) - 7, 8):
        across, down = points[at : at + 8 : 2], points[at + 1 : at + 8 : 2]
        yield min(across), min(down), max(across), max(down)
    if len(points) < 8:
        corners = [_number(each) for each in _listed(_held(annotation, "/Rect"))]
        if len(corners) == 4:
            left, bottom, right, top = corners
            yield min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _listed(value: Any) -> Iterable[Any]:
    """What an array holds; nothing of what is none. A foreign file may have anything anywhere."""
    import pikepdf

    return list(value.as_list()) if isinstance(value, pikepdf.Array) else ()


def _held(annotation: Any, key: str) -> Any:
    import pikepdf

    return annotation.get(key) if isinstance(annotation, pikepdf.Dictionary) else None


def _text(annotation: Any, key: str) -> str:
    import pikepdf

    value = _held(annotation, key)
    return str(value)[: limits.CELL_CHARACTERS] if isinstance(value, pikepdf.String) else ""


def _name(annotation: Any, key: str) -> str:
    import pikepdf

    value = _held(annotation, key)
    return str(value).removeprefix("/") if isinstance(value, pikepdf.Name) else ""


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0


def _date(moment: str) -> str:
    import datetime

    found = _DATE.match(moment)
    if not found:
        return ""
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return ""

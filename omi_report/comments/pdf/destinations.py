"""The named places of a PDF, which are the addresses of the report that it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from omi_report import limits

if TYPE_CHECKING:
    import pikepdf

_OURS: Final = "omi_report"
_INNER: Final = ("-caption", "-heading")
"""What ends the name of a place that is part of another."""
_DEEPEST: Final = 20
_DRAFT = re.compile(r"[^\W\d]+ (\d{1,6}): ")


class Destination(NamedTuple):
    """A place: the index of its page, how far its top is from the foot of the page, its left edge, and its address."""

    page: int
    top: float
    left: float
    address: str


def is_ours(pdf: pikepdf.Pdf) -> bool:
    """Whether omi made a PDF, and its names are addresses."""
    return str(pdf.docinfo.get("/Creator", "")).startswith(_OURS)


def draft_of(pdf: pikepdf.Pdf) -> int | None:
    """Return the number of the draft that a PDF of ours is, which its title begins with; None where it has none."""
    found = _DRAFT.match(str(pdf.docinfo.get("/Title", ""))) if is_ours(pdf) else None
    return int(found[1]) if found else None


def area_of(pdf: pikepdf.Pdf) -> str:
    """Return the name of the area's folder that a draft of ours was made from, "" where the file does not tell.

    Viewers keep it when they save what somebody wrote into a file. A file may have anything there, or nothing.
    """
    import pikepdf

    said: object = None
    if is_ours(pdf):
        with suppress(pikepdf.PdfError, ValueError, TypeError, KeyError, SyntaxError):
            said = pdf.open_metadata().get("dc:identifier")
    return said if isinstance(said, str) and len(said) < limits.CELL_CHARACTERS else ""


def destinations_of(pdf: pikepdf.Pdf) -> tuple[Destination, ...]:
    """Return the named places of a PDF in the order in which they stand; none of a PDF that omi did not make."""
    import pikepdf

    names = pdf.Root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
    if tree is None or not is_ours(pdf):
        return ()
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    found = {each.address: each for each in _found(tree, pages)}
    own = (each for each in found.values() if not _is_inner(each.address, found))
    return tuple(sorted(own, key=lambda each: (each.page, -each.top, -each.left)))


def _is_inner(address: str, known: dict[str, Destination]) -> bool:
    return address == "main" or any(address.removesuffix(end) in known for end in _INNER if address.endswith(end))


def _found(tree: Any, pages: dict[tuple[int, int], int]) -> Iterator[Destination]:
    import pikepdf

    waits, seen = [(tree, 0)], 0
    while waits:
        node, depth = waits.pop()
        seen += 1
        if seen > limits.PDF_NAMES or depth > _DEEPEST or not isinstance(node, pikepdf.Dictionary):
            continue
        kids, names = node.get("/Kids"), node.get("/Names")
        waits += [(each, depth + 1) for each in (kids.as_list() if isinstance(kids, pikepdf.Array) else ())]
        values: list[Any] = list(names.as_list()) if isinstance(names, pikepdf.Array) else []
        for name, value in zip(values[0::2], values[1::2], strict=False):
            place = value.get("/D") if isinstance(value, pikepdf.Dictionary) else value
            found = _destination(name, place, pages)
            if found:
                yield found


def _destination(name: Any, place: Any, pages: dict[tuple[int, int], int]) -> Destination | None:
    import pikepdf

    if not (isinstance(place, pikepdf.Array) and len(place) >= 4 and isinstance(place[0], pikepdf.Object)):
        return None
    page = pages.get(place[0].objgen)
    try:
        left, top = float(place[2]), float(place[3])
    except (TypeError, ValueError):
        return None
    return Destination(page, top, left, str(name)) if page is not None else None

"""What page breaks part that should stand together, and pages on which little stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import or_
from typing import Any, NamedTuple

from omi_report.render.pdf.checks.fault import LayoutFault, quoted
from omi_report.render.pdf.checks.filled_pages import FilledPage, full
from omi_report.render.pdf.checks.placed import HEADINGS, PlacedPage, is_margin, text_in
from omi_report.render.pdf.tags.boxes import AVOID, is_box, placed

LEAST_FILLED = 0.4
"""A page is at least so full, where no new part follows it."""
LEAST_PART = 1 / 3
"""A part of less than so much of a page has none for itself."""
_FORCED = frozenset({"page", "left", "right", "recto", "verso"})
_ENDS = ("LineBox", "GridContainerBox", "FlexContainerBox", "TableRowBox", "ReplacedBox")
"""Boxes whose children stand side by side, or that have none."""


class Edges(NamedTuple):
    """The boxes that a page begins with, and those that it ends with, each from the outermost inwards.

    Empty boxes beside them are among them: the style may ask for a new page before one.
    """

    first: tuple[Any, ...]
    last: tuple[Any, ...]


def edges_of(page: Any) -> Edges:
    """Return the boxes at the top and the foot of a page, of which ``page`` is the box."""
    body = [box for box in page.children if not is_margin(box)]
    return Edges(tuple(_chain(body, 1)), tuple(_chain(body, -1)))


def _chain(boxes: Sequence[Any], step: int) -> Iterator[Any]:
    """The first boxes, or with a step of -1 the last ones."""
    while boxes:
        inner: Sequence[Any] = ()
        for box in map(placed, boxes[::step]):
            yield box
            if _is_solid(box):
                inner = () if any(is_box(box, name) for name in _ENDS) else getattr(box, "children", ())
                break
        boxes = inner


def _is_solid(box: Any) -> bool:
    """Whether a box stands in the flow of the page and has a height."""
    if box.style["position"] not in ("static", "relative"):
        return False
    return bool(getattr(box, "height", 0)) or any(_is_solid(placed(each)) for each in getattr(box, "children", ()))


def is_forced(before: Edges, after: Edges) -> bool:
    """Whether the style asks for a new page between two pages."""
    ended, begun = _kept(before.last), _kept(after.first)
    if any(box.style["break_before"] in _FORCED for box in after.first if _key(box) not in ended):
        return True
    return any(box.style["break_after"] in _FORCED for box in before.last if _key(box) not in begun)


def _kept(boxes: Sequence[Any]) -> set[tuple[int, str]]:
    return {_key(box) for box in boxes}


def _key(box: Any) -> tuple[int, str]:
    """What two boxes have in common that are parts of the same."""
    return id(box.element), f"{box.element_tag} {type(box).__name__}"


def stranded(number: int, before: Edges, after: Edges) -> Iterator[LayoutFault]:
    """Find what stands alone at the foot of a page, the number of which is given, or at the top of the next one."""
    begun, ended = _kept(after.first), _kept(before.last)
    for box in before.last:
        if _key(box) not in begun and _is_solid(box) and _leads(box):
            yield LayoutFault(number, "stranded", f"{quoted(text_in(box))} stands alone at the foot of the page")
            break
    for box in after.first:
        if _key(box) not in ended and _is_solid(box) and box.style["break_before"] in AVOID:
            said = f"{quoted(text_in(box))} begins the page, apart from what it belongs to"
            yield LayoutFault(number + 1, "stranded", said)
            break


def _leads(box: Any) -> bool:
    """Whether a box belongs to what follows it."""
    header = is_box(box, "TableRowGroupBox") and box.is_header
    return header or box.element_tag in HEADINGS or box.style["break_after"] in AVOID


def breaks(
    pages: Sequence[PlacedPage], edges: Sequence[Edges], anew: Sequence[tuple[bool, bool]]
) -> Iterator[LayoutFault]:
    """Find what page breaks part, and pages on which little stands, though no new part follows.

    ``anew`` is what ``begin_and_end`` says of the pages.
    """
    for at, (page, (begins, ends)) in enumerate(zip(pages, anew, strict=True)):
        if page.cover:
            continue
        if _is_blank(page):
            yield LayoutFault(page.number, "blank", "the page is blank")
        elif _is_bare(page):
            said = quoted(" ".join(text.text for text in page.body))
            yield LayoutFault(page.number, "bare-heading", f"the page has nothing but the heading {said}")
        elif not ends and page.filled < LEAST_FILLED:
            yield LayoutFault(page.number, "half-empty", f"{full(page.filled)}, and no new part follows it")
        if not begins and page.filled < LEAST_PART:
            yield from _lone_block(page.number, edges[at - 1], edges[at])
        if not ends:
            yield from stranded(page.number, edges[at], edges[at + 1])
            yield from lone_rows(page.number, edges[at], edges[at + 1])


def _lone_block(number: int, before: Edges, on: Edges) -> Iterator[LayoutFault]:
    """A page has nothing but a box of text. A table or a chart has a caption, and may end a part."""
    if any(is_box(box, "TableBox") or _is_part(box) for box in (*on.first, *on.last)):
        return
    ended, last = _kept(before.last), _kept(on.last)
    for box in on.first:
        if _key(box) not in ended and _key(box) in last and box.style["break_inside"] in AVOID and _is_solid(box):
            yield LayoutFault(number, "alone", f"{quoted(text_in(box))} stands alone on the page")
            return


def _is_part(box: Any) -> bool:
    """Whether a box is a whole part, which is kept together where it is short."""
    return box.style["break_inside"] in AVOID and "part" in (box.element.get("class") or "").split()


def lone_rows(number: int, before: Edges, after: Edges) -> Iterator[LayoutFault]:
    """Find a row of a table that a page break parts from all other rows of its group."""
    ended, begun = _group_at(before.last, -1), _group_at(after.first, 0)
    if ended is None or begun is None or ended.element is not begun.element:
        return
    for page, group in ((number, ended), (number + 1, begun)):
        if _has_a_lone_row(group):
            said = f"the row {quoted(text_in(group))} stands apart from the rest of its table"
            yield LayoutFault(page, "alone", said)


def _group_at(boxes: Sequence[Any], place: int) -> Any:
    """The rows of the table at the edge of a page, if there is one. Heads are no rows: they are on each page."""
    table = next((box for box in boxes if is_box(box, "TableBox")), None)
    groups = [each for each in table.children if not each.is_header and not each.is_footer] if table else []
    return groups[place] if groups else None


def _has_a_lone_row(group: Any) -> bool:
    """Whether a piece of a group of rows that is parted has its first or last row alone."""
    if len(group.children) != 1:
        return False
    rows = [each for each in group.element if each.tag == "tr"]
    return len(rows) > 2 and group.children[0].element in (rows[0], rows[-1])


def filled_pages(pages: Sequence[PlacedPage], anew: Sequence[tuple[bool, bool]]) -> Iterator[FilledPage]:
    """Say of each page what is asked when it is beside other pages; ``anew`` is that of ``breaks``."""
    for page, (begins, ends) in zip(pages, anew, strict=True):
        tells = not page.cover and not _is_blank(page) and not _is_bare(page)
        is_lone = tells and begins and ends and page.filled < LEAST_PART
        yield FilledPage(page.filled, page.paper, quoted(page.body[0].text) if page.body else "", is_lone)


def begin_and_end(pages: Sequence[PlacedPage], edges: Sequence[Edges]) -> Iterator[tuple[bool, bool]]:
    """Say of each page whether something that asks for a new page begins with it, and whether such a thing follows it.

    What stands on another paper is on another page.
    """
    forced = (is_forced(*each) for each in pairwise(edges))
    changes = (one.paper != other.paper for one, other in pairwise(pages))
    parted = [True, *map(or_, forced, changes), True]
    return pairwise(parted)


def _is_blank(page: PlacedPage) -> bool:
    return not page.body and not page.pictures


def _is_bare(page: PlacedPage) -> bool:
    """Whether a page has nothing but headings."""
    return bool(page.body) and not page.pictures and all(text.in_heading for text in page.body)

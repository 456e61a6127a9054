"""What stands where on a page that WeasyPrint laid out. Lengths are CSS pixels from the top left of the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from omi_report.render.pdf.tags.boxes import is_box, placed

_ABOVE, _BELOW = 0.72, 0.2
"""How far letters reach above and below their baseline, in parts of the size of the font."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Frame(NamedTuple):
    """The block that lines of text stand in: the edges of what is inside of it."""

    left: float
    right: float
    is_cell: bool


class PlacedText(NamedTuple):
    """A piece of text in a line, and how far its letters reach."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    frame: Frame
    in_margin: bool
    in_heading: bool


class PlacedPicture(NamedTuple):
    """A picture or drawing."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page: its size, the edges of what is between its margins, and what stands on it.

    ``paper`` is the name of the page in the style sheet. ``lines`` are the boxes of the lines of each block
    that has more than one.
    """

    number: int
    width: float
    height: float
    top: float
    bottom: float
    paper: str
    texts: tuple[PlacedText, ...]
    pictures: tuple[PlacedPicture, ...]
    lines: tuple[tuple[Any, ...], ...]

    @property
    def cover(self) -> bool:
        """Whether it is a page without margins."""
        return self.top == 0

    @property
    def body(self) -> tuple[PlacedText, ...]:
        """What stands between the margins."""
        return tuple(text for text in self.texts if not text.in_margin)

    @property
    def filled(self) -> float:
        """How far down the page is filled, from 0 to 1."""
        bottoms = [*(text.bottom for text in self.body), *(picture.bottom for picture in self.pictures)]
        return (max(bottoms) - self.top) / (self.bottom - self.top) if bottoms else 0.0


def is_margin(box: Any) -> bool:
    """Return whether a box on a page is one of its margins or that of its footnotes."""
    return is_box(box, "MarginBox") or is_box(box, "FootnoteAreaBox")


def placed_page(page: Any, number: int) -> PlacedPage:
    """Return what stands on a page, of which ``page`` is the box."""
    walk = _Walk()
    for box in page.children:
        walk.through(box, is_margin(box), in_heading=False)
    top = page.margin_top
    return PlacedPage(
        number,
        page.margin_width(),
        page.margin_height(),
        top,
        top + page.height,
        page.page_type.name or "",
        tuple(walk.texts),
        tuple(walk.pictures),
        tuple(walk.lines),
    )


class _Walk:
    """Gathers what stands in boxes."""

    def __init__(self) -> None:
        self.texts: list[PlacedText] = []
        self.pictures: list[PlacedPicture] = []
        self.lines: list[tuple[Any, ...]] = []
        self._frame = Frame(0, 0, is_cell=False)

    def through(self, box: Any, in_margin: bool, in_heading: bool) -> None:
        box = placed(box)
        if is_box(box, "TextBox"):
            self._text(box, in_margin, in_heading)
            return
        if is_box(box, "ReplacedBox"):
            left, top = box.content_box_x(), box.content_box_y()
            self.pictures.append(PlacedPicture(left, top, left + box.width, top + box.height))
            return
        children = getattr(box, "children", ())
        if not children:
            return
        in_heading = in_heading or box.element_tag in HEADINGS
        before = self._frame
        if is_box(children[0], "LineBox"):
            self._frame = _frame_of(box)
            if len(children) > 1:
                self.lines.append(tuple(children))
        for child in children:
            self.through(child, in_margin, in_heading)
        self._frame = before

    def _text(self, box: Any, in_margin: bool, in_heading: bool) -> None:
        if not box.text.strip():
            return
        size, baseline = box.style["font_size"], box.position_y + box.baseline
        left, right = box.position_x, box.position_x + box.width
        top, bottom = baseline - _ABOVE * size, baseline + _BELOW * size
        self.texts.append(PlacedText(box.text, left, top, right, bottom, self._frame, in_margin, in_heading))


def _frame_of(box: Any) -> Frame:
    left = box.content_box_x()
    return Frame(left, left + box.width, is_box(box, "TableCellBox"))


def text_in(box: Any) -> str:
    """Return the text of a box."""
    return " ".join(_pieces(box))


def _pieces(box: Any) -> Iterator[str]:
    box = placed(box)
    if is_box(box, "TextBox"):
        yield box.text
    elif is_box(box, "LineBox"):
        yield "".join(piece for child in box.children for piece in _pieces(child))
    else:
        for child in getattr(box, "children", ()):
            yield from _pieces(child)

"""A unit of a report that was laid out and written: all that its file needs to become pages of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from omi_report.render.pdf.archival import Rights
from omi_report.render.pdf.checks.fault import LayoutFault
from omi_report.render.pdf.checks.filled_pages import FilledPage
from omi_report.render.pdf.figures_beside import FigureBeside
from omi_report.render.pdf.page_marks import TextLines


class Anchor(NamedTuple):
    """A place that has a name: its page, from 0 on, and its point in points from the page's lower left corner."""

    name: str
    page: int
    x: float
    y: float


class Bookmark(NamedTuple):
    """An entry of the bookmarks; ``level`` is that of its heading, from 1 on."""

    level: int
    label: str
    anchor: Anchor
    closed: bool


class PageNumberPlace(NamedTuple):
    """A place on a page for the number of a page.

    ``name`` is that of the place on the page whose number it is; without one it is the page's own. ``width`` is that
    of the place in the units of the page's text; ``share`` of what the number leaves free is in front of it.
    """

    name: str
    width: float
    share: float


@dataclass(frozen=True, slots=True)
class UsedFont:
    """A font that a unit is written in.

    ``traits`` are what WeasyPrint knows of the font, by the names of its attributes, and ``file`` is the digest of its
    file. ``widths`` and ``said`` are those of the glyphs that are used: thousandths of the size, and what they say.
    """

    name: str
    file: str
    traits: Mapping[str, Any]
    widths: Mapping[int, int]
    said: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """Pages of a report.

    ``file`` is a PDF of the pages without fonts, with their tags. ``anchors`` are in the order of the pages,
    ``titles`` are the headings of elements by their ids. ``is_short`` says that what follows goes on
    on its last page, if it may stand there. ``page_numbers`` are those of pages that are counted: only of a print page
    in one piece, whose style may count as it likes. ``fonts`` says which ``font_files`` are needed, by their digests.
    ``lines`` are there where the pages get the marks of a draft.
    """

    file: bytes
    pages: tuple[FilledPage, ...]
    anchors: tuple[Anchor, ...]
    bookmarks: tuple[Bookmark, ...]
    numbers: tuple[PageNumberPlace, ...]
    titles: Mapping[str, str]
    fonts: tuple[UsedFont, ...]
    lines: tuple[TextLines, ...]
    figures: tuple[tuple[FigureBeside, ...], ...]
    faults: tuple[LayoutFault, ...]
    rights: Rights
    identifier: str
    is_short: bool
    page_numbers: tuple[int, ...]
    font_files: Mapping[str, bytes]

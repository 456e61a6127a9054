"""What a Word file looks like in a look: its colours, which are those of the printed report, its font and its measures.

Sizes are in points, measures in twentieths of a point, as Word has them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from omi_report.render.charts.bars import Palette
from omi_report.render.look import Look
from omi_report.resources import templates_folder

FONT = "Atkinson Hyperlegible Next"
SUBSTITUTE = "Arial"
"""What Word takes where the font is not installed."""

A4 = (11906, 16838)
_EDGE = 12
"""From the edge of the paper to header and footer, in millimetres."""

MILLIMETRE = 56.6929
"""In twentieths of a point."""

_COLOUR = re.compile(r"--([a-z-]+):\s*#([0-9a-fA-F]{6})\b")


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The paper and its margins, in twentieths of a point: width and height of an upright page, and each margin.

    ``margins`` are those of the four sides, and ``header`` and ``footer`` from the edge of the paper.
    """

    size: tuple[int, int]
    margins: Mapping[str, int]

    def width(self, *, across: bool = False) -> int:
        """Return how wide the text is."""
        return self.size[across] - self.margins["left"] - self.margins["right"]


@dataclass(frozen=True, slots=True)
class Theme:
    """The looks of a file: ``colours`` by the names that the styles of print have for them, as RRGGBB."""

    colours: Mapping[str, str]
    palette: Palette
    large: bool
    leading: float
    hang: int
    page: PageSetup

    def size(self, sizes: tuple[float, float]) -> float:
        """Return the size of letters of this edition, of those of the standard edition and of large print."""
        return sizes[self.large]

    @property
    def width(self) -> int:
        """How wide the text is on an upright page."""
        return self.page.width()

    @property
    def width_across(self) -> int:
        """How wide the text is on a page across."""
        return self.page.width(across=True)


def theme_of(look: Look, page: PageSetup | None = None) -> Theme:
    """Return the theme of a look, on pages of a house's own if it has any."""
    large = look.edition == "large-print"
    return Theme(
        colours=_colours(look),
        palette=look.palette,
        large=large,
        leading=1.14 if large else 1.1,
        hang=round((13 if large else 9.5) * MILLIMETRE),
        page=page or _page(22 if large else 25),
    )


def _page(margin: float) -> PageSetup:
    sides = dict.fromkeys(("top", "right", "bottom", "left"), round(margin * MILLIMETRE))
    return PageSetup(A4, sides | dict.fromkeys(("header", "footer"), round(_EDGE * MILLIMETRE)))


def _colours(look: Look) -> dict[str, str]:
    """The colours that the sheets of print define, the last of a name counting."""
    sheets = ((templates_folder() / name).read_text("utf-8") for name in look.styles("print"))
    return {name: value.upper() for sheet in sheets for name, value in _COLOUR.findall(sheet)}

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
MILLIMETRE = 56.6929
"""In twentieths of a point."""

_COLOUR = re.compile(r"--([a-z-]+):\s*#([0-9a-fA-F]{6})\b")


@dataclass(frozen=True, slots=True)
class Theme:
    """The looks of a file: ``colours`` by the names that the styles of print have for them, as RRGGBB."""

    colours: Mapping[str, str]
    palette: Palette
    large: bool
    leading: float
    hang: int
    margin: int

    def size(self, sizes: tuple[float, float]) -> float:
        """Return the size of letters of this edition, of those of the standard edition and of large print."""
        return sizes[self.large]

    @property
    def width(self) -> int:
        """How wide the text is on an upright page."""
        return A4[0] - 2 * self.margin

    @property
    def width_across(self) -> int:
        """How wide the text is on a page across."""
        return A4[1] - 2 * self.margin


def theme_of(look: Look) -> Theme:
    """Return the theme of a look."""
    large = look.edition == "large-print"
    return Theme(
        colours=_colours(look),
        palette=look.palette,
        large=large,
        leading=1.3 if large else 1.25,
        hang=round((13 if large else 9.5) * MILLIMETRE),
        margin=round((22 if large else 25) * MILLIMETRE),
    )


def _colours(look: Look) -> dict[str, str]:
    """The colours that the sheets of print define, the last of a name counting."""
    sheets = ((templates_folder() / name).read_text("utf-8") for name in look.styles("print"))
    return {name: value.upper() for sheet in sheets for name, value in _COLOUR.findall(sheet)}

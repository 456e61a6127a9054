"""Frames around paragraphs that belong together: borders and grounds of the paragraphs themselves, no layout tables.

Word draws one frame around neighbours whose borders and indents are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from omi_report.render.docx.markup import tag
from omi_report.render.docx.theme import Theme

_SIDES = ("top", "left", "bottom", "right")
_ROOM = 170
"""From the edge of the text to the words in a frame, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class WordFrame:
    """A frame: its line on some sides, and its ground, by colours of a theme.

    ``line`` is what Word calls it, and ``width`` in eighths of a point.
    """

    style: str
    line: str = "single"
    width: int = 12
    colour: str = "teal"
    ground: str = ""
    sides: tuple[str, ...] = _SIDES

    @property
    def heading(self) -> str:
        """The name of the style of its headings."""
        return f"{self.style} Heading"

    def properties(self, theme: Theme) -> dict[str, str]:
        """Return the properties of a paragraph in the frame."""
        colour = theme.colours[self.colour]
        borders = (tag(f"w:{side}", val=self.line, sz=self.width, space=8, color=colour) for side in self.sides)
        found = {"pBdr": tag("w:pBdr", *borders), "ind": tag("w:ind", left=_ROOM, right=_ROOM)}
        ground = theme.colours[self.ground] if self.ground else "FFFFFF"
        if ground != "FFFFFF":
            found["shd"] = tag("w:shd", val="clear", color="auto", fill=ground)
        return found


_BAR = ("left",)

FRAMES: Final[Mapping[str, WordFrame]] = {
    "good": WordFrame("Box Good"),
    "poor": WordFrame("Box Poor", line="dashed", colour="warm"),
    "neutral": WordFrame("Box Neutral", width=4, colour="quiet"),
    "notice": WordFrame("Notice", width=20, colour="warm", ground="warm-tint", sides=_BAR),
    "statement": WordFrame("Statement", width=20, ground="tint", sides=_BAR),
    "story": WordFrame("Story", width=12, colour="rule", ground="warm-tint", sides=_BAR),
    "recommended": WordFrame("Recommended", width=12, colour="rule", sides=_BAR),
}
"""Frames by what they are for."""

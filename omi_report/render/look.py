"""What a report looks like: its edition and its theme, and the style sheets and colours that make them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, cast, get_args

from omi_report.errors import OutputError
from omi_report.problems import meant_or_all
from omi_report.render.charts.bars import BLACK_ON_WHITE, STANDARD, Palette

Medium: TypeAlias = Literal["screen", "print"]
Edition: TypeAlias = Literal["standard", "large-print"]
Theme: TypeAlias = Literal["standard", "high-contrast"]

EDITIONS: Final[tuple[Edition, ...]] = get_args(Edition)
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)

FORMATS: Final[Mapping[str, str]] = {"html": "html", "pdf": "pdf", "json": "json", "docx": "docx", "govspeak": "md"}
"""What omi itself makes of a report: the option by which it is asked for, and the ending of its file."""

EXTRA_STYLE = "css/extra.css"
"""The sheet that a template folder may add, after all of omi's and for both media."""


@dataclass(frozen=True, slots=True)
class Look:
    """An edition in a theme. The report says the same in every look. A ``redline`` shows what changed in it.

    ``glance`` is the look of the page at a glance by itself; it is ``tight`` where it would not fit on its page else.
    """

    edition: Edition = "standard"
    theme: Theme = "standard"
    redline: bool = False
    glance: bool = False
    tight: bool = False

    @property
    def chosen(self) -> tuple[str, ...]:
        """The edition and the theme that are not standard: they are the end of a file's name."""
        return tuple(name for name in (self.edition, self.theme) if name != "standard")

    @property
    def file_name(self) -> str:
        """The name of the report's files, without its ending."""
        return "-".join(("redline" if self.redline else "glance" if self.glance else "report", *self.chosen))

    @property
    def manifest_name(self) -> str:
        """The name of the manifest beside the files: each look has its own."""
        return "-".join(("manifest", *(["glance"] if self.glance else []), *self.chosen)) + ".json"

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of a page."""
        return (*self.chosen, *(["tight"] if self.tight else []))

    @property
    def most_pages(self) -> int | None:
        """How many pages the PDF may have. Letters that may not be smaller need the room that they need."""
        return 1 if self.glance and self.edition == "standard" else None

    def styles(self, medium: Medium) -> tuple[str, ...]:
        """The style sheets of a page, in the order in which they count."""
        more = (*(["redline"] if self.redline else []), *(["glance"] if self.glance else []), *self.chosen)
        return ("css/common.css", f"css/{medium}.css", *(f"css/{name}/{medium}.css" for name in more))

    @property
    def number_size(self) -> float:
        """The size of the numbers beside the lines of a draft, in points: in large print, that of all letters."""
        return 16.0 if self.edition == "large-print" else 7.0

    @property
    def palette(self) -> Palette:
        """The colours of the drawings, and the size of their letters."""
        palette = BLACK_ON_WHITE if self.theme == "high-contrast" else STANDARD
        return replace(palette, letters=22) if self.edition == "large-print" else palette


def look_named(edition: str, theme: str) -> Look:
    """Return the look of an edition in a theme. Raises OutputError where there is no such edition or theme."""
    for what, name, known in (("edition", edition, EDITIONS), ("theme", theme, THEMES)):
        if name not in known:
            raise OutputError(f"there is no {what} «{name}»: {meant_or_all(name, known)}")
    return Look(cast("Edition", edition), cast("Theme", theme))

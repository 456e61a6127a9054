"""What a build is asked for, where its files go, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.errors import OutputError
from omi_report.source.places import slug_of

RENDER_PDF = "omi_report.render.pdf.layout", "render_pdf"
"""The module of the function that lays out a report, and its name: it can be imported beside everything else."""

if TYPE_CHECKING:
    from omi_report.render.look import Edition, Look, Theme


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written; ``facts`` are what a renderer of a plug-in says of it."""

    path: Path
    size: int
    pages: int = 0
    facts: tuple[tuple[str, str], ...] = ()
    sha256: str = ""

    @property
    def length(self) -> str:
        """How many pages it has, in words."""
        return f"{self.pages} page{'s' * (self.pages != 1)}"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build and where to; ``renderers`` are those of plug-ins, by their names.

    ``glance`` asks for the page at a glance alone, in place of the report. ``word_template`` is a house's own Word
    file, whose styles the report's has.

    ``cache`` says whether pages that have not changed since an earlier build may be taken from it.
    """

    html: bool = True
    pdf: bool = True
    json: bool = False
    docx: bool = False
    govspeak: bool = False
    glance: bool = False
    renderers: tuple[str, ...] = ()
    output: Path = field(default_factory=lambda: Path("build"))
    templates: Path | None = None
    word_template: Path | None = None
    edition: Edition = "standard"
    theme: Theme = "standard"
    cache: bool = True

    @property
    def look(self) -> Look:
        """What the report looks like: its edition in its theme."""
        from omi_report.render.look import Look

        return Look(self.edition, self.theme, glance=self.glance)


def output_places(areas: Iterable[Path], output: Path, ending: str = "", task: str = "build") -> dict[Path, Path]:
    """Return the place of each area's output: one below ``output`` that has the name of the area's own folder.

    It is a folder, or with an ``ending`` (``.json``) a file. Raises OutputError where two areas would be written to
    the same one; ``task`` is what the message tells a user to do with one area at a time.
    """
    places = {area: output / f"{slug_of(area)}{ending}" for area in areas}
    # Some file systems take «Kent» and «kent» for the same name.
    taken: dict[str, Path] = {}
    for area, place in places.items():
        other = taken.setdefault(place.name.casefold(), area)
        if other != area:
            hint = f"{task} them one at a time, each with an --output of its own"
            raise OutputError(f"{other} and {area} would both be written to {place}: {hint}")
    return places

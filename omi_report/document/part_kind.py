"""A kind of part of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from omi_report.model.kinds import FileKind, M

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.document.tree import Part
    from omi_report.model.outline import PlacedPart

Build = Callable[["PlacedPart", "BuildContext"], Iterable["Part"]]
"""Builds what the report has in a place: one part as a rule, and one for each section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartKind(FileKind[M]):
    """A kind of part: its file, and what of it stands where in the report."""

    build: Build
    part: str = ""
    """What its parts are called, if not by its id: the sections are parts, and each is a section."""
    in_contents: bool = True
    """Whether the contents list the part."""
    lists_parts: bool = False
    """Whether it lists what the other parts hold, and so is built when they are there."""

    @property
    def template(self) -> str:
        """The name that its parts have as their kind, and their template without its ending."""
        return self.part or self.id

"""A kind of part of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from omi_report.model.kinds import FileKind, M
from omi_report.model.part_files import part_file

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.document.tree import Part
    from omi_report.model.framework import FrameworkPart
    from omi_report.model.outline import PlacedPart
    from omi_report.scoring.results import Result

ScorePlaces = Callable[["Result", "BuildContext"], Iterable[str]]
"""Says in words where the parts of a kind print the score or the rating of a result: «in the glance»."""


def nowhere(_result: Result, _context: BuildContext) -> Iterable[str]:
    """Print no scores."""
    return ()


Build = Callable[["PlacedPart", "BuildContext"], Iterable["Part"]]
"""Builds the parts for a place of the report: one as a rule; for the sections, one each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartKind(FileKind[M]):
    """A kind of part: its file, and how its part of the report is built."""

    build: Build
    order: int
    """Its place among the kinds: texts are read, and files are listed, in this order. Numbers leave room between."""
    part: str = ""
    """The name of one of its parts, if that is not its id: the kind ``sections`` builds parts called ``section``."""
    in_contents: bool = True
    """Whether the contents list the part."""
    score_places: ScorePlaces = nowhere
    """Where its parts print a score or a rating, for `omi why`; words for things stand in it as in messages."""
    has_alone: bool = False
    """Whether the part is all that some readers want, so that it can be had as a page of its own."""
    lists_parts: bool = False
    """Whether it lists what the other parts hold. It is then built after them."""

    @property
    def template(self) -> str:
        """The ``kind`` of its parts in the document, which is also the name of their template without its ending."""
        return self.part or self.id


def for_part(kind: PartKind[M], part: FrameworkPart, **facts: Callable[..., Iterable[Any]]) -> PartKind[M]:
    """Return the kind of the file that one part has of its own.

    ``facts`` are the kind's functions by their names, `scaffold` among them; each is given the part first.
    """
    bound: dict[str, Any] = {name: partial(fact, part) for name, fact in facts.items()}
    return replace(kind, file=part_file(part.name), scope=part.name, **bound)

"""The comments on the drafts of an area: their file, read by itself, and the places of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from omi_report.beside import beside
from omi_report.inspection import Inspection, remembered
from omi_report.model.area import Area
from omi_report.model.comments import COMMENTS, Comment, Comments
from omi_report.model.outline import chart_id, criterion_id, section_id, table_id
from omi_report.problems import Problem
from omi_report.source.tree import Path


@dataclass(frozen=True, slots=True)
class Commented:
    """The comments of an area. ``held`` is None where the file cannot be read, for which ``problems`` say why.

    ``alone`` is an inspection under the same framework that holds the comments and nothing else of the area. ``places``
    are the addresses of the report, in its order; they are ``known`` where all its files could be read.
    """

    inspection: Inspection
    alone: Inspection
    held: Comments | None
    problems: tuple[Problem, ...]
    places: tuple[str, ...]
    known: bool

    @property
    def area(self) -> Area:
        """The comments by themselves, as an area: it knows the places of its values."""
        return self.alone.area

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments, in the order of the file."""
        return self.held.comments if self.held else ()

    @property
    def texts(self) -> dict[str, str]:
        """The texts in which problems of the file can be shown, by their paths as shown."""
        return {file.shown: file.text for file in self.area.files.values()}

    def with_paths(self) -> Iterator[tuple[Path, Comment]]:
        """Yield every comment with its path in the file."""
        for at, comment in enumerate(self.comments):
            yield ("comments", at), comment

    def has_place(self, address: str) -> bool:
        """Say whether the report has an address, or a place that what is at such an address holds."""
        return any(holds(each, address) for each in self.places)


def holds(place: str, address: str) -> bool:
    """Say whether an address is that of a place, or of something that stands in it."""
    return address == place or address.startswith(f"{place}-")


@remembered
def commented(inspection: Inspection) -> Commented | None:
    """Return the comments of an area; None where it has none, or where its framework has a part of the name."""
    read = beside(inspection, COMMENTS)
    if read is None:
        return None
    places = tuple(dict.fromkeys(_places(inspection)))
    return Commented(inspection, read.alone, read.held, read.problems, places, known=not inspection.area.unread)


def _places(inspection: Inspection) -> Iterator[str]:
    """The addresses that the outline of a report gives, in its order as far as the outline tells it."""
    outline, area = inspection.outline, inspection.area
    for placed in outline.parts:
        yield placed.id
        if area.kinds[placed.part.kind].holds_criteria:
            yield from _of_sections(inspection)
    for several in (*outline.entries.values(), *outline.boxes.values()):
        for address in several:
            yield from (address.id, *address.also)
    yield from map(table_id, outline.tables.values())
    yield from map(chart_id, outline.charts.values())


def _of_sections(inspection: Inspection) -> Iterator[str]:
    """The addresses of the sections, of the criteria of each, and of the findings of each criterion."""
    by_criterion: dict[str, list[str]] = {}
    for placed in inspection.outline.placed.values():
        for finding in placed:
            by_criterion.setdefault(finding.criterion, []).extend((finding.id, finding.place_id))
    for section in inspection.framework.sections:
        yield section_id(section.number)
        for criterion in section.criteria:
            yield criterion_id(criterion.number)
            yield from by_criterion.get(criterion.number, ())

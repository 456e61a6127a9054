"""The titles in an area's files, such as those of stories. They are no Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.area import Area, Prose
from omi_report.model.base import Text
from omi_report.model.facts import REPORT_SCOPE, Manner
from omi_report.model.places_in_framework import titles_in
from omi_report.source.tree import Path, Scalar, find


def titles_of(area: Area) -> Iterator[Prose]:
    """Yield the titles of the area's files, of stories for example, and those of a framework in its folder."""
    for file, path in area.ask(lambda kind: kind.titles):
        yield from _title(area, file, path)
    if area.framework_file:
        for path in titles_in(area.framework):
            yield from _title(area, area.framework_file, path, "standard")


def _title(area: Area, file: str, path: Path, manner: Manner = "note") -> Iterator[Prose]:
    """The title at a place of a file; none where it has been left out."""
    source = area.files.get(file)
    title = find(source.root, path) if source and source.root is not None else None
    if isinstance(title, Scalar):
        yield Prose(file, path, REPORT_SCOPE, Text.of(title), manner=manner)

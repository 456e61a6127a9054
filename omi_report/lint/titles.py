"""The titles in an area's files, such as those of stories. They are no Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.area import Area, Prose
from omi_report.model.base import Text
from omi_report.model.facts import REPORT_SCOPE
from omi_report.source.tree import Scalar, find


def titles_of(area: Area) -> Iterator[Prose]:
    """Yield the titles that entries of the area's files have, of stories for example."""
    for file, path in area.ask(lambda kind: kind.titles):
        source = area.files.get(file)
        title = find(source.root, path) if source and source.root is not None else None
        if isinstance(title, Scalar):
            yield Prose(file, path, REPORT_SCOPE, Text.of(title))

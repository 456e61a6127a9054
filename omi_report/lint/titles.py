"""The titles that stand in an area's files and are no texts of their own."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.area import SUMMARY_SCOPE, Area, Prose
from omi_report.model.base import Text
from omi_report.source.tree import Path, Scalar, find


def titles_of(area: Area) -> Iterator[Prose]:
    """Yield the titles of the stories and of the groups of service users."""
    stories = len(area.good_practice.stories) if area.good_practice else 0
    groups = len(area.service_users.groups) if area.service_users else 0
    for file, key, count in (("good-practice.yaml", "stories", stories), ("service-users.yaml", "groups", groups)):
        source = area.files.get(file)
        for index in range(count):
            path: Path = (key, index, "title")
            title = find(source.root, path) if source and source.root is not None else None
            if isinstance(title, Scalar):
                yield Prose(file, path, SUMMARY_SCOPE, Text.of(title))

"""The texts that tell of single people: examples of good practice, and what service users said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from omi_report.model.area import Area
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Path, Scalar, find

STORIES = "good-practice.yaml"
SERVICE_USERS = "service-users.yaml"


class Told(NamedTuple):
    """A title or a text, as it stands in its file, and the names in it that are declared."""

    file: SourceFile
    value: Scalar
    pseudonyms: tuple[str, ...] = ()

    @property
    def is_story(self) -> bool:
        """Whether it is of an example of good practice, which can declare pseudonyms."""
        return self.file.name == STORIES


def told(area: Area) -> Iterator[Told]:
    """Yield the titles and texts of the stories and of the groups of service users."""
    for index, story in enumerate(area.good_practice.stories if area.good_practice else ()):
        yield from _texts(area, STORIES, ("stories", index), story.pseudonyms)
    for index, _group in enumerate(area.service_users.groups if area.service_users else ()):
        yield from _texts(area, SERVICE_USERS, ("groups", index))


def _texts(area: Area, name: str, path: Path, pseudonyms: tuple[str, ...] = ()) -> Iterator[Told]:
    file = area.files[name]
    for key in ("title", "text"):
        value = find(file.root, (*path, key)) if file.root is not None else None
        if isinstance(value, Scalar):
            yield Told(file, value, pseudonyms)

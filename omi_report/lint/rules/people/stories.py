"""The texts that tell of single people, whose names may have been changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from omi_report.model.area import Area
from omi_report.model.facts import PersonalEntry
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Scalar, find


class Told(NamedTuple):
    """A title or a text, as it stands in its file, and the names in it that are declared."""

    file: SourceFile
    value: Scalar
    pseudonyms: tuple[str, ...] = ()
    is_story: bool = False
    """Whether it is of an entry that can declare pseudonyms."""
    all_of_it: str = ""
    """The title and the text of the story."""


def told(area: Area) -> Iterator[Told]:
    """Yield the titles and texts of all entries that tell of single people."""
    for name, story in area.ask(lambda kind: kind.stories):
        yield from texts_of(area, name, story)


def texts_of(area: Area, name: str, story: PersonalEntry) -> Iterator[Told]:
    """Yield the title and the text of an entry of a file."""
    file = area.files[name]
    found = [find(file.root, path) for path in (story.title, story.text)] if file.root is not None else []
    values = [value for value in found if isinstance(value, Scalar)]
    for value in values:
        yield Told(file, value, story.pseudonyms, story.declared is not None, "\n".join(values))


def unused(text: str, pseudonym: str) -> bool:
    """Say whether a text, or several, do not have a pseudonym."""
    return not _whole(pseudonym).search(text)


@lru_cache(maxsize=64)
def _whole(name: str) -> re.Pattern[str]:
    pattern = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){pattern}(?!\w)")

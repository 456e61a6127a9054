"""The words that a programme itself has in its titles and questions: a report that has them too means them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from omi_report.model.framework import Framework
from omi_report.model.places_in_framework import criteria_in, titles_in
from omi_report.source.tree import Path

_WORD = re.compile(r"[a-z]+")


def programme_vocabulary(framework: Framework) -> frozenset[str]:
    """Return the words of the titles, questions and attributes of a framework, and of the tables that it shows.

    They are in small letters, each with and without an s at its end.
    """
    words = set(_WORD.findall("\n".join(_lines(framework)).lower()))
    return frozenset(words | {f"{word}s" for word in words} | {word.removesuffix("s") for word in words})


def _lines(framework: Framework) -> Iterator[str]:
    for path in titles_in(framework):
        yield _at(framework, path) or ""
    for _path, criterion in criteria_in(framework):
        yield from criterion.shows
    for attribute in framework.attributes.values():
        yield attribute.name or ""
        yield from (value.name for value in attribute.values)


def _at(framework: Framework, path: Path) -> str | None:
    found: Any = framework
    for step in path:
        found = found[step] if isinstance(step, int) else getattr(found, str(step))
    return None if found is None else str(found)

"""Boxes: examples and the like that a report sets in a frame, under a criterion or in a part.

A file that may hold them has a list ``boxes``.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from typing import ClassVar

from omi_report.model.base import Identified, Key, Text, Words
from omi_report.model.findings import Side
from omi_report.model.record import Record, field

LIST = "boxes"
"""The key of the list in a file."""


class BoxKind(Record):
    """A kind of box that a framework has."""

    id: Key = field(about="the name that a box in an area's file gives as its kind: case-study")
    name: Words = field(about="what the report calls one of them: Good practice example")
    side: Side = field(about="good or poor: of work that was done well, or not; neutral: of neither")


class BoxEntry(Identified):
    """A box: what it is, and what it says. Names in it that were changed are its pseudonyms."""

    address_prefix: ClassVar[str] = "box"
    is_scoped: ClassVar[bool] = True

    kind: Key = field(about="one of the framework's kinds of box", names="kind of box")
    title: Words | None = None
    pseudonyms: tuple[Words, ...] = field(default=(), about="names in the text that are not the person's own")
    text: Text


def boxes_of(content: Record) -> tuple[BoxEntry, ...]:
    """Return the boxes of any file; none where it has no list of them."""
    found = getattr(content, LIST, ())
    return found if found and isinstance(found[0], BoxEntry) else ()

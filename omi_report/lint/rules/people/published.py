"""What is published of an area: every value of its YAML files, but no comment and no evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.lint.rules.people.identifiers import Kind, identifiers_in, named_in, number_in, shape_of
from omi_report.lint.scalars import scalars
from omi_report.problems import Location
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Scalar

# Numbers of people, postcodes and dates hold this, as few other values do, and addresses have an @.


class Found(NamedTuple):
    """A stretch of a published value that fits a pattern."""

    file: SourceFile
    value: Scalar
    match: re.Match[str]

    @property
    def text(self) -> str:
        """The characters found, as a message quotes them: a line end in them is a space."""
        start, end = number_in(self.match)
        return " ".join(self.value[start:end].split())

    @property
    def place(self) -> Location:
        """Where they begin."""
        return self.file.inside(self.value, number_in(self.match)[0])

    @property
    def length(self) -> int:
        """How many of them stand on their first line."""
        return length_on_line(self.file, self.value, *number_in(self.match))

    @property
    def is_named(self) -> bool:
        """Whether words before it show what it is."""
        return number_in(self.match) != self.match.span()

    def length_of(self, group: int | str) -> int:
        """How many characters of a group of the pattern stand on the first line of the group."""
        return length_on_line(self.file, self.value, *self.match.span(group))


def length_on_line(file: SourceFile, value: Scalar, start: int, end: int) -> int:
    """Count the characters from ``start`` up to ``end`` of a value that stand on the first line of them."""
    first, last = file.inside(value, start), file.inside(value, end - 1)
    if first.line == last.line:
        return max(1, last.column - first.column + 1)
    return max(1, len(file.lines[first.line - 1].rstrip()) - first.column + 1)


def found(inspection: Inspection, pattern: re.Pattern[str], *, standard: bool = True) -> Iterator[Found]:
    """Yield each stretch of a published value that fits a pattern of numbers, dates or addresses.

    Without ``standard`` the framework is passed over, which gives the inspectorate's own address.
    """
    if not pattern.search(_joined(inspection)):
        return
    for file, value in _values(inspection):
        if standard or file.name != inspection.area.framework_file:
            for match in pattern.finditer(value):
                yield Found(file, value, match)


def found_of(inspection: Inspection, kind: Kind, *, standard: bool = True) -> Iterator[Found]:
    """Yield each identifier of a kind in the published values, by its shape or by the words before it.

    Without ``standard`` the framework is passed over.
    """
    shape, named = shape_of(kind), named_in(kind, _joined_in_small(inspection))
    joined = _joined(inspection)
    if not any(pattern and pattern.search(joined) for pattern in (shape, named)):
        return
    for file, value in _values(inspection):
        if standard or file.name != inspection.area.framework_file:
            for match in identifiers_in(kind, value):
                yield Found(file, value, match)


@remembered
def _values(inspection: Inspection) -> tuple[tuple[SourceFile, Scalar], ...]:
    return tuple(
        (file, node)
        for file, node in scalars(inspection)
        if not node.isalpha() and ("@" in node or ".com/" in node or _worth_reading().search(node))
    )


@remembered
def _joined(inspection: Inspection) -> str:
    """All of the values in one text, which is searched at once; no value of a file holds what stands between them."""
    return "\0".join(value for _file, value in _values(inspection))


@remembered
def _joined_in_small(inspection: Inspection) -> str:
    return _joined(inspection).lower()


@cache
def _worth_reading() -> re.Pattern[str]:
    return re.compile(r"\d[\d\sA-Za-z/.()-]{2}")

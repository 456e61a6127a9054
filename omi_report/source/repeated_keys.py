"""Keys that stand twice in a mapping: each by itself, or all as one where the hyphen of a new entry was lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from omi_report.problems import Location, Problem, excerpt
from omi_report.source import reading_rules as rules
from omi_report.source.tree import Mapping, Node, Scalar


class Repeated(NamedTuple):
    """A key that stands in a mapping already, and the key as it stands there first."""

    key: Scalar
    first: Scalar


def problems_of_keys(
    mapping: Mapping, repeated: Sequence[Repeated], others: dict[Scalar, Node], lines: Sequence[str], file: str
) -> list[Problem]:
    """Return the problems of the keys that stand twice in a mapping; ``others`` are their second values."""
    column = _column_of_hyphen(mapping, lines)
    if column and _is_new_entry(mapping, others):
        key, first = repeated[0]
        hint = f"does a new entry begin here? Then write «- {excerpt(key)}», with the hyphen in column {column}"
        more = f" ({len(repeated) - 1} more of its keys follow)" if len(repeated) > 1 else ""
        hint += f"; else remove one: it stands in line {first.start.line} already"
        return [_problem(key, file, f"the key «{excerpt(key)}» stands here a second time{more}", hint)]
    return [
        _problem(
            key,
            file,
            f"the key «{excerpt(key)}» stands here a second time",
            f"it stands in line {first.start.line} already: remove one, or rename it",
        )
        for key, first in repeated
    ]


def _problem(key: Scalar, file: str, message: str, hint: str) -> Problem:
    return rules.DUPLICATE_KEY.at(Location(file, *key.start), message, hint, length=len(key))


def _is_new_entry(mapping: Mapping, others: dict[Scalar, Node]) -> bool:
    """Whether keys stand twice as they do where two entries have become one: several, and with other values."""
    return len(others) >= min(2, len(mapping)) and any(mapping[key] != value for key, value in others.items())


def _column_of_hyphen(mapping: Mapping, lines: Sequence[str]) -> int:
    """Where the hyphen stands that begins an entry of a list, from 1; 0 where none stands in its line."""
    mark = mapping.written.start_mark
    if lines[mark.line][mark.column] == "{":
        return 0
    before = lines[mark.line][: mark.column]
    return before.rindex("-") + 1 if before.rstrip().endswith("-") else 0

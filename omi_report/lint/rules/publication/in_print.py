"""Which values of an area's files are printed by some kinds of part alone, and whether a report has one of these."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from omi_report.inspection import Inspection

Value: TypeAlias = tuple[str, str]
"""A file and a key at its top."""


class InPrint(NamedTuple):
    """The values that kinds of part print, each with the ids of these kinds; and those that this report prints."""

    kinds: dict[Value, list[str]]
    printed: frozenset[Value]

    def is_printed(self, value: Value) -> bool:
        """Whether the report has a part that prints a value which only some kinds of part print."""
        return value in self.printed


def in_print(inspection: Inspection) -> InPrint:
    """Ask every kind of part what it prints of other files."""
    used = {part.kind for part in inspection.framework.parts}
    kinds: dict[Value, list[str]] = {}
    printed: set[Value] = set()
    for kind in inspection.area.kinds.values():
        for value in kind.prints:
            kinds.setdefault(value, []).append(kind.id)
            if kind.id in used:
                printed.add(value)
    return InPrint(kinds, frozenset(printed))

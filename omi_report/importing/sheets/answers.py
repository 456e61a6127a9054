"""A cell of an export → the answer that it is, by the map and by the ids and names of the framework's answers."""

from __future__ import annotations

from collections.abc import Callable

from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.spellings import value_form
from omi_report.model.evidence_map import ALL_COLUMNS, LEFT_BLANK, MapSource

NO_ANSWER = ""
"""What a cell without an answer is."""

Read = Callable[[str], str | None]
"""Takes what stands in a cell; returns the id of an answer, `NO_ANSWER`, or None where it is none."""


def reader_of(source: MapSource, kind: SheetKind, name: str) -> Read:
    """Return how the cells of a column are read. What the map says goes before what the framework calls its answers."""
    column = kind.columns[name]
    known = dict(kind.written[name])
    known |= {value_form(each): NO_ANSWER for each in source.blank}
    for key in (ALL_COLUMNS, name):
        for written, answer in source.answers.get(key, {}).items():
            meant = NO_ANSWER if answer == LEFT_BLANK else kind.written[name].get(value_form(answer))
            if meant is not None and (not meant or meant in column.answers):
                known[value_form(written)] = meant
    known[""] = NO_ANSWER
    seen: dict[str, str | None] = {"": NO_ANSWER}

    def read(cell: str) -> str | None:
        if cell not in seen:
            seen[cell] = known.get(value_form(cell))
        return seen[cell]

    return read

"""Tables that the framework prints under a criterion: they stand in the file of another part, and are found here.

A framework says that a criterion shows a table of some id. In a report the table stands under the criterion, before its
findings. In an area it stands in a part of several blocks.
"""

from __future__ import annotations

from typing import Any

from omi_report.importing.content import PlaceContent, doubtful
from omi_report.importing.pieces import Doubt, Left
from omi_report.model.findings import letter
from omi_report.model.framework import Framework
from omi_report.model.part_files import part_file

_MOST_WORDS_OF_CAPTION = 30


def place_shown_tables(made: dict[str, PlaceContent], framework: Framework) -> None:
    """Put the tables that criteria show into the files of the parts that hold them.

    A table that the report does not have is put there blank, since the report of an area cannot be made without it.
    """
    parts = [part.name for part in framework.parts if part.kind == "mixed"]
    if not parts:
        return
    for criterion in framework.criteria.values():
        for name in criterion.shows:
            part = next((each for each in parts if name.startswith(each)), parts[0])
            content = made.setdefault(part_file(part), PlaceContent({"blocks": []}))
            source = made.get(f"criteria/{criterion.number}.yaml", PlaceContent())
            content.data.setdefault("blocks", []).append({"table": _table(name, source, criterion.title)})


def _table(name: str, source: PlaceContent, title: str) -> Any:
    """The table of a name, out of what is left of a criterion; a blank one where there is none."""
    for at, left in enumerate(source.left):
        rows = left.piece.rows
        if rows and len(rows) > 1 and all(len(row) == len(rows[0]) for row in rows):
            caption = _caption(source.left, at)
            del source.left[at]
            if caption is not None:
                source.left.remove(caption)
            return _written(name, rows, caption.piece.text if caption else title)
    blank = {"id": name, "caption": "TODO", "columns": _columns(("TODO", "TODO")), "rows": [{"a": "TODO", "b": "TODO"}]}
    return doubtful(blank, Doubt(0, "the report has no such table: write it"))


def _caption(left: list[Left], at: int) -> Left | None:
    before = left[at - 1] if at else None
    short = before is not None and not before.piece.rows and before.piece.words <= _MOST_WORDS_OF_CAPTION
    return before if short and before and not before.piece.text.endswith(".") else None


def _columns(heads: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"id": letter(at), "heading": head} for at, head in enumerate(heads)]


def _written(name: str, rows: tuple[tuple[str, ...], ...], caption: str) -> dict[str, Any]:
    head, *body = rows
    entries = [{letter(at): cell for at, cell in enumerate(row) if cell} for row in body]
    return {"id": name, "caption": " ".join(caption.split()), "columns": _columns(head), "rows": entries}

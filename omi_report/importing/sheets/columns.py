"""Which columns of a sheet are taken for what, by the map; and those that are missing, stand twice, or nobody knows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from omi_report.evidence.grids import SheetGrid, column_of_letters
from omi_report.importing.sheets.causes import Cause, CellPlace, cause_of, quoted_list
from omi_report.importing.sheets.headings import MORE, Heading, Headings
from omi_report.importing.sheets.lettered import (
    cause_of_moved,
    cause_of_twins,
    moved_columns,
    unknown_twins,
)
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.spellings import folded, is_date
from omi_report.model.evidence_map import IGNORED, MapSource
from omi_report.problems import closest, excerpt

_COMPARED = 40
"""So many headings are held against each other."""

_ALIKE = 0.6
"""How alike two of them must be, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class ColumnsTaken:
    """The columns of a sheet: where each question and attribute stands, and the ids.

    ``attributes`` are the names among them that are no questions. ``stops`` says that the rows cannot be read.
    """

    places: Mapping[str, tuple[int, ...]]
    id: int | None
    attributes: frozenset[str] = frozenset()
    ignored: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    notes: tuple[Cause, ...] = ()
    stops: bool = False


def columns_taken(grid: SheetGrid, source: MapSource, kind: SheetKind, headings: Headings) -> ColumnsTaken:
    """Find the columns of the map in a sheet."""
    places: dict[str, list[int]] = {}
    known: set[int] = set()
    ignored: list[str] = []
    missing: list[tuple[str, str]] = []
    twice: list[tuple[str, list[int]]] = []
    ids = source.case if kind.is_cases else source.respondent
    keys = [*source.columns, *([ids] if ids is not None else [])]
    by_heading = {called[0] for key in keys if len(called := headings.called(key)) == 1}
    for key, name in source.columns.items():
        columns = _found(source, headings, key, by_heading)
        known.update(columns)
        if name == IGNORED:
            ignored += [key] if columns else []
        elif len(columns) == 1:
            places.setdefault(name, []).append(columns[0])
        elif columns:
            twice.append((key, columns))
        else:
            missing.append((key, name))
    id_columns = _found(source, headings, ids, by_heading) if ids is not None else []
    known.update(id_columns)
    unknown = [each for each in headings.columns if each.column not in known]
    line = headings.lines[-1] if headings.lines else 1
    moved = moved_columns(source, headings)
    twins = [] if moved else unknown_twins(source, unknown)
    causes = [cause_of_moved(grid, moved, line)] if moved else []
    causes += [cause_of_twins(grid, twins, line)] if twins else []
    missing = [each for each in missing if each[0] not in source.headings or not moved]
    causes += [*missing_columns(grid, missing, unknown, line), *_twice(grid, twice, line)]
    if ids not in source.headings or not moved:
        causes += _no_ids(grid, kind, ids, id_columns, unknown, line)
    return ColumnsTaken(
        {name: tuple(columns) for name, columns in places.items()},
        id_columns[0] if len(id_columns) == 1 else None,
        frozenset(name for name in places if kind.columns[name].kind == "attribute"),
        tuple(ignored),
        tuple(each.joined for each in unknown),
        tuple(causes),
        tuple(_moved(grid, source, headings)),
        stops=bool(moved or twins) or not places or (ids is not None and len(id_columns) != 1),
    )


def _found(source: MapSource, headings: Headings, key: str, by_heading: Collection[int]) -> list[int]:
    """The columns that a key means; one whose heading the map keeps goes by its letters, whatever is called so."""
    column = column_of_letters(key) if key in source.headings else None
    return headings.find(key, by_heading) if column is None else [column]


def missing_columns(grid: SheetGrid, missing: list[tuple[str, str]], unknown: list[Heading], line: int) -> list[Cause]:
    """Return the cause of columns of the map that a sheet does not have, with the headings that they may have now.

    ``missing`` are keys of the map with what they are mapped to, ``unknown`` the headings that nobody knows, in a row.
    """
    if not missing:
        return []
    pairs = renamed([key for key, _name in missing], unknown)
    places = [CellPlace(grid.shown, line, heading.column) for _key, heading in pairs]
    hints = [f"«{excerpt(heading.lowest, 40)}» for «{excerpt(key, 40)}»" for key, heading in pairs]
    dates = [each for each in unknown if is_date(each.lowest)]
    of = f"{len(missing):,} columns of the map" if len(missing) > 1 else "a column of the map"
    message = f"the sheet has not {of}: {quoted_list([key for key, _name in missing])}"
    if dates:
        places = [CellPlace(grid.shown, line, each.column) for each in dates]
        hint = "a spreadsheet has made dates of the numbers of questions: export it again with the headings as text"
    elif hints:
        hint = f"did somebody rename them ({', '.join(hints[:3])})? Then correct the map"
    else:
        hint = "export them as well, or take them out of the map"
    return [cause_of(grid, message, places, hint)]


def renamed(missing: list[str], unknown: list[Heading]) -> list[tuple[str, Heading]]:
    """Return the headings that some keys of a map most likely have now, the most alike first; each of them once."""
    from difflib import SequenceMatcher

    found: list[tuple[float, str, Heading]] = []
    for key in missing[:_COMPARED]:
        form = folded(key).removesuffix(MORE)
        for heading in unknown[:_COMPARED]:
            other = folded(heading.lowest)
            likeness = SequenceMatcher(None, form, other[: len(form) + 10] if key.endswith(MORE) else other).ratio()
            if likeness > _ALIKE:
                found.append((likeness, key, heading))
    pairs: dict[str, Heading] = {}
    for _likeness, key, heading in sorted(found, key=lambda each: -each[0]):
        if key not in pairs and heading not in pairs.values():
            pairs[key] = heading
    return list(pairs.items())


def _twice(grid: SheetGrid, twice: list[tuple[str, list[int]]], line: int) -> list[Cause]:
    if not twice:
        return []
    places = [CellPlace(grid.shown, line, column) for _key, columns in twice for column in columns]
    message = f"headings of the map stand above several columns: {quoted_list([key for key, _columns in twice])}"
    return [cause_of(grid, message, places, "name the column that is meant by its letters in the map")]


def _no_ids(
    grid: SheetGrid, kind: SheetKind, key: str | None, found: list[int], unknown: list[Heading], line: int
) -> list[Cause]:
    if key is None or len(found) == 1:
        return []
    if found:
        places = [CellPlace(grid.shown, line, column) for column in found]
        message = f"«{excerpt(key, 40)}», the column of the {kind.ids}s' ids, stands there several times"
        return [cause_of(grid, message, places, "name it by its letters in the map")]
    nearest = closest(folded(key), [folded(each.lowest) for each in unknown])
    hint = (
        f"did you mean «{nearest[0]}»? Then correct the map" if nearest else f"say in the map where the {kind.ids}s are"
    )
    return [cause_of(grid, f"there is no column «{excerpt(key, 40)}» with the {kind.ids}s' ids", (), hint)]


def _moved(grid: SheetGrid, source: MapSource, headings: Headings) -> list[Cause]:
    given = source.heading_lines
    if not given or given == headings.lines or not headings.lines:
        return []
    message = (
        f"the headings stand in row {headings.lines[-1]}, not in row {given[-1]} as the map says: they were read there"
    )
    return [cause_of(grid, message)]

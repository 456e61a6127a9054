"""A list of all cases of an area, as any system exports it → the cases that a sample is drawn from, or what is wrong.

It is read as an export of answers is, by what the area's map says of it (``of: caseload``), or by its own headings. A
caseload tells of people: nothing is kept of it but the ids, the attributes that the sampling goes by, and the team, and
no message holds anything else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.tabulate import attribute_columns, form_of_id
from omi_report.importing.sheets.causes import Cause, CellPlace, cause_of, quoted_list
from omi_report.importing.sheets.headings import Headings, find_headings
from omi_report.importing.sheets.rows import NOTE
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.taken import TakenRow, TakenSheet, take
from omi_report.model.evidence import CASE_COLUMN
from omi_report.model.evidence_map import CASELOAD, TEAM, MapSource
from omi_report.model.framework import Framework
from omi_report.problems import excerpt
from omi_report.sampling.draw import CaseloadCase
from omi_report.visible import begins_formula

_FEWEST = 2
"""So many headings of a caseload a sheet has at the least that is taken for one of several."""

_GUESS = "--guess proposes a map that says what each heading and each value is"


@dataclass(frozen=True)
class ReadCaseload:
    """The cases of a caseload and the sheet that they stand in, and what is wrong or to be told; else no cases.

    ``other_headings`` says that it lacks headings that were looked for, and no map says otherwise.
    """

    cases: tuple[CaseloadCase, ...] = ()
    sheet: TakenSheet | None = None
    causes: tuple[Cause, ...] = ()
    notes: tuple[Cause, ...] = ()
    other_headings: bool = False


def caseload_kind(framework: Framework) -> SheetKind:
    """Return what a caseload holds under a framework: the attributes that its sampling goes by."""
    assert framework.sampling is not None
    attributes = {name: framework.attributes[name] for name in framework.sampling.attributes}
    texts = {name: each.name for name, each in attributes.items() if each.name}
    return SheetKind(CASELOAD, CASE_COLUMN, attribute_columns(attributes), texts)


def by_its_headings(kind: SheetKind, ids: str) -> MapSource:
    """Return how a caseload is read that no map tells of: attributes stand under their names, the ids under ``ids``."""
    return MapSource(of=CASELOAD, case=ids, team=TEAM, columns={name: name for name in kind.columns})


def sheet_of_caseload(grids: Sequence[SheetGrid], source: MapSource, title: str = "") -> SheetGrid | Cause:
    """Return the sheet of a file that is the caseload: the one that is named, or the only one with its headings."""
    titled = [each for each in grids if each.title.casefold() == title.casefold()] if title else list(grids)
    fitting = titled if len(titled) < 2 else [each for each in titled if _held(each, source) >= _FEWEST]
    if len(fitting) == 1:
        return fitting[0]
    names = quoted_list([each.title or each.file for each in grids])
    if title:
        return Cause("", f"there is no sheet «{excerpt(title, 40)}»", f"the sheets are {names}")
    which = "several of" if fitting else "none of"
    hint = "name the one that is meant with --sheet"
    return Cause("", f"{which} the sheets {names} have the headings of a caseload", hint)


def read_caseload(grid: SheetGrid, source: MapSource, kind: SheetKind, *, mapped: bool) -> ReadCaseload:
    """Read a caseload by what is said of it. ``mapped`` says whether a map does, and not its headings alone."""
    headings = find_headings(grid, source)
    missing = [] if mapped else _missing(source, headings)
    if missing:
        return ReadCaseload(causes=(_of_missing(grid, source, headings, missing),), other_headings=True)
    unnamed = [name for name in kind.columns if name not in source.columns.values()]
    if unnamed:
        message = f"the map names no column for {quoted_list(unnamed, len(unnamed))}"
        hint = "write under «columns» which column it is; the sampling of the framework goes by it"
        return ReadCaseload(causes=(cause_of(grid, message, (), hint),))
    sheet = take(grid, source, kind)
    causes = [_told(each, mapped=mapped) for each in sheet.causes]
    rows = [*sheet.rows, *_empty_rows(grid, sheet)]
    team = headings.called(source.team) if source.team else []
    if len(team) > 1 or (mapped and source.team and not team):
        often = "stands above several columns" if team else "stands above no column"
        causes.append(cause_of(grid, f"«{source.team}», the column of the teams, {often}", (), "correct the map"))
    if not causes:
        causes += _wrong_rows(grid, kind, rows)
    cases = tuple(_case(grid, kind, row, team[0] if team else None) for row in rows)
    if not causes:
        causes += _formulas(grid, rows, cases, team)
    if not causes and not cases:
        causes.append(cause_of(grid, "the caseload has no cases", (), "is it the right file?"))
    notes = tuple(replace(each, places=_without_cases(each.places)) for each in sheet.notes)
    return ReadCaseload(() if causes else cases, sheet, tuple(causes), notes)


def _held(grid: SheetGrid, source: MapSource) -> int:
    headings = find_headings(grid, source)
    return sum(bool(headings.called(each)) for each in (*source.columns, *filter(None, (source.case,))))


def _missing(source: MapSource, headings: Headings) -> list[str]:
    """The headings that a caseload lacks."""
    return [each for each in (source.case or CASE_COLUMN, *source.columns) if not headings.called(each)]


def _of_missing(grid: SheetGrid, source: MapSource, headings: Headings, missing: Sequence[str]) -> Cause:
    looked = 1 + len(source.columns)
    line = headings.lines[-1] if headings.lines else 1
    if len(missing) == looked:
        message = f"none of the headings that are looked for stands in its first rows: {quoted_list(missing, looked)}"
        return cause_of(grid, message, (), _GUESS)
    ids = [f"there is no column «{source.case}» with the cases' ids"] if source.case in missing else []
    names = [each for each in missing if each != source.case]
    no = "are no columns for the attributes" if len(names) > 1 else "is no column for the attribute"
    said = [*ids, *([f"there {no} {quoted_list(names, len(names))}"] if names else [])]
    hint = f"{'--id names the column of the ids; ' if ids else ''}{_GUESS}"
    return cause_of(grid, f"{' and '.join(said)} in row {line}", (), hint)


def _empty_rows(grid: SheetGrid, sheet: TakenSheet) -> Iterator[TakenRow]:
    """Rows that have an id and more, and none of the attributes: they are cases, and no notes below the list."""
    at = sheet.columns.id
    for line in sheet.left_out.get(NOTE, ()):
        cells = grid.by_line[line]
        if at is not None and at < len(cells) and cells[at].strip() and sum(bool(each.strip()) for each in cells) > 1:
            yield TakenRow(CellPlace(grid.shown, line), cells[at].strip(), {}, {})


def _wrong_rows(grid: SheetGrid, kind: SheetKind, rows: Sequence[TakenRow]) -> Iterator[Cause]:
    """Cases that stand there several times, and those without an attribute."""
    first: dict[str, TakenRow] = {}
    again: list[TakenRow] = []
    others: Counter[str] = Counter()
    differing = 0
    for row in rows:
        before = first.setdefault(form_of_id(row.id), row)
        if before is not row:
            again.append(row)
            names = [name for name in kind.columns if before.answers.get(name) != row.answers.get(name)]
            others.update(names)
            differing += bool(names)
    if again:
        alike = len(again) - differing
        kinds = [f"{alike:,} of them with the same attributes"] if alike else []
        kinds += [f"{differing:,} with others ({', '.join(others)})"] if differing else []
        message = f"{len(again):,} rows are about a case of an earlier row, {' and '.join(kinds)}"
        hint = "leave one row of each case in the list; where they differ, the one that is right"
        yield cause_of(grid, message, [CellPlace(grid.shown, row.place.line) for row in again], hint)
    for name, column in kind.columns.items():
        blank = [row for row in rows if name not in row.answers]
        if blank:
            places = [CellPlace(grid.shown, row.place.line, row.columns.get(name)) for row in blank]
            hint = f"write {', '.join(column.answers)} there"
            yield cause_of(grid, f"cases have no «{name}»", places, hint)


def _case(grid: SheetGrid, kind: SheetKind, row: TakenRow, team: int | None) -> CaseloadCase:
    values = {name: row.answers[name] for name in kind.columns if name in row.answers}
    return CaseloadCase(row.id, values, "" if team is None else grid.at(row.place.line, team).strip())


def _formulas(
    grid: SheetGrid, rows: Sequence[TakenRow], cases: Sequence[CaseloadCase], team: Sequence[int]
) -> Iterator[Cause]:
    """Texts that a spreadsheet would work out, in files that somebody opens with one."""
    hint = "write them without the sign at their head"
    for what, texts in (("an id", [each.id for each in cases]), ("a team", [each.team for each in cases])):
        places = [
            CellPlace(grid.shown, row.place.line, team[0] if what == "a team" else None)
            for row, text in zip(rows, texts, strict=True)
            if begins_formula(text)
        ]
        if places:
            yield cause_of(grid, f"{what} begins as a formula does, which a spreadsheet works out", places, hint)


def _told(cause: Cause, *, mapped: bool) -> Cause:
    """A cause without the ids of cases; where no map says what is written, it is said how to have one."""
    hint = f"{cause.hint}. {_GUESS}" if not mapped and "in the map" in cause.hint else cause.hint
    return replace(cause, hint=hint, places=_without_cases(cause.places))


def _without_cases(places: Sequence[CellPlace]) -> tuple[CellPlace, ...]:
    return tuple(each._replace(case="") for each in places)

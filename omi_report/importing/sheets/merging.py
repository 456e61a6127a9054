"""What several sheets say of the same cases → one row for each, and where they do not agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from omi_report.evidence.tabulate import form_of_id
from omi_report.importing.sheets.causes import Cause, CellPlace
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.taken import TakenRow, TakenSheet

_DIFFERENT = 3
"""From so many answers on that differ, and as a part of those that both rows have, two rows are hardly one case."""


@dataclass(slots=True)
class JoinedCase:
    """A row of the sheet of evidence: its id, its answers, and the rows of the exports that it comes from."""

    id: str
    answers: dict[str, str] = field(default_factory=dict)
    rows: list[TakenRow] = field(default_factory=list)
    from_row: dict[str, TakenRow] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """The rows of one sheet of evidence in the order of the exports, and what is wrong or to be told of them."""

    kind: SheetKind
    cases: tuple[JoinedCase, ...]
    causes: tuple[Cause, ...]
    notes: tuple[Cause, ...]
    more: frozenset[str] = frozenset()
    """Columns that come from elsewhere than the exports."""

    @property
    def columns(self) -> list[str]:
        """The columns that there are, in the order of the framework."""
        present = {name for case in self.cases for row in case.rows for name in row.columns} | self.more
        return [name for name in self.kind.columns if name in present]


def joined(kind: SheetKind, sheets: Iterable[TakenSheet]) -> Joined:
    """Join the rows of sheets by their ids; a row without an id is one by itself."""
    cases: dict[str, JoinedCase] = {}
    conflicts: list[tuple[str, TakenRow, TakenRow, str]] = []
    others: list[tuple[TakenRow, TakenRow]] = []
    again: list[TakenRow] = []
    parted: list[TakenRow] = []
    for at, row in enumerate(row for sheet in sheets for row in sheet.rows):
        case = cases.setdefault(form_of_id(row.id) if row.id else f"\n{at}", JoinedCase(row.id))
        both = [name for name in row.answers if name in case.answers]
        differing = [name for name in both if case.answers[name] != row.answers[name]]
        if len(differing) >= _DIFFERENT and len(differing) * 4 > len(both):
            others.append((case.from_row[differing[0]], row))
        else:
            conflicts += [(name, case.from_row[name], row, case.answers[name]) for name in differing]
            if case.rows and both and not differing and len(both) == len(row.answers):
                again.append(row)
        if not row.is_part and _is_more_of(case, row):
            parted.append(row)
        for name, answer in row.answers.items():
            if case.answers.setdefault(name, answer) == answer:
                case.from_row.setdefault(name, row)
        case.rows.append(row)
    notes = []
    if again:
        places = tuple(each.place for each in again)
        notes.append(
            Cause("", f"rows say nothing that another row of their {kind.ids} does not say", "", places, len(places))
        )
    if parted:
        places = tuple(each.place for each in parted)
        message = f"rows of one sheet are about a {kind.ids} of an earlier row, and were put together with it"
        notes.append(Cause("", message, "", places, len(places)))
    judged = [case for case in cases.values() if not kind.is_cases or _is_judged(kind, case)]
    if len(judged) < len(cases):
        places = tuple(case.rows[0].place for case in cases.values() if not _is_judged(kind, case))
        notes.append(Cause("", "cases have no answer to any question, and were left out", "", places, len(places)))
    return Joined(kind, tuple(judged), tuple(_causes(kind, conflicts, others)), tuple(notes))


def _is_more_of(case: JoinedCase, row: TakenRow) -> bool:
    """Whether a row says more of a case of which another row of its sheet tells."""
    of_sheet = any(each.place.sheet == row.place.sheet for each in case.rows)
    return of_sheet and bool(row.answers.keys() - case.answers.keys())


def _is_judged(kind: SheetKind, case: JoinedCase) -> bool:
    """Whether a question is answered about a case: a list of cases has those too that nobody has judged yet."""
    return any(kind.columns[name].kind == "question" for name in case.answers)


def _causes(
    kind: SheetKind,
    conflicts: list[tuple[str, TakenRow, TakenRow, str]],
    others: list[tuple[TakenRow, TakenRow]],
) -> Iterable[Cause]:
    if others:
        first, second = others[0]
        message = f"one {kind.ids} stands in rows that differ in most answers: {_both(first.place, second.place)}"
        hint = f"correct the {kind.ids} of the one where it is wrong, or leave the older row out of the export"
        yield _of_several(message, hint, [second.place for _first, second in others])
    if conflicts:
        name, before, after, answer = conflicts[0]
        places = (_at(before, name), _at(after, name))
        message = (
            f"one {kind.ids} is answered in two ways: «{name}» of {before.id} is {answer} and {after.answers[name]} "
            f"({_both(*places)})"
        )
        hint = "correct one of the two; a case that two people judge has one agreed answer here"
        yield _of_several(message, hint, [_at(after, name) for name, _before, after, _answer in conflicts])


def _of_several(message: str, hint: str, places: list[CellPlace]) -> Cause:
    return Cause("", message, hint, tuple(places) if len(places) > 1 else (), len(places))


def _at(row: TakenRow, name: str) -> CellPlace:
    return row.place._replace(column=row.columns.get(name))


def _both(first: CellPlace, second: CellPlace) -> str:
    if first.sheet == second.sheet:
        return f"{first.cell} and {second.cell} of {first.sheet}"
    return f"{first.cell} of {first.sheet} and {second.cell} of {second.sheet}"

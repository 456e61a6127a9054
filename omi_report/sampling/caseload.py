"""A list of all cases of an area → those that a sample is drawn from, with every bad cell at its place.

A caseload tells of people. Nothing is kept of it but the ids, the attributes that the sampling goes by, and the team.
"""

from __future__ import annotations

from collections.abc import Mapping

from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.set_apart import SetApart, set_apart
from omi_report.evidence.sheet import NotATableError, Sheet, SheetProblems
from omi_report.evidence.sheet_reading import read_sheet
from omi_report.evidence.table import Known
from omi_report.evidence.tabulate import Tabulated, attribute_columns, tabulate
from omi_report.model.evidence import BLANK
from omi_report.model.framework import Framework
from omi_report.problems import Location, Problem
from omi_report.sampling.draw import CaseloadCase
from omi_report.visible import begins_formula

TEAM = "team"


def read_caseload(
    data: bytes, shown: str, framework: Framework, ids: str
) -> tuple[tuple[CaseloadCase, ...], list[Problem]]:
    """Read a caseload, whose ids stand under a heading, for the sampling of a framework.

    ``shown`` is the path of the file, which says by its ending what it is. There are no cases where anything is wrong.
    """
    assert framework.sampling is not None
    columns = attribute_columns({name: framework.attributes[name] for name in framework.sampling.attributes})
    apart = SetApart()

    def narrowed(sheet: Sheet) -> Sheet:
        nonlocal apart
        narrow, apart = set_apart(sheet, lambda name: name == ids or name in columns, (TEAM,), titles=True)
        if not apart.kept:
            message = "none of the headings that are looked for stands in its first rows"
            hint = f"a row of headings has these: {', '.join((ids, *columns))}"
            raise NotATableError(sheet.place(sheet.header_line, 0), message, hint)
        return narrow

    def reader(sheet: Sheet, found: SheetProblems) -> tuple[CaseloadCase, ...]:
        table = tabulate(sheet, columns, ids, found)
        apart.tell_lengths(found)
        _tell_blanks(table, found)
        return () if found.problems else _cases(table, apart, found)

    cases, problems = read_sheet(data, shown.lower(), shown, reader, lambda: Known(columns, ids), columns=narrowed)
    if not problems and not cases:
        problems.append(rules.NOT_A_TABLE.at(Location(shown), "the caseload has no cases", "is it the right file?"))
    return (() if problems else cases or ()), problems


def counts_of(cases: tuple[CaseloadCase, ...], framework: Framework) -> dict[str, dict[str, int]]:
    """Return how many cases have each value of the attributes that the sampling goes by."""
    assert framework.sampling is not None
    found: dict[str, dict[str, int]] = {}
    for name in framework.sampling.attributes:
        found[name] = dict.fromkeys(framework.attributes[name].ids, 0)
        for case in cases:
            found[name][case.values[name]] += 1
    return found


def _tell_blanks(table: Tabulated, found: SheetProblems) -> None:
    for name, cells in table.answers.columns.items():
        for row, cell in enumerate(cells):
            if cell == BLANK:
                known = ", ".join(table.answers.values[name])
                message = f"the case has no «{name}»"
                found.add(rules.BAD_ATTRIBUTE, table.lines[row], table.indexes[name], message, f"use {known}")


def _cases(table: Tabulated, apart: SetApart, found: SheetProblems) -> tuple[CaseloadCase, ...]:
    answers = table.answers
    cases = []
    for row, (case, line) in enumerate(answers.ids.items()):
        values: Mapping[str, str] = {
            name: answers.values[name][cells[row] - 1] for name, cells in answers.columns.items()
        }
        team = apart.cells[line].get(TEAM, "")
        if begins_formula(team):
            message = f"the team of {case} begins as a formula does, which a spreadsheet works out"
            hint = "write it without the sign at its head"
            found.add(rules.FORMULA, line, apart.index(TEAM), message, hint, length=len(team))
        cases.append(CaseloadCase(case, values, team))
    return tuple(cases)

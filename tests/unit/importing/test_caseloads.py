"""Caseloads in any layout become the cases that they were made of; what is wrong is told, and never who it is."""

from __future__ import annotations

import random
from functools import cache

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.evidence.grids import SheetGrid, read_grids
from omi_report.importing.caseload import ReadCaseload, by_its_headings, caseload_kind, read_caseload
from omi_report.importing.sheets.guess.guesses import guess_caseload
from omi_report.importing.sheets.guess.map_text import map_text
from omi_report.model.framework import Framework
from omi_report.model.shipped import load_framework
from omi_report.sampling.draw import CaseloadCase
from tests.export_layouts import Table, map_of
from tests.exports import csv_of, ods_of, xlsx_of

HEADINGS = {
    "case": ("CRN", "Case ref", "Offender ID"),
    "case_type": ("case_type", "Case type", "CASE TYPE"),
    "roh": ("roh", "RoH", "Risk of harm"),
    "gender": ("gender", "Gender"),
    "ethnicity": ("ethnicity", "Ethnicity"),
    "ppo": ("ppo", "PPO", "Prolific or other priority offender"),
    "approved_premises": ("approved_premises", "Approved premises"),
    "victim_contact": ("victim_contact", "Victim contact", "victim-contact"),
    "team": ("team", "Team", "Office"),
}


@cache
def framework() -> Framework:
    return load_framework("omi-2006", PART_KINDS)


def some_cases(random_: random.Random, size: int = 40) -> list[CaseloadCase]:
    sampling = framework().sampling
    assert sampling is not None
    attributes = {name: framework().attributes[name].ids for name in sampling.attributes}
    return [
        CaseloadCase(
            f"CRN{at:05}",
            {name: random_.choice(values) for name, values in attributes.items()},
            random_.choice(["North", "South"]),
        )
        for at in range(size)
    ]


def written(value: str, spelling: str) -> str:
    if value in ("yes", "no"):
        return {"id": value, "capital": value.capitalize(), "letters": value[0].upper()}[spelling]
    return value if spelling == "id" else value.replace("-", " ").capitalize()


def laid_out(cases: list[CaseloadCase], random_: random.Random) -> list[SheetGrid]:
    """The cases as a system exports them, with what it puts around and beside them."""
    names = [*HEADINGS, "Name", "DOB"]
    random_.shuffle(names)
    spelling = random_.choice(["id", "capital", "letters"])
    called = {name: random_.choice(HEADINGS.get(name, (name,))) for name in names}
    rows: Table = [[called[name] for name in names]]
    for number, each in enumerate(cases):
        own = {"case": each.id, "team": each.team, "Name": f"Nobody{number}, Ann", "DOB": f"1{number % 9}/02/1980"}
        rows.append([own[name] if name in own else written(each.values[name], spelling) for name in names])
    rows[:0] = random_.choice([[], [["Caseload report"], ["Run 28/11/2026"], []]])
    rows += random_.choice([[], [["Total", str(len(cases))]], [[], ["Exported by the system on 3 May 2008"]]])
    match random_.choice(["csv", "csv", "xlsx", "ods"]):
        case "csv":
            delimiter, encoding = random_.choice(",;\t|"), random_.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252"])
            return read_grids(csv_of(rows, delimiter, encoding), "caseload.csv")
        case "xlsx":
            return read_grids(xlsx_of({"Cases": rows}), "caseload.xlsx")
        case _:
            return read_grids(ods_of({"Cases": rows}), "caseload.ods")


def read_by_guess(grids: list[SheetGrid]) -> ReadCaseload:
    (source,) = map_of(map_text(guess_caseload(grids, framework()).sheets)).sources
    return read_caseload(grids[0], source, caseload_kind(framework()), mapped=True)


@pytest.mark.parametrize("seed", range(12))
def test_a_caseload_in_any_layout_comes_back(seed: int) -> None:
    random_ = random.Random(seed)
    cases = some_cases(random_)
    grids = laid_out(cases, random_)
    found = read_by_guess(grids)
    assert not found.causes, [cause.line for cause in found.causes]
    assert list(found.cases) == cases
    assert not guess_caseload(grids, framework()).sheets[0].unsure
    assert "Nobody" not in map_text(guess_caseload(grids, framework()).sheets)


def plain(cases: list[CaseloadCase]) -> Table:
    names = list(cases[0].values)
    rows = [[each.id, "Nobody, Ann", *(each.values[name] for name in names), each.team] for each in cases]
    return [["CRN", "Name", *names, "team"], *rows]


def spoilt(table: Table, kind: str, random_: random.Random) -> str:
    """Do something to a caseload; returns what is to be said of it."""
    row = random_.randrange(1, len(table))
    at = random_.randrange(2, len(table[0]) - 1)
    match kind:
        case "blank":
            table[row][at] = ""
            return f"cases have no «{table[0][at]}»"
        case "blank row":
            table[row][2:-1] = ["" for _each in table[row][2:-1]]
            return "cases have no «case_type»"
        case "word":
            table[row][at] = "Cannot tell"
            return "cells hold what is no answer of theirs"
        case "id lost":
            table[row][0] = ""
            return "rows with answers have no case"
        case "again":
            table.append(list(table[row]))
            return "1 rows are about a case of an earlier row, 1 of them with the same attributes"
        case "scientific":
            table[row][0] = "1.2E+11"
            return "long ids as numbers"
        case "formula":
            table[row][0] = "=1+1"
            return "an id begins as a formula does"
        case "team":
            table[row][-1] = "@SUM(A1)"
            return "a team begins as a formula does"
        case "shifted":
            table[row] = [table[row][0], "oops", *table[row][1:]]
            return "many cells of some rows"
        case _:
            table[0][at] = "Something else"
            return "there is no column for the attribute"


@pytest.mark.parametrize(
    "kind",
    ["blank", "blank row", "word", "id lost", "again", "scientific", "formula", "team", "shifted", "heading"],
)
@pytest.mark.parametrize("seed", range(2))
def test_what_is_wrong_with_a_caseload_is_said_once_and_tells_of_nobody(kind: str, seed: int) -> None:
    random_ = random.Random(f"{kind} {seed}")
    table = plain(some_cases(random_))
    said = spoilt(table, kind, random_)
    (grid,) = read_grids(csv_of(table), "caseload.csv")
    of_caseload = caseload_kind(framework())
    found = read_caseload(grid, by_its_headings(of_caseload, "CRN"), of_caseload, mapped=False)
    lines = [cause.line for cause in found.causes]
    assert sum(said in line for line in lines) == 1, lines
    assert len(lines) <= 8 if kind == "blank row" else len(lines) <= 2, lines
    assert not found.cases
    assert "Nobody" not in "".join(lines)
    assert "CRN0" not in "".join(lines)

"""Exports with a row for each answer: a map is proposed for them, and by it they become the sheet they were made of."""

from __future__ import annotations

import random
from functools import cache

import pytest

from omi_report.evidence.grids import SheetGrid, read_grids
from omi_report.importing.sheets.guess.guesses import guess_sheets
from omi_report.importing.sheets.imported import ImportedSheets, imported_sheets
from omi_report.model.evidence_map import EvidenceMap
from tests.export_layouts import CasesSheet, Table, cases_of, guessed, map_of
from tests.exports import csv_of, ods_of, xlsx_of


@cache
def tarnmouth() -> CasesSheet:
    return cases_of("tarnmouth")


def long_table(random_: random.Random, *, beside: bool) -> Table:
    """Tarnmouth's cases with a row for each answer, in some order; attributes are questions too, or stand beside."""
    evidence = tarnmouth()
    head, *rows = evidence.table
    kinds = {name: evidence.kind.columns[name].kind for name in head[1:]}
    attributes = [name for name, kind in kinds.items() if kind == "attribute"] if beside else []
    named = random_.choice(["id", "id text"])
    texts = evidence.kind.texts
    answered = [
        (row[0], name, cell, [row[head.index(each)] for each in attributes])
        for row in rows
        for name, cell in zip(head[1:], row[1:], strict=True)
        if cell and name not in attributes
    ]
    table = [[random_.choice(["Case", "Case ID"]), "Date", random_.choice(["Question", "Item"]), "Answer", *attributes]]
    table += [
        [
            case,
            "3 May 2008",
            f"{name} {texts[name]}" if named == "id text" and "." in name else name,
            cell.replace("-", " ").capitalize() if named == "id text" else cell,
            *more,
        ]
        for case, name, cell, more in answered
    ]
    return table


def imported(grids: list[SheetGrid], held: EvidenceMap) -> ImportedSheets:
    return imported_sheets(grids, held, tarnmouth().framework)


def grids_of(table: Table, form: str = "csv") -> list[SheetGrid]:
    if form == "csv":
        return read_grids(csv_of(table), "answers.csv")
    return read_grids(xlsx_of({"Answers": table}) if form == "xlsx" else ods_of({"Answers": table}), f"answers.{form}")


@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize("seed", range(3))
def test_an_export_with_a_row_for_each_answer_comes_back(seed: int, *, beside: bool) -> None:
    random_ = random.Random(seed)
    table = long_table(random_, beside=beside)
    table[:0] = random_.choice([[], [["Judgements"], [], ["Exported on 3 May 2008"]]])
    table += random_.choice([[], [["Total", "", "", str(len(table))]], [[], ["End of the list"]]])
    grids = grids_of(table, random_.choice(["csv", "xlsx", "ods"]))
    (sheet,) = guess_sheets(grids, tarnmouth().framework).sheets
    assert not sheet.unsure, sheet.unsure
    found = imported(grids, guessed(grids, tarnmouth().framework))
    assert not found.causes, [cause.line for cause in found.causes]
    assert found.files["evidence/cases.csv"] == tarnmouth().text
    assert not [note for note in found.notes if "put together" in note.message]


def test_a_map_by_hand_needs_no_questions_that_the_framework_calls_so() -> None:
    table = long_table(random.Random(1), beside=False)
    table[0] = ["Ref", "Date", "Asked", "Said"]
    (first, *_more) = [name for name in tarnmouth().table[0] if "." in name]
    for row in table[1:]:
        row[2] = "Our own question?" if row[2].split(" ")[0] == first else row[2]
    own = f"    columns: {{'Our own…': {first}}}\n"
    text = f"sources:\n  - case: Ref\n    long: {{question: Asked, answer: Said}}\n{own}"
    found = imported(grids_of(table), map_of(text))
    assert not found.causes, [cause.line for cause in found.causes]
    assert found.files["evidence/cases.csv"] == tarnmouth().text
    without = imported(grids_of(table), map_of(text.replace(own, "")))
    assert without.sheets[0].columns.unknown[-1] == "Our own question?"


@pytest.mark.parametrize(
    ("at", "cell", "told"),
    [
        ((0, 2), "Other", "the sheet has not a column of the map: «Question»"),
        ((0, 0), "Other", "there is no column «Case» with the cases' ids"),
        ((5, 3), "Cannot tell", "cells hold what is no answer of theirs («Cannot tell» 1): D6"),
        ((5, 0), "", "rows with answers have no case: A6"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(at: tuple[int, int], cell: str, told: str) -> None:
    table = long_table(random.Random(1), beside=False)
    table[0] = ["Case", "Date", "Question", "Answer"]
    held = guessed(grids_of(table), tarnmouth().framework)
    table[at[0]][at[1]] = cell
    lines = [cause.line for cause in imported(grids_of(table), held).causes]
    assert len(lines) == 1, lines
    assert told in lines[0]


def test_two_answers_to_one_question_are_told_with_both_cells() -> None:
    table = long_table(random.Random(1), beside=False)
    table[0] = ["Case", "Date", "Question", "Answer"]
    held = guessed(grids_of(table), tarnmouth().framework)
    again = list(next(row for row in table if row[3] in ("yes", "Yes")))
    line = table.index(again) + 1
    again[3] = "no"
    table.append(again)
    (cause,) = imported(grids_of(table), held).causes
    assert "one case is answered in two ways" in cause.line
    assert f"D{line} and D{len(table)} of answers.csv" in cause.line


def test_numbers_of_an_export_are_known_by_a_list_of_its_questions() -> None:
    evidence = tarnmouth()
    head, *rows = evidence.table
    texts = evidence.kind.texts
    several = [name for name in head if "." in name and list(texts.values()).count(texts[name]) == 1]
    numbers = {name: f"Q{at}" for at, name in enumerate(several, start=1)}
    table = [[numbers.get(name, name) for name in head], *rows]
    listed = [["Variable", "Text"], *([number, texts[name]] for name, number in numbers.items())]
    grids = [*read_grids(csv_of(table), "export.csv"), *read_grids(csv_of(listed), "questions.csv")]
    found = imported(grids, guessed(grids, evidence.framework))
    assert not found.causes, [cause.line for cause in found.causes]
    assert found.files["evidence/cases.csv"] == evidence.text

"""Rows and cells of the evidence that Excel, a formula or a colleague's copy has damaged."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators.blind_rows import CASES, fault_of, questions_of, rows_of, sheet_of
from tests.faults.operators.blind_tools import letters_changed, pick

OPERATORS = Operators(blind=True)

_SHEET = "the documentation of the sheets"


@OPERATORS.fault("sheets")
def row_shifted(material: Material, chance: random.Random) -> Fault | None:
    """A cell inserted in one row, so that all after it stand one column too far; or one deleted."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    at = chance.randrange(1, len(rows))
    column = chance.randrange(1, min(12, len(rows[0])))
    if chance.random() < 0.5:
        rows[at].insert(column, "")
        rows[at].pop()
        how = "an empty cell inserted"
    else:
        rows[at].pop(column)
        rows[at].append("")
        how = "a cell deleted"
    return fault_of(
        CASES,
        rows,
        (at + 1,),
        "the values of the columns",
        ("shift", "column", "moved", "values"),
        f"row {at + 1}: {how}",
    )


@OPERATORS.fault("sheets")
def row_cut(material: Material, chance: random.Random) -> Fault | None:
    """The last cells of a row lost."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    at = chance.randrange(1, len(rows))
    kept = len(rows[0]) - chance.randint(3, len(rows[0]) // 2)
    if not any(rows[at][kept:]):
        return None
    rows[at] = rows[at][:kept]
    helps = ("cells", "short", "fewer", "cut", "columns", "missing", "empty")
    return fault_of(CASES, rows, (at + 1,), "the number of columns", helps, f"row {at + 1} cut")


@OPERATORS.fault("sheets")
def words_of_another_office(material: Material, chance: random.Random) -> Fault | None:
    """All cells of one answer in other words: N/A for not-relevant, Y and N for yes and no."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    old, new = chance.choice(
        (("not-relevant", "N/A"), ("not-relevant", "n/a"), ("not-relevant", "-"), ("not-relevant", "NR"))
    )
    questions = questions_of(rows)
    for row in rows[1:]:
        for at in questions:
            row[at] = new if row[at] == old else row[at]
    helps = (f"«{old}»", old, "not relevant")
    return fault_of(
        CASES, rows, range(len(rows) + 1), "the answers of the framework", helps, f"{old} → {new} throughout"
    )


@OPERATORS.fault("sheets")
def answer_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """One answer with a slip of the fingers, or in other words."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    rows = rows_of(material, file)
    cells = [(at, column) for at in range(1, len(rows)) for column in questions_of(rows) if rows[at][column]]
    at, column = chance.choice(cells)
    right = rows[at][column]
    other = {"yes": ("ye", "yess", "Y", "1", "TRUE"), "no": ("n", "noo", "0", "FALSE", "none")}.get(right, ())
    rows[at][column] = chance.choice(other) if other else letters_changed(chance, right)
    wrong = rows[at][column]
    helps = (f"«{right}»", f" {right}", f"{right},")
    return fault_of(
        file, rows, (at + 1,), "the answers of the framework", helps, f"{rows[0][column]}: {right} → {wrong}"
    )


@OPERATORS.fault("sheets")
def value_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """One attribute of one case that is none of the framework's values."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    at = chance.randrange(1, len(rows))
    column = chance.choice(
        [each for each in range(1, questions_of(rows)[0]) if len(rows[1][each]) > 3 or len(rows[at][each]) > 3]
    )
    right = rows[at][column]
    rows[at][column] = letters_changed(chance, right) if len(right) > 4 else chance.choice(("?", "n/k", "unknown", ""))
    helps = (right, "one of", "empty", "values")
    return fault_of(
        CASES,
        rows,
        (at + 1,),
        "the attributes of the framework",
        helps,
        f"{rows[0][column]}: {right} → {rows[at][column]}",
    )


@OPERATORS.fault("sheets")
def case_twice(material: Material, chance: random.Random) -> Fault | None:
    """A row that was copied: a case, or one who answered a survey, is there twice."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    rows = rows_of(material, file)
    if rows[0][0] not in ("case", "respondent"):
        return None
    one, two = chance.sample(range(1, len(rows)), 2)
    rows[two][0] = rows[one][0]
    helps = ("twice", "already", "duplicate", "again", "once")
    return fault_of(file, rows, (one + 1, two + 1), _SHEET, helps, f"{rows[one][0]} twice")


@OPERATORS.fault("sheets")
def total_below_the_cases(material: Material, chance: random.Random) -> Fault | None:
    """A row of totals that Excel, or somebody, put at the end."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    rows = rows_of(material, file)
    name = chance.choice(("Total", "TOTAL", "Sum", "Count", "Average"))
    rows.append([name, *[str(chance.randint(3, 40)) if chance.random() < 0.5 else "" for _ in rows[0][1:]]])
    return fault_of(
        file, rows, (len(rows), 0), _SHEET, ("total", "sum", "no case", "answer", "row"), f"last row: {name}"
    )


@OPERATORS.fault("sheets")
def answer_left_out(material: Material, chance: random.Random) -> Fault | None:
    """An empty cell where the question applies to the case."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    cells = [
        (at, column)
        for at in range(1, len(rows))
        for column in questions_of(rows)
        if rows[at][column] not in ("", "not-relevant")
    ]
    at, column = chance.choice(cells)
    old = rows[at][column]
    rows[at][column] = ""
    helps = ("empty", "answer", "not-relevant", "blank")
    return fault_of(
        CASES,
        rows,
        (at + 1,),
        "the documentation: a question that applies has an answer",
        helps,
        f"{rows[0][column]}: {old} → empty",
    )


@OPERATORS.fault("sheets")
def answer_to_what_was_not_asked(material: Material, chance: random.Random) -> Fault | None:
    """An answer to a question that does not apply to the case."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    questions = questions_of(rows)
    cells = [(at, column) for at in range(1, len(rows)) for column in questions if rows[at][column] == ""]
    cell = pick(chance, cells)
    if cell is None:
        return None
    at, column = cell
    answers = sorted({row[column] for row in rows[1:]} - {"", "not-relevant"})
    if not answers:
        return None
    rows[at][column] = chance.choice(answers)
    return fault_of(
        CASES,
        rows,
        (at + 1,),
        "the documentation: such a question is left empty",
        ("appl",),
        f"{rows[0][column]}: empty → {rows[at][column]}",
    )


@OPERATORS.fault("sheets")
def row_with_other_marks_between(material: Material, chance: random.Random) -> Fault | None:
    """One row pasted from a sheet with semicolons, or with tabs."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    lines = material.text(file).splitlines(keepends=True)
    at = chance.randrange(1, len(lines))
    sign = chance.choice((";", "\t"))
    lines[at] = lines[at].replace(",", sign)
    helps = ("semicolon", "tab", "comma", "separat", "cells", "columns")
    return Fault(
        {file: "".join(lines).encode()}, (Place(file, at + 1),), "the other rows", helps, f"row {at + 1} with {sign!r}"
    )


@OPERATORS.fault("sheets")
def quotation_mark_in_a_cell(material: Material, chance: random.Random) -> Fault | None:
    """A quotation mark that is opened and not closed: all that follows is one cell."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    lines = material.text(file).splitlines(keepends=True)
    at = chance.randrange(1, len(lines))
    cells = lines[at].split(",")
    column = chance.randrange(1, len(cells))
    cells[column] = f'"{cells[column]}'
    lines[at] = ",".join(cells)
    places = (Place(file, at + 1), Place(file, at + 2), Place(file, len(lines)), Place(file, 0))
    return Fault(
        {file: "".join(lines).encode()},
        tuple(each for each in places if each.line <= len(lines)),
        "the rules of CSV",
        ("quot", '"'),
        f'row {at + 1}: "{cells[column][1:].strip()}',
    )


@OPERATORS.fault("sheets")
def error_of_a_formula(material: Material, chance: random.Random) -> Fault | None:
    """«#REF!», «#N/A» or a formula in place of an answer."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    rows = rows_of(material, file)
    at = chance.randrange(1, len(rows))
    column = chance.choice(questions_of(rows))
    wrong = chance.choice(("#REF!", "#N/A", "#NAME?", "=B2", "#VALUE!"))
    rows[at][column] = wrong
    helps = ("formula", "error", "excel", "one of", "answers", "«yes»", "answer")
    return fault_of(file, rows, (at + 1,), "the answers of the framework", helps, f"{rows[0][column]}: {wrong}")

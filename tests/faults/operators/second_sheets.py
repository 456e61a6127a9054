"""Sheets of evidence that Excel, a sort, a paste or a tired hand has damaged."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators import blind_tools as tools, second_tools as second

OPERATORS = Operators(blind=True)

_CASES = "evidence/cases.csv"
Rows = list[list[str]]


@OPERATORS.fault("sheets")
def answer_of_another_sheet(material: Material, chance: random.Random) -> Fault | None:
    """A cell has a word that is no answer: from another inspection, from Excel, from a note."""
    chosen = _cell(material, chance, answers=True)
    if chosen is None:
        return None
    file, rows, row, column = chosen
    old = rows[row][column]
    wrong = chance.choice(("Y", "1", "WAHR", "n/k", "see note", "yes?", "met", f"{old} *", "#REF!", "0", "x"))
    rows[row][column] = wrong
    helps = (old, "answer")
    return _fault(file, rows, [row], f"{wrong} is no answer", helps, f"{rows[0][column]}: {old} → {wrong}")


@OPERATORS.fault("sheets")
def value_that_an_attribute_has_not(material: Material, chance: random.Random) -> Fault | None:
    """An attribute of a case has a value that the framework does not know."""
    chosen = _cell(material, chance, answers=False)
    if chosen is None:
        return None
    file, rows, row, column = chosen
    old = rows[row][column]
    wrong = chance.choice((old[:-1], old[0].upper(), f"{old}s", "unknown", "other", "", "N/A", old[:3] + "."))
    if wrong == old or wrong in second.attribute_values(material)[rows[0][column]]:
        return None
    rows[row][column] = wrong
    helps = (*second.attribute_values(material)[rows[0][column]], rows[0][column], "value")
    return _fault(file, rows, [row], "the framework has no such value", helps, f"{rows[0][column]}: {old} → {wrong}")


@OPERATORS.fault("sheets")
def case_twice(material: Material, chance: random.Random) -> Fault | None:
    """A row was pasted twice."""
    if _CASES not in material.files:
        return None
    rows = second.sheet(material, _CASES)
    copied = chance.randrange(1, len(rows))
    at = chance.choice((copied + 1, len(rows), chance.randrange(copied + 1, len(rows) + 1)))
    rows.insert(at, list(rows[copied]))
    helps = ("twice", "already", "again", "duplicate", rows[copied][0])
    return _fault(_CASES, rows, [copied, at], "a case is there once", helps, f"{rows[copied][0]} twice")


@OPERATORS.fault("sheets")
def rows_deleted(material: Material, chance: random.Random) -> Fault | None:
    """Rows were hidden by a filter when the sheet was saved, and are lost; the sample says how many there were."""
    sample = tools.identity(material).get("sample")
    if _CASES not in material.files or not sample:
        return None
    rows = second.sheet(material, _CASES)
    at = chance.randrange(1, len(rows) - 8)
    count = chance.choice((1, 1, 2, 5))
    lost = rows[at][0]
    del rows[at : at + count]
    line = next(n for n, each in enumerate(material.text("area.yaml").splitlines(), 1) if each.startswith("sample"))
    fault = _fault(_CASES, rows, [0, at], "the sample has more cases", ("sample", "cases"), f"{count} rows from {lost}")
    return Fault(
        fault.files, (*fault.at, Place(_CASES, 0), Place("area.yaml", line)), fault.witness, fault.helps, fault.shown
    )


@OPERATORS.fault("sheets")
def cells_moved_to_the_left(material: Material, chance: random.Random) -> Fault | None:
    """A cell of a row was deleted, and those behind it moved up by one."""
    file = _file(material, chance, columns=5)
    if file is None:
        return None
    rows = second.sheet(material, file)
    row = chance.randrange(1, len(rows))
    column = chance.randrange(1, len(rows[0]) // 2)
    del rows[row][column]
    if chance.random() < 0.5:
        rows[row].append("")
    if _understood(material, file, rows, row):
        return None
    helps = ("column", "cell", "value", "answer", "attribute", "short", "shift")
    return _fault(
        file, rows, [row], "the cells stand in columns of others", helps, f"{rows[row][0]}: cell {column + 1} deleted"
    )


@OPERATORS.fault("sheets")
def heading_as_a_date(material: Material, chance: random.Random) -> Fault | None:
    """Excel takes the number of a question for a date, or for a number."""
    if _CASES not in material.files:
        return None
    rows = second.sheet(material, _CASES)
    column = chance.choice([at for at, each in enumerate(rows[0]) if each.count(".") == 2])
    old = rows[0][column]
    first, middle, last = (int(each) for each in old.split("."))
    month = tools.MONTHS[middle - 1][:3]
    wrong = chance.choice(
        (
            f"{first:02}/{middle:02}/20{last:02}",
            f"0{first}.0{middle}.20{last:02}",
            f"{first:02}-{month}-{last:02}",
            f"20{last:02}-{middle:02}-{first:02} 00:00:00",
            f"{first}.{middle}{last}",
            f"{36500 + first * 30 + last}",
        )
    )
    rows[0][column] = wrong
    helps = (old, wrong, "date", "heading", "column", "question")
    return _fault(_CASES, rows, [0], f"the question is {old}", helps, f"{old} → {wrong}")


@OPERATORS.fault("sheets")
def answer_left_out(material: Material, chance: random.Random) -> Fault | None:
    """A cell is empty although the question is one for the case."""
    if _CASES not in material.files:
        return None
    rows = second.sheet(material, _CASES)
    row = chance.randrange(1, len(rows))
    case = dict(zip(rows[0], rows[row], strict=True))
    asked = second.questions(material)
    columns = [
        at for at, each in enumerate(rows[0]) if each in asked and rows[row][at] and second.applies(asked[each], case)
    ]
    if not columns:
        return None
    column = chance.choice(columns)
    old, rows[row][column] = rows[row][column], ""
    helps = ("answer", "empty", "missing", rows[0][column])
    return _fault(
        _CASES, rows, [row], "the question is one for this case", helps, f"{rows[0][column]}: {old} → (empty)"
    )


@OPERATORS.fault("sheets")
def answer_to_a_question_for_others(material: Material, chance: random.Random) -> Fault | None:
    """A case has an answer to a question that is not one for it, since the row above was dragged down."""
    if _CASES not in material.files:
        return None
    rows = second.sheet(material, _CASES)
    asked = second.questions(material)
    counted = [str(each["id"]) for each in material.framework["answers"] if each["line"] != "not-relevant"]
    words = {"True": "yes", "False": "no"}
    row = chance.randrange(1, len(rows))
    case = dict(zip(rows[0], rows[row], strict=True))
    columns = [at for at, each in enumerate(rows[0]) if each in asked and not second.applies(asked[each], case)]
    if not columns:
        return None
    column = chance.choice(columns)
    answer = chance.choice(counted)
    rows[row][column] = words.get(answer, answer)
    helps = ("appl", "not relevant", "empty", rows[0][column])
    shown = f"{rows[row][0]}, {rows[0][column]}: {rows[row][column]}"
    return _fault(_CASES, rows, [row], "the question is not one for this case", helps, shown)


@OPERATORS.fault("sheets")
def headings_of_two_attributes_swapped(material: Material, chance: random.Random) -> Fault | None:
    """The columns of two attributes were moved, their headings were not."""
    if _CASES not in material.files:
        return None
    rows = second.sheet(material, _CASES)
    values = second.attribute_values(material)
    named = [at for at, each in enumerate(rows[0]) if each in values]
    pairs = [(a, b) for a in named for b in named if a < b and not set(values[rows[0][a]]) & set(values[rows[0][b]])]
    if not pairs:
        return None
    first, other = chance.choice(pairs)
    rows[0][first], rows[0][other] = rows[0][other], rows[0][first]
    helps = (rows[0][first], rows[0][other], "value", "heading", "column")
    everywhere = list(range(len(rows)))
    return _fault(
        _CASES, rows, everywhere, "the values are those of the other", helps, f"{rows[0][other]} ↔ {rows[0][first]}"
    )


@OPERATORS.fault("sheets")
def heading_lost_or_twice(material: Material, chance: random.Random) -> Fault | None:
    """A heading is deleted, or a column was filled to the right with its heading."""
    file = _file(material, chance, columns=3)
    if file is None:
        return None
    rows = second.sheet(material, file)
    column = chance.randrange(2, len(rows[0]))
    old = rows[0][column]
    rows[0][column] = chance.choice(("", rows[0][column - 1], "Column1", f"{old}?", f"Unnamed: {column}"))
    helps = (old, "heading", "column", "twice")
    return _fault(file, rows, [0], f"the column is {old}", helps, f"{old} → {rows[0][column] or '(empty)'}")


@OPERATORS.fault("sheets")
def row_of_totals(material: Material, chance: random.Random) -> Fault | None:
    """A row of sums, of notes or of the date stands below the answers."""
    file = _file(material, chance)
    if file is None:
        return None
    rows = second.sheet(material, file)
    width = len(rows[0])
    sums = [str(chance.randint(10, 40)) for _ in range(width - 1)]
    last = chance.choice(
        (
            ["Total", *sums],
            ["Sum", *sums],
            ["Checked 14/12", *[""] * (width - 1)],
            ["NB: two files not yet read", *[""] * (width - 1)],
            ["%", *[f"{each}%" for each in sums]],
            ["Average", *[f"0.{each}" for each in sums]],
        )
    )
    rows.append(last)
    helps = ("answer", "value", "row", "empty", "respondent", "case", last[0])
    return _fault(file, rows, [len(rows) - 1], "the row is no case and no respondent", helps, f"last row: {last[0]}")


@OPERATORS.fault("sheets")
def respondent_or_case_without_an_id(material: Material, chance: random.Random) -> Fault | None:
    """The id of a row is empty, or one that another row has."""
    file = _file(material, chance)
    if file is None:
        return None
    rows = second.sheet(material, file)
    row, other = chance.sample(range(1, len(rows)), 2)
    old, new = rows[row][0], chance.choice(("", rows[other][0]))
    rows[row][0] = new
    helps = ("twice", "already", "again", "duplicate", "empty", "id", "missing", old)
    at = [row, other] if new else [row]
    return _fault(file, rows, at, "each row has an id of its own", helps, f"{old} → {new or '(empty)'}")


@OPERATORS.fault("sheets")
def quotation_mark_that_swallows_rows(material: Material, chance: random.Random) -> Fault | None:
    """A quotation mark is opened in a cell and never closed, so that rows run together."""
    file = _file(material, chance)
    if file is None:
        return None
    lines = material.text(file).splitlines(keepends=True)
    at = chance.randrange(1, len(lines))
    cells = lines[at].split(",")
    column = chance.randrange(1, len(cells))
    cells[column] = '"' + cells[column]
    lines[at] = ",".join(cells)
    places = tuple(Place(file, line) for line in range(at + 1, len(lines) + 2))
    helps = ("quot", "column", "cell", "closed", "row", "answer")
    return Fault({file: "".join(lines).encode()}, places, "the mark is never closed", helps, f"line {at + 1} of {file}")


@OPERATORS.fault("sheets")
def rows_with_another_mark_between(material: Material, chance: random.Random) -> Fault | None:
    """Some rows come from a sheet that was saved with semicolons or tabs."""
    file = _file(material, chance)
    if file is None:
        return None
    lines = material.text(file).splitlines(keepends=True)
    at = chance.randrange(1, len(lines))
    last = min(len(lines), at + chance.choice((1, 1, 2, 4)))
    mark = chance.choice((";", ";", "\t", "|"))
    lines[at:last] = [each.replace(",", mark) for each in lines[at:last]]
    places = tuple(Place(file, line + 1) for line in range(at, last))
    helps = ("column", "cell", "comma", "semicolon", "separat", "answer", "value", "short")
    return Fault(
        {file: "".join(lines).encode()}, places, "the row is one cell", helps, f"lines {at + 1}–{last} with {mark!r}"
    )


def _file(material: Material, chance: random.Random, columns: int = 2) -> str | None:
    """Return a sheet at random, of some columns and more."""
    wide = [each for each in material.sheets if len(second.sheet(material, each)[0]) >= columns]
    return tools.pick(chance, wide)


def _cell(material: Material, chance: random.Random, answers: bool) -> tuple[str, Rows, int, int] | None:
    """Return a filled cell at random: of an answer in any sheet, or of an attribute of a case."""
    file = _file(material, chance) if answers else _CASES
    if file is None or file not in material.files:
        return None
    rows = second.sheet(material, file)
    values = second.attribute_values(material)
    surveys = {key for each in material.framework.get("surveys", []) for key in each.get("attributes", {})}
    row = chance.randrange(1, len(rows))
    columns = [
        at
        for at, each in enumerate(rows[0])
        if at and rows[row][at] and (each not in values and each not in surveys if answers else each in values)
    ]
    return (file, rows, row, chance.choice(columns)) if columns else None


def _understood(material: Material, file: str, rows: Rows, row: int) -> bool:
    """Say whether a row still reads as one of its sheet, so that nothing could prove it wrong."""
    if len(rows[row]) != len(rows[0]):
        return False
    values = second.attribute_values(material)
    cells = dict(zip(rows[0], rows[row], strict=True))
    if file == _CASES:
        return all(cells[key] in known for key, known in values.items() if key in cells)
    return all(cell in ("yes", "no", "") for cell in rows[row][1:])


def _fault(file: str, rows: Rows, at: list[int], witness: str, helps: tuple[str, ...], shown: str) -> Fault:
    words = tuple(each.lower() for each in helps if each)
    places = tuple(Place(file, row + 1) for row in dict.fromkeys(at))
    return Fault({file: second.as_csv(rows)}, places, witness, words, shown)

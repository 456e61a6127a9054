"""Columns and headings of the evidence that Excel or a filter has damaged."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators.blind_rows import CASES, fault_of, questions_of, rows_of, sheet_of
from tests.faults.operators.blind_tools import letters_changed

OPERATORS = Operators(blind=True)

_SHEET = "the documentation of the sheets"


@OPERATORS.fault("sheets")
def headings_of_two_columns_changed_over(material: Material, chance: random.Random) -> Fault | None:
    """The headings of two attributes changed over, with their answers where they were."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    first = questions_of(rows)[0]
    columns = [at for at in range(1, first) if len({row[at] for row in rows[1:]}) > 1]
    one, two = chance.sample(columns, 2)
    if {row[one] for row in rows[1:]} & {row[two] for row in rows[1:]}:
        return None
    rows[0][one], rows[0][two] = rows[0][two], rows[0][one]
    helps = ("swap", "changed over", "column", "heading")
    every = range(1, len(rows) + 1)
    return fault_of(CASES, rows, every, "the values of the attributes", helps, f"{rows[0][one]} ↔ {rows[0][two]}")


@OPERATORS.fault("sheets")
def headings_lost(material: Material, chance: random.Random) -> Fault | None:
    """The row of headings deleted, or left behind in sorting somewhere below."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    rows = rows_of(material, file)
    head = rows.pop(0)
    how = "deleted"
    places = [0, 1]
    if chance.random() < 0.5:
        at = chance.randrange(1, len(rows))
        rows.insert(at, head)
        places.append(at + 1)
        how = f"sorted into row {at + 1}"
    return fault_of(
        file,
        rows,
        places,
        "the documentation: the first row names the columns",
        ("heading", "first row", "columns"),
        f"headings {how}",
    )


@OPERATORS.fault("sheets")
def title_above_the_headings(material: Material, chance: random.Random) -> Fault | None:
    """A title, and perhaps an empty row, above the headings."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    rows = rows_of(material, file)
    width = len(rows[0])
    title = chance.choice(("Case sheet, final version", "Inspection data", f"Printed {chance.randint(1, 28)} March"))
    above = [[title, *[""] * (width - 1)]] if chance.random() < 0.7 else [[title]]
    if chance.random() < 0.5:
        above.append([""] * width)
    rows = above + rows
    places = (0, *range(1, len(above) + 2))
    return fault_of(
        file,
        rows,
        places,
        "the documentation: the first row names the columns",
        ("heading", "title", "row", "above"),
        f"above: {title}",
    )


@OPERATORS.fault("sheets")
def number_of_a_question_as_a_date(material: Material, chance: random.Random) -> Fault | None:
    """A heading such as 1.2.10 that Excel took for a date, or for a number."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    column = chance.choice(questions_of(rows))
    right = rows[0][column]
    one, two, three = right.split(".")
    rows[0][column] = chance.choice(
        (
            f"0{one}/0{two}/20{int(three):02}",
            f"{one}.{two}.20{int(three):02}",
            f"20{int(three):02}-0{two}-0{one}",
            f"{int(three):02}-Jan-0{one}",
        )
    )
    helps = (right, "date", "excel")
    return fault_of(CASES, rows, (1,), "the questions of the framework", helps, f"{right} → {rows[0][column]}")


@OPERATORS.fault("sheets")
def column_shifted(material: Material, chance: random.Random) -> Fault | None:
    """One column moved down by a cell, the last one moved to its top: each case has the values of its neighbour."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    column = chance.choice(
        [each for each in range(1, questions_of(rows)[0]) if _applied(material, rows[0][each])] or [0]
    )
    if column == 0:
        return None
    values = [row[column] for row in rows[1:]]
    for at, row in enumerate(rows[1:]):
        row[column] = values[at - 1]
    helps = ("appl", "column", "shift", rows[0][column], "not relevant", "empty", "answer")
    return fault_of(
        CASES, rows, range(len(rows) + 1), "what the questions apply to", helps, f"{rows[0][column]} one row down"
    )


def _applied(material: Material, attribute: str) -> bool:
    """Whether a question hangs on an attribute."""
    return f"'{attribute}':" in str(material.framework["sections"])


@OPERATORS.fault("sheets")
def survey_in_the_file_of_another(material: Material, chance: random.Random) -> Fault | None:
    """The answers of one survey saved under the name of another."""
    surveys = [each for each in material.sheets if each != CASES]
    if len(surveys) < 2:
        return None
    one, two = chance.sample(surveys, 2)
    helps = ("column", "question", "survey", "heading")
    return Fault(
        {one: material.files[two]},
        (Place(one, 1), Place(one, 0)),
        "the questions of the survey",
        helps,
        f"{two} as {one}",
    )


@OPERATORS.fault("sheets")
def column_twice(material: Material, chance: random.Random) -> Fault | None:
    """A column that was copied with its heading."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    rows = rows_of(material, file)
    column = chance.randrange(1, len(rows[0]))
    for row in rows:
        row.insert(column, row[column])
    return fault_of(
        file,
        rows,
        (1,),
        _SHEET,
        ("twice", "already", "duplicate", "again", "second", "two columns"),
        f"{rows[0][column]} twice",
    )


@OPERATORS.fault("sheets")
def column_lost_or_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """A column that was deleted, or whose heading has a slip in it."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    column = chance.randrange(0, len(rows[0]))
    name = rows[0][column]
    if chance.random() < 0.5 or len(name) < 6:
        for row in rows:
            row.pop(column)
        shown = f"column {name} deleted"
    else:
        rows[0][column] = letters_changed(chance, name)
        shown = f"{name} → {rows[0][column]}"
    return fault_of(CASES, rows, (0, 1), "the attributes and questions of the framework", (name,), shown)

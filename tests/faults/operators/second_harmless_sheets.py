"""Sheets of evidence that are saved, sorted or lettered anew and say what they said."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second

OPERATORS = Operators(blind=True)


@OPERATORS.innocent("sheets")
def sheet_saved_by_excel(material: Material, chance: random.Random) -> Harmless | None:
    """A sheet is saved anew: with semicolons or tabs, in another encoding, with all cells in quotation marks."""
    file = _sheet(material, chance)
    if file is None:
        return None
    rows = second.sheet(material, file)
    data, how = chance.choice(
        (
            (second.as_csv(rows, ";"), "semicolons"),
            (second.as_csv(rows, "\t"), "tabs"),
            (second.as_csv(rows, quoted=True), "quotation marks"),
            (second.as_csv(rows).decode().encode("utf-16"), "UTF-16"),
            (second.as_csv(rows).replace(b"\n", b"\r\n"), "ends of lines"),
            (b"\xef\xbb\xbf" + second.as_csv(rows, ";").replace(b"\n", b"\r\n"), "UTF-8 with its mark"),
        )
    )
    return Harmless({file: data}, "a sheet is read as Excel saves it", f"{file}: {how}")


@OPERATORS.innocent("sheets")
def columns_in_another_order(material: Material, chance: random.Random) -> Harmless | None:
    """Columns change places with their headings."""
    file = _sheet(material, chance)
    if file is None:
        return None
    rows = second.sheet(material, file)
    order = list(range(1, len(rows[0])))
    chance.shuffle(order)
    moved = [[row[0], *(row[at] for at in order)] for row in rows]
    return Harmless({file: second.as_csv(moved)}, "the order of columns does not matter", f"{file}: columns moved")


@OPERATORS.innocent("sheets")
def rows_sorted(material: Material, chance: random.Random) -> Harmless | None:
    """Whole rows are sorted by a column."""
    file = _sheet(material, chance)
    if file is None:
        return None
    head, *rows = second.sheet(material, file)
    column = chance.randrange(len(head))
    rows.sort(key=lambda row: row[column], reverse=chance.random() < 0.5)
    return Harmless({file: second.as_csv([head, *rows])}, "the rows are the same", f"{file} by {head[column]}")


@OPERATORS.innocent("sheets")
def answers_in_other_letters(material: Material, chance: random.Random) -> Harmless | None:
    """Answers begin with a capital, stand in capitals, or have a space behind them."""
    file = _sheet(material, chance)
    if file is None:
        return None
    head, *rows = second.sheet(material, file)
    known = {str(each["id"]) for each in material.framework["answers"]} | {"yes", "no"}
    column = chance.choice([at for at, each in enumerate(head) if at and each not in second.attribute_values(material)])
    change = chance.choice((str.upper, str.capitalize, lambda cell: f"{cell} ", lambda cell: f" {cell}"))
    for row in rows:
        if row[column] in known:
            row[column] = change(row[column])
    return Harmless(
        {file: second.as_csv([head, *rows])}, "letter case and spaces do not matter", f"{file}: {head[column]}"
    )


@OPERATORS.innocent("sheets")
def other_ids_of_cases(material: Material, chance: random.Random) -> Harmless | None:
    """The cases get new ids, each its own."""
    file = "evidence/cases.csv"
    if file not in material.files:
        return None
    head, *rows = second.sheet(material, file)
    mark = chance.choice(("C", "K-", "case-", "Z", "no-", "R/"))
    numbered = [[f"{mark}{number:03}", *row[1:]] for number, row in enumerate(rows, 1)]
    return Harmless({file: second.as_csv([head, *numbered])}, "an id is the inspection's own", f"{mark}001 …")


def _sheet(material: Material, chance: random.Random) -> str | None:
    return tools.pick(chance, material.sheets)

"""Tables whose cells do not fit one another."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators.blind_tools import at_value, other_digits, pick, value_at

OPERATORS = Operators(blind=True)


@OPERATORS.fault("figures")
def cell_of_a_whole_mistyped(material: Material, chance: random.Random) -> Fault | None:
    """A cell of a table whose rows make up a total, with two figures swapped or one of them another."""
    cells = [each for each in _cells(material) if each[0].value.isdecimal() and int(each[0].value) > 1]
    cell = pick(chance, cells)
    if cell is None:
        return None
    value, group = cell
    edit = at_value(material, value, other_digits(chance, value.value))
    beside = [each for each in material.values if each.file == value.file and each.path[: len(group)] == group]
    table = group[: group.index("table") + 1] if "table" in group else ()
    total = [
        each for each in material.values if each.file == value.file and each.path[: len(table) + 1] == (*table, "total")
    ]
    stated = [place.line for each in beside for place in edit.lines(each)]
    block = [Place(value.file, each) for each in range(min(stated), max(stated) + 1)]
    also = [*block, *(place for each in total for place in edit.lines(each))]
    helps = ("total", "together", "100", "add up", "sum", "come to", "share", value.value)
    return edit.fault("the rows and the total of its table", helps, also=also)


def _cells(material: Material) -> list[tuple[Value, tuple[str | int, ...]]]:
    """The numbers in groups of rows that are the whole of their table, each with the path of its group."""
    wholes = [
        (each.file, each.path[:-1]) for each in material.values if each.path[-1] == "parts" and each.value == "complete"
    ]
    return [
        (value, path)
        for file, path in wholes
        for value in material.values
        if value.file == file
        and value.path[: len(path) + 1] == (*path, "rows")
        and not isinstance(value.path[-1], int)
        and value.path[-1] not in ("name", "note")
    ]


@OPERATORS.fault("figures")
def difference_worked_out_wrongly(material: Material, chance: random.Random) -> Fault | None:
    """A column that is the difference of two others, with one cell that is not."""
    columns = {
        (each.file, each.path[: each.path.index("columns")], name.value)
        for each in material.values
        if "difference" in each.path and "columns" in each.path
        for name in (each, value_at(material, each.file, *each.path[:-2], "id"))
        if name is not None
    }
    cells = [
        value
        for value in material.values
        if "rows" in value.path
        and (value.file, value.path[: value.path.index("rows")], value.path[-1]) in columns
        and re.search(r"[1-9]", value.value)
    ]
    value = pick(chance, cells)
    if value is None:
        return None
    digits = re.search(r"\d+", value.value)
    assert digits is not None
    wrong = str(int(digits[0]) + chance.choice((1, 2)))
    edit = at_value(material, value, material.raw(value).replace(digits[0], wrong, 1))
    row = [each for each in material.values if each.file == value.file and each.path[:-1] == value.path[:-1]]
    helps = ("difference", "less", value.value, "total", "together")
    return edit.fault("the two columns beside it", helps, also=[place for each in row for place in edit.lines(each)])

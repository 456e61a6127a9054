"""Figures that are wrong in a table, in an entry, or beside a figure by name."""

from __future__ import annotations

import random
import re

from tests.faults.known import figures, uses, value_at
from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators, replaced
from tests.faults.tables import Table, tables
from tests.faults.writing import (
    Change,
    changed,
    lowered,
    near,
)

OPERATORS = Operators()


@OPERATORS.fault("figures")
def entry_over_its_base(material: Material, rng: random.Random) -> Fault | None:
    """A count of an entry over its base, or the two swapped."""
    found = []
    for value in material.values:
        base = value_at(material, value.file, *value.path[:-1], "base") if value.path[-1] == "count" else None
        if base and value.value.isdigit() and base.value.isdigit() and int(value.value) < int(base.value):
            found.append((value, base))
    if not found:
        return None
    count, base = rng.choice(found)
    if rng.random() < 0.5:
        new = [count.value, base.value]
        files, places = changed(
            material,
            Change(count.file, count.start, count.end, base.value),
            Change(base.file, base.start, base.end, count.value),
        )
    else:
        new = [str(int(base.value) + rng.randint(1, 9)), base.value]
        files, places = changed(material, Change(count.file, count.start, count.end, new[0]))
    shown = f"{count.value} of {base.value} → {' of '.join(new)}"
    return Fault(files, tuple(places), "a part is not more than its whole", ("more than", "over", "larger"), shown)


@OPERATORS.fault("figures")
def percentage_beside_a_named_count(material: Material, rng: random.Random) -> Fault | None:
    """A percentage typed beside a figure by name whose own percentage is another."""
    found = [
        (figure, value, match)
        for figure in figures(material)
        if figure.base and figure.base > 1
        for value, match, filters in uses(material, figure)
        if filters == " | count"
    ]
    if not found:
        return None
    figure, value, match = rng.choice(found)
    wrong = near(rng, figure.percent, 100) if figure.percent else 20
    end = value.start + match.end()
    after = re.match(r"\s+(?:cases|plans|analyses|reviews|victims|referrals)", material.text(value.file)[end:])
    end += after.end() if after else 0
    files, place = replaced(material, value.file, end, end, f" ({wrong}%)")
    return Fault(files, (place,), f"it is {figure.percent}%", (f"{figure.percent}%",), f"{figure.name} ({wrong}%)")


def _table_fault(
    material: Material, table: Table, value: Value, new: str, witness: str, helps: tuple[str, ...]
) -> Fault:
    files, place = replaced(material, value.file, value.start, value.end, new)
    return Fault(files, (place, *table.lines(material)), witness, lowered(helps), f"{value.value} → {new}")


@OPERATORS.fault("figures")
def part_of_a_table(material: Material, rng: random.Random) -> Fault | None:
    """A number of a table whose parts make up a total, or the total."""
    found = [(table, value) for table in tables(material) for value in table.summed]
    if not found:
        return None
    table, value = rng.choice(found)
    return _table_fault(
        material, table, value, str(near(rng, int(value.value))), "the parts make up the total", ("total", "come to")
    )


@OPERATORS.fault("figures")
def share_in_a_table(material: Material, rng: random.Random) -> Fault | None:
    """A share of a table that goes with a count, or with other shares, to make a whole."""
    found = [(table, value) for table in tables(material) for value in table.shares]
    if not found:
        return None
    table, value = rng.choice(found)
    new = str(int(value.value) + rng.choice((5, 10, 9, 20)))
    return _table_fault(material, table, value, new, "the shares make up 100", ("come to", "100", "is not", "share"))


@OPERATORS.fault("figures")
def difference_in_a_table(material: Material, rng: random.Random) -> Fault | None:
    """A column of differences that does not hold in a row."""
    found = [(table, value) for table in tables(material) for value in table.differences]
    if not found:
        return None
    table, value = rng.choice(found)
    number = re.search(r"\d+(?:\.\d+)?", value.value)
    if not number:
        return None
    new = value.value.replace(
        number[0],
        f"{float(number[0]) + rng.choice((0.4, 2, 3)):.1f}"
        if "." in number[0]
        else str(int(number[0]) + rng.choice((2, 3, 5))),
    )
    return _table_fault(material, table, value, new, "subtraction", ("less", "difference"))

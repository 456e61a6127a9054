"""What the operators of sheets share. No operators."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Sequence

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Place
from tests.faults.operators.blind_tools import pick

CASES = "evidence/cases.csv"

Rows = list[list[str]]


def rows_of(material: Material, file: str) -> Rows:
    """Return the rows of a sheet."""
    return list(csv.reader(io.StringIO(material.text(file))))


def written(rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows as a sheet."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def fault_of(file: str, rows: Rows, lines: Iterable[int], witness: str, helps: tuple[str, ...], shown: str) -> Fault:
    """Return a fault of a sheet that may be found on some lines of it."""
    return Fault({file: written(rows)}, tuple(Place(file, each) for each in lines), witness, helps, shown)


def questions_of(rows: Rows) -> list[int]:
    """Return the columns that are questions: those with a dot, or all of a survey but the respondent's."""
    numbered = [at for at, name in enumerate(rows[0]) if "." in name]
    return numbered or [at for at, name in enumerate(rows[0]) if name != "respondent"]


def sheet_of(material: Material, chance: random.Random) -> str | None:
    """Return a sheet of the area: the cases, or as often one of the surveys."""
    surveys = [each for each in material.sheets if each != CASES]
    if CASES not in material.sheets:
        return pick(chance, surveys)
    return chance.choice(surveys) if surveys and chance.random() < 0.5 else CASES

"""Answers written into a sheet of cases, in whatever way it was saved."""

from __future__ import annotations

import csv
import io
import random
from typing import Literal

import pytest

from omi_report.errors import OutputError
from omi_report.evidence.delimited import open_delimited
from omi_report.evidence.tabulate import form_of_id
from omi_report.moderation.cells import with_answers

NAMES = ["case", "year", "1.1.1", "1.1.2", "note"]
ODD = ["plain", 'says "so"', "a,b;c\td", "two\nlines", "Größe", "", " spaces "]


def cells_of(data: bytes) -> list[list[str]]:
    sheet = open_delimited(data, "cases.csv", "cases.csv")
    return [sheet.header, *(cells for _line, cells in sheet.rows)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_nothing_but_the_answers_changes(delimiter: str, encoding: str) -> None:
    chance = random.Random(f"{delimiter}{encoding}")
    for _ in range(8):
        names = chance.sample(NAMES, len(NAMES))
        size = chance.randint(1, 6)
        rows = [
            [f"WX {at}" if name == "case" else "1" if name == "year" else chance.choice(ODD) for name in names]
            for at in range(size)
        ]
        text = io.StringIO()
        quoting: Literal[0, 1] = chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
        ends = chance.choice(["\n", "\r\n"])
        csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=ends).writerows([names, *rows])
        data = text.getvalue().removesuffix(ends if chance.random() < 0.5 else "").encode(encoding)
        wanted = {
            (form_of_id(f"WX {chance.randrange(size)}"), chance.choice(["1.1.1", "1.1.2"])): "good" for _ in range(3)
        }
        made = with_answers(data, "cases.csv", "cases.csv", wanted)
        at = names.index("case")
        for row in rows:
            for (case, question), answer in wanted.items():
                if form_of_id(row[at]) == case:
                    row[names.index(question)] = answer
        assert cells_of(made) == [names, *rows]
        assert with_answers(data, "cases.csv", "cases.csv", {}) == data


def test_only_the_bytes_of_the_cell_change() -> None:
    data = b'case;"1.1.1";1.1.2\r\nA-1;"poor";good\r\n\r\nA-2;poor;"x ""y"""\r\n'
    made = with_answers(data, "c.csv", "c.csv", {("a-1", "1.1.1"): "fine", ("a-2", "1.1.2"): "fine"})
    assert made == b'case;"1.1.1";1.1.2\r\nA-1;fine;good\r\n\r\nA-2;poor;fine\r\n'


def test_a_cell_that_is_not_there_is_told() -> None:
    with pytest.raises(OutputError, match=r"no cell for 1\.1\.2 of a"):
        with_answers(b"case,1.1.1\nA,x\n", "c.csv", "c.csv", {("a", "1.1.2"): "y"})

"""What happens to exports: each operator does one thing to a sound one, and says what should be told of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from omi_report.importing.sheets.sheet_kinds import SheetKind
from tests.export_layouts import Table
from tests.exports import csv_of


@dataclass
class Damaged:
    """An export under damage: its rows, the row of the headings, and how it is written."""

    kind: SheetKind
    random: random.Random
    rows: Table
    head: int = 0
    delimiter: str = ","
    encoding: str = "utf-8"
    touched: set[str] = field(default_factory=set)

    @property
    def headings(self) -> list[str]:
        """The row of the headings."""
        return self.rows[self.head]

    @property
    def first(self) -> int:
        """The first row of the cases."""
        return self.head + 1

    def data(self) -> bytes:
        """The file."""
        return csv_of(self.rows, self.delimiter, self.encoding)

    def a_row(self) -> int:
        """A row of a case that nothing was done to."""
        while True:
            row = self.random.randrange(self.first, len(self.rows))
            if f"row {row}" not in self.touched and self.rows[row][0] and len(self.rows[row]) == len(self.headings):
                self.touched.add(f"row {row}")
                return row

    def a_column(self, kind: str = "question") -> int:
        """A column of questions or attributes that nothing was done to."""
        columns = self.kind.columns
        while True:
            at = self.random.randrange(1, len(self.headings))
            name = self.headings[at]
            if name in columns and columns[name].kind == kind and f"column {name}" not in self.touched:
                self.touched.add(f"column {name}")
                return at

    def answered(self, at: int) -> list[int]:
        """The rows of cases in which a column holds anything."""
        return [row for row in range(self.first, len(self.rows)) if at < len(self.rows[row]) and self.rows[row][at]]


Operator = Callable[[Damaged], str]
"""Damages an export; returns words of the message that tells of it, or nothing where it does no harm."""


def titles(damaged: Damaged) -> str:
    """Somebody puts titles above the headings."""
    above = [["Judged cases of May"], [], ["Confidential", "draft"]][: damaged.random.randint(1, 3)]
    damaged.rows[:0] = above
    damaged.head += len(above)
    return ""


def groups(damaged: Damaged) -> str:
    """A row of merged headings stands above the others."""
    damaged.rows.insert(damaged.head, ["", "About the case", *["" for _each in damaged.headings[3:]], "Judgements"])
    damaged.head += 1
    return ""


def totals(damaged: Damaged) -> str:
    """A row of totals stands below."""
    word = damaged.random.choice(["Total", "TOTALS", "Average", "Count", "Grand total"])
    damaged.rows.append([word, *("46" for _each in damaged.headings[1:])])
    return ""


def footnote(damaged: Damaged) -> str:
    """A note stands below."""
    damaged.rows += [[], ["Exported by the survey tool on 3 May 2008"]]
    return ""


def headings_again(damaged: Damaged) -> str:
    """The headings come again, as on each page of a print."""
    damaged.rows.insert(damaged.random.randrange(damaged.first + 2, len(damaged.rows)), list(damaged.headings))
    return ""


def other_order(damaged: Damaged) -> str:
    """The columns stand in another order."""
    width = len(damaged.headings)
    order = damaged.random.sample(range(1, width), width - 1)
    damaged.rows[damaged.head :] = [
        [row[0], *(row[at] for at in order)] if len(row) == width else row for row in damaged.rows[damaged.head :]
    ]
    return ""


def other_delimiter(damaged: Damaged) -> str:
    """Another country's spreadsheet has written the file."""
    damaged.delimiter = damaged.random.choice(";\t|")
    damaged.encoding = damaged.random.choice(["utf-16", "utf-8-sig", "cp1252"])
    return ""


def column_put_in(damaged: Damaged) -> str:
    """A survey tool exports one column more, which nobody asked for."""
    at = damaged.random.randint(1, len(damaged.headings))
    name = damaged.random.choice(["Duration", "Start time", "Status"])
    for number, row in enumerate(damaged.rows[damaged.head :]):
        if len(row) >= at:
            row.insert(at, str(60 + number) if number else name)
    return ""


def spaces_and_capitals(damaged: Damaged) -> str:
    """A column is written in capitals, with spaces around."""
    at = damaged.a_column()
    for row in damaged.answered(at):
        damaged.rows[row][at] = f" {damaged.rows[row][at].upper()} "
    return ""


def case_twice(damaged: Damaged) -> str:
    """A case stands there twice, alike."""
    damaged.rows.append(list(damaged.rows[damaged.a_row()]))
    return ""


def renamed(damaged: Damaged) -> str:
    """Headings are renamed."""
    for _each in range(damaged.random.randint(1, 4)):
        at = damaged.a_column()
        damaged.headings[at] = f"{damaged.headings[at]} (new)"
    return "the sheet has not"


def removed(damaged: Damaged) -> str:
    """A column is not exported."""
    at = damaged.a_column()
    for row in damaged.rows[damaged.head :]:
        del row[at : at + 1]
    return "the sheet has not"


def ids_renamed(damaged: Damaged) -> str:
    """The column of the ids is called otherwise."""
    damaged.headings[0] = "Offender number"
    return "there is no column «case»"


def heading_twice(damaged: Damaged) -> str:
    """A heading stands above two columns."""
    name = damaged.headings[damaged.a_column()]
    damaged.headings.append(name)
    for row in damaged.rows[damaged.first :]:
        if len(row) > 1:
            row.append("x")
    return "stand above several columns"


def unknown_word(damaged: Damaged) -> str:
    """Some cells hold a word that is no answer."""
    at = damaged.a_column()
    for row in damaged.answered(at)[:2]:
        damaged.rows[row][at] = "Cannot tell"
    return "cells hold what is no answer of theirs"


def coded(damaged: Damaged) -> str:
    """Answers stand as codes all at once."""
    codes = {"yes": "1", "no": "2", "not-relevant": "9"}
    columns = damaged.kind.columns
    for at, name in enumerate(damaged.headings):
        if name in columns and columns[name].kind == "question":
            for row in damaged.answered(at):
                damaged.rows[row][at] = codes.get(damaged.rows[row][at], damaged.rows[row][at])
    return "answers stand as numbers"


def made_dates(damaged: Damaged) -> str:
    """A spreadsheet makes dates of answers."""
    at = damaged.a_column("attribute")
    rows = damaged.answered(at)
    for row in damaged.random.sample(rows, 2):
        damaged.rows[row][at] = "01/02/2008"
    return "a spreadsheet has made dates of answers"


def headings_dates(damaged: Damaged) -> str:
    """A spreadsheet makes dates of the numbers of questions."""
    at = damaged.a_column()
    first, second, third = damaged.headings[at].split(".")
    damaged.headings[at] = f"{int(first):02}/{int(second):02}/20{int(third):02}"
    return "made dates of the numbers of questions"


def formula_errors(damaged: Damaged) -> str:
    """Formulas of a spreadsheet have lost what they point at."""
    at = damaged.a_column()
    for row in damaged.answered(at)[:2]:
        damaged.rows[row][at] = damaged.random.choice(["#REF!", "#N/A", "#VALUE!"])
    return "the error of a formula"


def swapped_headings(damaged: Damaged) -> str:
    """The headings of an attribute with values of its own and of a question are swapped."""
    names = [
        name for name, column in damaged.kind.columns.items() if column.kind == "attribute" and len(column.answers) > 2
    ]
    at = damaged.headings.index(
        damaged.random.choice([name for name in names if f"column {name}" not in damaged.touched])
    )
    other = damaged.a_column()
    damaged.touched.add(f"column {damaged.headings[at]}")
    damaged.headings[at], damaged.headings[other] = damaged.headings[other], damaged.headings[at]
    return "what is no answer of"


def shifted_row(damaged: Damaged) -> str:
    """The cells of a row stand one column too far to the right."""
    row = damaged.a_row()
    damaged.rows[row] = [damaged.rows[row][0], "oops", "oops", *damaged.rows[row][1:]]
    return "many cells of some rows"


def id_lost(damaged: Damaged) -> str:
    """Cases have lost their ids."""
    for _each in range(2):
        damaged.rows[damaged.a_row()][0] = ""
    return "rows with answers have no case"


def ids_as_numbers(damaged: Damaged) -> str:
    """A spreadsheet has written long ids in scientific notation."""
    for number in range(2):
        damaged.rows[damaged.a_row()][0] = f"1.{number}E+11"
    return "long ids as numbers"


def id_of_another(damaged: Damaged) -> str:
    """A case has the id of another one."""
    first, second = damaged.a_row(), damaged.a_row()
    other = list(damaged.rows[second])
    for at, name in enumerate(damaged.headings):
        if name in damaged.kind.columns and other[at] in ("yes", "no"):
            other[at] = "no" if damaged.rows[first][at] == "yes" else "yes"
    damaged.rows[second] = [damaged.rows[first][0], *other[1:]]
    return "one case stands in rows that differ"


def judged_twice(damaged: Damaged) -> str:
    """A case stands there twice, with another answer."""
    row = damaged.a_row()
    again = list(damaged.rows[row])
    at = next(at for at, cell in enumerate(again) if cell in ("yes", "no"))
    again[at] = "no" if again[at] == "yes" else "yes"
    damaged.rows.append(again)
    return "one case is answered in two ways"


def mail_as_ids(damaged: Damaged) -> str:
    """Somebody has put e-mail addresses in the place of ids."""
    damaged.rows[damaged.a_row()][0] = "ann@example.org"
    return "the ids are e-mail addresses"


HARMLESS: tuple[Operator, ...] = (
    titles, groups, totals, footnote, headings_again, other_order, other_delimiter, column_put_in,
    spaces_and_capitals, case_twice,
)  # fmt: skip

FAULTS: tuple[Operator, ...] = (
    renamed, removed, ids_renamed, heading_twice, unknown_word, coded, made_dates, headings_dates, formula_errors,
    swapped_headings, shifted_row, id_lost, ids_as_numbers, id_of_another, judged_twice, mail_as_ids,
)  # fmt: skip

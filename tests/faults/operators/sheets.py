"""Sheets of evidence that a spreadsheet, a paste or an export damaged, and sheets that only look different."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Harmless, Operators, Place

OPERATORS = Operators()

_CASES = "evidence/cases.csv"
_FRAMEWORK = "the questions and attributes of the framework"
_QUESTION = re.compile(r"\d+\.\d+(\.\d+)?")


@dataclass(frozen=True)
class _Sheet:
    """A sheet as its rows, headings first; no cell of the shipped sheets holds a comma or a quotation mark."""

    file: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def header(self) -> tuple[str, ...]:
        return self.rows[0]

    @property
    def width(self) -> int:
        return len(self.header)

    def values(self, column: int) -> list[str]:
        """The cells below a heading."""
        return [row[column] for row in self.rows[1:]]

    def kinds(self, column: int) -> frozenset[str]:
        """What stands below a heading, each once."""
        return frozenset(self.values(column)) - {""}

    def with_rows(self, rows: Iterable[Iterable[str]]) -> _Sheet:
        return replace(self, rows=tuple(map(tuple, rows)))

    def with_columns(self, columns: Iterable[Iterable[str]]) -> _Sheet:
        return self.with_rows(zip(*columns, strict=True))

    @property
    def columns(self) -> list[tuple[str, ...]]:
        return list(zip(*self.rows, strict=True))

    def data(self, delimiter: str = ",", end: str = "\r\n") -> bytes:
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(self.rows)
        return text.getvalue().encode()

    def places(self, lines: Iterable[int]) -> tuple[Place, ...]:
        return tuple(Place(self.file, line) for line in lines)

    @property
    def every(self) -> tuple[Place, ...]:
        """Its head, and every row, for what is wrong with the sheet as a whole."""
        return self.places(range(len(self.rows) + 4))

    def fault(self, places: tuple[Place, ...], helps: tuple[str, ...], shown: str, witness: str = _FRAMEWORK) -> Fault:
        return Fault({self.file: self.data()}, places, witness, helps, f"{self.file}: {shown}")


def _sheets(material: Material) -> list[_Sheet]:
    return [_sheet(material, file) for file in material.sheets]


def _sheet(material: Material, file: str) -> _Sheet:
    rows = csv.reader(io.StringIO(material.files[file].decode("utf-8-sig")))
    return _Sheet(file, tuple(tuple(row) for row in rows if row))


def _any(material: Material, random: Random) -> _Sheet | None:
    """The sample of cases as often as one of the surveys."""
    sheets = _sheets(material)
    cases = [sheet for sheet in sheets if sheet.file == _CASES]
    return random.choice(cases if cases and random.random() < 0.5 else sheets) if sheets else None


def _cases(material: Material) -> _Sheet | None:
    return _sheet(material, _CASES) if _CASES in material.sheets else None


def _questions(sheet: _Sheet) -> list[int]:
    return [at for at in range(1, sheet.width) if _QUESTION.fullmatch(sheet.header[at])]


def _attributes(sheet: _Sheet) -> list[int]:
    return [at for at in range(1, sheet.width) if not _QUESTION.fullmatch(sheet.header[at])]


@OPERATORS.fault("sheets")
def title_above(material: Material, random: Random) -> Fault | None:
    """The sheet has its title, and perhaps an empty row, above the headings."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    titles = [f"{material.name.title()}: sample of cases", "Exported 14/11/2007 09:12", "OFFICIAL – SENSITIVE"]
    above = [[title, *[""] * (sheet.width - 1)] for title in random.sample(titles, random.randint(1, 2))]
    above += [[""] * sheet.width] * random.randint(0, 1)
    return sheet.with_rows([*above, *sheet.rows]).fault(
        sheet.places(range(len(above) + 2)), ("heading",), f"{len(above)} rows above the headings"
    )


@OPERATORS.fault("sheets")
def no_headings(material: Material, random: Random) -> Fault | None:
    """The row of headings was cut off."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    return sheet.with_rows(sheet.rows[1:]).fault(sheet.places([0, 1]), ("heading",), "no headings")


@OPERATORS.fault("sheets")
def headings_again(material: Material, random: Random) -> Fault | None:
    """Two exports were pasted below each other, each with its headings."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    at = random.randrange(2, len(sheet.rows))
    rows = [*sheet.rows[:at], sheet.header, *sheet.rows[at:]]
    return sheet.with_rows(rows).fault(sheet.places([at + 1]), ("heading",), f"headings in row {at + 1} again")


@OPERATORS.fault("sheets")
def wordings_below(material: Material, random: Random) -> Fault | None:
    """A second row of headings gives the wording of each question."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    words = random.choice(["Was this done?", "Question", "Y/N"])
    row = ["", *[f"{words}"] * (sheet.width - 1)]
    rows = [sheet.header, row, *sheet.rows[1:]]
    return sheet.with_rows(rows).fault(sheet.places([1, 2]), ("heading",), "a second row of headings")


@OPERATORS.fault("sheets")
def columns_swapped(material: Material, random: Random) -> Fault | None:
    """The cells of two columns changed places, and the headings stayed."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    columns = sheet.columns
    pairs = [
        (one, other)
        for one in range(1, sheet.width)
        for other in range(one + 1, min(one + 4, sheet.width))
        if len(sheet.kinds(one) - sheet.kinds(other))
        and len(sheet.kinds(other) - sheet.kinds(one))
        and not sheet.kinds(one) & sheet.kinds(other)
    ]
    if not pairs:
        return None
    one, other = random.choice(pairs)
    columns[one], columns[other] = (
        (columns[one][0], *columns[other][1:]),
        (columns[other][0], *columns[one][1:]),
    )
    names = (f"«{sheet.header[one]}»", f"«{sheet.header[other]}»")
    helps = ("swapped", "changed places", "shifted")
    return sheet.with_columns(columns).fault(sheet.every, helps, f"{' ↔ '.join(names)}")


@OPERATORS.fault("sheets")
def columns_shifted(material: Material, random: Random) -> Fault | None:
    """All cells from a column on moved to the right, and the headings did not."""
    sheet = _any(material, random)
    if sheet is None or sheet.width < 5:
        return None
    at = random.randrange(1, max(2, sheet.width // 3))
    rows = [sheet.header, *([*row[:at], "", *row[at:-1]] for row in sheet.rows[1:])]
    heading = f"«{sheet.header[at]}»"
    witness = _FRAMEWORK if sheet.file == _CASES else ""
    return sheet.with_rows(rows).fault(sheet.every, ("shifted", "moved"), f"shifted right from {heading}", witness)


@OPERATORS.fault("sheets")
def row_shifted(material: Material, random: Random) -> Fault | None:
    """A cell was added to one row or taken from it, and the rest of the row moved."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    line = random.randrange(1, len(sheet.rows))
    at = random.randrange(1, sheet.width)
    row = sheet.rows[line]
    moved = random.choice([(*row[:at], "yes", *row[at:]), (*row[:at], *row[at + 1 :])])
    rows = [*sheet.rows[:line], moved, *sheet.rows[line + 1 :]]
    return sheet.with_rows(rows).fault(sheet.places([line + 1]), ("cells", "shift"), f"row {line + 1} shifted")


@OPERATORS.fault("sheets")
def column_cut(material: Material, random: Random) -> Fault | None:
    """A column was deleted, with its heading."""
    sheet = _any(material, random)
    if sheet is None or sheet.width < 3:
        return None
    columns = sheet.columns
    at = random.randrange(1, sheet.width)
    name = sheet.header[at]
    del columns[at]
    return sheet.with_columns(columns).fault(sheet.places([0, 1]), (f"«{name}»",), f"no column {name}")


@OPERATORS.fault("sheets")
def cells_of_column_cut(material: Material, random: Random) -> Fault | None:
    """The cells of a column were deleted, those to the right moved to the left, and all headings stayed."""
    sheet = _any(material, random)
    if sheet is None or sheet.width < 3:
        return None
    at = random.randrange(1, sheet.width - 1)
    rows = [sheet.header, *([*row[:at], *row[at + 1 :]] for row in sheet.rows[1:])]
    helps = ("shift", "cells", "moved")
    return sheet.with_rows(rows).fault(sheet.every, helps, f"cells of {sheet.header[at]} deleted")


@OPERATORS.fault("sheets")
def sorted_apart(material: Material, random: Random) -> Fault | None:
    """One column of attributes was sorted by itself, so that its cells stand beside other cases."""
    sheet = _cases(material)
    if sheet is None:
        return None
    questions = _applies_to(material)
    at = random.choice([at for at in _attributes(sheet) if sheet.header[at] in questions] or [0])
    if not at:
        return None
    columns = sheet.columns
    columns[at] = (columns[at][0], *sorted(columns[at][1:]))
    helps = ("sorted", "applies", "moved", "no answer")
    return sheet.with_columns(columns).fault(sheet.every, helps, f"«{sheet.header[at]}» sorted apart from its cases")


def _applies_to(material: Material) -> set[str]:
    """The attributes that settle which questions a case gets."""
    found: set[str] = set()

    def look(node: object) -> None:
        if isinstance(node, dict):
            applies = node.get("applies_to")
            if isinstance(applies, dict):
                found.update(map(str, applies))
            for inner in node.values():
                look(inner)
        elif isinstance(node, list):
            for inner in node:
                look(inner)

    look(dict(material.framework))
    return found


@OPERATORS.fault("sheets")
def total_at_the_end(material: Material, random: Random) -> Fault | None:
    """The last row holds totals."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    word = random.choice(["Total", "TOTAL", "n =", "Totals:"])
    size = len(sheet.rows) - 1
    row = [word, *(str(random.randrange(1, size)) for _ in range(sheet.width - 1))]
    rows = [*sheet.rows, row]
    return sheet.with_rows(rows).fault(sheet.places([len(rows)]), ("total",), f"a row «{word}»")


def _in_all(sheet: _Sheet, old: frozenset[str], new: str, columns: Iterable[int]) -> tuple[_Sheet, list[int]]:
    """Write a word for others in some columns; return the sheet and the lines that changed."""
    wanted = set(columns)
    rows, lines = [list(row) for row in sheet.rows], []
    for number, row in enumerate(rows[1:], start=2):
        changed = [new if at in wanted and cell in old else cell for at, cell in enumerate(row)]
        if changed != row:
            lines.append(number)
            rows[number - 1] = changed
    return sheet.with_rows(rows), lines


@OPERATORS.fault("sheets")
def not_applicable(material: Material, random: Random) -> Fault | None:
    """Cells that are empty, or say that a question does not matter, hold «N/A» or a dash."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    word = random.choice(["N/A", "n/a", "NA", "-", "–", "#N/A", "not applicable", "none given"])
    old = random.choice([frozenset({""}), frozenset({"not-relevant"}), frozenset({"", "not-relevant"})])
    columns = _questions(sheet) if sheet.file == _CASES else range(1, sheet.width)
    changed, lines = _in_all(sheet, old, word, columns)
    if not lines:
        return None
    return changed.fault(sheet.places([0, 1, *lines]), ("not-relevant", "empty", "blank"), f"«{word}» in many cells")


@OPERATORS.fault("sheets")
def answers_of_another_scale(material: Material, random: Random) -> Fault | None:
    """An answer is written in another way throughout, such as Y for yes, or as a number."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    columns = _questions(sheet) if sheet.file == _CASES else range(1, sheet.width)
    kinds = sorted(frozenset().union(*(sheet.kinds(at) for at in columns)) - {"not-relevant"})
    old = random.choice(kinds)
    new = random.choice([old[0].upper(), str(kinds.index(old) + 1), f"{old} ok", "✓"])
    changed, lines = _in_all(sheet, frozenset({old}), new, columns)
    return changed.fault(sheet.places([0, 1, *lines]), (old,), f"«{old}» → «{new}» everywhere")


@OPERATORS.fault("sheets")
def answer_misspelt(material: Material, random: Random) -> Fault | None:
    """One answer or attribute is misspelt."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    cells = [(n, at) for n in range(1, len(sheet.rows)) for at in range(1, sheet.width) if len(sheet.rows[n][at]) > 3]
    if not cells:
        return None
    line, at = random.choice(cells)
    right = sheet.rows[line][at]
    spot = random.randrange(1, len(right) - 1)
    wrong = right[:spot] + right[spot + 1 :]
    rows = [list(row) for row in sheet.rows]
    rows[line][at] = wrong
    return sheet.with_rows(rows).fault(sheet.places([line + 1]), (right,), f"{right} → {wrong}")


@OPERATORS.fault("sheets")
def headings_as_dates(material: Material, random: Random) -> Fault | None:
    """Excel took the numbers of questions for dates."""
    sheet = _cases(material)
    if sheet is None:
        return None
    form = random.choice(["{1:02}/{0:02}/200{2}", "{0}-{2:02}-0{1}", "200{2}-0{1}-0{0}"])
    header, count = list(sheet.header), 0
    for at in _questions(sheet):
        parts = [int(part) for part in header[at].split(".")]
        if len(parts) == 3 and parts[2] < 10 and parts[1] < 10:
            header[at], count = form.format(*parts), count + 1
    if not count:
        return None
    return sheet.with_rows([header, *sheet.rows[1:]]).fault(
        sheet.places([0, 1]), ("date",), f"{count} headings as dates"
    )


@OPERATORS.fault("sheets")
def ids_in_scientific_notation(material: Material, random: Random) -> Fault | None:
    """Long ids were kept as numbers, and so came to be the same."""
    sheet = _cases(material)
    if sheet is None:
        return None
    rows = [list(row) for row in sheet.rows]
    lines = sorted(random.sample(range(1, len(rows)), random.randint(2, 8)))
    for line in lines:
        rows[line][0] = "2.00711E+11"
    places = sheet.places(line + 1 for line in lines)
    return sheet.with_rows(rows).fault(
        places, ("already", "scientific", "twice"), "ids as 2.00711E+11", "ids are unique"
    )


@OPERATORS.fault("sheets")
def rows_with_semicolons(material: Material, random: Random) -> Fault | None:
    """Some rows come from a machine on which the delimiter is another one."""
    sheet = _any(material, random)
    if sheet is None or sheet.width < 3:
        return None
    lines = sheet.data().decode().split("\r\n")
    start = random.choice([0, random.randrange(2, len(lines) - 1)])
    mixed = random.sample(range(2, len(lines) - 1), 3) if start else range(1)
    changed = [line.replace(",", ";") if n in mixed else line for n, line in enumerate(lines)]
    data = "\r\n".join(changed).encode()
    places = sheet.places([0, 1, 2, *(n + 1 for n in mixed)])
    helps = ("semicolon", "delimiter", "«;»")
    return Fault({sheet.file: data}, places, "one file has one delimiter", helps, f"{sheet.file}: «;» in some rows")


@OPERATORS.fault("sheets")
def quotation_mark_open(material: Material, random: Random) -> Fault | None:
    """A cell begins with a quotation mark that is never closed."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    lines = sheet.data().decode().split("\r\n")
    at = random.randrange(1, len(lines) - 1)
    lines[at] = lines[at].replace(",", ',"', 1)
    data = "\r\n".join(lines).encode()
    return Fault(
        {sheet.file: data}, sheet.places([at + 1]), "the grammar of CSV", ("quot",), f"row {at + 1}: open quote"
    )


@OPERATORS.fault("sheets")
def case_twice(material: Material, random: Random) -> Fault | None:
    """A row was pasted a second time."""
    sheet = _cases(material)
    if sheet is None:
        return None
    line = random.randrange(1, len(sheet.rows))
    at = random.randrange(line + 1, len(sheet.rows) + 1)
    rows = [*sheet.rows[:at], sheet.rows[line], *sheet.rows[at:]]
    places = sheet.places([line + 1, at + 1])
    return sheet.with_rows(rows).fault(places, ("already", "twice"), f"row {line + 1} twice", "ids are unique")


@OPERATORS.fault("sheets")
def id_missing(material: Material, random: Random) -> Fault | None:
    """A case has no id."""
    sheet = _cases(material)
    if sheet is None:
        return None
    rows = [list(row) for row in sheet.rows]
    line = random.randrange(1, len(rows))
    rows[line][0] = ""
    return sheet.with_rows(rows).fault(sheet.places([line + 1]), ("no case", " id"), f"row {line + 1} without id")


@OPERATORS.fault("sheets")
def remarks_beside(material: Material, random: Random) -> Fault | None:
    """Remarks stand to the right of the table, under no heading or under one of their own."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    lines = random.sample(range(1, len(sheet.rows)), 2)
    heading = random.choice(["", "Comments", "Checked by"])
    rows = [[*row, "KB checked" if n in lines else ""] for n, row in enumerate(sheet.rows)]
    rows[0][-1] = heading
    places = sheet.places([1, *(n + 1 for n in lines)])
    return sheet.with_rows(rows).fault(places, ("heading", heading.lower() or "heading"), "remarks at the right")


@OPERATORS.fault("sheets")
def merged_cells(material: Material, random: Random) -> Fault | None:
    """Equal cells of an attribute were merged: only the first of each run holds the value."""
    sheet = _cases(material)
    if sheet is None:
        return None
    at = random.choice(_attributes(sheet))
    rows = [list(row) for row in sheet.rows]
    lines = [n for n in range(2, len(rows)) if sheet.rows[n][at] == sheet.rows[n - 1][at]]
    if not lines:
        return None
    for line in lines:
        rows[line][at] = ""
    places = sheet.places([1, *(n + 1 for n in lines)])
    return sheet.with_rows(rows).fault(places, ("merged", f"no «{sheet.header[at]}»"), f"«{sheet.header[at]}» merged")


@OPERATORS.fault("sheets")
def survey_in_the_place_of_another(material: Material, random: Random) -> Fault | None:
    """The answers of one survey were saved under the name of another, or as the cases."""
    sheets = _sheets(material)
    if len(sheets) < 2:
        return None
    one, other = random.sample(sheets, 2)
    name = other.file.removesuffix(".csv").rpartition("/")[2]
    wrong = replace(other, file=one.file)
    return wrong.fault(one.places([0, 1]), (name,), f"holds {other.file}")


@OPERATORS.fault("sheets")
def heading_respelt(material: Material, random: Random) -> Fault | None:
    """A heading was written by hand, and nearly right."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    named = [at for at in range(1, sheet.width) if len(sheet.header[at]) > 3 and sheet.header[at][0].isalpha()]
    if not named:
        return None
    at = random.choice(named)
    right = sheet.header[at]
    forms = [right[:2] + right[3:], right + "s", f"{right}?", right.replace("_", " ").replace("-", " ") + " (code)"]
    wrong = random.choice(forms)
    rows = [list(row) for row in sheet.rows]
    rows[0][at] = wrong
    return sheet.with_rows(rows).fault(sheet.places([1]), (f"«{right}»",), f"{right} → {wrong}")


@OPERATORS.fault("sheets")
def heading_twice(material: Material, random: Random) -> Fault | None:
    """A heading was dragged over its neighbour."""
    sheet = _any(material, random)
    if sheet is None or sheet.width < 4:
        return None
    at = random.randrange(1, sheet.width - 1)
    rows = [list(row) for row in sheet.rows]
    name, lost = rows[0][at], rows[0][at + 1]
    rows[0][at + 1] = name
    return sheet.with_rows(rows).fault(sheet.places([1]), (f"«{name}»", f"«{lost}»"), f"two columns «{name}»")


@OPERATORS.fault("sheets")
def answer_lost(material: Material, random: Random) -> Fault | None:
    """One answer was deleted."""
    sheet = _cases(material)
    if sheet is None:
        return None
    cells = [(n, at) for n in range(1, len(sheet.rows)) for at in _questions(sheet) if sheet.rows[n][at]]
    line, at = random.choice(cells)
    # an answer that says «not relevant» may stand for a blank where the question does not apply
    witness = _FRAMEWORK if sheet.rows[line][at] != "not-relevant" else ""
    rows = [list(row) for row in sheet.rows]
    rows[line][at] = ""
    places = sheet.places([line + 1])
    return sheet.with_rows(rows).fault(places, ("no answer",), f"row {line + 1}: «{sheet.header[at]}» empty", witness)


@OPERATORS.fault("sheets")
def decimals_for_codes(material: Material, random: Random) -> Fault | None:
    """A spreadsheet kept codes that are numbers with decimals, or with a currency sign."""
    sheet = _cases(material)
    if sheet is None:
        return None
    codes = [at for at in _attributes(sheet) if all(cell.isdigit() for cell in sheet.kinds(at))]
    if not codes:
        return None
    at = random.choice(codes)
    form = random.choice(["{}.50", "£{}.00", "0{}/01"])
    rows = [list(row) for row in sheet.rows]
    for row in rows[1:]:
        row[at] = form.format(row[at])
    return sheet.with_rows(rows).fault(sheet.every, (f"«{sheet.header[at]}»",), f"{sheet.header[at]} as {form}")


def _look(sheet: _Sheet, data: bytes, why: str, shown: str) -> Harmless:
    return Harmless({sheet.file: data}, why, f"{sheet.file}: {shown}")


@OPERATORS.innocent("sheets")
def other_delimiter(material: Material, random: Random) -> Harmless | None:
    """The whole sheet has semicolons or tabs."""
    sheet = _any(material, random)
    if sheet is None or sheet.width < 3:
        return None
    delimiter = random.choice([";", "\t"])
    return _look(sheet, sheet.data(delimiter), "a spreadsheet's own way", f"{delimiter!r} throughout")


@OPERATORS.innocent("sheets")
def unicode_text(material: Material, random: Random) -> Harmless | None:
    """Excel saved the sheet as «Unicode Text»."""
    sheet = _any(material, random)
    if sheet is None or sheet.width < 3:
        return None
    data = codecs.BOM_UTF16_LE + sheet.data("\t").decode().encode("utf-16-le")
    return _look(sheet, data, "its first bytes say so", "UTF-16 with tabs")


@OPERATORS.innocent("sheets")
def columns_in_another_order(material: Material, random: Random) -> Harmless | None:
    """The columns stand in another order, with their headings."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    columns = sheet.columns
    random.shuffle(columns)
    return _look(sheet, sheet.with_columns(columns).data(), "headings say what a column is", "columns shuffled")


@OPERATORS.innocent("sheets")
def rows_in_another_order(material: Material, random: Random) -> Harmless | None:
    """The rows stand in another order, whole."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    rows = list(sheet.rows[1:])
    random.shuffle(rows)
    return _look(sheet, sheet.with_rows([sheet.header, *rows]).data(), "a case is a case", "rows shuffled")


@OPERATORS.innocent("sheets")
def empty_rows_and_columns(material: Material, random: Random) -> Harmless | None:
    """A spreadsheet left empty rows and columns behind."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    extra = [""] * random.randint(1, 3)
    rows = [[*row, *extra] for row in sheet.rows]
    rows += [[""] * len(rows[0])] * random.randint(1, 4)
    return _look(sheet, sheet.with_rows(rows).data(), "nothing stands there", "empty rows and columns")


@OPERATORS.innocent("sheets")
def other_capitals(material: Material, random: Random) -> Harmless | None:
    """Answers and values are written with a capital."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    rows = [sheet.header, *([row[0], *(cell.capitalize() for cell in row[1:])] for row in sheet.rows[1:])]
    return _look(sheet, sheet.with_rows(rows).data(), "no two codes differ in capitals alone", "Yes for yes")


@OPERATORS.innocent("sheets")
def spaces_around(material: Material, random: Random) -> Harmless | None:
    """Cells have spaces around them."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    rows = [[f" {cell} " if cell and random.random() < 0.2 else cell for cell in row] for row in sheet.rows]
    return _look(sheet, sheet.with_rows(rows).data(), "the answers are the same", "spaces around cells")


@OPERATORS.innocent("sheets")
def all_quoted(material: Material, random: Random) -> Harmless | None:
    """Every cell stands in quotation marks, and lines end with a line feed."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(sheet.rows)
    return _look(sheet, text.getvalue().encode(), "CSV as programs write it", "all cells quoted")


@OPERATORS.innocent("sheets")
def separator_line(material: Material, random: Random) -> Harmless | None:
    """The first line tells Excel which delimiter there is."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    delimiter = random.choice([",", ";"])
    data = f"sep={delimiter}\r\n".encode() + sheet.data(delimiter)
    return _look(sheet, data, "Excel's own line", f"sep={delimiter}")


@OPERATORS.innocent("sheets")
def mark_of_utf_8(material: Material, random: Random) -> Harmless | None:
    """Excel saved the sheet as «CSV UTF-8», with a byte order mark."""
    sheet = _any(material, random)
    if sheet is None:
        return None
    return _look(sheet, codecs.BOM_UTF8 + sheet.data(), "it says UTF-8", "a byte order mark")

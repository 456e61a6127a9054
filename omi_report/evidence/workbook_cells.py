"""What the parts of a workbook say: its shared texts, which formats are dates, and the cells of a sheet as texts.

Each class is told of the elements of a part as they come (`xml_part.PartReader`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from omi_report import limits
from omi_report.evidence.grids import MergedCells
from omi_report.packed import TooLargeError

_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The formats of dates and times that Excel has by itself."""

_NOT_OF_DATES = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.')
"""Of a format what is written as it stands, and colours and conditions."""

_LOOK = re.compile(r'(?:"([^"]*)")?(0{1,20})(?:\.(0{1,9}))?(%?)(?:"([^"]*)")?')
"""Formats that show a number with so many digits, so many of them behind the point, and words around it."""

_BUILT_IN_LOOKS = {"1": "0", "2": "0.00", "9": "0%", "10": "0.00%"}
"""The formats of this kind that Excel has by itself."""

_DATE_LETTERS = frozenset("dmyhs")

_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet has no time zone
_DAY_0_OF_1904 = datetime(1904, 1, 1)  # noqa: DTZ001

_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_CELL_NAME = re.compile(r"([A-Z]{1,7})[0-9]*")


class _Words:
    """The words of the element that is open, up to the limit of a cell."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def add(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
        if self._length > limits.CELL_CHARACTERS:
            raise TooLargeError(f"a cell has more than {limits.CELL_CHARACTERS:,} characters")

    def taken(self) -> str:
        words = "".join(self._parts)
        self._parts.clear()
        self._length = 0
        return words


class NumberLook(NamedTuple):
    """How a format shows a number: words around it, the digits before and behind the point, and whether per cent."""

    before: str
    digits: int
    places: int
    percent: str
    behind: str

    @classmethod
    def of(cls, code: str) -> NumberLook | None:
        """Return what a format shows; None for one that is of another kind."""
        match = _LOOK.fullmatch(code)
        if match is None:
            return None
        return cls(match[1] or "", len(match[2]), len(match[3] or ""), match[4], match[5] or "")

    def shown(self, value: float) -> str:
        """Return a number as it is shown."""
        width = self.digits + (self.places + 1 if self.places else 0) + (value < 0)
        number = value * 100 if self.percent else value
        return f"{self.before}{number:0{width}.{self.places}f}{self.percent}{self.behind}"


class SharedTexts:
    """The texts that cells name by their numbers; ``found`` are those read so far. Readings of signs are left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._said = _Words()
        self._in_text = self._in_reading = False

    def opened(self, element: str, _attributes: Mapping[str, str]) -> None:
        """Take note of an element that begins."""
        if element == "t":
            self._in_text = True
        elif element == "rPh":
            self._in_reading = True

    def words(self, words: str) -> None:
        """Take the words of an element."""
        if self._in_text and not self._in_reading:
            self._said.add(words)

    def closed(self, element: str) -> None:
        """Take note of an element that ends."""
        if element == "t":
            self._in_text = False
        elif element == "rPh":
            self._in_reading = False
        elif element == "si":
            if len(self.found) >= limits.SHARED_TEXTS:
                raise TooLargeError(f"it has more than {limits.SHARED_TEXTS:,} different texts")
            self.found.append(self._said.taken())


class StyleReader:
    """Which styles of cells show a number as a date, and which with a number of digits.

    ``dates`` are the numbers of the first, ``looks`` says how the others show a number.
    """

    def __init__(self) -> None:
        self.dates: set[int] = set()
        self.looks: dict[int, NumberLook] = {}
        self._formats: set[str] = set()
        self._looks = {key: NumberLook.of(code) for key, code in _BUILT_IN_LOOKS.items()}
        self._in_cells = False
        self._number = 0

    def opened(self, element: str, attributes: Mapping[str, str]) -> None:
        """Take note of an element that begins."""
        if element == "numFmt" and _is_of_dates(attributes.get("formatCode", "")):
            self._formats.add(attributes.get("numFmtId", ""))
        elif element == "numFmt":
            self._looks[attributes.get("numFmtId", "")] = NumberLook.of(attributes.get("formatCode", "")[:100])
        elif element in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            self._in_cells = element == "cellXfs"
        elif element == "xf" and self._in_cells:
            key = attributes.get("numFmtId", "")
            if key in self._formats or (key.isdecimal() and len(key) < 4 and int(key) in _BUILT_IN_DATES):
                self.dates.add(self._number)
            elif look := self._looks.get(key):
                self.looks[self._number] = look
            self._number += 1


def _is_of_dates(code: str) -> bool:
    meant = _NOT_OF_DATES.sub("", code[:1_000].split(";", maxsplit=1)[0]).lower()
    return not _DATE_LETTERS.isdisjoint(meant)


class CellReader:
    """The rows of a sheet that are written: the number of each, and its cells as their readers see them.

    ``rows`` are those read so far. Rows that are left out are not filled in: a row's number is only its own word.
    With ``formulas`` a cell of a formula that has no value, or an error for one, is what was written: words that begin
    with = are a formula to Excel, whatever their writer meant. With ``looks``, of styles, numbers stand as they are
    shown, and days without a time. ``merged`` are the cells that are shown as one.
    """

    def __init__(
        self,
        texts: Sequence[str],
        dates: set[int],
        *,
        since_1904: bool,
        formulas: bool = False,
        looks: Mapping[int, NumberLook] | None = None,
    ) -> None:
        self.rows: list[tuple[int, list[str]]] = []
        self.merged: list[MergedCells] = []
        self._looks = looks
        self._texts, self._dates, self._formulas = texts, dates, formulas
        self._day_0 = _DAY_0_OF_1904 if since_1904 else _DAY_0
        self._said, self._formula = _Words(), _Words()
        self._cells: list[str] = []
        self._line = self._held = 0
        self._kind = self._style = ""
        self._column = -1
        self._wanted = self._in_reading = self._in_formula = False

    def opened(self, element: str, attributes: Mapping[str, str]) -> None:
        """Take note of an element that begins.

        Raises TooLargeError where a row or cell cannot be Excel's, ValueError where it stands in no order.
        """
        if element == "c":
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._column = _column_of(attributes.get("r", ""), self._column + 1)
        elif element in ("v", "t"):
            self._wanted = not self._in_reading
        elif element == "f":
            self._in_formula = True
        elif element == "rPh":
            self._in_reading = True
        elif element == "row":
            self._begin_row(attributes.get("r", ""))
        elif element == "mergeCell" and (match := _RANGE.fullmatch(attributes.get("ref", ""))):
            if len(self.merged) >= limits.MERGED_CELLS:
                raise TooLargeError(f"it has more than {limits.MERGED_CELLS:,} merged cells")
            first, last = _column_of(match[1], 0), _column_of(match[3], 0)
            self.merged.append(MergedCells(int(match[2]), first, int(match[4]), last))

    def words(self, words: str) -> None:
        """Take the words of an element."""
        if self._wanted:
            self._said.add(words)
        elif self._in_formula:
            self._formula.add(words)

    def closed(self, element: str) -> None:
        """Take note of an element that ends."""
        if element in ("v", "t"):
            self._wanted = False
        elif element == "f":
            self._in_formula = False
        elif element == "rPh":
            self._in_reading = False
        elif element == "c":
            self._end_cell()
        elif element == "row" and self._cells:
            if len(self.rows) > limits.SHEET_ROWS:
                raise TooLargeError(f"the sheet has more than {limits.SHEET_ROWS:,} rows")
            self.rows.append((self._line, self._cells))

    def _begin_row(self, number: str) -> None:
        line = int(number) if number.isdecimal() and len(number) < 20 else self._line + 1
        if line > limits.LAST_ROW or (number and not number.isdecimal()) or len(number) >= 20:
            raise TooLargeError(f"a row has the number {number[:20]}, and Excel has {limits.LAST_ROW:,} rows")
        if line <= self._line:
            raise ValueError(f"the row {line} stands behind the row {self._line}")
        self._line, self._cells, self._column = line, [], -1

    def _end_cell(self) -> None:
        text, formula = self._shown(self._said.taken()), self._formula.taken()
        if self._formulas and formula and (not text or self._kind == "e"):
            text = f"={formula}"
        if not text:
            return
        if self._column >= limits.SHEET_COLUMNS:
            raise TooLargeError(f"the sheet has more than {limits.SHEET_COLUMNS:,} columns")
        missing = self._column + 1 - len(self._cells)
        if missing < 1:
            raise ValueError("a cell stands behind the one that follows it")
        self._held += missing
        if self._held > limits.SHEET_CELLS:
            raise TooLargeError(f"the sheet has more than {limits.SHEET_CELLS:,} cells")
        self._cells += [""] * (missing - 1)
        self._cells.append(text)

    def _shown(self, said: str) -> str:
        """A cell as its reader sees it: Excel keeps the tier 1 as the number 1.0."""
        match self._kind:
            case "s":
                return self._texts[int(said)] if said.isdecimal() else ""
            case "b":
                return "" if not said else "True" if said == "1" else "False"
            case "n" if said:
                return self._number(float(said), is_date=self._style.isdecimal() and int(self._style) in self._dates)
            case _:
                return said

    def _number(self, value: float, *, is_date: bool) -> str:
        if is_date:
            try:
                # Excel has a 29 February 1900, so the days before it count one more.
                early = self._day_0 is _DAY_0 and 1 <= value < 60
                moment = str(self._day_0 + timedelta(days=value + early))
                return moment if self._looks is None else moment.removesuffix(" 00:00:00")
            except OverflowError:
                pass
        if self._looks and self._style.isdecimal() and (look := self._looks.get(int(self._style))):
            return look.shown(value)
        return str(int(value)) if value.is_integer() else str(value)


def _column_of(name: str, following: int) -> int:
    """The index of a cell's column from its name, such as AB12; without a name it is the one that follows."""
    if not name:
        return following
    match = _CELL_NAME.match(name)
    if match is None:
        raise ValueError(f"a cell has the name {name[:20]}")
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - 64
    return number - 1

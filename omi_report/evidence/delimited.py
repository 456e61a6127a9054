"""CSV as spreadsheets write it: its characters, its delimiter, its rows and the places of its cells.

Excel saves CSV as UTF-8 with a byte order mark, as UTF-16 with tabs («Unicode Text») or in the
Windows code page of Western Europe, and separates cells with whatever the system's list separator is.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Container, Iterator
from contextlib import suppress
from functools import cached_property
from itertools import islice

from omi_report import limits
from omi_report.evidence.sheet import NotATableError, Sheet, bounded
from omi_report.problems import Location

DELIMITERS = ",;\t"
_TRIED = 50
"""So many lines are read by each delimiter, where it has to be found out."""
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Excel heeds, and some programs write, a first line that only names the delimiter.
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t])"?\r?\n?', re.IGNORECASE)


def open_delimited(data: bytes, name: str, shown: str) -> Sheet:
    """Open a CSV file. Raises NotATableError where its bytes are no text or there is no first row.

    The rows raise NotATableError where a quotation mark is out of place.
    """
    source = _Source(data, shown)
    first, second = source.first_lines()
    separator = _SEPARATOR_LINE.fullmatch(first)
    delimiter = separator[1] if separator else delimiter_of(first)
    rows = bounded(source.rows(delimiter), shown)
    if separator:
        next(rows)
    line, header = next(rows, (1, []))
    if not any(header):
        raise NotATableError(
            Location(shown, 1, 1),
            "the file is empty" if not (second if separator else first) else "the first row is empty",
            "the first row names the columns: case, the attributes and the questions",
        )
    return Sheet(name, header, line, rows, lambda row, cell: source.place(row, cell, delimiter))


def all_records(data: bytes, shown: str) -> list[tuple[int, list[str]]]:
    """Return the rows of a text of any delimiter, each with the number that a spreadsheet gives it.

    The delimiter is the one that most rows agree on: titles may stand above the headings. Raises NotATableError.
    """
    source = _Source(data, shown)
    first, _second = source.first_lines()
    separator = _SEPARATOR_LINE.fullmatch(first)
    rows = bounded(source.rows(separator[1] if separator else source.agreed_delimiter()), shown)
    if separator:
        next(rows)
    return [(number, cells) for number, (_line, cells) in enumerate(rows, start=1)]


def lines_of(data: bytes, numbers: Container[int]) -> str | None:
    """Return some lines of a CSV file at their places in a text in which all others are empty.

    None comes back for bytes that are no text.
    """
    try:
        lines = _Source(data, "").lines
    except NotATableError:
        return None
    kept = (line.rstrip("\r\n") if number in numbers else "" for number, line in enumerate(lines, start=1))
    # what YAML takes for a line's end is none here
    return "\n".join("".join(each if each.isprintable() else " " for each in line) for line in kept)


def encoding_of(data: bytes) -> str:
    """Return the encoding of a text: by its byte order mark, else UTF-8 where it fits, else cp1252.

    Raises UnicodeDecodeError where it is none of these.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            data.decode(encoding)
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        data.decode("cp1252")
        return "cp1252"
    return "utf-8"


def delimiter_of(header: str) -> str:
    """Return the delimiter of a first line: the one that stands most often in it."""
    return max(DELIMITERS, key=header.count)


class _Source:
    """The bytes of a file as text, decoded while it is read."""

    def __init__(self, data: bytes, shown: str) -> None:
        self._data, self._shown = data, shown
        self._places: dict[int, list[tuple[int, int]]] = {}
        if not data.startswith(_BOMS[1][0]) and not data.startswith(_BOMS[2][0]) and b"\0" in data:
            raise NotATableError(
                Location(shown, 1, 1), "the file holds zero bytes: it is no text", "save the file anew, as CSV UTF-8"
            )
        try:
            self._encoding = encoding_of(data)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            message = f"the byte 0x{data[error.start]:02X} is no character, in UTF-8 or as Windows writes it"
            raise NotATableError(Location(shown, line, 1), message, "save the file anew, as CSV UTF-8") from None

    def _text(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(self._data), encoding=self._encoding, newline="")

    def first_lines(self) -> tuple[str, str]:
        text = self._text()
        return text.readline(), text.readline()

    def agreed_delimiter(self) -> str:
        """The delimiter by which most of the first rows have one number of cells, and most cells then."""
        found: list[tuple[int, str]] = []
        for delimiter in f"{DELIMITERS}|":
            reader = csv.reader(islice(self._short_lines(), _TRIED), delimiter=delimiter)
            widths: Counter[int] = Counter()
            with suppress(csv.Error):
                widths.update(len(cells) for cells in reader)
            found.append((max((count * (width - 1) for width, count in widths.items()), default=0), delimiter))
        return max(found, key=lambda each: each[0])[1]

    def rows(self, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        reader = csv.reader(self._short_lines(), delimiter=delimiter, strict=True)
        line = 1
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            hint = "look for a quotation mark that is not closed, or that stands inside a cell"
            raise NotATableError(Location(self._shown, line, 1), f"the row cannot be read: {error}", hint) from None

    def _short_lines(self) -> Iterator[str]:
        for number, line in enumerate(self._text(), start=1):
            if len(line) > limits.ROW_CHARACTERS:
                message = f"the line has more than {limits.ROW_CHARACTERS:,} characters"
                raise NotATableError(Location(self._shown, number, 1), message, "is it the right file?")
            yield line

    @cached_property
    def lines(self) -> list[str]:
        return list(islice(self._text(), limits.SHEET_LINES))

    def place(self, line: int, cell: int, delimiter: str) -> Location:
        """The place of a cell: quoted cells may hold delimiters and line ends."""
        if not cell:
            return Location(self._shown, line, 1)
        if line not in self._places:  # a row with one problem often has more
            self._places[line] = list(self._cells_of(line, delimiter))
        places = self._places[line]
        return Location(self._shown, *places[min(cell - 1, len(places) - 1)])

    def _cells_of(self, line: int, delimiter: str) -> Iterator[tuple[int, int]]:
        """Where each cell of a row but the first begins, and last the end of the row, if it is shorter than thought."""
        quoted, column = False, 1
        while line <= len(self.lines):
            for character in self.lines[line - 1]:
                column += 1
                if character == '"':
                    quoted = not quoted
                elif character == delimiter and not quoted:
                    yield line, column
            if not quoted:
                yield line, max(1, column - 1)
                return
            line, column = line + 1, 1
        yield line, column

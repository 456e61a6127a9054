"""Tables in texts: lines of cells between bars, below a line of heads and one of dashes.

markdown-it finds the tables. But it says neither where a cell begins nor how many cells a row was written with, and
it takes the bar of a figure's filter (``{{ late | count }}``) for the end of a cell. So such bars are hidden from it,
and the lines of a table are looked at once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

from omi_report.prose.nodes import Fault, Span, TextCell

_DASHES = re.compile(r"^(?=[^\n]*-)(?=[^\n]*\|)[ \t>]*[|:-][|:\- \t]*$", re.MULTILINE)
"""The line of dashes below the heads of a table; without one there is no table."""

_OWN_BARS = re.compile(r"\{\{[^{}\n]*\}\}|\\\|")
"""What holds bars that part no cells: figures with filters, and bars behind a backslash."""

_BLANKS = " \t"


def has_tables(text: str) -> bool:
    """Say whether a text may hold a table."""
    return "|" in text and _DASHES.search(text) is not None


def stand_in(text: str) -> str:
    """Return a character that is not in a text, to stand for bars that part no cells."""
    return next(chr(code) for code in range(0xF0000, 0xFFFFE) if chr(code) not in text)


def without_own_bars(text: str, mark: str) -> str:
    """Return a text of the same length in which a mark stands for the bars that part no cells."""
    return _OWN_BARS.sub(lambda match: match[0].replace("|", mark), text)


def put_back(tokens: list[Token], mark: str) -> None:
    """Put the bars back into the contents of tokens that are still to be read."""
    for token in tokens:
        if mark in token.content:
            token.content = token.content.replace(mark, "|")


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of a table: where it stands, where its cells do, without the blanks around them, and where its bars."""

    span: Span
    cells: tuple[Span, ...]
    bars: tuple[Span, ...]


def table_line(text: str, start: int, end: int) -> TableLine:
    """Read a line of a table, from its first character on. In the text a mark stands for bars that part no cells."""
    bars = [at for at in range(start, end) if text[at] == "|"]
    edges = [start - 1, *bars, end]
    cells = [Span(*_trimmed(text, before + 1, after)) for before, after in pairwise(edges)]
    first, last = int(bool(bars) and bars[0] == start), len(cells) - int(bool(bars) and bars[-1] == end - 1)
    return TableLine(Span(start, end), tuple(cells[first:last]), tuple(Span(at, at + 1) for at in bars))


def _trimmed(text: str, start: int, end: int) -> Iterator[int]:
    """The first and the last offset of a cell; an empty one stands behind the blank that follows its bar."""
    bare = text[start:end].strip(_BLANKS)
    if not bare:
        at = min(start + 1, end)
        return iter((at, at))
    first = text.index(bare, start)
    return iter((first, first + len(bare)))


def side_of(token: Token) -> str:
    """Where the cells of a column stand, by the token of its heading."""
    style = str(token.attrs.get("style", ""))
    return "right" if style.endswith("right") else "left" if style else ""


def table_faults(lines: Sequence[TableLine], rows: Sequence[tuple[TextCell, ...]]) -> Iterator[Fault]:
    """Yield what is wrong with a table. The second of its lines is that of the dashes; ``rows`` are the others."""
    head, heads = lines[0], rows[0]
    if len(rows) == 1:
        yield _fault("no_rows", head.span)
    if len(heads) == 1:
        yield _fault("one_column", head.span)
    for cell in heads:
        if not cell.children:
            yield _fault("no_heading", cell.span)
    for line, row in zip(lines[2:], rows[1:], strict=True):
        if len(line.cells) != len(heads):
            yield _fault("cells", line.span)
        elif not row[0].children:
            yield _fault("no_row_name", row[0].span)


def _fault(kind: str, span: Span) -> Fault:
    return Fault(kind, span.start, max(1, span.end - span.start))

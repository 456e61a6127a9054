"""Lines → pieces: what the page broke is put together, and tables and entries of lists are kept apart."""

from __future__ import annotations

import re
from collections.abc import Callable

from omi_report.importing.furniture import PageLine
from omi_report.importing.pieces import ReportPiece, table_piece
from omi_report.prose.slug import ENGLISH_STOP_WORDS

_WRAPPED_AT = 140
"""In a text whose lines are longer, each line is a paragraph."""
_MARK = re.compile(
    r"(?P<bullet>[-–—•●▪◦*·‣○]\s+)?(?:(?:\([a-z]{1,2}\)|\(?[ivx]{1,4}\)|\(?\d{1,3}\)|[a-z]\)|\d{1,3}\.)(?=\s|$))?"
)
_ENDS = (".", "!", "?", ":", ".’", ".”", ".'", '."', "…")
COLUMNS = re.compile(r"\t+| {3,}")
"""What stands between the columns of a line."""
_SHORT = 0.72
"""A line that is shorter than this share of the widest ends a paragraph, if the next begins like a new one."""
_HYPHEN = re.compile(r"(\w+)-$")
_MOST_CELLS = 12
_MOST_WORDS_OF_LABEL = 3
"""So few words are a label or a title, and no part of a sentence."""


def pieces_of(lines: list[PageLine], is_title: Callable[[str], bool]) -> list[ReportPiece]:
    """Return the pieces of a text. ``is_title`` says of a line whether it is a title by itself."""
    long = sum(len(line.text) for line in lines if len(line.text) > _WRAPPED_AT)
    whole = sum(len(line.text) for line in lines) or 1
    known = {word.casefold() for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text)}
    joiner = _Joiner(is_title, wrapped=long * 2 < whole, known=known, width=_width(lines))
    for line in lines:
        joiner.add(line)
    joiner.close()
    return _over_pages(_with_tables(joiner.pieces, is_title), is_title, known)


def _width(lines: list[PageLine]) -> int:
    """How wide the lines of running text are: nine in ten lines of prose are narrower."""
    prose = sorted(len(line.text.strip()) for line in lines if len(line.text.split()) > 5)
    return prose[len(prose) * 9 // 10] if prose else 80


class _Joiner:
    """Takes lines one by one, and makes pieces of them."""

    def __init__(self, is_title: Callable[[str], bool], *, wrapped: bool, known: set[str], width: int) -> None:
        self.pieces: list[ReportPiece] = []
        self._is_title, self._wrapped, self._known, self._width = is_title, wrapped, known, width
        self._open: list[PageLine] = []

    def add(self, line: PageLine) -> None:
        if not line.text.strip():
            self.close()
            return
        if self._open and not self._goes_on(line):
            self.close()
        self._open.append(line)

    def close(self) -> None:
        """End the piece that is open."""
        if not self._open:
            return
        text = ""
        for line in self._open:
            text = joined(text, line.text.strip(), self._known) if text else line.text.strip()
        self.pieces.append(ReportPiece(text, self._open[0].number))
        self._open = []

    def _goes_on(self, line: PageLine) -> bool:
        """Whether a line belongs to the piece that is open."""
        if not self._wrapped:
            return False
        before, text = self._open[-1].text, line.text.strip()
        if mark_of(text) or _has_columns(line.text) or _has_columns(before):
            return False
        so_far = " ".join(each.text.strip() for each in self._open)
        if self._is_title(text) or self._is_title(so_far):
            return False
        ended = before.rstrip().endswith(_ENDS)
        is_short = len(before.strip()) < self._width * _SHORT
        begins_new = text[:1].isupper() or text[:1].isdigit() or text[:1] in "‘“'\"("
        return not (is_short and begins_new and (ended or len(text.split()) > 1))


def mark_of(text: str) -> str:
    """Return the mark that an entry of a list begins with; empty for a text that is none."""
    found = _MARK.match(text)
    return found[0] if found and found[0] else ""


def joined(before: str, after: str, known: set[str]) -> str:
    """Put the end of a line and the beginning of the next together, across a hyphen too.

    A hyphen goes where the word without it stands elsewhere in the text, and the one with it does not.
    """
    broken = _HYPHEN.search(before)
    if broken and after[:1].islower():
        rest = re.match(r"[^\W\d_]*", after)
        first, last = broken[1].casefold(), (rest[0] if rest else "").casefold()
        if f"{first}{last}" in known and f"{first}-{last}" not in known:
            return before[:-1] + after
        return before + after
    return f"{before} {after}"


def _has_columns(text: str) -> bool:
    words = text.strip()
    return len(COLUMNS.split(words[len(mark_of(words)) :].strip())) > 1


def _with_tables(pieces: list[ReportPiece], is_title: Callable[[str], bool]) -> list[ReportPiece]:
    """The pieces, with those that follow each other and have columns put together as tables.

    A line alone that has columns stays a line, and so does a title with something at its right, unless titles stand
    above or below it too: then they are the rows of a table.
    """
    rows = [_cells(piece) for piece in pieces]
    titled = [bool(cells) and is_title(cells[0]) for cells in rows]
    found: list[ReportPiece] = []
    group: list[int] = []
    for at, cells in enumerate([*rows, ()]):
        among = any(titled[near] for near in (at - 1, at + 1) if 0 <= near < len(titled))
        if cells and (not titled[at] or among):
            group.append(at)
            continue
        if len(group) > 1:
            found.append(table_piece(tuple(rows[each] for each in group), pieces[group[0]].line))
        else:
            found += [pieces[each] for each in group]
        group = []
        if at < len(pieces):
            found.append(pieces[at])
    return found


def _cells(piece: ReportPiece) -> tuple[str, ...]:
    """The cells of a line that has columns; none for any other."""
    cells = tuple(cell.strip() for cell in COLUMNS.split(piece.text) if cell.strip())
    return cells if 1 < len(cells) <= _MOST_CELLS and not mark_of(piece.text) else ()


def _over_pages(pieces: list[ReportPiece], is_title: Callable[[str], bool], known: set[str]) -> list[ReportPiece]:
    """The pieces, with sentences put together that the end of a page broke."""
    found = pieces[:1]
    for piece in pieces[1:]:
        last = found[-1]
        if _was_broken(last, piece) and not is_title(last.text) and not is_title(piece.text):
            found[-1] = last.saying(joined(last.text, piece.text, known))
        else:
            found.append(piece)
    return found


def _was_broken(before: ReportPiece, piece: ReportPiece) -> bool:
    """Whether a sentence goes on: no mark ends it, and what follows begins small, or the last word needs another."""
    if piece.rows or before.rows or not before.text or mark_of(piece.text):
        return False
    if before.text.endswith(_ENDS) or before.words <= _MOST_WORDS_OF_LABEL:
        return False
    last = before.text.rpartition(" ")[2].casefold()
    return piece.text[:1].islower() or last in ENGLISH_STOP_WORDS

"""The workbook in which others comment on a draft: a row for each place of the report, with columns to fill in."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any, Final

from omi_report.remarks.places import DraftPassage
from omi_report.remarks.sheet_form import (
    ADDRESS,
    ALSO_KEY,
    AREA_KEY,
    BY,
    COLUMNS,
    COMMENTS_SHEET,
    DRAFT_KEY,
    FILLED,
    HELP_SHEET,
    HIDDEN_SHEET,
    KIND,
    KINDS,
    MORE_COLUMNS,
    MORE_SHEET,
    PAGE,
    PLACE_KEY,
    PROPOSED,
    SAYS,
    TEXT,
    WHERE,
    WHOLE,
    WORDS_KEY,
)
from omi_report.remarks.words_digest import words_digest
from omi_report.workbooks import lock, put_text, without_times

_WIDTHS: Final = {WHERE: 20, PAGE: 7, TEXT: 58, KIND: 12, SAYS: 38, PROPOSED: 38, BY: 14, ADDRESS: 30}
"""Widths of columns, in characters: all that is printed is as wide as a page on which letters of 9 pt are left."""
_MARGIN: Final = 0.25
"""The white space on both sides of a printed page, in inches."""
_HELP_WIDTH: Final = 110
_FONT, _SIZE = "Arial", 12
_PER_WIDTH: Final = 0.92
"""So many characters of the font stand in one width of a column, which is counted in a smaller font."""
_LINE_HEIGHT, _LEAST_LINES, _HIGHEST = 15.5, 3, 409
"""Heights of rows, in points; 409 is the most that Excel has. Each row has room for an answer of a few lines."""
_MORE_ROWS: Final = 200
"""So many blank rows has the sheet for more comments."""
_HEAD, _TO_FILL, _QUIET, _LINE = "1F3864", "FFF8DC", "595959", "BFBFBF"
"""Colours: of the head, of what is to be filled in, of addresses, of lines between cells."""
_GIVEN, _FILLED, _ADDRESS = "Given", "To fill in", "Address"
"""The styles of cells."""

KINDS_IN_WORDS: Final = {
    "fact": "a figure, a name, a date or another fact is wrong",
    "wording": "it could be put better, or be misunderstood",
    "omission": "something is missing",
    "evidence": "there is evidence for something else, which you send along",
}
"""What each kind of comment is, for those who comment."""

MOST_IN_CELL: Final = 32_000
"""So many characters of a text are shown; a cell of Excel holds hardly more."""


@dataclass(frozen=True, slots=True)
class About:
    """What a workbook is made from: the area's folder and name, the number of the draft, when and whom to answer."""

    slug: str
    area: str
    draft: int | None
    reply_by: str = ""
    reply_to: str = ""

    @property
    def title(self) -> str:
        """What it is called: ``Comments on draft 1 of the report on Hampshire``."""
        which = "the draft" if self.draft is None else f"draft {self.draft}"
        return f"Comments on {which} of the report on {self.area}"


def comment_sheet(about: About, passages: Sequence[DraftPassage], pages: Mapping[str, int]) -> bytes:
    """Return the workbook. ``pages`` are those of the PDF by addresses, as far as they are known.

    It holds no time at which it was made: the same report, the same bytes.
    """
    from openpyxl import Workbook

    book: Any = Workbook()
    book.properties.title = about.title
    book.properties.creator = ""
    passages = [replace(each, words=each.words[:MOST_IN_CELL]) for each in passages if not each.is_heading]
    _add_styles(book)
    places = {WHOLE: "", **{each.where: each.address for each in reversed(passages)}}
    _write_help(book.active, about)
    _write_comments(book.create_sheet(COMMENTS_SHEET), about, passages, pages)
    names = [WHOLE, *dict.fromkeys(each.where for each in passages if places[each.where] == each.address)]
    _write_more(book.create_sheet(MORE_SHEET), about, len(names))
    _write_hidden(book.create_sheet(HIDDEN_SHEET), about, passages, names)
    target = io.BytesIO()
    book.save(target)
    return without_times(target)


def _write_help(sheet: Any, about: About) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = HELP_SHEET
    sheet.column_dimensions["A"].width = _HELP_WIDTH
    for row, text in enumerate(_instructions(about), start=1):
        put_text(sheet.cell(row, 1), text)
        sheet.cell(row, 1).font = Font(_FONT, 16 if row == 1 else _SIZE, bold=row == 1)
        sheet.row_dimensions[row].height = _height(text, _HELP_WIDTH) + 8
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    _protect(sheet, about)


def _instructions(about: About) -> Iterable[str]:
    yield about.title
    if about.reply_by or about.reply_to:
        until, to = f" by {about.reply_by}" if about.reply_by else "", f" to {about.reply_to}" if about.reply_to else ""
        yield f"Please send this file back{until}{to}."
    yield f"The sheet «{COMMENTS_SHEET}» has a row for each place of the draft, in the order of the report."
    yield (
        f"To comment on a place, write into the cells on its right: what you say, and, if you like, the words that "
        f"you propose. Nothing need be written into the other rows. What is written under «{PROPOSED}» is meant to "
        f"take the place of the text in the row, so copy it and change what is wrong."
    )
    yield f"«{KIND}» says what your comment is about:"
    yield from (f"    {kind}: {meaning}" for kind, meaning in KINDS_IN_WORDS.items())
    yield (
        f"For a second comment on a place, or one on the whole report, use the sheet «{MORE_SHEET}». Under «{WHERE}» "
        f"choose a place from the list, or type what the draft calls it, such as 1.2 (a) or Table 1, or its address: "
        "what stands behind # in a link to it. Nothing there means the whole report."
    )
    yield (
        f"«{BY}» tells the inspectorate whom to ask. No name that you write here, and nothing else of this file, is "
        "published."
    )
    yield (
        "Only the cells to be filled in can be changed. There is no password: the rest is locked so that nothing "
        f"slips. Please leave the column «{ADDRESS}» as it is: by it each comment finds its place."
    )
    yield "Several people may each fill in a copy of the file; send all copies back."


def _write_comments(sheet: Any, about: About, passages: Sequence[DraftPassage], pages: Mapping[str, int]) -> None:
    _write_head(sheet, COLUMNS)
    for row, (passage, page) in enumerate(zip(passages, pages_of_passages(passages, pages), strict=True), start=2):
        _write_row(sheet, row, COLUMNS, {WHERE: passage.where, TEXT: passage.words, ADDRESS: passage.address})
        if page:
            sheet.cell(row, COLUMNS.index(PAGE) + 1).value = page
    _finish(sheet, about, COLUMNS, len(passages) + 1)
    sheet.freeze_panes = "B2"


def pages_of_passages(passages: Sequence[DraftPassage], pages: Mapping[str, int]) -> list[int | str]:
    """Return the page of each passage: «8–9» where only the first and the last are known on which it may be.

    ``pages`` are those on which the places begin. The page is "" where it is not known.
    """
    known = [pages.get(each.address, 0) for each in passages]
    firsts = {each.address: at for at, each in reversed(list(enumerate(passages)))}
    begins = [firsts[each.address] == at for at, each in enumerate(passages)]
    found: list[int | str] = []
    for at, page in enumerate(known):
        if begins[at] or not page:
            found.append(page or "")
            continue
        first = max(other for other in known[: at + 1])
        last = next((known[then] for then in range(at + 1, len(known)) if begins[then] and known[then]), 0)
        found.append(first if first == last else f"{first}\N{EN DASH}{last}" if first < last else "")
    return found


def _write_more(sheet: Any, about: About, places: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    _write_head(sheet, MORE_COLUMNS)
    for row in range(2, _MORE_ROWS + 2):
        _write_row(sheet, row, MORE_COLUMNS, {}, unlocked=MORE_COLUMNS)
    which = DataValidation(
        type="list", formula1=f"{HIDDEN_SHEET}!$C$1:$C${places}", allow_blank=True, showErrorMessage=False
    )
    which.promptTitle, which.prompt = WHERE, "Choose the place, or type its address."
    which.showInputMessage = True
    which.add(f"A2:A{_MORE_ROWS + 1}")
    sheet.add_data_validation(which)
    _finish(sheet, about, MORE_COLUMNS, _MORE_ROWS + 1)
    sheet.freeze_panes = "B2"


def _write_hidden(sheet: Any, about: About, passages: Sequence[DraftPassage], names: Sequence[str]) -> None:
    said = [(AREA_KEY, about.slug), (DRAFT_KEY, "" if about.draft is None else str(about.draft))]
    said += [(PLACE_KEY, f"{each.address} {each.where}") for each in passages]
    said += [(ALSO_KEY, f"{address} {also}") for address, also in _further(passages)]
    said += [(WORDS_KEY, each) for each in dict.fromkeys(words_digest(passage.words) for passage in passages)]
    for row, (key, value) in enumerate(said, start=1):
        put_text(sheet.cell(row, 1), key)
        put_text(sheet.cell(row, 2), value)
    for row, name in enumerate(names, start=1):
        put_text(sheet.cell(row, 3), name)
    sheet.sheet_state = "hidden"
    _protect(sheet, about)


def _further(passages: Iterable[DraftPassage]) -> Iterable[tuple[str, str]]:
    """The further addresses of places, each behind the first."""
    return dict.fromkeys((each.address, also) for each in passages for also in each.also)


# --- how it looks --------------------------------------------------------------------------------------------------


def _write_head(sheet: Any, columns: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for at, column in enumerate(columns, start=1):
        cell = sheet.cell(1, at)
        put_text(cell, column)
        cell.font = Font(_FONT, _SIZE, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color=_HEAD)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS[column]


def _write_row(
    sheet: Any, row: int, columns: Sequence[str], texts: Mapping[str, str], unlocked: Sequence[str] = FILLED
) -> None:
    for at, column in enumerate(columns, start=1):
        cell = sheet.cell(row, at)
        if column in texts:
            put_text(cell, texts[column])
        cell.style = _FILLED if column in unlocked else _ADDRESS if column == ADDRESS else _GIVEN
    heights = (_height(text, _WIDTHS[column]) for column, text in texts.items() if column != ADDRESS)
    sheet.row_dimensions[row].height = max(*heights, _LEAST_LINES * _LINE_HEIGHT, 0)


def _height(text: str, width: int) -> float:
    """The height in points in which a text can be read in a column, as far as a row can be high."""
    room = max(int(width * _PER_WIDTH), 1)
    lines = sum(max(ceil(len(line) / room), 1) for line in text.split("\n"))
    return min(lines * _LINE_HEIGHT + 4, _HIGHEST)


def _add_styles(book: Any) -> None:
    """Add what cells look like: those that are given, those to be filled in, and addresses."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

    line = Border(bottom=Side("thin", _LINE), right=Side("thin", _LINE))
    wrapped = Alignment(wrap_text=True, vertical="top")
    given = NamedStyle(_GIVEN, font=Font(_FONT, _SIZE), alignment=wrapped, border=line)
    address = NamedStyle(_ADDRESS, font=Font(_FONT, _SIZE, color=_QUIET), alignment=wrapped, border=line)
    filled = NamedStyle(_FILLED, font=Font(_FONT, _SIZE), alignment=wrapped, border=line)
    filled.fill = PatternFill("solid", start_color=_TO_FILL)
    filled.protection = Protection(locked=False)
    filled.number_format = "@"  # what begins with = or + is a text, and 1/2 is no date
    for style in (given, address, filled):
        book.add_named_style(style)


def _finish(sheet: Any, about: About, columns: Sequence[str], last: int) -> None:
    """Add the drop-down of kinds, the print set-up and the protection of a sheet with comments."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    kinds = DataValidation(type="list", formula1=f'"{",".join(KINDS)}"', allow_blank=True, showErrorMessage=True)
    kinds.errorTitle, kinds.error = KIND, f"Choose one of these: {', '.join(KINDS)}."
    letter = get_column_letter(columns.index(KIND) + 1)
    kinds.add(f"{letter}2:{letter}{last}")
    sheet.add_data_validation(kinds)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    printed = [each for each in columns if each != ADDRESS]
    sheet.print_area = f"A1:{get_column_letter(len(printed))}{last}"
    _protect(sheet, about)


def _protect(sheet: Any, about: About) -> None:
    """Lock a sheet, and set up its pages."""
    lock(sheet, about.title)
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    if sheet.title not in (HELP_SHEET, HIDDEN_SHEET):
        sheet.print_title_rows = "1:1"

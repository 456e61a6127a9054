"""The workbook to fill in: sheets with drop-downs, notes, and what does not apply greyed out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from math import ceil
from typing import Any, Final

from omi_report.evidence.sheet_titles import (
    AREA_KEY,
    DRAW_KEY,
    FRAMEWORK_KEY,
    HELP_SHEET,
    JUDGE_KEY,
    LISTS_SHEET,
    MARK_SHEET,
    NAME_KEY,
    QUESTIONS_SHEET,
    SECOND_SHEET,
)
from omi_report.judging.form import FormBook, FormColumn, FormSheet
from omi_report.judging.instructions import LEGEND, instructions
from omi_report.workbooks import lock, put_text, without_times

_FONT, _SIZE = "Arial", 11
_GIVEN, _FILLED, _PLAIN = "Given", "To fill in", "Plain"
_HEAD, _HEAD_OF_OTHERS, _TO_FILL, _GREY, _WRONG, _LINE = "1F3864", "44546A", "FFF8DC", "BFBFBF", "F8CBAD", "BFBFBF"
"""Colours: of the heads of one criterion and of the next, of cells to fill in, of those that do not apply, of answers
where none belongs, and of lines."""
_ID_WIDTH, _WIDTH, _HELP_WIDTH = 14, 15, 110
_LINE_HEIGHT: Final = 15.0
_HEAD_HEIGHT: Final = 44
_MOST_IN_PROMPT, _MOST_IN_PROMPT_TITLE = 255, 32
"""So many characters Excel shows beside a cell that is chosen."""
_NOTE_WIDTH, _NOTE_HEIGHT = 320, 150
_TABLE_WIDTHS: Final = {"Sheet": 14, "Heading": 14, "Part of": 34, "What it asks": 70, "Asked": 40, "Answers": 44}


def form_workbook(form: FormBook) -> bytes:
    """Return the workbook. It holds no time at which it was made: the same form, the same bytes."""
    from openpyxl import Workbook

    book: Any = Workbook()
    book.properties.title = form.title
    book.properties.creator = ""
    _add_styles(book)
    lists = _Lists(form)
    _write_help(book.active, form)
    for sheet in form.sheets:
        _write_form(book.create_sheet(sheet.title), sheet, form, lists)
    _write_questions(book.create_sheet(QUESTIONS_SHEET), form)
    lists.write(book.create_sheet(LISTS_SHEET))
    _write_mark(book.create_sheet(MARK_SHEET), form)
    book.active = 1
    for each in book.worksheets:
        each.sheet_view.tabSelected = each.title == form.sheets[0].title
    target = io.BytesIO()
    book.save(target)
    return without_times(target)


class _Lists:
    """The answers that are offered, each list of them once, in a hidden sheet: a list in a cell's own rule is short."""

    def __init__(self, form: FormBook) -> None:
        every = (tuple(column.offered.values()) for sheet in form.sheets for column in sheet.columns)
        self._lists = list(dict.fromkeys(every))

    def formula(self, column: FormColumn) -> str:
        """Return where the answers of a column stand."""
        from openpyxl.utils import get_column_letter

        answers = tuple(column.offered.values())
        letter = get_column_letter(self._lists.index(answers) + 1)
        return f"{LISTS_SHEET}!${letter}$1:${letter}${len(answers)}"

    def write(self, sheet: Any) -> None:
        """Write all lists, one a column."""
        for at, answers in enumerate(self._lists, start=1):
            for row, answer in enumerate(answers, start=1):
                put_text(sheet.cell(row, at), answer)
        sheet.sheet_state = "hidden"
        sheet.protection.sheet = True


def _write_mark(sheet: Any, form: FormBook) -> None:
    said = [(AREA_KEY, form.slug), (NAME_KEY, form.area), (FRAMEWORK_KEY, form.framework), (JUDGE_KEY, form.judge)]
    said += [(DRAW_KEY, form.draw)] if form.draw else []
    for row, (key, value) in enumerate(said, start=1):
        put_text(sheet.cell(row, 1), key)
        put_text(sheet.cell(row, 2), value)
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True


# --- the sheets to fill in -----------------------------------------------------------------------------------------


def _write_form(sheet: Any, form: FormSheet, whole: FormBook, lists: _Lists) -> None:
    from openpyxl.utils import get_column_letter

    first = 1
    if form.ids:
        put_text(sheet.cell(1, 1), form.ids)
        sheet.column_dimensions["A"].width = _ID_WIDTH
        first = 2
    for at, column in enumerate(form.columns, start=first):
        sheet.column_dimensions[get_column_letter(at)].width = max(_WIDTH, len(column.name) + 3)
        _write_heading(sheet.cell(1, at), column)
    _style_heads(sheet, form, first)
    for row, each in enumerate(form.rows, start=2):
        put_text(sheet.cell(row, 1), each.id)
        sheet.cell(row, 1).style = _GIVEN
        _write_cells(sheet, row, form.columns, each.values, each.locked, first)
    for row in range(len(form.rows) + 2, form.height + 2):
        _write_cells(sheet, row, form.columns, {}, frozenset(), first)
    if form.height:
        _add_rules(sheet, form, lists, first)
    sheet.freeze_panes = f"{get_column_letter(first)}2"
    sheet.print_title_rows = "1:1"
    if form.ids:
        sheet.print_title_cols = "A:A"
    lock(sheet, whole.title)
    sheet.page_setup.fitToWidth = 0  # two hundred columns stand on several pages beside each other
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = False


def _write_heading(cell: Any, column: FormColumn) -> None:
    """A heading, with what it asks as a note."""
    from openpyxl.comments import Comment

    put_text(cell, column.name)
    note = Comment("\n".join(_told(column)), "omi", width=_NOTE_WIDTH, height=_NOTE_HEIGHT)
    cell.comment = note


def _told(column: FormColumn) -> Iterable[str]:
    """What a note says of a column, line by line."""
    if column.group:
        yield column.group
    yield column.text
    if column.only_words:
        yield f"Asked {column.only_words}."


def _style_heads(sheet: Any, form: FormSheet, first: int) -> None:
    """The row of headings, where each criterion has the other colour than the one before."""
    from openpyxl.styles import Alignment, Font, PatternFill

    font, middle = Font(_FONT, _SIZE, bold=True, color="FFFFFF"), Alignment(wrap_text=True, vertical="center")
    fills = [PatternFill("solid", start_color=colour) for colour in (_HEAD, _HEAD_OF_OTHERS)]
    groups = [*([""] if form.ids else []), *(column.group for column in form.columns)]
    turn = 0
    for at, group in enumerate(groups, start=1):
        turn ^= at > first and group != groups[at - 2]
        cell = sheet.cell(1, at)
        cell.font, cell.alignment, cell.fill = font, middle, fills[turn]
        cell.number_format = "@"
    sheet.row_dimensions[1].height = _HEAD_HEIGHT


def _write_cells(
    sheet: Any, row: int, columns: Iterable[FormColumn], values: Mapping[str, str], locked: frozenset[str], first: int
) -> None:
    for at, column in enumerate(columns, start=first):
        cell = sheet.cell(row, at)
        if column.name in values:
            put_text(cell, values[column.name])
        cell.style = _GIVEN if column.name in locked else _FILLED


def _add_rules(sheet: Any, form: FormSheet, lists: _Lists, first: int) -> None:
    """The drop-down of each column with what it asks, and the colours of cells that do not apply."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letters = {column.name: get_column_letter(at) for at, column in enumerate(form.columns, start=first)}
    grey, wrong = PatternFill("solid", bgColor=_GREY), PatternFill("solid", bgColor=_WRONG)
    for column in form.columns:
        letter = letters[column.name]
        cells = f"{letter}2:{letter}{form.height + 1}"
        rule = DataValidation(type="list", formula1=lists.formula(column), allow_blank=True, showErrorMessage=True)
        rule.errorTitle, rule.error = _short_title(column.name), "Choose one of the answers of the list."
        rule.promptTitle, rule.prompt = _short_title(column.name), _prompt(column)
        rule.showInputMessage = True
        rule.add(cells)
        sheet.add_data_validation(rule)
        if column.only:
            out = applies_not(column, letters)
            filled = f'AND({out},{letter}2<>"")'
            sheet.conditional_formatting.add(
                cells, FormulaRule(formula=[filled], fill=wrong, font=Font(bold=True), stopIfTrue=True)
            )
            sheet.conditional_formatting.add(cells, FormulaRule(formula=[out], fill=grey))


def applies_not(column: FormColumn, letters: Mapping[str, str]) -> str:
    """Return the formula that holds in the first row where a question is not asked; a blank attribute leaves it open.

    ``letters`` are those of the columns. What is typed as a number counts as the text that it shows.
    """
    terms = []
    for name, values in column.only.items():
        cell = f"${letters[name]}2"
        others = ",".join(f'{cell}&""<>{_quoted(value)}' for value in values)
        terms.append(f'AND({cell}&""<>"",{others})')
    return f"OR({','.join(terms)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _prompt(column: FormColumn) -> str:
    said = column.text + (f" ({column.only_words})" if column.only_words else "")
    return said if len(said) <= _MOST_IN_PROMPT else f"{said[: _MOST_IN_PROMPT - 1].rstrip()}…"


def _short_title(name: str) -> str:
    return name[:_MOST_IN_PROMPT_TITLE]


# --- the sheets to read --------------------------------------------------------------------------------------------


def _write_help(sheet: Any, form: FormBook) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet.title = HELP_SHEET
    sheet.column_dimensions["A"].width = _HELP_WIDTH
    wrapped = Alignment(wrap_text=True, vertical="top")
    colours = {LEGEND.to_fill: _TO_FILL, LEGEND.not_asked: _GREY, LEGEND.wrong: _WRONG}
    for row, text in enumerate(instructions(form), start=1):
        cell = sheet.cell(row, 1)
        put_text(cell, text)
        cell.font = Font(_FONT, 16 if row == 1 else _SIZE, bold=row == 1)
        cell.alignment = wrapped
        if text in colours:
            cell.fill = PatternFill("solid", start_color=colours[text])
        sheet.row_dimensions[row].height = _height(text, _HELP_WIDTH) + 8
    lock(sheet, form.title)


def _write_questions(sheet: Any, form: FormBook) -> None:
    """All questions in full, one a row, to be read or printed."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    for at, (heading, width) in enumerate(_TABLE_WIDTHS.items(), start=1):
        cell = sheet.cell(1, at)
        put_text(cell, heading)
        cell.font = Font(_FONT, _SIZE, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color=_HEAD)
        sheet.column_dimensions[get_column_letter(at)].width = width
    row = 1
    for each in form.sheets:
        if each.title == SECOND_SHEET and len(form.sheets) > 1:
            continue  # it has the questions of the first
        for column in each.columns:
            row += 1
            texts = (each.title, column.name, column.group, column.text, column.only_words, _answers(column))
            for at, (text, width) in enumerate(zip(texts, _TABLE_WIDTHS.values(), strict=True), start=1):
                put_text(sheet.cell(row, at), text)
                sheet.cell(row, at).style = _PLAIN
                wanted = max(sheet.row_dimensions[row].height or 0, _height(text, width))
                sheet.row_dimensions[row].height = wanted
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    lock(sheet, form.title)


def _answers(column: FormColumn) -> str:
    return ", ".join(column.offered.values())


def _height(text: str, width: int) -> float:
    lines = sum(max(ceil(len(line) / (width * 0.95)), 1) for line in text.split("\n"))
    return min(lines * _LINE_HEIGHT + 3, 409.0)


# --- how it looks --------------------------------------------------------------------------------------------------


def _add_styles(book: Any) -> None:
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

    line = Border(bottom=Side("thin", _LINE), right=Side("thin", _LINE))
    font, top = Font(_FONT, _SIZE), Alignment(vertical="top")
    given = NamedStyle(_GIVEN, font=font, alignment=top, border=line)
    plain = NamedStyle(_PLAIN, font=font, alignment=Alignment(vertical="top", wrap_text=True), border=line)
    filled = NamedStyle(_FILLED, font=font, alignment=top, border=line)
    filled.fill = PatternFill("solid", start_color=_TO_FILL)
    filled.protection = Protection(locked=False)
    filled.number_format = given.number_format = "@"  # what begins with = is a text, and 1/2 is no date
    for style in (given, plain, filled):
        book.add_named_style(style)

"""The sheet of the answers on which judges differ: what it says of each, and what somebody has filled in."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from omi_report.evidence.grids import SheetGrid, letters_of_column
from omi_report.evidence.sheet_titles import MARK_SHEET
from omi_report.judging.form import offered
from omi_report.judging.moderation import Moderation
from omi_report.judging.swapped import Moved, Swapping
from omi_report.model.framework import Framework
from omi_report.moderation.second import second_columns
from omi_report.numbering import as_printed, name_of
from omi_report.problems import excerpt
from omi_report.workbooks import lock, put_text, without_times

DIFFERENCES_SHEET: Final = "differences"
_WIDTHS: Final = {
    "case": 14,
    "question": 11,
    "what it asks": 54,
    "the second answer would change": 34,
    "first judge": 15,
    "first answer": 18,
    "second judge": 15,
    "second answer": 18,
    "agreed": 18,
    "who": 26,
    "why": 60,
}
"""The headings of the sheet with the widths of their columns."""
_TO_FILL: Final = ("agreed", "who", "why")
_SHOWN: Final = 3
"""So many scores that would move are told of an answer."""
_HEAD, _FILL = "1F3864", "FFF8DC"


@dataclass(frozen=True, slots=True)
class Settling:
    """What somebody wants to settle: a case, a question, the answer as it is written, who agreed on it, and why.

    ``place`` is where it stands, for messages; empty where it was typed.
    """

    case: str
    question: str
    answer: str
    who: str = ""
    why: str = ""
    place: str = ""
    seen: tuple[str, str] | None = None
    """The two answers that stood beside it, as they were written; None where nobody saw any."""


def differences_workbook(found: Moderation, marks: Mapping[str, str]) -> bytes:
    """Return a workbook with the answers that are not settled, one a row, those first that would change most.

    ``marks`` are by what it is known again, as other workbooks of omi's are. The same differences are the same bytes.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill, Protection

    book: Any = Workbook()
    sheet = book.active
    sheet.title = DIFFERENCES_SHEET
    book.properties.title = title = f"Answers to settle, {found.inspection.area.identity.area}"
    book.properties.creator = ""
    wrapped = Alignment(wrap_text=True, vertical="top")
    for at, (heading, width) in enumerate(_WIDTHS.items(), start=1):
        cell = sheet.cell(1, at)
        put_text(cell, heading)
        cell.font = Font("Arial", 11, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color=_HEAD)
        sheet.column_dimensions[letters_of_column(at - 1)].width = width
    fill = PatternFill("solid", start_color=_FILL)
    for row, texts in enumerate(_rows(found), start=2):
        for at, (heading, text) in enumerate(zip(_WIDTHS, texts, strict=True), start=1):
            cell = sheet.cell(row, at)
            put_text(cell, text)
            cell.font, cell.alignment, cell.number_format = Font("Arial", 11), wrapped, "@"
            if heading in _TO_FILL:
                cell.fill = fill
                cell.protection = Protection(locked=False)
    _add_lists(sheet, found)
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    lock(sheet, title)
    mark = book.create_sheet(MARK_SHEET)
    for row, (key, value) in enumerate(marks.items(), start=1):
        put_text(mark.cell(row, 1), key)
        put_text(mark.cell(row, 2), value)
    mark.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    return without_times(target)


def _rows(found: Moderation) -> Iterator[tuple[str, ...]]:
    framework, columns = found.framework, second_columns(found.framework)
    swapping = Swapping(found.scored) if found.scored else None
    shown = {name: offered(column) for name, column in columns.items()}
    for case in found.to_discuss:
        known = swapping if case.moved is not None else None
        for pair in case.pairs:
            moved = known.moved([pair]) if known else None
            yield (
                pair.case,
                as_printed(pair.question),
                framework.questions[pair.question].text,
                moved_text(moved),
                pair.judges[0],
                shown[pair.question][pair.first],
                pair.judges[1],
                shown[pair.question][pair.second],
                "",
                " and ".join(pair.judges) if all(pair.judges) else "",
                "",
            )


def moved_text(moved: Sequence[Moved] | None, most: int = _SHOWN) -> str:
    """Say what would move, in a line: ``1.2: 64% to 66% (+1.50), Sound to Strong``."""
    if moved is None:
        return "not known before the case is complete"
    if not moved:
        return "no score"
    first = sorted(moved, key=lambda each: (each.ratings is None, -abs(each.points or 0)))
    said = [_moved_words(each) for each in first]
    return "; ".join(said[:most]) + (f"; and {len(said) - most} more" if len(said) > most else "")


def _moved_words(each: Moved) -> str:
    said = []
    if each.before != each.after:
        said.append(f"{each.before or 'no score'} to {each.after or 'no score'}{_by(each)}")
    elif each.points:
        said.append(f"{each.before}{_by(each)}")
    if each.ratings:
        said.append(" to ".join(rating or "no rating" for rating in each.ratings))
    return f"{'the whole' if each.level == 'overall' else as_printed(each.number)}: {', '.join(said)}"


def _by(each: Moved) -> str:
    if not each.points:
        return ""
    shown = f"{float(each.points):+.2f}"
    return f" ({'under 0.01' if float(shown) == 0 else shown})"


def _add_lists(sheet: Any, found: Moderation) -> None:
    """The drop-downs of the answers: a rule for each list of answers, over the rows of its questions."""
    from openpyxl.worksheet.datavalidation import DataValidation

    columns = second_columns(found.framework)
    letter = letters_of_column(list(_WIDTHS).index("agreed"))
    rules: dict[str, Any] = {}
    pairs = [pair for case in found.to_discuss for pair in case.pairs]
    for row, pair in enumerate(pairs, start=2):
        listed = ",".join(offered(columns[pair.question]).values())
        if len(listed) > 250 or '"' in listed or listed.count(",") != len(columns[pair.question].answers) - 1:
            continue  # Excel takes a short list only, and parts it at commas
        if listed not in rules:
            rules[listed] = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
            sheet.add_data_validation(rules[listed])
        rules[listed].add(f"{letter}{row}")


def read_settlings(grids: Sequence[SheetGrid]) -> tuple[list[Settling], list[str]]:
    """Return what was filled into a sheet of differences, and what is wrong with it; rows without an answer wait."""
    grid = next((grid for grid in grids if grid.title in (DIFFERENCES_SHEET, "")), None)
    if grid is None:
        return [], [f"there is no sheet «{DIFFERENCES_SHEET}»"]
    _line, head = grid.rows[0]
    names = [heading.strip().casefold() for heading in head]
    missing = [name for name in ("case", "question", "agreed") if name not in names]
    if missing:
        return [], [f"{grid.shown}: there is no column «{missing[0]}»"]
    found: list[Settling] = []
    for line, _cells in grid.rows[1:]:
        cells = {name: grid.at(line, at).strip() for at, name in enumerate(names)}
        if cells["agreed"]:
            place = f"{grid.shown} {letters_of_column(names.index('agreed'))}{line}"
            seen = (cells["first answer"], cells["second answer"]) if "first answer" in cells else None
            question = name_of(cells["question"])
            who, why = cells.get("who", ""), cells.get("why", "")
            found.append(Settling(cells["case"], question, cells["agreed"], who, why, place, seen))
    return found, []


def answer_meant(framework: Framework, question: str, written: str) -> str | None:
    """Return the id of the answer that somebody has written, by its id or its name; None where it is none."""
    column = second_columns(framework).get(question)
    if column is None:
        return None
    shown = {text: answer for answer, text in offered(column).items()}
    codes = column.codes()
    plain = " ".join(written.split())
    code = codes.get(plain, codes.get(plain.lower()))
    return shown.get(plain) or (column.answers[code - 1] if code else None)


def told(settling: Settling, message: str) -> str:
    """Return a message about something that is to be settled, with where it stands."""
    place = f"{settling.place}: " if settling.place else ""
    return f"{place}{excerpt(settling.case)} {excerpt(settling.question)}: {message}"

"""What the workbook says to those who fill it in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from omi_report.evidence.sheet_titles import QUESTIONS_SHEET, SECOND_SHEET
from omi_report.judging.form import FormBook
from omi_report.model.evidence import CASES_SHEET


class _Legend(NamedTuple):
    to_fill: str
    not_asked: str
    wrong: str


LEGEND: Final = _Legend(
    "    This colour: to be filled in, or filled in already.",
    "    This colour: the question is not asked of this case, by its attributes. Leave the cell empty.",
    "    This colour: something stands in a cell where the question is not asked. Empty it, or correct the attribute.",
)
"""What the colours of cells mean; each line has the colour that it is about."""


def instructions(form: FormBook) -> Iterator[str]:
    """Yield the lines of the first sheet: its title, and what to do."""
    yield form.title
    titles = [sheet.title for sheet in form.sheets]
    if any(sheet.ids for sheet in form.sheets):
        yield from _of_cases(titles)
    if any(not sheet.ids for sheet in form.sheets):
        yield from _of_surveys([sheet.title for sheet in form.sheets if not sheet.ids])
    yield (
        f"What a heading asks stands in its note, beside a cell that is chosen, and in full in the sheet "
        f"«{QUESTIONS_SHEET}»."
    )
    yield (
        "Only the cells to be filled in can be changed. There is no password: the rest is locked so that nothing "
        "slips. Please leave the headings and the names of the sheets as they are."
    )
    yield "Write no names and nothing else by which somebody could be known into this file."


def _of_cases(titles: list[str]) -> Iterator[str]:
    if CASES_SHEET in titles:
        yield f"The sheet «{CASES_SHEET}» has a row for each case, and a column for each attribute and each question."
    yield (
        "Fill in the attributes of a case first, as far as they are not given: they settle which questions are asked "
        "of it. Then choose an answer to each question from its list, in every cell that is not grey."
    )
    yield "The colours of cells:"
    yield from LEGEND
    if SECOND_SHEET in titles:
        yield (
            f"The sheet «{SECOND_SHEET}» has the cases that you judge beside somebody else. Judge them by yourself, "
            "and do not ask for the other's answers."
        )
    yield "An attribute that is given and wrong: tell whoever sent you this file."


def _of_surveys(titles: list[str]) -> Iterator[str]:
    named = " and ".join(f"«{title}»" for title in titles)
    which = f"The sheet {named} is" if len(titles) == 1 else f"The sheets {named} are"
    yield (
        f"{which} for surveys: a row for each person who answered. Leave a cell empty where somebody gave no answer, "
        "and leave no row empty between others."
    )

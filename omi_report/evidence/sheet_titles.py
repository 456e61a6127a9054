"""What the sheets of a workbook are called in which cases are judged: for those who write it, and those who read it."""

from __future__ import annotations

from typing import Final

from omi_report.model.evidence import CASES_SHEET
from omi_report.model.framework import Framework

SECOND_SHEET: Final = "second"
"""The sheet of the cases that somebody judges as the second; nothing but a comparison of judges reads it."""
HELP_SHEET: Final = "How to fill it in"
QUESTIONS_SHEET: Final = "Questions"
LISTS_SHEET: Final = "lists"
"""What the drop-downs offer; hidden."""
MARK_SHEET: Final = "omi"
"""Says to omi for which area, framework, draw and judge it made the workbook; hidden."""
OWN_SHEETS: Final = (HELP_SHEET, QUESTIONS_SHEET, LISTS_SHEET, MARK_SHEET)
AREA_KEY, NAME_KEY, FRAMEWORK_KEY, JUDGE_KEY, DRAW_KEY = "area", "called", "framework", "judge", "draw"
"""The keys of what it says: the area by its folder and by its name, and so on."""

LONGEST_TITLE: Final = 31
"""So many characters may the title of a sheet have in Excel."""


def survey_titles(framework: Framework) -> dict[str, str]:
    """Return the titles of the sheets of surveys by their ids: the id itself, as far as Excel allows, and once each."""
    titles: dict[str, str] = {}
    taken = {each.casefold() for each in (CASES_SHEET, SECOND_SHEET, *OWN_SHEETS)}
    for survey in framework.surveys_by_id:
        title, number = survey[:LONGEST_TITLE], 1
        while title.casefold() in taken:
            number += 1
            title = f"{survey[: LONGEST_TITLE - len(str(number)) - 1]}-{number}"
        taken.add(title.casefold())
        titles[survey] = title
    return titles

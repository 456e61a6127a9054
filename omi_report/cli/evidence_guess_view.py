"""What `omi evidence import --guess` says: what each sheet is taken for, and what a person is to look at."""

from __future__ import annotations

from collections.abc import Iterable

from omi_report.cli.terminal import say
from omi_report.importing.sheets.causes import Cause
from omi_report.importing.sheets.guess.guessed import GuessedSheet
from omi_report.importing.sheets.guess.guesses import GuessedSheets
from omi_report.problems import excerpt

_LISTED = 6
"""So many names are listed in a line."""

_LOOKED_AT = 10
"""So many unsure guesses are listed; all of them stand in the map."""


def show_guessed(found: GuessedSheets, causes: Iterable[Cause], would: Iterable[str]) -> None:
    """Say what is guessed of exports, and what would come of it: why nothing can go on, or what would be done."""
    for sheet in found.sheets:
        _show_sheet(sheet)
    if found.code_books:
        say(f"Code books: {', '.join(found.code_books)}")
    if found.others:
        say(f"Nothing in the framework is called as in {', '.join(found.others)}: left out")
    unsure = [each for sheet in found.sheets for each in dict.fromkeys(sheet.unsure)]
    if unsure:
        say(f"Look at these ({len(unsure):,}, under «unsure» in the map):")
        for each in unsure[:_LOOKED_AT]:
            say(f"  {excerpt(each, 110)}")
        if len(unsure) > _LOOKED_AT:
            say(f"  … and {len(unsure) - _LOOKED_AT:,} more")
    for cause in causes:
        say(f"What would stop it: {cause.line}")
    for each in would:
        say(each)


def _show_sheet(sheet: GuessedSheet) -> None:
    rows = f"row{'s' * (len(sheet.headings) != 1)} {', '.join(map(str, sheet.headings))}"
    say(f"{sheet.shown}: {sheet.of}, headings in {rows}")
    sure = sum(each.guess.is_sure for each in sheet.columns)
    say(f"  columns recognised: {len(sheet.columns):,}, of which {len(sheet.columns) - sure:,} not surely")
    personal = [each.key for each in sheet.ignored if each.guess.why.startswith(("personal", "free"))]
    unknown = [each.key for each in sheet.ignored if each.guess.why.startswith("nothing")]
    others = [each.key for each in sheet.ignored if each.key not in (*personal, *unknown)]
    if personal:
        say(f"  left out as personal or free text: {_listed(personal)}")
    if unknown:
        say(f"  left out, unknown to the framework: {_listed(unknown)}")
    if others:
        say(f"  left out, with the reasons in the map: {_listed(others)}")
    if sheet.missing:
        say(f"  without a column: {_listed(sheet.missing)}")
    if sheet.unplaced:
        cells = sum(sheet.unplaced.values())
        say(f"  values that are no answer: {cells:,} cells of {_listed(sheet.unplaced)}")


def _listed(names: Iterable[str]) -> str:
    several = [excerpt(each, 40) for each in names]
    shown = ", ".join(several[:_LISTED])
    return f"{shown} and {len(several) - _LISTED:,} more" if len(several) > _LISTED else shown

"""What `omi evidence import` says: what each sheet brought, what was left out and why, and what is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from omi_report.cli.terminal import say
from omi_report.importing.sheets.imported import ImportedSheets
from omi_report.importing.sheets.taken import TakenSheet
from omi_report.problems import excerpt

_LISTED = 6
"""So many names are listed in a line."""

_SPELLINGS = 4
"""So many ways in which an answer is written are listed."""


def show_imported(found: ImportedSheets) -> None:
    """Say what came of exports."""
    for sheet in found.sheets:
        _show_sheet(sheet)
    if found.unread:
        say(f"The map says nothing of {_listed(found.unread)}: not read")
    _show_values(found)
    for note in found.notes:
        say(f"Note: {note.line}")
    for cause in found.causes:
        say(f"Wrong: {cause.line}", err=True)


def _show_sheet(sheet: TakenSheet) -> None:
    columns = sheet.columns
    rows = f"{len(sheet.rows):,} row{'s' * (len(sheet.rows) != 1)}"
    say(f"{sheet.shown}: {rows} of {sheet.of}, headings in {rows_listed(sheet.headings)}")
    say(f"  columns taken: {len(columns.places):,}{_named(columns.places)}")
    if columns.ignored:
        say(f"  columns ignored: {len(columns.ignored):,}{_named(columns.ignored)}")
    if columns.unknown:
        say(f"  columns that the map does not know: {len(columns.unknown):,}{_named(columns.unknown)}")
    for why, lines in sheet.left_out.items():
        say(f"  rows left out, {why}: {len(lines):,} ({rows_listed(lines)})")


def _show_values(found: ImportedSheets) -> None:
    by_answer: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (written, answer), count in found.values.items():
        by_answer[answer].append((count, written))
    if by_answer:
        say("Answers:")
    for answer, several in sorted(by_answer.items(), key=lambda each: -sum(count for count, _written in each[1])):
        several.sort(key=lambda each: (-each[0], each[1]))
        shown = ", ".join(f"«{excerpt(written, 30)}» {count:,}" for count, written in several[:_SPELLINGS])
        more = f" and {len(several) - _SPELLINGS} more spellings" if len(several) > _SPELLINGS else ""
        say(f"  {answer or 'no answer'}: {sum(count for count, _written in several):,} ({shown}{more})")


def _named(names: Sequence[str] | object) -> str:
    several = list(names) if isinstance(names, (list, tuple, dict)) else []
    return f" ({_listed(several)})" if several else ""


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(excerpt(each, 40) for each in names[:_LISTED])
    return f"{shown} and {len(names) - _LISTED:,} more" if len(names) > _LISTED else shown


def rows_listed(lines: Sequence[int]) -> str:
    """Return rows by their numbers, the first few of many."""
    shown = ", ".join(map(str, lines[:5]))
    return f"row{'s' * (len(lines) != 1)} {shown}{' …' if len(lines) > 5 else ''}"

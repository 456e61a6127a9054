"""`omi evidence import`: take exports of judged cases and of surveys into an area."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from omi_report.cli.terminal import say
from omi_report.errors import PROBLEMS

if TYPE_CHECKING:
    from omi_report.evidence.grids import SheetGrid
    from omi_report.importing.sheets.imported import ImportedSheets
    from omi_report.workspace.evidence_import import EvidenceChange
    from omi_report.workspace.evidence_maps import ImportArea

_FILE = click.Path(path_type=Path)
_SHOWN = 5
"""So many answers that would be others are shown."""


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE...")
@click.argument("area", type=_FILE)
@click.option("--map", "map_file", type=_FILE, metavar="FILE", help="Another map than the area's evidence/map.yaml.")
@click.option("--guess", is_flag=True, help="Propose the map of these exports, or what it lacks for them.")
@click.option("--accept", is_flag=True, help="Import by a map whose guesses nobody has looked at.")
@click.option("--dry-run", is_flag=True, help="Show what would be imported, and write nothing.")
@click.option("--again", is_flag=True, help="Write anew what is there, also where something would be lost.")
@click.option("--keep", is_flag=True, help="Leave the cases that are there and not in FILE, and columns that it lacks.")
@click.option(
    "--key",
    type=_FILE,
    metavar="FILE",
    help="The key that omi sample wrote: ids of the caseload become those of the inspection.",
)
def command(
    files: tuple[Path, ...],
    area: Path,
    map_file: Path | None,
    guess: bool,
    accept: bool,
    dry_run: bool,
    **how: Any,
) -> None:
    """Take exports of judged cases and of surveys into the folder evidence of AREA.

    Each FILE is a CSV file or a workbook (.xlsx, .ods), as Smart Survey, SNAP, Microsoft Forms or a spreadsheet
    writes it: with titles above, headings in several rows, totals below, codes for answers. The area's map,
    evidence/map.yaml, says which column is which question and which value which answer. Names, addresses and
    whatever else the map does not take stay outside. The files stay as they are; the same files twice give the same
    evidence. Several files about the same cases are joined by the ids. Workbooks of omi evidence sheet need no
    map.

    With --guess the map is proposed by the headings, the numbers and texts of questions, the values, and a code
    book, if there is a sheet or a file of one; columns that look personal are left out. Behind each line of the map
    stands how sure it is. What is not sure is listed under «unsure»: nothing is imported before somebody has looked
    at it and taken it out of the list, or says --accept.

    What is wrong is told by cause, with the first cells as the spreadsheet names them. Then nothing is written.

    Exit status: 0 imported; 1 something in the exports or the map is wrong; 2 misuse, or a file cannot be read.

    \b
    Examples:
      omi evidence import export.xlsx areas/wiltshire --guess
      omi evidence import export.xlsx areas/wiltshire --dry-run
      omi evidence import team-a.csv team-b.csv areas/wiltshire
    """
    from omi_report.workspace.evidence_import import import_evidence
    from omi_report.workspace.evidence_maps import expect_looked_at, grids_of, import_area_of

    if guess and (map_file is not None or accept):
        raise click.UsageError("--guess writes the area's map: --map and --accept go with an import")
    opened = import_area_of(area, map_file)
    if guess and opened.inspection is not None:
        _guess(opened, grids_of(files), how["key"], dry_run=dry_run, again=how["again"])
        return
    if opened.problems:
        _show_problems(opened)
        sys.exit(PROBLEMS)
    grids = grids_of(files)
    if not (accept or dry_run):
        expect_looked_at(opened, grids)
    found = import_evidence(opened, grids, key=how["key"], keep=how["keep"])
    sys.exit(_imported(opened, found, dry_run=dry_run, again=how["again"], keep=how["keep"]))


def _guess(opened: ImportArea, grids: list[SheetGrid], key: Path | None, *, dry_run: bool, again: bool) -> None:
    """Propose a map, say what it is, and write it."""
    from omi_report.cli.evidence_guess_view import show_guessed
    from omi_report.workspace.evidence_import import import_evidence
    from omi_report.workspace.evidence_maps import guess_map, write_map

    found, tried, text = guess_map(opened, grids, anew=again)
    assert tried.held is not None, tried.problems
    would = import_evidence(tried, grids, key=key)
    brings = [f"{text.count(chr(10)) - 1:,} rows of {name}" for name, text in would.files.items()]
    show_guessed(found, would.causes, [f"An import would bring {each}" for each in brings])
    if dry_run:
        say("Nothing was written (--dry-run).")
    else:
        say(f"Wrote {write_map(opened, text)}")


def _imported(opened: ImportArea, found: ImportedSheets, *, dry_run: bool, again: bool, keep: bool) -> int:
    """Say what came of an import, and write it. Returns the exit status."""
    from omi_report.cli.evidence_import_view import show_imported
    from omi_report.workspace.evidence_import import changes_of, expect_nothing_lost, write_evidence

    show_imported(found)
    if found.causes:
        say(f"{opened.path}: nothing was imported", err=True)
        return PROBLEMS
    changes = changes_of(opened, found)
    for change in changes:
        say(_said(change))
    if dry_run:
        say("Nothing was written (--dry-run).")
    else:
        if not again:
            expect_nothing_lost(changes, keep=keep)
        written = write_evidence(opened, found)
        for path in written:
            say(f"Wrote {path}")
        if not written:
            say("Nothing was written: all of it is there already.")
    return 0


def _show_problems(opened: ImportArea) -> None:
    from omi_report.cli.show import show_problems

    show_problems(list(opened.problems), dict(opened.texts))
    say(f"{opened.path}: nothing was imported, since there are errors", err=True)


def _said(change: EvidenceChange) -> str:
    """What changes in a sheet, in a line."""
    if change.before is None:
        return f"{change.name}: {change.rows:,} rows"
    said = f"{change.name}: {change.rows:,} rows, of {change.before:,} before"
    if change.lost_rows:
        said += f"; {len(change.lost_rows):,} that are there are not in the exports"
    if change.changed:
        some = "; ".join(f"{row} {name}: {was} → {now or 'blank'}" for row, name, was, now in change.changed[:_SHOWN])
        more = "; …" if len(change.changed) > _SHOWN else ""
        said += f"; {len(change.changed):,} of the answers that are there are gone or others ({some}{more})"
    return said

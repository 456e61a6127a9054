"""`omi evidence import`: take exports of judged cases and of surveys into an area."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say
from omi_report.errors import PROBLEMS

if TYPE_CHECKING:
    from omi_report.evidence.grids import SheetGrid
    from omi_report.workspace.evidence_import import EvidenceChange, ImportArea

_FILE = click.Path(path_type=Path)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE...")
@click.argument("area", type=_FILE)
@click.option("--map", "map_file", type=_FILE, metavar="FILE", help="Another map than the area's evidence/map.yaml.")
@click.option("--dry-run", is_flag=True, help="Show what would be imported, and write nothing.")
@click.option("--again", is_flag=True, help="Write over what is there, also where answers would be lost.")
def command(files: tuple[Path, ...], area: Path, map_file: Path | None, dry_run: bool, again: bool) -> None:
    """Take exports of judged cases and of surveys into the folder evidence of AREA.

    Each FILE is a CSV file or a workbook (.xlsx, .ods), as Smart Survey, SNAP, Microsoft Forms or a spreadsheet
    writes it: with titles above, headings in several rows, totals below, codes for answers. The area's map,
    evidence/map.yaml, says which column is which question and which value which answer. Names, addresses and
    whatever else the map does not take stay outside. The files stay as they are; the same files twice give the same
    evidence. Several files about the same cases are joined by the ids.

    What is wrong is told by cause, with the first cells as the spreadsheet names them. Then nothing is written.

    Exit status: 0 imported; 1 something in the exports or the map is wrong; 2 misuse, or a file cannot be read.

    \b
    Examples:
      omi evidence import export.xlsx areas/wiltshire --dry-run
      omi evidence import team-a.csv team-b.csv areas/wiltshire
    """
    from omi_report.workspace.evidence_import import grids_of, import_area_of

    opened = import_area_of(area, map_file)
    if opened.problems:
        _show_problems(opened)
        sys.exit(PROBLEMS)
    sys.exit(_imported(opened, grids_of(files), dry_run=dry_run, again=again))


def _imported(opened: ImportArea, grids: list[SheetGrid], *, dry_run: bool, again: bool) -> int:
    """Import, and say what came of it. Returns the exit status."""
    from omi_report.cli.evidence_import_view import show_imported
    from omi_report.errors import OutputError
    from omi_report.workspace.evidence_import import changes_of, import_evidence, write_evidence

    if opened.held is None:
        raise OutputError(f"{opened.path} has no evidence/map.yaml, which says what the columns of exports are")
    found = import_evidence(opened, grids)
    show_imported(found)
    if found.causes:
        say(f"{opened.path}: nothing was imported", err=True)
        return PROBLEMS
    changes = changes_of(opened, found)
    for change in changes:
        say(_said(change))
    losing = [change.name for change in changes if change.loses]
    if dry_run:
        say("Nothing was written (--dry-run).")
    elif losing and not again:
        raise OutputError(
            f"{' and '.join(losing)} would lose answers that are there, and nothing was written: --again writes it anew"
        )
    else:
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
    if change.changed_cells:
        said += f"; {change.changed_cells:,} answers that are there are gone or others"
    return said

"""`omi import`: a report that exists becomes an area."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say

if TYPE_CHECKING:
    from omi_report.importing.area_files import Imported, Uncertain
    from omi_report.workspace.importing import ImportedArea

_SHOWN = 40
"""So many uncertain places are listed; all of them stand in the files."""


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("area", type=click.Path(path_type=Path))
@click.option(
    "--framework",
    metavar="NAME|FILE",
    help="The framework of the inspection; if left out, the one whose titles the report has.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be found, and write nothing.")
@click.option("--all", "show_all", is_flag=True, help="List every uncertain place.")
def command(file: Path, area: Path, framework: str | None, dry_run: bool, show_all: bool) -> None:
    """Make the folder AREA from a report that exists: FILE is a Word file (.docx) or a text.

    Titles become criteria and parts, letters become findings with ids, percentages and counts get names,
    scores, ratings, recommendations, stories and abbreviations go into their files. What is uncertain has a
    comment that begins with «import:», and is listed. No word is lost: what belongs nowhere is kept in
    import-left-over.md, with its line in the report.

    Nothing is overwritten: AREA must be new, or empty.

    \b
    Examples:
      omi import report.docx areas/wiltshire
      omi import --dry-run report.txt areas/wiltshire
    """
    from omi_report.scaffold.write import write_new
    from omi_report.workspace.importing import import_area

    made = import_area(file, area, framework)
    for note in made.notes:
        say(note, err=True)
    _say_framework(made)
    _show_found(made.imported)
    _show_uncertain(made.imported, file, area, None if show_all else _SHOWN)
    if dry_run:
        say("Nothing was written (--dry-run).")
        return
    write_new(area, made.files, beside=made.framework.called if made.framework.present else "")
    say(f"Made {area} from {file}. Look at it with: omi validate {shlex.quote(str(area))}")


def _say_framework(made: ImportedArea) -> None:
    title = made.framework.framework.title
    if made.fitting is None:
        say(f"Framework: {made.framework.called} ({title}).")
        return
    of = len(made.framework.framework.criteria)
    terms = made.framework.framework.terms
    say(f"Framework: {made.framework.called} ({title}), which fits best: {made.fitting} of its {of} {terms.criteria}.")


def _show_found(imported: Imported) -> None:
    width = max((len(kind) for kind in imported.found), default=0)
    say("Found:")
    for kind, count in imported.found.items():
        if count:
            say(f"  {kind:{width}}  {count:>5}")
    say(f"  {'pieces left over':{width}}  {len(imported.left):>5}")
    say(f"  {'uncertain':{width}}  {len(imported.uncertain):>5}")


def _show_uncertain(imported: Imported, source: Path, area: Path, most: int | None) -> None:
    if imported.uncertain:
        say("Look at these:")
    for each in imported.uncertain[:most]:
        say(f"  {_place(each, source, area)} {each.doubt.message}")
    if most is not None and len(imported.uncertain) > most:
        say(f"  … and {len(imported.uncertain) - most} more (--all lists them; each has a comment in its file)")


def _place(uncertain: Uncertain, source: Path, area: Path) -> str:
    places = []
    if uncertain.doubt.line:
        places.append(f"{source}:{uncertain.doubt.line}:")
    if uncertain.file:
        places.append(f"{area / uncertain.file}{f':{uncertain.line}' if uncertain.line else ''}:")
    return " → ".join(places)

"""`omi import`: a report that exists becomes an area."""

from __future__ import annotations

import shlex
import sys
from collections import Counter
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
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("area", type=click.Path(path_type=Path))
@click.option(
    "--framework",
    metavar="NAME|FILE",
    help="The framework of the inspection; if left out, the one whose titles the report has.",
)
@click.option(
    "--criterion",
    metavar="NUMBER",
    help="Add the findings of FILE to this criterion of an area that is there; FILE may be -, the standard input.",
)
@click.option("--kind", metavar="KEY", help="With --criterion: the list of findings without a heading: strengths.")
@click.option(
    "--called",
    multiple=True,
    metavar="HEADING=TITLE",
    help="A heading of FILE with the title of the framework that it stands for: Weaknesses=Areas for improvement. "
    "Can be given several times.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be found, and write nothing.")
@click.option("--all", "show_all", is_flag=True, help="List every uncertain place.")
def command(
    file: Path,
    area: Path,
    framework: str | None,
    criterion: str | None,
    kind: str | None,
    called: tuple[str, ...],
    dry_run: bool,
    show_all: bool,
) -> None:
    """Make the folder AREA from a report that exists: FILE is a Word file (.docx) or a text.

    Titles become criteria and parts, letters become findings with ids, percentages and counts get names,
    scores, ratings, recommendations, stories and abbreviations go into their files. What is uncertain has a
    comment that begins with «import:», and is listed. No word is lost: what belongs nowhere is kept in
    import-left-over.md, with its line in the report. Where the report has a heading of its own for something,
    --called says what the framework calls it.

    Nothing is overwritten: AREA must be new, or empty. With --criterion the findings of FILE are added to
    those of a criterion of an area that is there, and all else in its file stays as it is.

    \b
    Examples:
      omi import report.docx areas/wiltshire
      omi import --dry-run report.txt areas/wiltshire
      omi import findings.docx areas/wiltshire --criterion 1.2
      omi import report.docx areas/wiltshire --called "Weaknesses=Areas for improvement"
      omi import - areas/wiltshire --criterion 1.2 --kind strengths
    """
    if criterion is not None:
        if framework is not None:
            raise click.UsageError("the area has its framework already: leave --framework out")
        _add(file, area, criterion, kind, _pairs(called), dry_run=dry_run)
        return
    if kind is not None or str(file) == "-":
        raise click.UsageError("--kind and - go with --criterion: a whole report is a file")
    from omi_report.scaffold.write import expect_new, write_new
    from omi_report.workspace.importing import import_area

    made = import_area(file, area, framework, _pairs(called))
    beside = made.framework.called if made.framework.present else ""
    if not dry_run:
        expect_new(area, beside)
    for note in made.notes:
        say(note, err=True)
    _say_framework(made)
    _show_found(made.imported)
    _show_uncertain(made.imported, file, area, None if show_all else _SHOWN)
    if made.blank:
        say(f"Nothing was found for {_in_short(made.blank)}: blank, with TODOs.")
    if dry_run:
        say("Nothing was written (--dry-run).")
        return
    write_new(area, made.files, beside)
    say(f"Made {area} from {file}. Look at it with: omi validate {shlex.quote(str(area))}")


def _pairs(called: tuple[str, ...]) -> list[tuple[str, str]]:
    """Headings of a report with the titles that they stand for."""
    found = []
    for each in called:
        heading, equals, title = each.rpartition("=")
        if not (equals and heading.strip() and title.strip()):
            raise click.BadParameter(f"«{each}» is no HEADING=TITLE", param_hint="--called")
        found.append((heading, title))
    return found


def _add(
    file: Path, area: Path, number: str, kind: str | None, called: list[tuple[str, str]], *, dry_run: bool
) -> None:
    """Add findings to a criterion, and say what was added, what is uncertain and what is left."""
    from omi_report import limits
    from omi_report.cli.drafts import finish_writing, show_diffs, write_files
    from omi_report.errors import OutputError
    from omi_report.workspace.importing import add_findings, read_source

    for said in [] if dry_run else finish_writing([area]):
        raise OutputError(said)
    data = sys.stdin.buffer.read(limits.WORD_BYTES + 1) if str(file) == "-" else read_source(file)
    source = "standard input" if str(file) == "-" else file.name
    made = add_findings(data, source, area, number, kind, called)
    for note in made.notes:
        say(note, err=True)
    if dry_run:
        show_diffs([made.checked])
    else:
        for said in write_files([made.checked]).values():
            raise OutputError(said)
    found = ", ".join(f"{count} {kind}" for kind, count in made.added.found.items() if count)
    say(f"{made.file}: {'would add' if dry_run else 'added'} {found}", err=dry_run)
    for doubt in made.added.doubts:
        say(f"  {source}:{doubt.line}: {doubt.message}", err=dry_run)
    for left in made.added.left:
        say(f"  {source}:{left.piece.line}: left out ({left.why}): {left.piece.text}", err=dry_run)


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


def _in_short(files: tuple[str, ...]) -> str:
    """Files by their names, or how many, where a folder has several."""
    folders = Counter(file.rpartition("/")[0] for file in files)
    several = {folder: f"{count} files of {folder}/" for folder, count in folders.items() if folder and count > 1}
    return ", ".join(dict.fromkeys(several.get(file.rpartition("/")[0], file) for file in files))


def _place(uncertain: Uncertain, source: Path, area: Path) -> str:
    places = []
    if uncertain.doubt.line:
        places.append(f"{source}:{uncertain.doubt.line}:")
    if uncertain.file:
        places.append(f"{area / uncertain.file}{f':{uncertain.line}' if uncertain.line else ''}:")
    return " → ".join(places)

"""`omi ids`: give findings, stories and recommendations ids."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say
from omi_report.errors import CLEAN, MISUSE, PROBLEMS, OmiError

if TYPE_CHECKING:
    from collections.abc import Collection

    from omi_report.workspace.checked import Checked
    from omi_report.workspace.ids import AreaWithIds


@click.command("ids")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA...")
@click.option("--diff", is_flag=True, help="Show what would be written, and write nothing.")
def command(paths: tuple[Path, ...], diff: bool) -> None:
    """Write an id for every finding, story and recommendation that has none.

    An id is the address of an entry in the report, as in report.html#finding-1.2-referrals. It stays
    when other entries are put before it, which the address by its letter or number does not. Ids are
    made of the first words of a text. Change one if you like before anybody links to it, and never
    after. Ids that are there already are left as they are, and so is all else in the files; texts that
    are still to be written (TODO) get none yet.

    Each AREA is an area, a folder of areas, or a file inside an area.

    Exit status: 0 done; 1 an area has errors, and nothing was written in it, or with --diff ids are
    missing; 2 misuse.

    \b
    Examples:
      omi ids areas/hampshire
      omi ids --diff areas/
    """
    from omi_report.cli.drafts import finish_writing, show_diffs, write_files
    from omi_report.workspace.areas import find_areas
    from omi_report.workspace.ids import give_ids

    found = find_areas(paths)
    wrong = found.wrong + [f"{path} is in no area" for path in found.strays]
    if not diff:
        wrong += finish_writing(found.areas)
    given: list[AreaWithIds] = []
    for path in found.areas:
        try:
            given.append(give_ids(path))
        except OmiError as error:
            wrong.append(str(error))
    checked = [each.checked for each in given]
    unwritten: Collection[Path] = found.areas
    if diff:
        show_diffs(checked)
    else:
        failures = write_files(checked)
        unwritten, wrong = failures, [*wrong, *failures.values()]
    for each in given:
        _sum_up(each, is_written=each.checked.path not in unwritten)
    for message in wrong:
        say(f"omi: {message}", err=True)
    failed = any(each.has_failed() or (diff and each.drafts) for each in checked)
    sys.exit(MISUSE if wrong else PROBLEMS if failed else CLEAN)


def _sum_up(given: AreaWithIds, *, is_written: bool) -> None:
    checked = given.checked
    if checked.problems:
        _show_problems(checked)
        return
    for place in given.left:
        say(f"{place}: no id can be put here: an alias repeats this entry, write it out", err=True)
    count = f"{checked.fixes} id{'s' * (checked.fixes != 1)}"
    if checked.fixes:
        said = f"wrote {count}" if is_written else f"would write {count}"
    else:
        said = "no id is missing" if not given.left else "no id can be written"
    say(f"{checked.path}: {said}", err=True)


def _show_problems(checked: Checked) -> None:
    from omi_report.cli.terminal import wants_colour, write_out
    from omi_report.lint.formats import render
    from omi_report.lint.shown import ShownProblems
    from omi_report.lint.summary import tally

    write_out(render("full", ShownProblems(checked.problems, checked.texts, colour=wants_colour())))
    say(f"{checked.path}: {tally(checked.problems)}, and no id was written: correct them first", err=True)

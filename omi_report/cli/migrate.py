"""`omi migrate`: change areas of the former format into those of today's."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say
from omi_report.errors import CLEAN, MISUSE, PROBLEMS, OmiError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from omi_report.migrate.step import Undecided
    from omi_report.workspace.migrating import MigratedFolder


@click.command("migrate")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA...")
@click.option("--write", is_flag=True, help="Change the files.")
def command(paths: tuple[Path, ...], write: bool) -> None:
    """Change areas, and frameworks of their own, from the format of before into today's.

    Without --write nothing is changed: the differences are shown as `patch` and `git apply` read them, and
    what would be done is said. All results stay what they were, and so does every line that need not change,
    with its comments. An area is changed as a whole or not at all. Where something cannot be decided, it is
    said with its place; correct it and migrate again. One that is migrated already stays as it is.

    Each AREA is an area, a folder of areas, a file inside an area, or the file of a framework that is in no
    area. Frameworks of the project's folder are changed too where that lies in an AREA.

    Exit status: 0 nothing (more) to change; 1 something is undecided, or without --write there are files to
    change; 2 misuse.

    \b
    Examples:
      omi migrate areas/hampshire
      omi migrate --write areas/
      omi migrate --write frameworks/ours.yaml
    """
    from omi_report.cli.drafts import finish_writing
    from omi_report.workspace.migrating import migrate_area, migrate_framework, what_to_migrate

    found = what_to_migrate(paths)
    wrong = found.wrong + [f"{path} is in no area, and no framework" for path in found.strays]
    if write:
        wrong += finish_writing([*found.areas, *(file.parent for file in found.frameworks)])
    status = CLEAN
    jobs = [(migrate_framework, file) for file in found.frameworks] + [(migrate_area, area) for area in found.areas]
    for migrate, path in jobs:
        try:
            status = max(status, _done(migrate(path), write=write))
        except OmiError as error:
            wrong.append(str(error))
    for message in wrong:
        say(f"omi: {message}", err=True)
    sys.exit(MISUSE if wrong else status)


def _done(migrated: MigratedFolder, *, write: bool) -> int:
    """Show what becomes of an area, or write it. Returns the exit status."""
    from omi_report.cli.drafts import show_diff
    from omi_report.workspace.migrating import write_migrated

    files = migrated.files
    if files.undecided:
        _list(files.undecided)
        say(f"{migrated.shown}: nothing is changed: decide this first", err=True)
        return PROBLEMS
    if not files.drafts:
        _list(files.notes)
        say(f"{migrated.shown}: there is nothing to migrate", err=True)
        return CLEAN
    if write:
        write_migrated(migrated)
    else:
        show_diff(migrated.folder, files.drafts)
    for change, names in files.changes.items():
        say(f"{migrated.shown}: {change} ({', '.join(names)})", err=True)
    _list(files.notes)
    count = f"{len(files.drafts)} file{'s' * (len(files.drafts) != 1)}"
    said = f"migrated {count}" if write else f"would change {count}; --write changes them"
    say(f"{migrated.shown}: {said}", err=True)
    return CLEAN if write else PROBLEMS


def _list(said: Iterable[Undecided]) -> None:
    for each in said:
        say(f"{each.place}: {each.message}: {each.hint}", err=True)

"""Files that a command changes: written, or shown as a difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from omi_report.cli.inspected import wrong_with

if TYPE_CHECKING:
    from pathlib import Path

    from omi_report.workspace.checked import Checked


def finish_writing(areas: Iterable[Path]) -> list[str]:
    """Finish what a killed command began to write in areas, before they are read. Returns what went wrong with that."""
    from omi_report.together import settle

    return [said for area in areas for said in wrong_with(partial(settle, area))]


def write_files(checked: Iterable[Checked]) -> list[str]:
    """Write the changed files of areas. Returns what went wrong with that."""
    from omi_report.workspace.area import write_drafts

    return [said for each in checked for said in wrong_with(partial(write_drafts, each))]


def show_diffs(checked: Iterable[Checked]) -> None:
    """Print what would change in the files of areas."""
    for each in checked:
        show_diff(each.path, each.drafts)


def show_diff(folder: Path, drafts: Mapping[str, tuple[str | None, str | None]]) -> None:
    """Print what would change in a folder, as `patch` and `git apply` read it.

    ``drafts`` are the texts of its files before and after, None where there is no such file.
    """
    from omi_report.cli.show import wants_colour, write_out
    from omi_report.lint.diff import diff_of

    for name, (before, after) in sorted(drafts.items()):
        write_out(diff_of((folder / name).as_posix(), before or "", after or "", colour=wants_colour()))

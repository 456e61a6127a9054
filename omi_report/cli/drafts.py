"""Files that a command changes: written, or shown as a difference."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from omi_report.cli.inspected import wrong_with

if TYPE_CHECKING:
    from omi_report.workspace.checked import Checked


def write_files(checked: Iterable[Checked]) -> list[str]:
    """Write the changed files of areas. Returns what went wrong with that."""
    from omi_report.workspace.area import write_drafts

    return [said for each in checked for said in wrong_with(partial(write_drafts, each))]


def show_diffs(checked: Iterable[Checked]) -> None:
    """Print what would change in the files of areas, as `patch` and `git apply` read it."""
    from omi_report.cli.show import wants_colour, write_out
    from omi_report.lint.diff import diff_of

    for each in checked:
        for name, (before, after) in sorted(each.drafts.items()):
            write_out(diff_of((each.path / name).as_posix(), before, after, colour=wants_colour()))

"""Files that a command changes: written, or shown as a difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from omi_report.cli.inspected import wrong_with

if TYPE_CHECKING:
    from pathlib import Path

    from omi_report.problems import Problem
    from omi_report.workspace.checked import Checked


def finish_writing(areas: Iterable[Path]) -> list[str]:
    """Finish what a killed command began to write in areas, before they are read. Returns what went wrong with that."""
    from omi_report.together import settle

    return [said for area in areas for said in wrong_with(partial(settle, area))]


def write_files(checked: Iterable[Checked]) -> dict[Path, str]:
    """Write the changed files of areas. Returns those that could not be, by their paths, and what went wrong."""
    from omi_report.workspace.area import write_drafts

    return {each.path: said for each in checked for said in wrong_with(partial(write_drafts, each))}


def show_diffs(checked: Iterable[Checked]) -> None:
    """Print what would change in the files of areas."""
    for each in checked:
        show_diff(each.path, each.drafts, each.fixed)


def show_diff(folder: Path, drafts: Mapping[str, tuple[str | None, str | None]], fixed: Iterable[Problem] = ()) -> None:
    """Print what would change in a folder, as `patch` and `git apply` read it; they pass over what stands above a file.

    ``drafts`` are the texts of its files before and after, None where there is no such file. Above each file stand the
    problems that are ``fixed`` in it, with their rules.
    """
    from omi_report.cli.terminal import wants_colour, write_data, write_out
    from omi_report.lint.diff import diff_of
    from omi_report.visible import visible

    reasons: dict[str, list[str]] = {}
    for problem in fixed:
        said = visible(f"{problem.code}, line {problem.location.line}: {problem.message}")
        reasons.setdefault(problem.location.file, []).append(f"# {said}\n")
    for name, (before, after) in sorted(drafts.items()):
        path, coloured = (folder / name).as_posix(), wants_colour()
        write_out("".join(reasons.get(path, ())))
        diff = diff_of(path, before or "", after or "", colour=coloured)
        if coloured:
            write_out(diff)
        else:
            write_data(diff)

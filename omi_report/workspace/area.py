"""Checking one area with its settings, and fixing it."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from omi_report.build import Validated, lint
from omi_report.errors import OutputError, SettingsError
from omi_report.inspection import Inspection, Unreadable, inspect
from omi_report.policy import Policy, Selection
from omi_report.problems import Problem
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.checked import Checked
from omi_report.workspace.reading import read_snapshot
from omi_report.workspace.settings import NOTHING_SELECTED, policy_for


def open_area(path: Path, selection: Selection = NOTHING_SELECTED) -> tuple[Snapshot, Policy]:
    """Read an area and the settings that count for it, which is all that `inspect` needs.

    Raises NotAnAreaError where there is no area, SettingsError where its settings cannot be used.
    """
    snapshot = read_snapshot(path)
    return snapshot, policy_for(snapshot, path, selection)


def check(
    snapshot: Snapshot,
    selection: Selection = NOTHING_SELECTED,
    *,
    fix: bool = False,
    lint: Callable[[Inspection | Unreadable], Validated] = lint,
) -> Checked:
    """Check an area that was read from a folder.

    With ``fix`` what is safe to fix is fixed in the drafts that come back; nothing is written. ``lint`` finds what is
    wrong; a caller may give one that remembers some of it.
    """
    path = snapshot.folder
    try:
        validated = lint(inspect(snapshot, policy_for(snapshot, path, selection)))
        return _only_needed_texts(_fixed(validated)) if fix else as_checked(validated)
    except SettingsError as error:  # those of a plug-in among them
        return Checked(path, refusal=str(error))


def as_checked(validated: Validated) -> Checked:
    """Return what `omi validate` shows of an area."""
    return _only_needed_texts(_with_all_texts(validated))


def _with_all_texts(validated: Validated) -> Checked:
    of_project = validated.inspection.of_project
    shared = of_project.file.shown if of_project else ""
    return Checked(
        validated.inspection.snapshot.folder,
        validated.problems,
        validated.texts,
        (*(file.shown for file in validated.files.values()), *([shared] if shared else [])),
        validated.inspection.policy.strict,
        framework=shared,
    )


def _fixed(validated: Validated) -> Checked:
    """Fix the files of an area. A framework of the project is not one of them: other areas go by it too."""
    from omi_report.lint.fix import fix

    checked = _with_all_texts(validated)
    names = {file.shown: file.name for file in validated.files.values()}
    own_texts = {shown: text for shown, text in checked.texts.items() if shown in names}
    snapshot, policy = validated.inspection.snapshot, validated.inspection.policy

    def look(drafts: Mapping[str, str]) -> list[Problem]:
        drafted = snapshot
        for shown, text in drafts.items():
            drafted = drafted.with_text(names[shown], text)
        return lint(inspect(drafted, policy)).problems

    fixed = fix(checked.problems, own_texts, look)
    return replace(
        checked,
        problems=fixed.problems,
        texts=checked.texts | fixed.drafts,
        drafts={names[shown]: (checked.texts[shown], text) for shown, text in fixed.drafts.items()},
        fixes=fixed.count,
        fixed=tuple(fixed.made),
    )


def _only_needed_texts(checked: Checked) -> Checked:
    """Keep the texts that problems stand in: the others need not travel between processes."""
    needed = {problem.location.file for problem in checked.problems}
    return replace(checked, texts={file: text for file, text in checked.texts.items() if file in needed})


def write_drafts(checked: Checked) -> None:
    """Write the fixed files of an area, or that of a framework: all of them or none.

    Raises OutputError where a file cannot be written, or has changed since it was read.
    """
    from omi_report.together import write_together

    folder = checked.path
    drafts: Mapping[str, tuple[str | None, str | None]] = checked.drafts
    if "" in drafts:  # the path is the file's
        folder, drafts = checked.path.parent, {checked.path.name: drafts[""]}
    written = {name: as_written(folder / name, before, after) for name, (before, after) in drafts.items()}
    if written:
        write_together(folder, written)


def as_written(path: Path, before: str | None, after: str | None) -> bytes | None:
    """Return what a file is to hold: a text, with the mark of Windows where the file has it. None for no file.

    Raises OutputError where the file does not hold what it held when it was read, or cannot be read.
    """
    try:
        data = path.read_bytes() if os.path.lexists(path) else None
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from error
    held = None if data is None else data.removeprefix(codecs.BOM_UTF8)
    if path.is_symlink() or held != (None if before is None else before.encode()):
        raise OutputError(f"{path} has changed since it was read and was left as it is")
    mark = codecs.BOM_UTF8 if data and data.startswith(codecs.BOM_UTF8) else b""
    return None if after is None else mark + after.encode()

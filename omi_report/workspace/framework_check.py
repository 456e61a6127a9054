"""Checking a framework by itself, and fixing it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from omi_report.document.kinds import PART_KINDS
from omi_report.errors import SettingsError
from omi_report.lint.framework import problems_of
from omi_report.lint.select import narrowed
from omi_report.model.framework_file import ReadFramework, read_framework
from omi_report.model.which_framework import origins_of, project_framework
from omi_report.policy import Policy, Selection
from omi_report.problems import Problem, in_order
from omi_report.source.project_frameworks import ProjectFrameworks
from omi_report.workspace.checked import Checked
from omi_report.workspace.settings import NOTHING_SELECTED, project_settings
from omi_report.workspace.targets import is_of_project


def check_framework(
    path: Path, selection: Selection = NOTHING_SELECTED, *, fixing: bool = False, text: str | None = None
) -> Checked:
    """Check the framework in a file by itself, with its texts.

    With ``fixing`` what is safe to fix is fixed in the draft that comes back; nothing is written. ``text`` stands in
    the place of what the file holds.
    """
    try:
        settings = project_settings(path)
    except SettingsError as error:
        return Checked(path, refusal=str(error))
    policy = Policy((settings,) if settings else (), selection, kinds=PART_KINDS)
    try:
        read = _read(path, policy, text)
        problems = _problems(read, policy)
    except SettingsError as error:  # those of a plug-in
        return Checked(path, refusal=str(error))
    shown, before = read.file.shown, read.file.text
    checked = Checked(path, problems, {shown: before}, (shown,), policy.strict)
    if not fixing:
        return checked
    from omi_report.lint.fix import fix

    def look(drafts: Mapping[str, str]) -> list[Problem]:
        return _problems(_reread(read, drafts[shown], policy), policy)

    fixed = fix(problems, {shown: before}, look)
    draft = fixed.drafts.get(shown, before)
    drafts = {"": (before, draft)} if draft != before else {}  # nothing follows the path, which is the file's
    texts, made = {shown: draft}, tuple(fixed.made)
    return replace(checked, problems=fixed.problems, texts=texts, drafts=drafts, fixes=fixed.count, fixed=made)


def _read(path: Path, policy: Policy, text: str | None) -> ReadFramework:
    """The framework in a file, held to its name where it is one of the project's folder."""
    folder, name = path.parent, path.stem
    shared = ProjectFrameworks.of(folder, "" if folder == Path() else folder.as_posix(), os.fsencode(name))
    if text is not None:
        shared = shared.with_text(name, text)
    if is_of_project(path):
        return project_framework(name, shared, policy.kinds, origins_of(name, policy.frameworks))
    if name in shared.unread:
        return project_framework(name, shared, policy.kinds, [])
    return read_framework(shared.files[name].data, path.name, shared.shown_path(name), policy.kinds)


def _reread(read: ReadFramework, text: str, policy: Policy) -> ReadFramework:
    return read_framework(text.encode(), read.file.name, read.file.shown, policy.kinds)


def _problems(read: ReadFramework, policy: Policy) -> list[Problem]:
    return in_order(narrowed(problems_of(read, policy), policy))

"""Checking one area with its settings, and fixing it."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from omi_report.build import Validated, validate
from omi_report.errors import NotAnAreaError, OutputError, SettingsError
from omi_report.lint.select import Selection, narrowed
from omi_report.lint.settings import Settings, settings_for
from omi_report.problems import Problem
from omi_report.workspace.checked import Checked

Narrow: TypeAlias = Callable[[Iterable[Problem]], list[Problem]]


def check(path: Path, selection: Selection, *, fix: bool = False) -> Checked:
    """Check the area in a folder.

    With ``fix`` what is safe to fix is fixed in the drafts that come back; nothing is written.
    """
    try:
        settings = settings_for(path)
        validated = validate(path)
    except (NotAnAreaError, SettingsError) as error:
        return Checked(path, refusal=str(error))

    def narrow(found: Iterable[Problem]) -> list[Problem]:
        return narrowed(found, selection, settings)

    checked = _checked(path, validated, narrow, settings)
    return _only_needed_texts(_fixed(checked, validated, narrow) if fix else checked)


def as_checked(path: Path, validated: Validated) -> Checked:
    """Return what `omi validate` shows of an area, nothing selected or ignored, from what validation found."""
    settings = settings_for(path)
    narrow = partial(narrowed, selection=Selection(), settings=settings)
    return _only_needed_texts(_checked(path, validated, narrow, settings))


def _checked(path: Path, validated: Validated, narrow: Narrow, settings: Iterable[Settings]) -> Checked:
    files = validated.files.values()
    return Checked(
        path,
        narrow(validated.problems),
        {file.shown: file.text for file in files},
        tuple(file.shown for file in files),
        any(each.strict for each in settings),
        sound=not validated.has_errors,
    )


def _fixed(checked: Checked, validated: Validated, narrow: Narrow) -> Checked:
    from omi_report.lint.fix import fix

    names = {file.shown: file.name for file in validated.files.values()}

    def look(drafts: Mapping[str, str]) -> list[Problem]:
        return narrow(validate(checked.path, {names[shown]: text for shown, text in drafts.items()}).problems)

    fixed = fix(checked.problems, checked.texts, look)
    return replace(
        checked,
        problems=fixed.problems,
        texts=checked.texts | fixed.drafts,
        drafts={names[shown]: (checked.texts[shown], text) for shown, text in fixed.drafts.items()},
        fixes=fixed.count,
    )


def _only_needed_texts(checked: Checked) -> Checked:
    """Keep the texts that problems stand in: the others need not travel between processes."""
    needed = {problem.location.file for problem in checked.problems}
    return replace(checked, texts={file: text for file, text in checked.texts.items() if file in needed})


def write_drafts(checked: Checked) -> None:
    """Write the fixed files of an area. One that has changed since it was read is left as it is.

    Raises OutputError where a file cannot be written.
    """
    from omi_report.files import write_atomically

    for name, (before, after) in checked.drafts.items():
        path = checked.path / name
        try:
            data = path.read_bytes()
            if path.is_symlink() or data.removeprefix(codecs.BOM_UTF8) != before.encode():
                raise OutputError(f"{path} has changed since it was read and was left as it is")
            mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
            write_atomically(path, mark + after.encode())
        except OSError as error:
            raise OutputError(f"{path} cannot be written: {error.strerror}") from error

"""Frameworks that lie outside of areas: those that come with omi.

They are checked like an area's own. What is wrong in one is not the fault of the area's writers, so it is an error that
stops omi, and not a problem of the area.
"""

from __future__ import annotations

from pathlib import Path

from omi_report.errors import BrokenFrameworkError, UnknownFrameworkError
from omi_report.model.consistency import inconsistencies
from omi_report.model.framework import Framework
from omi_report.model.kinds import Kinds
from omi_report.model.shape import fill
from omi_report.problems import Problem, in_order
from omi_report.resources import frameworks_folder
from omi_report.source.folder import SourceFile
from omi_report.source.reader import read_tree

_MOST_SHOWN = 5


def shipped_frameworks() -> list[str]:
    """Return the names of the frameworks that come with omi."""
    return sorted(path.stem for path in frameworks_folder().glob("*.yaml"))


def load_framework(name: str, kinds: Kinds) -> Framework:
    """Load a framework that comes with omi. ``kinds`` are the kinds of part that it may name.

    Raises UnknownFrameworkError for any other name, BrokenFrameworkError as `framework_in` does.
    """
    if name not in shipped_frameworks():
        raise UnknownFrameworkError(f"there is no framework «{name}»: use {', '.join(shipped_frameworks())}")
    return framework_in(frameworks_folder() / f"{name}.yaml", kinds)


def framework_in(path: Path, kinds: Kinds) -> Framework:
    """Load the framework in a file. Raises BrokenFrameworkError, with file and line, where it cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenFrameworkError(f"the framework {path} cannot be read: {error}") from error
    tree, problems = read_tree(text, str(path))
    file = SourceFile(path.name, str(path), text, tree)
    framework, wrong = fill(Framework, file)
    problems += wrong
    if framework is not None:
        problems += inconsistencies(framework, file, kinds)
    if framework is None or problems:
        lines = [f"the framework {path.stem} cannot be used:", *_said(in_order(problems))]
        raise BrokenFrameworkError("\n  ".join(lines))
    return framework


def _said(problems: list[Problem]) -> list[str]:
    said = [f"{each.location}: {each.message}" + (f" ({each.hint})" if each.hint else "") for each in problems]
    more = len(said) - _MOST_SHOWN
    return [*said[:_MOST_SHOWN], f"and {more} more"] if more > 0 else said

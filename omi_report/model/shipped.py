"""Frameworks that come with omi or with a plug-in.

They are checked like an area's own. What is wrong in one is not the fault of the area's writers, so it is an error that
stops omi, and not a problem of the area.
"""

from __future__ import annotations

from pathlib import Path

from omi_report.errors import BrokenFrameworkError, UnknownFrameworkError
from omi_report.model.framework import Framework
from omi_report.model.framework_file import ReadFramework, read_framework
from omi_report.model.kinds import Kinds
from omi_report.problems import Problem, in_order
from omi_report.resources import frameworks_folder

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
    return usable(shipped_framework(name, kinds))


def shipped_file(name: str) -> Path:
    """Return the file of a framework that comes with omi."""
    return frameworks_folder() / f"{name}.yaml"


def shipped_framework(name: str, kinds: Kinds) -> ReadFramework:
    """Read a framework that comes with omi. Raises BrokenFrameworkError as `framework_in` does."""
    return framework_in(shipped_file(name), kinds)


def framework_in(path: Path, kinds: Kinds) -> ReadFramework:
    """Read the framework in a file. Raises BrokenFrameworkError, with file and line, where it cannot be used."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BrokenFrameworkError(f"the framework {path} cannot be read: {error}") from error
    read = read_framework(data, path.name, str(path), kinds)
    usable(read)
    return read


def usable(read: ReadFramework) -> Framework:
    """Return a framework that was read. Raises BrokenFrameworkError, with file and line, where it cannot be used."""
    if read.framework is None:
        name = read.file.name.removesuffix(".yaml")
        lines = [f"the framework {name} cannot be used:", *_said(in_order(read.problems))]
        raise BrokenFrameworkError("\n  ".join(lines))
    return read.framework


def _said(problems: list[Problem]) -> list[str]:
    said = [f"{each.location}: {each.message}" + (f" ({each.hint})" if each.hint else "") for each in problems]
    more = len(said) - _MOST_SHOWN
    return [*said[:_MOST_SHOWN], f"and {more} more"] if more > 0 else said

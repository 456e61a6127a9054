"""Frameworks that areas of a project can name: omi's own, those of plug-ins, and those of the project's folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from omi_report.document.kinds import PART_KINDS
from omi_report.errors import BrokenFrameworkError, UnknownFrameworkError
from omi_report.model.framework_file import ReadFramework, read_framework
from omi_report.model.shipped import shipped_file, shipped_frameworks
from omi_report.model.which_framework import origins_of, project_framework
from omi_report.problems import Problem, in_order, meant_or_all
from omi_report.source.project_frameworks import ProjectFrameworks, framework_names
from omi_report.workspace.settings import project_settings


@dataclass(frozen=True, slots=True)
class KnownFramework:
    """A framework that areas of a project can name, as it was read. ``origin`` says where it comes from."""

    name: str
    path: Path
    origin: str
    read: ReadFramework

    @property
    def title(self) -> str:
        """What the framework is of; nothing where it cannot be used."""
        return self.read.framework.title if self.read.framework else ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The flaws that keep it from being used."""
        return self.read.problems


class _Offered(NamedTuple):
    """A framework that has not been read yet."""

    name: str
    path: Path
    origin: str
    read: Callable[[], ReadFramework]

    def known(self) -> KnownFramework:
        return KnownFramework(self.name, self.path, self.origin, self.read())


def known_frameworks(area: Path) -> list[KnownFramework]:
    """Return the frameworks that an area may name: omi's own, those of plug-ins, and those of its project's folder.

    The area need not be there. Raises SettingsError where the settings of the project cannot be used, and
    BrokenFrameworkError where the file of a framework of omi or of a plug-in cannot be read.
    """
    return [each.known() for each in _offered(area)]


def framework_named(name: str, area: Path) -> KnownFramework:
    """Return the framework of a name that an area may go by; no other is read.

    Raises UnknownFrameworkError where there is none, BrokenFrameworkError where it cannot be used, and SettingsError as
    `known_frameworks` does.
    """
    offered = _offered(area)
    fitting = [each.known() for each in offered if each.name == name]
    if not fitting:
        hint = meant_or_all(name, dict.fromkeys(each.name for each in offered))
        raise UnknownFrameworkError(f"there is no framework «{name}»: {hint}")
    for each in fitting:
        if each.problems:
            first = in_order(each.problems)[0]
            why = f"{first.location}: {first.message} (omi validate {each.path} shows all)"
            raise BrokenFrameworkError(f"the framework {name} cannot be used: {why}")
    if len(fitting) > 1:
        places = " and ".join(each.origin for each in fitting)
        raise BrokenFrameworkError(f"two frameworks have the name «{name}», from {places}")
    return fitting[0]


def _offered(area: Path) -> list[_Offered]:
    settings = project_settings(area, check_codes=False)
    plugins = settings.plugins if settings else ()
    files = [(name, shipped_file(name), "omi") for name in shipped_frameworks()]
    files += [(name, path, f"the plug-in {plugin.name}") for plugin in plugins for name, path in plugin.frameworks]
    found = [_Offered(name, path, origin, partial(_in_file, path)) for name, path, origin in files]
    if settings and (home := settings.frameworks):
        shown = home if area.is_absolute() else Path(os.path.relpath(home))
        plugged = {name: path for plugin in plugins for name, path in plugin.frameworks}
        for name in framework_names(home):
            path = shown / f"{name}.yaml"
            found.append(_Offered(name, path, path.as_posix(), partial(_of_project, name, home, shown, plugged)))
    return found


def _in_file(path: Path) -> ReadFramework:
    try:
        return read_framework(path.read_bytes(), path.name, str(path), PART_KINDS)
    except OSError as error:
        raise BrokenFrameworkError(f"the framework {path} cannot be read: {error}") from error


def _of_project(name: str, home: Path, shown: Path, plugged: Mapping[str, Path]) -> ReadFramework:
    shared = ProjectFrameworks.of(home, shown.as_posix(), name.encode(errors="surrogateescape"))
    return project_framework(name, shared, PART_KINDS, origins_of(name, plugged))

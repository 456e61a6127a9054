"""How an area is to be inspected, as plain data from outside the area.

``workspace`` makes a policy of the files of settings and the command line, and hands it to everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from omi_report.model.kinds import Kinds


@dataclass(frozen=True, slots=True)
class Plugin:
    """A package of somebody else that the settings of a project name, and what it adds.

    ``rules`` are modules or packages to import, ``frameworks`` the files of frameworks by their names, and
    ``renderers`` the functions, as ``module:function``, by theirs. ``stamp`` changes when a file of the package does.
    Nothing of it has been imported.
    """

    name: str
    version: str
    rules: tuple[str, ...] = ()
    frameworks: tuple[tuple[str, Path], ...] = ()
    renderers: tuple[tuple[str, str], ...] = ()
    stamp: str = ""


Plugins: TypeAlias = tuple[Plugin, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file of settings says; ``folder`` is what its patterns are relative to.

    ``of_area`` says that the file stands inside an area. It can then only hide what is found there.
    ``frameworks`` is the folder of the project's own frameworks, ``seal_key`` the file with the key that seals
    evidence, which nothing has opened. ``places`` are the file and line of each key that
    hides something, of each pattern of ``per_file_ignores``, and of ``seal``.
    """

    folder: Path
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strict: bool = False
    exclude: tuple[str, ...] = ()
    of_area: bool = False
    plugins: Plugins = ()
    frameworks: Path | None = None
    places: Mapping[str, str] = field(default_factory=dict, compare=False)
    seal_key: Path | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules the command line asks for: codes, or what codes begin with."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """How an area is to be inspected: the project's settings first, then the area's own.

    ``kinds`` are the kinds of part that a framework may name.
    """

    settings: tuple[Settings, ...] = ()
    selection: Selection = Selection()
    kinds: Kinds = field(kw_only=True)

    @property
    def plugins(self) -> Plugins:
        """The plug-ins that the settings name."""
        return tuple(plugin for each in self.settings for plugin in each.plugins)

    @property
    def frameworks(self) -> dict[str, Path]:
        """The files of the frameworks of plug-ins, by the names of the frameworks."""
        return {name: path for plugin in self.plugins for name, path in plugin.frameworks}

    @property
    def seal_key(self) -> Path | None:
        """The file with the key that seals evidence, as the project names it; an area's own settings cannot."""
        return named_seal_key(self.settings)[0]

    @property
    def seal_place(self) -> str:
        """Where the project names that file: ``omi.toml:6``; empty where it names none."""
        return named_seal_key(self.settings)[1]

    @property
    def strict(self) -> bool:
        """Whether warnings count as errors do when an area is checked."""
        return any(each.strict for each in self.settings)


def named_seal_key(settings: tuple[Settings, ...]) -> tuple[Path | None, str]:
    """Return the file with the key that seals evidence, and where the project names it: ``omi.toml:6``.

    An area's own settings cannot name one.
    """
    for each in settings:
        if each.seal_key and not each.of_area:
            return each.seal_key, each.places["seal"]
    return None, ""

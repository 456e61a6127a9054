"""Plug-ins: packages that add rules, frameworks or renderers, found by the names that the settings give.

A package says what it adds in its entry points, in the groups ``omi.rules``, ``omi.frameworks`` and ``omi.renderers``.
Only settings outside of an area name a plug-in, and only then are entry points looked up.
"""

from __future__ import annotations

import hashlib
import os
from importlib.machinery import PathFinder
from importlib.metadata import Distribution, EntryPoint, PackageNotFoundError, distribution
from pathlib import Path

from omi_report.errors import PluginError
from omi_report.policy import Plugin

RULES, FRAMEWORKS, RENDERERS = "omi.rules", "omi.frameworks", "omi.renderers"


def plugin_named(name: str) -> Plugin:
    """Return the plug-in that an installed package is; nothing of it is imported.

    Raises PluginError where there is no such package, and where it adds nothing to omi.
    """
    try:
        package = distribution(name)
    except (PackageNotFoundError, ValueError):
        raise PluginError(f"there is no package «{name}» beside omi: install it, or take it out of the list") from None
    points = list(package.entry_points)
    rules, frameworks, renderers = (
        [point for point in points if point.group == group] for group in (RULES, FRAMEWORKS, RENDERERS)
    )
    if not rules and not frameworks and not renderers:
        groups = f"{RULES}, {FRAMEWORKS} or {RENDERERS}"
        raise PluginError(f"the package «{name}» is no plug-in of omi: it has no entry points in {groups}")
    return Plugin(
        name=package.metadata["Name"],
        version=package.version,
        rules=tuple(sorted(point.value for point in rules)),
        frameworks=tuple(sorted(each for point in frameworks for each in _frameworks(name, point))),
        renderers=tuple(sorted((point.name, point.value) for point in renderers)),
        stamp=_stamp(package, [*rules, *frameworks, *renderers]),
    )


def _frameworks(name: str, point: EntryPoint) -> list[tuple[str, Path]]:
    """The frameworks in the package that an entry point names, by the names of their files."""
    folders = _folders(point.module)
    found = [(path.stem, path) for folder in folders for path in sorted(folder.glob("*.yaml"))]
    if not found:
        expected = "a package with YAML files is expected"
        raise PluginError(f"the plug-in «{name}» has no framework in {point.value}: {expected}")
    return found


def _folders(module: str) -> list[Path]:
    """The folders of a package, found without importing it or what it stands in."""
    path: list[str] | None = None
    for step in module.split("."):
        spec = PathFinder.find_spec(step, path)
        if spec is None or spec.submodule_search_locations is None:
            return []
        path = list(spec.submodule_search_locations)
    return [Path(each) for each in path or ()]


def _stamp(package: Distribution, points: list[EntryPoint]) -> str:
    """A digest of the version, and of the sizes and times of the files of the packages that entry points name."""
    stamps = [package.version]
    for root in sorted({point.module.partition(".")[0] for point in points}):
        spec = PathFinder.find_spec(root)
        folders = list(spec.submodule_search_locations or ()) if spec else []
        files = [Path(inside, name) for folder in folders for inside, _, names in os.walk(folder) for name in names]
        if spec and not folders and spec.origin:
            files = [Path(spec.origin)]
        for file in sorted(each for each in files if each.suffix != ".pyc"):
            found = file.stat()
            stamps.append(f"{file} {found.st_size} {found.st_mtime_ns}")
    return hashlib.blake2b("\0".join(stamps).encode(errors="surrogateescape"), digest_size=16).hexdigest()

"""Which framework an area goes by: a file of its own, one of omi's, of a plug-in, or of the project's folder."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

from omi_report.model import shape_rules as rules
from omi_report.model.criterion import criterion_number
from omi_report.model.framework import Framework
from omi_report.model.framework_file import ReadFramework, Sketch, framework_in_file, read_framework
from omi_report.model.kinds import Kinds
from omi_report.model.part_files import kinds_in_area
from omi_report.model.shipped import framework_in, shipped_framework, shipped_frameworks
from omi_report.problems import Location, Problem, excerpt, meant_or
from omi_report.source.folder import Folder, SourceFile
from omi_report.source.places import IDENTITY_FILE
from omi_report.source.project_frameworks import ProjectFrameworks


@dataclass(frozen=True, slots=True)
class ChosenFramework:
    """The framework of an area, None where there is none that can be used.

    ``file`` is its file where it is one of the area's folder, ``of_project`` the framework as read where it is one of
    the project's. ``data`` are the bytes of its file, wherever that is. Where it cannot be used, ``sketch`` has what
    is sound of it.
    """

    framework: Framework | None = None
    file: str = ""
    data: bytes = b""
    of_project: ReadFramework | None = None
    sketch: Sketch | None = None


_NONE = ChosenFramework()


def choose_framework(
    folder: Folder, name: str, kinds: Kinds, plugged: Mapping[str, Path], problems: list[Problem]
) -> ChosenFramework:
    """Return the framework that an area's ``area.yaml`` names, and add what is wrong with it to the problems.

    ``plugged`` are the files of the frameworks of plug-ins, by their names. Raises BrokenFrameworkError where one of
    these, or one of omi's, cannot be used.
    """
    if name in folder.present and name.endswith(".yaml"):
        return _own(folder, name, kinds, problems)
    shared = folder.snapshot.frameworks
    origins = origins_of(name, plugged)
    if name in shared.names:
        read = project_framework(name, shared, kinds, origins)
        problems += read.problems
        return ChosenFramework(read.framework, data=read.data, of_project=read, sketch=read.sketch)
    if len(origins) > 1:
        message = f"two frameworks have the name «{name}»: {' and '.join(origins)}"
        problems.append(_at_name(folder, name, message, "take the plug-in out of the settings of the project"))
    elif origins:
        read = framework_in(plugged[name], kinds) if name in plugged else shipped_framework(name, kinds)
        return ChosenFramework(read.framework, data=read.data)
    else:
        problems.append(_unknown(folder, name, kinds, [*shipped_frameworks(), *plugged, *shared.names]))
    return _NONE


def _own(folder: Folder, name: str, kinds: Kinds, problems: list[Problem]) -> ChosenFramework:
    """The framework in a file of the area's folder."""
    file = folder.read(name)
    if file is None:
        return ChosenFramework(file=name)
    read = framework_in_file(file, folder.snapshot.files[name].data, kinds)
    problems += read.problems
    return ChosenFramework(read.framework, name, read.data, sketch=read.sketch)


def origins_of(name: str, plugged: Container[str]) -> list[str]:
    """Say whose frameworks outside of the project's folder have a name: omi's own, or those of a plug-in."""
    return ["omi's own"] * (name in shipped_frameworks()) + ["that of a plug-in"] * (name in plugged)


def project_framework(name: str, shared: ProjectFrameworks, kinds: Kinds, others: list[str]) -> ReadFramework:
    """Return a framework of the project's folder.

    ``others`` say whose frameworks have the same name: an area could not say which of them it means.
    """
    shown = shared.shown_path(name)
    if others:
        message = f"there is another framework «{name}»: {' and '.join(others)}"
        hint = (
            f"rename this file, and write its new name under «framework» in it and in the {IDENTITY_FILE} of its areas"
        )
        clash = rules.INCONSISTENT_FRAMEWORK.at(Location(shown), message, hint)
        return ReadFramework(None, SourceFile(f"{name}.yaml", shown, "", None), b"", (clash,))
    if name not in shared.files:
        return ReadFramework(None, SourceFile(f"{name}.yaml", shown, "", None), b"", (shared.unread[name],))
    read = read_framework(shared.files[name].data, f"{name}.yaml", shown, kinds)
    if read.framework is None or read.framework.framework == name:
        return read
    called = read.framework.framework
    message = f"the framework calls itself «{excerpt(called)}», and its file is named {name}.yaml"
    hint = f"areas name it as its file is named: write «framework: {name}», or rename the file"
    wrong = rules.INCONSISTENT_FRAMEWORK.at(read.file.at(("framework",)), message, hint, length=len(called))
    return ReadFramework(None, read.file, read.data, (wrong,))


def _at_name(folder: Folder, name: str, message: str, hint: str) -> Problem:
    place = folder.files[IDENTITY_FILE].at(("framework",))
    return rules.UNKNOWN_FRAMEWORK.at(place, message, hint, length=len(name))


def _unknown(folder: Folder, name: str, kinds: Kinds, named: list[str]) -> Problem:
    """The problem of a name that stands for no framework."""
    quoted = excerpt(name)
    stem = name.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")
    if "/" in name or "\\" in name:
        message = f"«{quoted}» is a path, and an area names no file outside of its folder"
        return _at_name(folder, name, message, f"write «framework: {stem}»" if stem in named else _PLACES)
    message = f"there is no framework «{quoted}»"
    if name.endswith(".yaml") and stem in named:
        return _at_name(folder, name, f"{message} in this folder", f"write «{stem}», without .yaml")
    known = list(dict.fromkeys([*named, *_own_files(folder, kinds)]))
    hint = meant_or(f"use {', '.join(known)}, or a YAML file in this folder", name, known)
    return _at_name(folder, name, message, hint)


_PLACES = "put the file in this folder, or in the folder that «frameworks» in the project's omi.toml names"


def _own_files(folder: Folder, kinds: Kinds) -> list[str]:
    """The files of the area's folder that may be a framework."""
    taken = {IDENTITY_FILE, *(kind.file for kind in kinds_in_area(None, kinds) if kind.file)}
    return [
        each for each in folder.present if each.endswith(".yaml") and each not in taken and not criterion_number(each)
    ]

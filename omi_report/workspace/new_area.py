"""The framework of a new area: one that an area can name, or a YAML file, which the area is given a copy of."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from omi_report import limits
from omi_report.document.kinds import PART_KINDS
from omi_report.errors import UnknownFrameworkError
from omi_report.files import read_regular
from omi_report.model.framework import Framework
from omi_report.model.framework_file import read_framework
from omi_report.model.part_files import kinds_in_area
from omi_report.model.shipped import usable
from omi_report.workspace.frameworks import framework_named
from omi_report.workspace.targets import is_of_project


@dataclass(frozen=True, slots=True)
class FrameworkOfNewArea:
    """A framework, and what area.yaml ``called`` it; ``copy`` is the text of a file that the area gets, if any.

    ``origin`` says where it comes from. ``present`` says that the file lies in the area's folder already.
    """

    framework: Framework
    called: str
    origin: str
    copy: bytes | None = None
    present: bool = False


def framework_for(named: str, folder: Path) -> FrameworkOfNewArea:
    """Return the framework for a new area in a folder: by its name, or by the path of a YAML file.

    A file of the project's folder of frameworks is named, as all its areas do. One that lies in the area's folder is
    named as it lies there. Of any other the area gets a copy, since it can name no file outside of its folder.

    Raises UnknownFrameworkError where there is none, BrokenFrameworkError where it cannot be used, and SettingsError
    where the settings of the project cannot be used.
    """
    path = Path(named)
    if path.suffix != ".yaml" and len(path.parts) == 1:
        known = framework_named(named, folder)
        return FrameworkOfNewArea(usable(known.read), named, known.origin)
    inside = folder / path
    if len(path.parts) == 1 and not path.exists() and inside.exists():
        path = inside
    if is_of_project(path):
        return framework_for(path.stem, folder)
    try:
        data = read_regular(Path(os.path.realpath(path)), limits.TEXT_BYTES)
    except OSError as error:
        hint = "`omi frameworks` lists those that have a name"
        raise UnknownFrameworkError(f"the framework {path} cannot be read: {error.strerror} ({hint})") from error
    framework = usable(read_framework(data, path.name, path.as_posix(), PART_KINDS))
    if os.path.abspath(path.parent) == os.path.abspath(folder):  # noqa: PTH100 - the folder need not be there
        return FrameworkOfNewArea(framework, path.name, path.as_posix(), present=True)
    taken = {kind.file for kind in kinds_in_area(framework, PART_KINDS)}
    name = next(each for each in ("framework.yaml", "its-framework.yaml") if each not in taken)
    return FrameworkOfNewArea(framework, name, path.as_posix(), copy=data)

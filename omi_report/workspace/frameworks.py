"""Frameworks that are no area's own: which there are for a project, and what is wrong with one by itself."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from omi_report.document.kinds import PART_KINDS
from omi_report.errors import BrokenFrameworkError, SettingsError, UnknownFrameworkError
from omi_report.lint.fix import fix
from omi_report.lint.framework import problems_of
from omi_report.lint.select import narrowed
from omi_report.model.framework_file import ReadFramework, read_framework
from omi_report.model.shipped import shipped_file, shipped_frameworks
from omi_report.model.which_framework import origins_of, project_framework
from omi_report.policy import Policy, Selection
from omi_report.problems import Problem, in_order, meant_or_all
from omi_report.source.project_frameworks import ProjectFrameworks, framework_names
from omi_report.workspace.checked import Checked
from omi_report.workspace.settings import NOTHING_SELECTED, project_settings
from omi_report.workspace.targets import is_of_project


@dataclass(frozen=True, slots=True)
class KnownFramework:
    """A framework that areas of a project can name. ``origin`` says where it comes from, ``title`` what it is of.

    ``problems`` are the flaws that keep it from being used.
    """

    name: str
    path: Path
    origin: str
    title: str
    problems: tuple[Problem, ...] = ()


def known_frameworks(area: Path) -> list[KnownFramework]:
    """Return the frameworks that an area may name: omi's own, those of plug-ins, and those of its project's folder.

    The area need not be there. Raises SettingsError where the settings of the project cannot be used.
    """
    settings = project_settings(area, check_codes=False)
    plugins = settings.plugins if settings else ()
    plugged = {name: path for plugin in plugins for name, path in plugin.frameworks}
    found = [_known(name, shipped_file(name), "omi") for name in shipped_frameworks()]
    found += [
        _known(name, path, f"the plug-in {plugin.name}") for plugin in plugins for name, path in plugin.frameworks
    ]
    if settings and (home := settings.frameworks):
        shown = home if area.is_absolute() else Path(os.path.relpath(home))
        for name in framework_names(home):
            shared = ProjectFrameworks.of(home, shown.as_posix(), name.encode(errors="surrogateescape"))
            read = project_framework(name, shared, PART_KINDS, origins_of(name, plugged))
            path = shown / f"{name}.yaml"
            found.append(KnownFramework(name, path, path.as_posix(), _title(read), read.problems))
    return found


def framework_named(name: str, area: Path) -> KnownFramework:
    """Return the framework of a name that an area may go by.

    Raises UnknownFrameworkError where there is none, BrokenFrameworkError where it cannot be used, and SettingsError as
    `known_frameworks` does.
    """
    known = known_frameworks(area)
    fitting = [each for each in known if each.name == name]
    if not fitting:
        hint = meant_or_all(name, dict.fromkeys(each.name for each in known))
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


def check_framework(path: Path, selection: Selection = NOTHING_SELECTED, *, fixing: bool = False) -> Checked:
    """Check the framework in a file by itself, with its texts.

    With ``fixing`` what is safe to fix is fixed in the draft that comes back; nothing is written.
    """
    try:
        settings = project_settings(path)
    except SettingsError as error:
        return Checked(path, refusal=str(error))
    policy = Policy((settings,) if settings else (), selection, kinds=PART_KINDS)
    try:
        read = _read(path, policy)
        problems = _problems(read, policy)
    except SettingsError as error:  # those of a plug-in
        return Checked(path, refusal=str(error))
    shown, text = read.file.shown, read.file.text
    checked = Checked(path, problems, {shown: text}, (shown,), policy.strict)
    if not fixing:
        return checked

    def look(drafts: Mapping[str, str]) -> list[Problem]:
        return _problems(_reread(read, drafts[shown], policy), policy)

    fixed = fix(problems, {shown: text}, look)
    draft = fixed.drafts.get(shown, text)
    drafts = {"": (text, draft)} if draft != text else {}  # nothing follows the path, which is the file's
    return replace(checked, problems=fixed.problems, texts={shown: draft}, drafts=drafts, fixes=fixed.count)


def _read(path: Path, policy: Policy) -> ReadFramework:
    """The framework in a file, held to its name where it is one of the project's folder."""
    folder, name = path.parent, path.stem
    shared = ProjectFrameworks.of(folder, "" if folder == Path() else folder.as_posix(), os.fsencode(name))
    if is_of_project(path):
        return project_framework(name, shared, policy.kinds, origins_of(name, policy.frameworks))
    if name in shared.unread:
        return project_framework(name, shared, policy.kinds, [])
    return read_framework(shared.files[name].data, path.name, shared.shown_path(name), policy.kinds)


def _reread(read: ReadFramework, text: str, policy: Policy) -> ReadFramework:
    return read_framework(text.encode(), read.file.name, read.file.shown, policy.kinds)


def _problems(read: ReadFramework, policy: Policy) -> list[Problem]:
    return in_order(narrowed(problems_of(read, policy), policy))


def _known(name: str, path: Path, origin: str) -> KnownFramework:
    try:
        read = read_framework(path.read_bytes(), path.name, str(path), PART_KINDS)
    except OSError as error:
        raise BrokenFrameworkError(f"the framework {path} cannot be read: {error}") from error
    return KnownFramework(name, path, origin, _title(read), read.problems)


def _title(read: ReadFramework) -> str:
    return read.framework.title if read.framework else ""

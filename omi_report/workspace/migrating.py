"""Changing an area, or a framework outside of areas, into today's format on the disk: all of its files or none."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from omi_report.document.kinds import PART_KINDS
from omi_report.migrate.area import FrameworkText, MigratedFiles, migrated_area
from omi_report.migrate.parts import PART_FILES
from omi_report.migrate.soundness import sound_framework
from omi_report.migrate.step import Undecided
from omi_report.model.criterion import criterion_number
from omi_report.model.shape import find_value
from omi_report.model.shipped import shipped_file, shipped_frameworks
from omi_report.problems import Location
from omi_report.source.folder import Folder, SourceFile
from omi_report.source.places import IDENTITY_FILE
from omi_report.source.snapshot import Snapshot
from omi_report.together import write_together
from omi_report.workspace.area import as_written, open_area
from omi_report.workspace.areas import area_above, each_once
from omi_report.workspace.targets import Targets, find_targets

_Read: TypeAlias = Callable[[str], SourceFile | None]
"""Reads a file of the area; None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class MigratedFolder:
    """What becomes of the files in a folder; ``shown`` is what the user named."""

    folder: Path
    shown: str
    files: MigratedFiles = field(default_factory=MigratedFiles)


def what_to_migrate(paths: Iterable[Path]) -> Targets:
    """Return the areas and the frameworks that paths mean. A framework in an area stands for the whole of it."""
    found = find_targets(paths)
    above = {path: area_above(path.parent) for path in found.frameworks}
    areas = [*found.areas, *(area for area in above.values() if area)]
    frameworks = [path for path, area in above.items() if area is None]
    return Targets(each_once(areas), frameworks, found.wrong, found.strays)


def migrate_area(path: Path) -> MigratedFolder:
    """Change the files of an area; nothing is written.

    Raises NotAnAreaError where there is no area, SettingsError where its settings cannot be used.
    """
    snapshot, policy = open_area(path)
    folder = Folder.of(snapshot)
    unread: list[Undecided] = []

    def read(name: str) -> SourceFile | None:
        known = len(folder.problems)
        file = folder.read(name)
        if file is None:
            unread.extend(map(Undecided.of, folder.problems[known:]))
        return file

    identity = read(IDENTITY_FILE)
    framework = _framework(identity, read, snapshot, policy.frameworks)
    names = [name for name in snapshot.present if criterion_number(name) or name in PART_FILES]
    texts = {file.name: file.text for file in (identity, *map(read, names)) if file is not None}
    files = migrated_area(texts, framework or FrameworkText("", ""), snapshot.shown_path, PART_KINDS)
    if framework is None and identity is not None and not unread:
        place = identity.at(("framework",))
        unread.append(Undecided(place, "the framework of this area is not known", "name it as «framework: …»"))
    if unread:
        files = MigratedFiles(undecided=[*unread, *files.undecided])
    return MigratedFolder(path, str(path), files)


def _framework(
    identity: SourceFile | None, read: _Read, snapshot: Snapshot, plugged: Mapping[str, Path]
) -> FrameworkText | None:
    """The framework that an area.yaml names, wherever it lies; None where it has none that is known."""
    name = find_value(identity, ("framework",)) if identity else None
    if name is None:
        return None
    if name.endswith(".yaml") and name in snapshot.present:
        file = read(name)
        return FrameworkText(file.shown, file.text, name) if file else None
    shared = snapshot.frameworks
    if name in shared.files:
        return FrameworkText(shared.shown_path(name), _text(shared.files[name].data))
    path = shipped_file(name) if name in shipped_frameworks() else plugged.get(name)
    return FrameworkText(str(path), _text(path.read_bytes())) if path else None


def _text(data: bytes) -> str:
    """The text of a framework that is only looked at; what is wrong with it, its own check says."""
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")


def migrate_framework(path: Path) -> MigratedFolder:
    """Change the file of a framework that is in no area; nothing is written.

    A file that is no framework is undecided, and so is one that cannot be read.
    """
    files = MigratedFiles()
    try:
        text = path.read_bytes().removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"the file cannot be read: {error}"
        files.undecided.append(Undecided(Location(str(path)), message, "name the YAML file of a framework"))
        return MigratedFolder(path.parent, str(path), files)
    files.take(path.name, text, sound_framework(text, str(path), PART_KINDS))
    return MigratedFolder(path.parent, str(path), files)


def write_migrated(migrated: MigratedFolder) -> None:
    """Write the changed files of a folder, all or none.

    Raises OutputError where one cannot be written, or has changed since it was read.
    """
    data = {
        name: as_written(migrated.folder / name, before, after)
        for name, (before, after) in migrated.files.drafts.items()
    }
    write_together(migrated.folder, data)

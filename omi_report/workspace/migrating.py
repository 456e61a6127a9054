"""Changing an area, or a framework outside of areas, into today's format on the disk: all of its files or none."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from omi_report.document.kinds import PART_KINDS
from omi_report.files import write_together
from omi_report.migrate.area import FrameworkText, MigratedFiles, migrated_area
from omi_report.migrate.soundness import sound_framework
from omi_report.migrate.step import Undecided
from omi_report.model.criterion import criterion_number
from omi_report.model.shape import find_value
from omi_report.model.shipped import shipped_frameworks
from omi_report.problems import Location
from omi_report.resources import frameworks_folder
from omi_report.source.folder import Folder, SourceFile
from omi_report.source.places import IDENTITY_FILE
from omi_report.workspace.area import as_written, open_area

_Read: TypeAlias = Callable[[str], SourceFile | None]
"""Reads a file of the area; None where it cannot be read."""

_PART_FILES = ("performance.yaml", "context.yaml")


@dataclass(frozen=True, slots=True)
class MigratedFolder:
    """What becomes of the files in a folder; ``shown`` is what the user named."""

    folder: Path
    shown: str
    files: MigratedFiles = field(default_factory=MigratedFiles)


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
            unread.extend(Undecided(each.location, each.message, each.hint) for each in folder.problems[known:])
        return file

    framework = _framework(read, snapshot.present, policy.frameworks)
    names = [name for name in snapshot.present if criterion_number(name) or name in (IDENTITY_FILE, *_PART_FILES)]
    texts = {name: file.text for name in names if (file := read(name)) is not None}
    files = migrated_area(texts, framework or FrameworkText("", ""), snapshot.shown_path, PART_KINDS)
    if framework is None and not unread:
        place = folder.files[IDENTITY_FILE].at(("framework",))
        unread.append(Undecided(place, "the framework of this area is not known", "name it as «framework: …»"))
    if unread:
        files = MigratedFiles(undecided=[*unread, *files.undecided])
    return MigratedFolder(path, str(path), files)


def _framework(read: _Read, present: Container[str], frameworks: Mapping[str, Path]) -> FrameworkText | None:
    """The framework of an area, wherever it lies; None where it has none that is known."""
    identity = read(IDENTITY_FILE)
    name = find_value(identity, ("framework",)) if identity else None
    if name is None:
        return None
    if name.endswith(".yaml"):
        file = read(name) if name in present else None
        return FrameworkText(file.shown, file.text, name) if file else None
    path = frameworks_folder() / f"{name}.yaml" if name in shipped_frameworks() else frameworks.get(name)
    return FrameworkText(str(path), path.read_text(encoding="utf-8")) if path else None


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
        migrated.folder / name: as_written(migrated.folder / name, before, after)
        for name, (before, after) in migrated.files.drafts.items()
    }
    write_together(data)

"""Reading an area from the disk, with the framework of its project that it goes by."""

from __future__ import annotations

from pathlib import Path

from omi_report.source.snapshot import Snapshot
from omi_report.workspace.settings import frameworks_folder_of


def read_snapshot(path: Path) -> Snapshot:
    """Read the files of an area, and the framework of its project's folder that it names.

    Raises NotAnAreaError where there is no area, SettingsError where the settings of its project cannot be used.
    """
    return Snapshot.of(path, frameworks_folder_of(path))

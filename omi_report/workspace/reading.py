"""Reading an area from the disk, with the framework of its project that it goes by."""

from __future__ import annotations

from pathlib import Path

from omi_report.errors import OutputError
from omi_report.files import is_unsettled
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.settings import frameworks_folder_of


def read_snapshot(path: Path) -> Snapshot:
    """Read the files of an area, and the framework of its project's folder that it names.

    Raises NotAnAreaError where there is no area, SettingsError where the settings of its project cannot be used, and
    OutputError where a command was killed while it changed the area's files.
    """
    if is_unsettled(path):
        _wait_until_settled(path)
    return Snapshot.of(path, frameworks_folder_of(path))


def _wait_until_settled(path: Path) -> None:
    """Wait for a command that changes an area's files; raise OutputError where it was killed meanwhile."""
    from omi_report.locks import locked  # which hardly anybody needs

    with locked(path, shared=True):
        if is_unsettled(path):
            said = "a command was killed while it changed files here, and some of them may be changed and some not"
            hint = "`omi validate --fix`, `omi ids` and `omi migrate --write` each finish that first"
            raise OutputError(f"{path}: {said}: {hint}")

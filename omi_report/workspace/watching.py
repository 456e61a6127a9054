"""Seeing that the files of areas change: at once where the system tells of it, else within a second.

What counts is what the file system says of each file (size, times, node), as for a build that looks whether its area
has changed meanwhile. The library `watchfiles` only wakes. So nothing is missed where no system tells: on a network
drive, in a folder that was taken away and put back, in files of settings that are not there yet.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from omi_report.errors import MissingExtraError, SettingsError
from omi_report.source.reading import Stamp, stamp_of
from omi_report.workspace.settings import frameworks_folder_of, settings_places

PAUSE = 1.0
"""After so many seconds the files are looked at even if nobody has told of a change."""

_QUIET_MS = 25
"""A burst of changes ends when there was none for so long."""

_LONGEST_BURST_MS = 250
_HIDDEN = "."
_BACKUP = "~"


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched: folders with all that lies below them, and single files, there or not.

    Hidden files and folders, the backups of editors, and what lies ``without`` do not count.
    """

    folders: tuple[Path, ...]
    files: tuple[Path, ...] = ()
    without: tuple[Path, ...] = ()


def watched_for(area: Path, templates: Path | None = None, output: Path | None = None) -> Watched:
    """Return what a report is made of: its area, the settings and frameworks of its project, its template folder.

    ``output`` is where the reports are written, which may lie in one of them.
    """
    folders = [area]
    with suppress(SettingsError):  # who reads the area will say so; when it is mended, the settings have changed
        if shared := frameworks_folder_of(area):
            folders.append(shared)
    if templates is not None:
        folders.append(templates)
    return Watched(tuple(folders), tuple(settings_places(area)), () if output is None else (output,))


def expect_installed() -> None:
    """Raise MissingExtraError where there is no `watchfiles`."""
    try:
        import watchfiles  # noqa: F401
    except ImportError as error:
        said = "the library watchfiles, which tells of changed files, is not installed"
        raise MissingExtraError(f'{said}: install it with pip install "omi_report[preview]"') from error


def changes(watched: Callable[[], Watched], stop: Event) -> Iterator[None]:
    """Yield whenever something has changed since the last time, until ``stop`` is set.

    Changes that come close together are one. What is watched is asked for again after each, as settings may name other
    folders. Needs what `expect_installed` looks for.
    """
    what = watched()
    seen = stamps(what)
    while not stop.is_set():
        homes = _homes(what.folders)
        for _ in _wakes(list(homes), stop):
            now = stamps(what)
            if now != seen:
                seen = now
                yield
                what = watched()
            if _homes(what.folders) != homes:
                break  # other folders than before have to be watched


def stamps(watched: Watched) -> Mapping[str, Stamp | None]:
    """Return what the file system says of each file that is watched, by its path."""
    found: dict[str, Stamp | None] = {str(path): stamp_of(path) for path in watched.files}
    without = {str(path.absolute()) for path in watched.without}
    for folder in watched.folders:
        found |= {path: stamp_of(Path(path)) for path in _files_below(folder.absolute(), without)}
    return found


def _files_below(folder: Path, without: Container[str]) -> Iterator[str]:
    for inside, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if _counts(name) and f"{inside}/{name}" not in without]
        yield from (f"{inside}/{name}" for name in files if _counts(name))


def _counts(name: str) -> bool:
    return not name.startswith(_HIDDEN) and not name.endswith(_BACKUP)


def _homes(folders: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """The folders that there are, each with what tells it from another one of its name."""
    found = {}
    for folder in folders:
        with suppress(OSError):
            status = folder.stat()
            found[folder] = status.st_dev, status.st_ino
    return found


def _wakes(folders: list[Path], stop: Event) -> Iterator[None]:
    """Yield when the system tells of a change in some folders, and after each pause."""
    from watchfiles import watch

    yield  # a change may have come while nobody was told
    with suppress(OSError, RuntimeError):  # the system watches no more folders, or none of this kind
        if folders:
            told = watch(
                *folders,
                watch_filter=None,
                debounce=_LONGEST_BURST_MS,
                step=_QUIET_MS,
                stop_event=stop,
                rust_timeout=int(PAUSE * 1000),
                yield_on_timeout=True,
            )
            for _ in told:
                yield
            return
    while not stop.wait(PAUSE):
        yield

"""Writing several files of a folder: all of them or none, whatever ends the program and whenever.

The new files are written into a hidden folder beside the old ones, which get a second name there. Then one rename gives
the journal its name, and that is the moment at which the new files count: the journal says what each file was and
what it becomes. After that only names change. Where one cannot, those that have are changed back. Where the
program is killed, whoever comes next goes on with what the journal says (`settle`), or undoes it if that cannot be.

A journal may come from anybody, as a folder may. So it names files inside of its folder alone, and none that git
would run; and a file that is neither what it was nor what it becomes was changed by somebody since, and is left alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from omi_report.errors import OutputError
from omi_report.files import (
    JOURNAL,
    STAGING,
    UNDO,
    is_unsettled,
    no_new_folders_after_failure,
    put,
    read_regular,
    sweep_leftovers,
    sync_names,
)
from omi_report.locks import locked

_DRAFT = "journal.draft"
_OURS = re.compile(r"(?:new|old)-\d+|journal\.draft|journal\.json|undo\.json")

_OTHER = "what is no ordinary file"
"""Stands for the digest of a link, a folder or a device."""

_MOST_BYTES = 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Change:
    """What becomes of a file: its name in the folder, and the digests of what it was and becomes; None for no file."""

    name: str
    before: str | None
    after: str | None


def write_together(folder: Path, files: Mapping[str, bytes | None], *, narrow: bool = False) -> None:
    """Write files of a folder by their names in it, all or none; a file that is to hold None is removed.

    Makes the folder. A file that is there keeps its permissions, and with ``narrow`` no more of them than the umask
    leaves. Waits for other programs that write into the folder. Raises OutputError where a file cannot be written, and
    then none is changed.
    """
    with _told(folder), no_new_folders_after_failure(folder / name for name in files):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            _settle(folder)
            changes = _stage(folder, files, narrow=narrow)
            _carry_out(folder, changes)
            sweep_leftovers(folder / name for name in files)


@contextmanager
def settled(folder: Path) -> Iterator[None]:
    """Finish what an interrupted program began in a folder, and let nobody write into it until the end of the block.

    Raises OutputError where it cannot be finished, or where another program does not end.
    """
    while True:
        settle(folder)
        with locked(folder, shared=True):
            # Nobody is at work while this lock is held, so a journal is one of a program that was killed meanwhile.
            if not is_unsettled(folder):
                yield
                return


def settle(folder: Path) -> None:
    """Finish what an interrupted program began in a folder, if any did. Raises OutputError as `settled`."""
    if is_unsettled(folder):
        with _told(folder), locked(folder):
            _settle(folder)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn an error of the system into an OutputError that names a path of the user's."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}; no file was changed") from error


def _stage(folder: Path, files: Mapping[str, bytes | None], *, narrow: bool) -> tuple[_Change, ...]:
    """Put all that needs room on the disk into the staging folder, and keep the old files there under a second name."""
    staging = folder / STAGING
    staging.mkdir(exist_ok=True)
    try:
        changes = []
        for number, (name, data) in enumerate(files.items()):
            with _told(folder / name):
                _expect_inside(folder, name)
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                before, mode = _keep_old(folder / name, staging / f"old-{number}")
                after = None if data is None else _digest(data)
                if data is not None:
                    put(staging / f"new-{number}", data, mode, narrow=narrow)
            changes.append(_Change(name, before, after))
        put(staging / _DRAFT, json.dumps([asdict(change) for change in changes]).encode())
        sync_names(staging)
        sync_names(folder)
    except BaseException:
        _sweep(staging)
        raise
    return tuple(changes)


def _keep_old(path: Path, old: Path) -> tuple[str | None, int | None]:
    """Give a file a second name. Returns its digest and its permissions; None and None where there is no file."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return None, None
    if not stat.S_ISREG(found.st_mode):
        raise OutputError(f"{path} is no ordinary file, but a link, a folder or a device: move it away")
    try:
        os.link(path, old, follow_symlinks=False)
    except OSError:  # the file system has no second names, or the file may have none
        shutil.copyfile(path, old, follow_symlinks=False)
        shutil.copymode(path, old, follow_symlinks=False)
    return _digest_of(path), stat.S_IMODE(found.st_mode) & 0o777


def _carry_out(folder: Path, changes: Sequence[_Change]) -> None:
    """Make what was staged count, and give each file its name. Where that cannot be, all are as they were before."""
    staging = folder / STAGING
    try:
        (staging / _DRAFT).replace(staging / JOURNAL)
    except BaseException:
        _sweep(staging)
        raise
    sync_names(staging)
    try:
        for number, change in enumerate(changes):
            with _told(folder / change.name):
                _apply(folder, number, change)
        _sync_all(folder, changes)
    except BaseException as error:
        _take_back(folder, changes, error)
        raise
    _sweep(staging)


def _take_back(folder: Path, changes: Sequence[_Change], error: BaseException) -> None:
    """Undo what was done before an error. Raises OutputError where this cannot be done either."""
    try:
        _undo(folder, changes)
    except OSError as other:
        said = f"in {folder} some files are changed and some are not, and that cannot be undone now"
        hint = "the next omi that writes there puts it right"
        raise OutputError(f"{said} ({other.strerror or other}): {hint}") from error


def _apply(folder: Path, number: int, change: _Change) -> None:
    """Give a file what it becomes."""
    if change.after is None:
        (folder / change.name).unlink(missing_ok=True)
    else:
        (folder / STAGING / f"new-{number}").replace(folder / change.name)


def _undo(folder: Path, changes: Sequence[_Change]) -> None:
    """Make every file what it was, and forget what was staged."""
    staging = folder / STAGING
    if os.path.lexists(staging / JOURNAL):
        (staging / JOURNAL).replace(staging / UNDO)  # who comes after a kill goes on with this, and not forward
        sync_names(staging)
    for number, change in enumerate(changes):
        path, old = folder / change.name, staging / f"old-{number}"
        if change.before == change.after or _digest_of(path) != change.after:
            continue  # it has not been changed, or has been since
        if change.before is None:
            path.unlink()
        elif os.path.lexists(old):
            old.replace(path)
    _sync_all(folder, changes)
    _sweep(staging)


def _settle(folder: Path) -> None:
    """Go on with what a journal says, and remove what killed programs left. The folder is locked."""
    staging = folder / STAGING
    if not os.path.lexists(staging):
        return
    if staging.is_symlink() or not staging.is_dir():
        raise OutputError(f"{staging} is not the folder that omi makes: remove it")
    if os.path.lexists(staging / UNDO):
        _undo(folder, _read_journal(folder, staging / UNDO))
    elif os.path.lexists(staging / JOURNAL):
        changes = _read_journal(folder, staging / JOURNAL)
        try:
            _go_on(folder, changes)
        except OSError:
            _undo(folder, changes)
    _sweep(staging)


def _go_on(folder: Path, changes: Sequence[_Change]) -> None:
    """Give each file its name that has not got it yet. Raises OSError where one cannot be given."""
    waiting = []
    for number, change in enumerate(changes):
        now = _digest_of(folder / change.name)
        if now == change.before != change.after:
            if change.after not in (None, _digest_of(folder / STAGING / f"new-{number}")):
                raise OSError(f"what {change.name} becomes is damaged")
            waiting.append((number, change))
    for number, change in waiting:
        _apply(folder, number, change)
    _sync_all(folder, changes)


def _read_journal(folder: Path, path: Path) -> tuple[_Change, ...]:
    """The changes that a journal tells of. Raises OutputError where it is none of omi's."""
    try:
        rows = json.loads(read_regular(path, _MOST_BYTES))
        changes = tuple(_Change(row["name"], row["before"], row["after"]) for row in rows)
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise OutputError(f"{path} cannot be read: remove the folder {path.parent}, and build again") from error
    for change in changes:
        if not isinstance(change.name, str):
            raise OutputError(f"{path} is no journal of omi: remove the folder {path.parent}, and build again")
        _expect_inside(folder, change.name)
    return changes


def _expect_inside(folder: Path, name: str) -> None:
    """Raise OutputError for a name that leads out of a folder, through a link, or to what git runs."""
    parts = PurePosixPath(name).parts
    sound = bool(parts) and not name.startswith("/") and "\0" not in name and ".." not in parts
    hidden = [part for part in parts if part.startswith(".")]
    if any(part.lower() == STAGING or not part.isascii() or part.lower().startswith(".git") for part in hidden):
        sound = False
    if not sound:
        raise OutputError(f"{folder}: «{name}» is no name of a file that omi writes there")
    for depth in range(1, len(parts)):
        if (inside := folder.joinpath(*parts[:depth])).is_symlink():
            raise OutputError(f"{inside} is a link: put the folder itself there")


def _sync_all(folder: Path, changes: Sequence[_Change]) -> None:
    for each in {(folder / change.name).parent for change in changes}:
        sync_names(each)


def _sweep(staging: Path) -> None:
    """Remove the staging folder with all that omi puts there; the journal first, since the rest belongs to it."""
    with suppress(OSError):
        names = [name for name in os.listdir(staging) if _OURS.fullmatch(name)]  # noqa: PTH208 - names are needed
        for name in sorted(names, key=lambda each: each not in (JOURNAL, UNDO)):
            (staging / name).unlink(missing_ok=True)
        staging.rmdir()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_of(path: Path) -> str | None:
    """The digest of a file, None for no file, and another word for what is none."""
    try:
        return _digest(read_regular(path, _MOST_BYTES))
    except FileNotFoundError:
        return None
    except OSError:
        return _OTHER

"""Writing a file whole or not at all, and reading ordinary files."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from omi_report.errors import OutputError

STAGING = ".omi-writing"
"""The hidden folder in which the files that are written together wait until all of them are ready."""

JOURNAL, UNDO = "journal.json", "undo.json"
"""Its files that say what is under way: what has to be gone on with, and what has to be undone."""


def write_atomically(path: Path, data: bytes, *, mode: int | None = None, lasting: bool = True) -> None:
    """Write a file under a temporary name beside it, then rename it. Makes the folder.

    ``mode`` are the permissions of the file. Without it a file that is there keeps its own, and a new one
    has those that the umask leaves. With ``lasting`` the file is on the disk when this returns, even if
    the power fails then. A cache can be made anew and need not wait for that.

    A link is followed, so that the file it leads to is written and the link stays. What is no
    ordinary file (a device, a pipe) is written to as it is: it must not be replaced.
    """
    if path.exists() and not path.is_file():  # before links are followed: that to a pipe leads nowhere
        with path.open("wb") as file:
            file.write(data)
        return
    path = path.resolve()
    with no_new_folders_after_failure([path]):
        temporary = _beside(path, data, mode, lasting=lasting)
        try:
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    if lasting:
        sync_names(path.parent)
        sweep_leftovers([path])


@contextmanager
def no_new_folders_after_failure(paths: Iterable[Path]) -> Iterator[None]:
    """Where the block raises anything, remove those folders of some paths that were made in it and are empty."""
    new = {folder for path in paths for folder in _missing_above(path)}
    try:
        yield
    except BaseException:
        for folder in sorted(new, key=lambda each: len(each.parts), reverse=True):
            with suppress(OSError):
                folder.rmdir()
        raise


def _missing_above(path: Path) -> Iterator[Path]:
    with suppress(OSError, ValueError):  # what is no name is complained of where it is used
        for folder in path.parents:
            if os.path.lexists(folder):
                return
            yield folder


def _beside(path: Path, data: bytes, mode: int | None, *, lasting: bool) -> Path:
    """Write what a file is to hold under a temporary name beside it, and return that name. Makes the folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if mode is None:
        mode = _permissions(path)
    # The end of the name is different for each process, so that two can write the same file at once.
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    put(temporary, data, mode, lasting=lasting)
    return temporary


def put(path: Path, data: bytes, mode: int | None = None, *, narrow: bool = False, lasting: bool = True) -> None:
    """Write a new file at a path where there is none. Without a ``mode`` it has what the umask leaves.

    ``narrow`` takes from a mode what the umask takes. Raises OSError, and then there is no file.
    """
    # The system takes the umask from what a new file may have. Nobody may read more of it meanwhile.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    descriptor = os.open(path, flags, 0o666 if mode is None else mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None and not narrow:
                os.fchmod(descriptor, mode)
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def read_regular(path: Path, most: int) -> bytes:
    """Return what is in an ordinary file. Never waits, as opening a pipe would, and follows no link.

    Raises OSError for anything else, and where the file holds more than ``most`` bytes.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "this is no ordinary file", str(path))
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"the file is larger than {most:,} bytes", str(path))
    return data


def is_unsettled(folder: Path) -> bool:
    """Say whether a program was interrupted, or is at work, while files of a folder get their names (`together`)."""
    return any(os.path.lexists(folder / STAGING / name) for name in (JOURNAL, UNDO))


def sweep_leftovers(paths: Iterable[Path]) -> None:
    """Remove what programs that were killed have left of files under temporary names, if it is older than an hour."""
    by_folder: dict[Path, set[str]] = {}
    for path in paths:
        by_folder.setdefault(path.parent, set()).add(path.name)
    for folder, names in by_folder.items():
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                match = _LEFTOVER.fullmatch(entry.name)
                if match and match[1] in names and time.time() - entry.stat(follow_symlinks=False).st_mtime > _AN_HOUR:
                    os.unlink(entry.path)  # noqa: PTH108 - quicker


_LEFTOVER = re.compile(r"\.(.*)\.[0-9a-f]{8}", re.DOTALL)
_AN_HOUR = 3600


def write_output(path: Path, data: bytes) -> None:
    """Write a file that the user asked for, as `write_atomically`. Raises OutputError where it cannot be written."""
    try:
        write_atomically(path, data)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from error


def _permissions(path: Path) -> int | None:
    """The permissions of a file that is there, None where there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode) & 0o777
    except FileNotFoundError:
        return None


def sync_names(folder: Path) -> None:
    """Put a folder's names on the disk: without that a renamed file can have its old contents after a power cut.

    Some file systems cannot do this for a folder, and some folders can be written to but not opened.
    The file itself is safe there all the same.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)

"""Writing files whole or not at all: a failed build never harms the last good output."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from omi_report.errors import OutputError


def write_atomically(path: Path, data: bytes, *, mode: int | None = None, lasting: bool = True) -> None:
    """Write a file under a temporary name beside it, then rename it. Makes the folder.

    ``mode`` are the permissions of the file. Without it a file that is there keeps its own, and a new one
    has those that the umask leaves. With ``lasting`` the file is on the disk when this returns, even if
    the power fails then. A cache can be made anew and need not wait for that.

    A link is followed, so that the file it leads to is written and the link stays. What is no
    ordinary file (a device, a pipe) is written to as it is: it must not be replaced.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.write(data)
        return
    temporary = _beside(path, data, mode, lasting=lasting)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if lasting:
        _keep_names(path.parent)


def _beside(path: Path, data: bytes, mode: int | None, *, lasting: bool) -> Path:
    """Write what a file is to hold under a temporary name beside it, and return that name. Makes the folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if mode is None:
        mode = _permissions(path)
    # The end of the name is different for each process, so that two can write the same file at once.
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    # The system takes the umask from what a new file may have. Nobody may read more of it meanwhile.
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                os.fchmod(descriptor, mode)
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def write_output(path: Path, data: bytes) -> None:
    """Write a file that the user asked for, as `write_atomically`. Raises OutputError where it cannot be written."""
    try:
        write_atomically(path, data)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from error


def write_together(files: Mapping[Path, bytes | None]) -> None:
    """Write several files, all of them or none; a file that is to hold None is removed.

    All that needs room on the disk is written first, under temporary names. After that only names change, and where
    one cannot, those that have are changed back. Raises OutputError where a file cannot be written.
    """
    made: list[Path] = []  # temporary files
    changed: dict[Path, Path | None] = {}  # each file that has its new name, and what it held before
    path = Path()

    def kept(data: bytes | None) -> Path | None:
        if data is None:
            return None
        made.append(_beside(path, data, None, lasting=True))
        return made[-1]

    try:
        staged: list[tuple[Path, Path | None, Path | None]] = []
        for path, data in files.items():
            staged.append((path, kept(path.read_bytes() if path.exists() else None), kept(data)))
        for path, before, after in staged:
            _give_name(after, path)
            changed[path] = before
        for folder in {path.parent for path in files}:
            _keep_names(folder)
    except BaseException as error:
        for each, before in reversed(changed.items()):
            _give_name(before, each)
        if isinstance(error, OSError):
            raise OutputError(f"{path} cannot be written: {error.strerror}; no file was changed") from error
        raise
    finally:
        for each in made:
            each.unlink(missing_ok=True)


def _give_name(temporary: Path | None, path: Path) -> None:
    """Put a temporary file in a file's place; without one there is no file from now on."""
    if temporary is None:
        path.unlink(missing_ok=True)
    else:
        temporary.replace(path)


def _permissions(path: Path) -> int | None:
    """The permissions of a file that is there, None where there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode) & 0o777
    except FileNotFoundError:
        return None


def _keep_names(folder: Path) -> None:
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

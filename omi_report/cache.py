"""What omi keeps from one run to the next: files in the user's cache folder that only this user can read.

A file that is lost costs time and nothing else, so no function here raises.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from omi_report.files import write_atomically
from omi_report.resources import cache_folder

_DIGEST_SIZE = 32
_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def kept(name: str) -> bytes | None:
    """Return what is kept under a name (``ab12.json``, ``templates/ab12.code``); None where there is nothing.

    Only a file that this user owns, and that nobody else can write, counts as kept; and only if it holds what was
    written there, to the bit: what is kept may be code.
    """
    folder = cache_folder()
    if folder is None:
        return None
    try:
        with os.fdopen(_open_itself(folder / name), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & _BY_OTHERS:
                return None
            digest, data = file.read(_DIGEST_SIZE), file.read()
    except OSError:
        return None
    return data if digest == _digest(name, data) else None


def keep(name: str, data: bytes) -> None:
    """Keep data under a name. If it cannot be written, it is worked out again the next time.

    Nothing is kept in a folder that others may write to: who puts a link there settles which file is written.
    """
    folder = cache_folder()
    if folder is None:
        return
    path = folder / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if path.is_symlink() or not (_is_own(folder) and _is_own(path.parent)):
            return
        write_atomically(path, _digest(name, data) + data, mode=0o600, lasting=False)
    except OSError:
        return


def trim(name: str, most: int) -> None:
    """Leave no more than so many bytes in a folder of what is kept; what was used longest ago goes first."""
    folder = cache_folder()
    if folder is None:
        return
    try:
        files = sorted(_files(folder / name), key=lambda each: each[0], reverse=True)
    except OSError:
        return
    for (_, size, path), so_far in zip(files, accumulate(size for _, size, _ in files), strict=True):
        if so_far > most and size:
            with suppress(OSError):
                path.unlink()


@dataclass(frozen=True, slots=True)
class KeptFolder:
    """What is kept in a folder of the cache, or beside its folders: how many files, and their bytes."""

    name: str
    files: int
    size: int


def contents() -> tuple[KeptFolder, ...]:
    """Return what is kept, by the folders of the cache; what lies beside them has no name."""
    sizes = ((name, [size for _, size, _ in files]) for name, files in _kept_files())
    return tuple(KeptFolder(name, len(each), sum(each)) for name, each in sizes if each)


def empty() -> int:
    """Take away all that is kept, and return how many files that were. What lies there and is not omi's stays.

    Raises OSError where a file cannot be taken away.
    """
    paths = [path for _, files in _kept_files() for _, _, path in files]
    for path in paths:
        path.unlink(missing_ok=True)
    return len(paths)


def used(name: str) -> None:
    """Take down that something kept has been used, so that it stays longer."""
    folder = cache_folder()
    with suppress(OSError):
        if folder is not None:
            os.utime(folder / name, follow_symlinks=False)


_FOLDERS = ("built", "templates", "units", "")
_OURS = re.compile(r"\.?[0-9a-z_-]+\.(?:json|texts|code|unit|font)(?:\..*)?")


def _kept_files() -> Iterator[tuple[str, list[tuple[int, int, Path]]]]:
    """The folders of the cache by their names, each with its files as `_files` gives them."""
    cache = cache_folder()
    for folder in (cache / name for name in _FOLDERS) if cache is not None else ():
        if folder.is_dir() and not folder.is_symlink():
            yield (
                "" if folder == cache else folder.name,
                [each for each in _files(folder) if _OURS.fullmatch(each[2].name)],
            )


def _files(folder: Path) -> Iterator[tuple[int, int, Path]]:
    """The files of a folder, with the time when each was used last, and its size in bytes."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                found = entry.stat(follow_symlinks=False)
                yield found.st_mtime_ns, found.st_size, Path(entry.path)


def _is_own(folder: Path) -> bool:
    """Whether this user owns a folder, and others may not write to it."""
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & stat.S_IWOTH


def _digest(name: str, data: bytes) -> bytes:
    return hashlib.blake2b(name.encode() + b"\0" + data, digest_size=_DIGEST_SIZE).digest()


def _open_itself(path: Path) -> int:
    """Open a file, wait for none, and refuse a link."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | os.O_NONBLOCK)

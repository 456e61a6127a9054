"""A stamp of the program itself, which changes whenever anything does that it is made of."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click

import omi_report


def program_stamp() -> bytes:
    """Return a digest of omi itself, its interpreter and its libraries. Raises OSError where they cannot be read."""
    return _stamp_of(omi_report.__version__)


@cache
def _stamp_of(version: str) -> bytes:
    libraries = Path(click.__file__).parent.parent  # changes when any library is brought up to date
    stamps = [version, sys.version, str(libraries.stat().st_mtime_ns)]
    stamps += file_stamps(Path(omi_report.__file__).parent)
    return hashlib.blake2b("\0".join(stamps).encode(errors="surrogateescape")).digest()


def file_stamps(place: Path) -> Iterator[str]:
    """Yield what tells one version of each file below a folder from another, with its path.

    Raises OSError where one cannot be read.
    """
    for folder, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            yield f"{folder}/{name} {file_stamp(f'{folder}/{name}')}"


def file_stamp(path: str) -> str:
    """Return the size of a file and the time of its last change. Raises OSError where there is none."""
    found = os.stat(path)  # noqa: PTH116 - hundreds of files are looked at, before every check
    return f"{found.st_size} {found.st_mtime_ns}"


def libraries_in_use() -> tuple[str, ...] | None:
    """Return the files of the libraries that this process has loaded; None where the system does not say."""
    try:
        lines = Path("/proc/self/maps").read_text(errors="surrogateescape").splitlines()
    except OSError:
        return None
    paths = {line.split(maxsplit=5)[-1] for line in lines if "/" in line}
    return tuple(sorted(path for path in paths if ".so" in path and not path.endswith(" (deleted)")))

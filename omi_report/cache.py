"""What omi keeps from one run to the next: files in the user's cache folder that only this user can read.

A file that is lost costs time and nothing else, so no function here raises.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from omi_report.files import write_atomically
from omi_report.resources import cache_folder


def kept(name: str) -> bytes | None:
    """Return what is kept under a name (``ab12.json``, ``templates/ab12.code``); None where there is nothing.

    Only a file that this user owns, and that nobody else can write, counts as kept.
    """
    try:
        with os.fdopen(_open_itself(cache_folder() / name), "rb") as file:
            found = os.fstat(file.fileno())
            if found.st_uid != os.getuid() or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                return None
            return file.read()
    except OSError:
        return None


def keep(name: str, data: bytes) -> None:
    """Keep data under a name. If it cannot be written, it is worked out again the next time."""
    folder = cache_folder()
    path = folder / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        write_atomically(path, data, mode=0o600, lasting=False)
    except OSError:
        return


def _open_itself(path: Path) -> int:
    """Open a file, and refuse a link."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0))

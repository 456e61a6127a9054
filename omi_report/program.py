"""A stamp of the program itself, which changes whenever anything does that it is made of."""

from __future__ import annotations

import hashlib
import os
import sys
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
    for folder, folders, files in os.walk(Path(omi_report.__file__).parent):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            found = Path(folder, name).stat()
            stamps.append(f"{folder}/{name} {found.st_size} {found.st_mtime_ns}")
    return hashlib.blake2b("\0".join(stamps).encode(errors="surrogateescape")).digest()

"""Compiled templates, kept from one build to the next: to compile them takes longer than to render a report."""

from __future__ import annotations

import hashlib
import marshal
import os
import stat
import sys
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

import omi_report
from omi_report.files import write_atomically
from omi_report.resources import cache_folder

FOLDER = "templates"
"""Below the user's cache folder."""


class TemplateCache(jinja2.BytecodeCache):
    """Keeps the code of each template beside a digest of all that it was compiled from.

    What is kept is run, so only a file that this user wrote, and nobody else can write, is read.
    ``language`` counts because Jinja works out what is constant in a template once, filters included.
    """

    def __init__(self, language: str) -> None:
        self._folder = cache_folder() / FOLDER
        versions = (omi_report.__version__, jinja2.__version__, sys.version, language)
        self._compiler = "\0".join(versions).encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template the code that is kept for it, if it is that of its source as it is."""
        try:
            data = _own(self._file(bucket))
            digest = self._digest(bucket)
            if data.startswith(digest):
                bucket.code = marshal.loads(data[len(digest) :])  # noqa: S302 - this user's own file, see above
        except (OSError, ValueError, EOFError, TypeError):
            return

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template. Where that cannot be done, it is compiled anew the next time."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._file(bucket), self._digest(bucket) + marshal.dumps(bucket.code), mode=0o600)
        except OSError:
            return

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.code"

    def _digest(self, bucket: Bucket) -> bytes:
        return hashlib.blake2b(self._compiler + b"\0" + bucket.checksum.encode()).digest()


def _own(path: Path) -> bytes:
    """Read a file of this user's own. Raises ValueError for any other, OSError where there is none."""
    with open(path, "rb", opener=_open_itself) as file:
        found = os.fstat(file.fileno())
        if found.st_uid != os.getuid() or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise ValueError(path)
        return file.read()


def _open_itself(path: str, flags: int) -> int:
    """Open a file but not what a link leads to."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))

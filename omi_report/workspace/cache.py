"""What was found the last time, for areas that have not changed since.

An answer is kept with a digest of everything that it depends on: every byte of the area's folder, the
settings, what was asked for, and the program itself. Where anything differs, or cannot be read, the
area is checked anew.

What is kept may quote a report that is not published yet, so only its owner may read it.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import Any

import click

import omi_report
from omi_report.files import write_atomically
from omi_report.lint.select import Selection
from omi_report.lint.settings import settings_files
from omi_report.problems import Edit, Location, Problem, Severity
from omi_report.resources import cache_folder
from omi_report.workspace.checked import Checked

MAX_BYTES = 100_000_000
"""The contents of a larger area are not gone through."""


class _CannotTellError(Exception):
    """Something that the answer may depend on cannot be read as plain bytes."""


class Cache:
    """Keeps the last answer for each area and selection."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._folder = cache_folder()

    def key(self, path: Path) -> str:
        """Return a digest of all that the answer for an area depends on; nothing where it cannot be told."""
        digest = hashlib.blake2b(self._program)
        try:
            for name, data in (("", self._question(path)), *_files(settings_files(path)), *_contents(path)):
                digest.update(f"{name}\0{len(data)}\0".encode(errors="surrogateescape"))
                digest.update(data)
        except (OSError, ValueError, _CannotTellError):
            return ""
        return digest.hexdigest()

    def load(self, path: Path, key: str) -> Checked | None:
        """Return the answer that is kept with a key, None where there is none."""
        try:
            kept = json.loads(self._file(path).read_bytes()) if key else {}
            if kept.get("key") != key or not key:
                return None
            problems = [_problem(problem) for problem in kept["problems"]]
            return Checked(
                path, problems, kept["texts"], tuple(kept["files"]), kept["strict"], sound=kept["sound"] is True
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def store(self, checked: Checked, key: str) -> None:
        """Keep an answer. Where that cannot be done, the area is checked anew the next time."""
        if not key or checked.refusal:
            return
        kept = {
            "key": key,
            "problems": [asdict(problem) for problem in checked.problems],
            "texts": checked.texts,
            "files": checked.files,
            "strict": checked.strict,
            "sound": checked.sound,
        }
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._file(checked.path), json.dumps(kept).encode(), mode=0o600, lasting=False)
        except OSError:
            return

    def _question(self, path: Path) -> bytes:
        return f"{path}\0{path.resolve()}\0{self._selection!r}".encode(errors="surrogateescape")

    def _file(self, path: Path) -> Path:
        return self._folder / f"{hashlib.blake2b(self._question(path), digest_size=16).hexdigest()}.json"

    @cached_property
    def _program(self) -> bytes:
        """A digest of omi itself, its interpreter and its libraries, and of the day, which a rule may ask for."""
        libraries = Path(click.__file__).parent.parent  # changes when any library is brought up to date
        stamps = [omi_report.__version__, sys.version, str(libraries.stat().st_mtime_ns), time.strftime("%Y-%m-%d")]
        for folder, folders, files in os.walk(Path(omi_report.__file__).parent):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(files):
                found = Path(folder, name).stat()
                stamps.append(f"{folder}/{name} {found.st_size} {found.st_mtime_ns}")
        return hashlib.blake2b("\0".join(stamps).encode(errors="surrogateescape")).digest()


def _contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of an area's folder that omi looks at. Raises _CannotTellError for anything but plain files."""
    for folder, folders, files in os.walk(path, onerror=_give_up):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if any(Path(folder, name).is_symlink() for name in folders):
            raise _CannotTellError
        yield folder, b""
        yield from _files(Path(folder, name) for name in sorted(files) if not name.startswith("."))


def _give_up(error: OSError) -> None:
    raise error


def _files(paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    total = 0
    for path in paths:
        found = path.lstat()
        total += found.st_size
        if not stat.S_ISREG(found.st_mode) or total > MAX_BYTES:
            raise _CannotTellError
        yield str(path), path.read_bytes()


def _problem(kept: dict[str, Any]) -> Problem:
    fix = kept["fix"]
    return Problem(
        Location(**kept["location"]),
        kept["code"],
        Severity(kept["severity"]),
        kept["message"],
        kept["hint"],
        kept["length"],
        Edit(Location(**fix["start"]), Location(**fix["end"]), fix["replacement"]) if fix else None,
    )

"""A baseline: the problems of areas that are known, so that only new ones stop.

It is a file of lines, one for each file and rule and message, in order, so that two people can change it at once.
A message stands there as a digest: a baseline is kept beside the areas and is to repeat nothing of what they say.
Lines and columns are no part of it, so what moves stays known. The same message may be known several times in a file:
each is counted, and one more of them is new.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from omi_report.errors import OmiError
from omi_report.problems import Problem
from omi_report.workspace.checked import Checked

FORM: Final = 1
"""The form of the file; a later one has a higher number."""

_MOST_BYTES = 32_000_000


class BaselineError(OmiError):
    """A baseline is not there, or cannot be read; the message names it and the line."""


class KnownEntry(NamedTuple):
    """What is known: a message of a rule about a file. ``file`` is its path as seen from the baseline's folder."""

    file: str
    code: str
    digest: str


@dataclass(frozen=True)
class Baseline:
    """The problems that are known, with how often each may be found. ``path`` is the baseline's own."""

    path: Path
    known: Counter[KnownEntry] = field(default_factory=Counter)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Read a baseline. Raises BaselineError where it is not there or cannot be read."""
        try:
            with path.open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            raise BaselineError(f"there is no baseline {path}: --write-baseline makes one") from None
        except OSError as error:
            raise BaselineError(f"{path} cannot be read: {error.strerror}") from error
        if len(data) > _MOST_BYTES:
            raise BaselineError(f"{path} is no baseline: it is larger than {_MOST_BYTES:,} bytes")
        lines = data.decode("utf-8", "replace").splitlines()
        if not lines or _parsed(lines[0]).get("omi-baseline") != FORM:
            raise BaselineError(f"{path}:1: this is no baseline of this version of omi: write it anew")
        known: Counter[KnownEntry] = Counter()
        for number, line in enumerate(lines[1:], start=2):
            if line.strip():
                entry, count = _entry(line, f"{path}:{number}")
                known[entry] += count
        return cls(path, known)

    def entry(self, problem: Problem) -> KnownEntry:
        """Return what a problem is in a baseline."""
        return KnownEntry(self._seen_from(Path(problem.location.file)), problem.code, _digest(problem.message))

    def _seen_from(self, path: Path) -> str:
        return Path(os.path.relpath(_resolved(path), _resolved(self.path.parent))).as_posix()

    def holds(self, entry: KnownEntry, folders: Sequence[str]) -> bool:
        """Whether an entry is about one of the files or folders that are named as seen from the baseline."""
        return any(entry.file == folder or entry.file.startswith(f"{folder}/") or folder == "." for folder in folders)

    def checked_places(self, checked: Iterable[Checked]) -> list[str]:
        """The areas and frameworks that were checked, as seen from the baseline."""
        return [self._seen_from(Path(place)) for each in checked for place in (each.path, each.framework) if str(place)]


@dataclass(frozen=True)
class Compared:
    """What was found, less the problems that are ``known``; ``stale`` says how many entries are found no more."""

    checked: list[Checked]
    known: tuple[Problem, ...]
    stale: int


def compared(baseline: Baseline, checked: Sequence[Checked]) -> Compared:
    """Take the known problems out of what was found. Those of a shared framework count once."""
    left = Counter(baseline.known)
    known: dict[Problem, bool] = {}
    for problem in dict.fromkeys(problem for each in checked for problem in each.problems):
        entry = baseline.entry(problem)
        known[problem] = left[entry] > 0
        left[entry] -= 1
    places = baseline.checked_places(checked)
    stale = sum(1 for entry, count in left.items() if count > 0 and baseline.holds(entry, places))
    new = [replace(each, problems=[one for one in each.problems if not known[one]]) for each in checked]
    return Compared(new, tuple(problem for problem, is_known in known.items() if is_known), stale)


def with_all_known(baseline: Baseline, checked: Sequence[Checked]) -> Baseline:
    """Return a baseline in which all that was found is known; it keeps what it says of areas that were not checked."""
    places = baseline.checked_places(checked)
    known = Counter({entry: count for entry, count in baseline.known.items() if not baseline.holds(entry, places)})
    for problem in dict.fromkeys(problem for each in checked for problem in each.problems):
        known[baseline.entry(problem)] += 1
    return Baseline(baseline.path, known)


def as_text(baseline: Baseline) -> str:
    """Return the text of a baseline's file."""
    rows = [{"omi-baseline": FORM}]
    rows += [{**entry._asdict(), "count": count} for entry, count in sorted(baseline.known.items())]
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def _parsed(line: str) -> dict[str, object]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _entry(line: str, place: str) -> tuple[KnownEntry, int]:
    found = _parsed(line)
    file, code, digest, count = (found.get(key) for key in ("file", "code", "digest", "count"))
    if not (isinstance(file, str) and isinstance(code, str) and isinstance(digest, str) and isinstance(count, int)):
        hint = "is a merge unfinished? `--write-baseline` writes it anew"
        raise BaselineError(f"{place}: this is no entry of a baseline: {hint}")
    return KnownEntry(file, code, digest), count


@cache
def _resolved(path: Path) -> Path:
    return path.resolve()


@cache
def _numbered() -> re.Pattern[str]:
    """Where a message names a place: lines, rows and columns move."""
    return re.compile(r"\b(lines?|rows?|columns?) \d+(?:(?:, | and | or )\d+)*")


def _digest(message: str) -> str:
    plain = _numbered().sub(r"\1", message)
    return hashlib.blake2b(plain.encode(errors="surrogatepass"), digest_size=8).hexdigest()

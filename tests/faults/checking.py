"""Checks a changed area as `omi validate --no-cache` does, and says what is new in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from omi_report.build import lint
from omi_report.document.kinds import PART_KINDS
from omi_report.inspection import inspect
from omi_report.policy import Policy
from omi_report.problems import Location, Problem, Severity
from omi_report.source.reading import Content
from omi_report.source.snapshot import Snapshot
from tests.faults.material import Material, material_of

ROOT = Path(__file__).parents[2]

AREAS = ("hampshire", "wessex", "saltmere", "tarnmouth")
"""Two areas of one framework, and one each of two others."""

CRASHED = "CRASHED"
"""The code of what stands in for the problems where checking ended in an exception."""

_CONSEQUENCES = frozenset({"OMI707"})
"""Says only that other warnings are open."""

_LINE = re.compile(r"\b(lines?) \d+|:\d+(?::\d+)?\b")
"""A line that a message names: it may have shifted."""

_HIDDEN = re.compile(r"(?:^|/)\.")
"""A name that begins with a dot: a snapshot of a folder has no such files."""


@dataclass(frozen=True)
class Said:
    """A problem in short: where it stands, and what it says."""

    file: str
    line: int
    code: str
    error: bool
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.code} {self.message}"


@dataclass(frozen=True)
class Base:
    """An area as it is shipped: what operators see of it, its snapshot, and how often each problem is in it."""

    material: Material
    snapshot: Snapshot
    problems: Counter[tuple[str, str, str]]


@cache
def base_of(area: str) -> Base:
    """Read an area of the project and check it, once in each process."""
    folder = ROOT / "areas" / area
    snapshot = replace(Snapshot.of(folder), shown="", root=None, stamps={})
    plain = material_of(folder, ROOT / "omi_report" / "frameworks" / f"{_framework_of(folder)}.yaml")
    return Base(plain, snapshot, Counter(_key(each) for each in _problems(snapshot)))


def new_in(base: Base, files: Mapping[str, bytes]) -> tuple[Said, ...]:
    """Return what is said of the area with other contents in some files, and was not said before, in order.

    Problems are compared by code, message and file, so that lines may shift. Where there is one more of a kind than
    before, all of that kind are returned: which of them is the new one, nothing tells.
    """
    seen = {name: Content(data) for name, data in files.items() if not _HIDDEN.search(name)}
    present = tuple(sorted({*base.snapshot.present, *seen}))
    contents = {**base.snapshot.files, **seen}
    problems = _problems(replace(base.snapshot, files=contents, present=present))
    more = Counter(_key(each) for each in problems) - base.problems
    return tuple(_said(each) for each in problems if _key(each) in more and each.code not in _CONSEQUENCES)


def _framework_of(folder: Path) -> str:
    """The framework that an area names, or the one that it has if it names none."""
    named = re.search(r"^framework: *(\S+)", (folder / "area.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    return named[1] if named else "omi-2006"


def _problems(snapshot: Snapshot) -> Iterable[Problem]:
    try:
        return lint(inspect(snapshot, Policy(kinds=PART_KINDS))).problems
    except Exception as error:  # a crash is a result: the run goes on, and says so
        return (Problem(Location("area.yaml"), CRASHED, Severity.ERROR, f"{type(error).__name__}: {error}"),)


def _key(problem: Problem) -> tuple[str, str, str]:
    return problem.code, _LINE.sub(r"\1", problem.message), problem.location.file


def _said(problem: Problem) -> Said:
    at = problem.location
    error = problem.severity is Severity.ERROR
    return Said(at.file, at.line, problem.code, error, problem.message, problem.hint)

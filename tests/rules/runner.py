"""The cases of a rule: small changes to the golden area, and the problems that they must give."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from omi_report.build import validate
from omi_report.problems import Problem
from tests.changes import Changes

CASES = Path(__file__).parent / "cases"
GOLDEN_AREA = Path(__file__).parent.parent / "golden" / "westmark"


@dataclass(frozen=True)
class Expected:
    """A problem as a case states it; ``message`` is the whole message."""

    file: str
    line: int
    column: int
    message: str


@dataclass(frozen=True)
class Case:
    """Changes to the golden area and the problems of one rule that follow."""

    code: str
    name: str
    changes: Changes
    problems: tuple[Expected, ...] = ()


def load_cases() -> list[Case]:
    """Read the cases of every rule: tests/rules/cases/OMI201.yaml and so on."""
    return [case for path in sorted(CASES.glob("OMI*.yaml")) for case in _cases_of(path)]


def _cases_of(path: Path) -> list[Case]:
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(found) == {"pass", "fail"}, f"{path}: needs pass and fail, and nothing else"
    assert found["pass"], f"{path}: no passing case"
    assert found["fail"], f"{path}: no failing case"
    assert all(case.get("problems") for case in found["fail"]), f"{path}: a failing case lists its problems"
    assert not any(case.get("problems") for case in found["pass"]), f"{path}: a passing case has no problems"
    return [_case(path.stem, case) for cases in found.values() for case in cases]


def _case(code: str, case: dict[str, Any]) -> Case:
    expected = tuple(Expected(**problem) for problem in case.pop("problems", ()))
    return Case(code, case.pop("name"), Changes(**case), expected)


def run_case(case: Case, folder: Path) -> list[Problem]:
    """Change a copy of the golden area as the case says and return the problems of its rule."""
    area = folder / "area"
    shutil.copytree(GOLDEN_AREA, area)
    case.changes.apply(area)
    return [problem for problem in validate(area).problems if problem.code == case.code]


def as_expected(problem: Problem, folder: Path) -> Expected:
    """Return a problem in the form in which cases state it."""
    location = problem.location
    file = location.file.removeprefix(f"{(folder / 'area').as_posix()}/")
    return Expected(file, location.line, location.column, problem.message)

"""The cases of a rule: small changes to the golden area, and the problems that they must give."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from omi_report.pipeline import validate
from omi_report.problems import Problem

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
    """Changes to the golden area and the problems of one rule that follow.

    ``files`` are whole files; ``replace`` maps a file to [old, new] pairs; ``remove`` lists files.
    """

    code: str
    name: str
    files: dict[str, str]
    replace: dict[str, list[list[str]]] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
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
    remove = tuple(case.pop("remove", ()))
    return Case(code, case.pop("name"), case.pop("files", {}), **case, remove=remove, problems=expected)


def run_case(case: Case, folder: Path) -> list[Problem]:
    """Change a copy of the golden area as the case says and return the problems of its rule."""
    area = folder / "area"
    shutil.copytree(GOLDEN_AREA, area)
    for name in case.remove:
        (area / name).unlink()
    for name, text in case.files.items():
        (area / name).parent.mkdir(parents=True, exist_ok=True)
        (area / name).write_text(text, encoding="utf-8")
    for name, pairs in case.replace.items():
        text = (area / name).read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, f"{case.name}: «{old}» stands {text.count(old)} times in {name}"
            text = text.replace(old, new)
        (area / name).write_text(text, encoding="utf-8")
    return [problem for problem in validate(area).problems if problem.code == case.code]


def as_expected(problem: Problem, folder: Path) -> Expected:
    """Return a problem in the form in which cases state it."""
    location = problem.location
    file = location.file.removeprefix(f"{(folder / 'area').as_posix()}/")
    return Expected(file, location.line, location.column, problem.message)

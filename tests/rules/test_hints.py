"""What hints say leads to what is right: whoever follows them has an area without that problem, and without errors."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from omi_report.build import validate
from omi_report.problems import Problem, Severity
from tests.changes import Changes
from tests.rules.runner import GOLDEN_AREA

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "hints.yaml").read_text(encoding="utf-8"))


def problems(area: Path, code: str) -> list[Problem]:
    return [problem for problem in validate(area).problems if problem.code == code]


def errors(area: Path) -> list[Problem]:
    return [problem for problem in validate(area).problems if problem.severity == Severity.ERROR]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['code']} {case['name']}")
def test_a_hint_says_what_is_right(case: dict[str, Any], tmp_path: Path) -> None:
    area = shutil.copytree(GOLDEN_AREA, tmp_path / "area")
    Changes(files=case.get("files", {})).apply(area)
    before = errors(area)  # those of a small sheet of evidence, which is not that of the whole area
    Changes(replace=case["replace"]).apply(area)
    assert [problem.hint for problem in problems(area, case["code"])] == case["hints"]
    Changes(replace=case["follow"]).apply(area)
    assert errors(area) == before
    assert problems(area, case["code"]) == []

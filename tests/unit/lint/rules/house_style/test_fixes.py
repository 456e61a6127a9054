"""What the rules of house style fix is fixed: no error follows, and nothing is found a second time."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.build import lint, validate
from omi_report.inspection import inspect
from omi_report.lint.fix import Drafts, fix
from omi_report.problems import Problem, has_errors
from omi_report.source.snapshot import Snapshot
from tests.rules.runner import Case, load_cases, run_case
from tests.samples import POLICY

CASES = [case for case in load_cases() if "OMI502" <= case.code < "OMI600" and case.problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.name}")
def test_what_is_fixed_is_sound(case: Case, tmp_path: Path) -> None:
    before = run_case(case, tmp_path)
    area = tmp_path / "area"
    snapshot = Snapshot.of(area)
    validated = validate(area)
    names = {file.shown: file.name for file in validated.files.values()}

    def look(drafts: Drafts) -> list[Problem]:
        drafted = snapshot
        for shown, text in drafts.items():
            drafted = drafted.with_text(names[shown], text)
        return lint(inspect(drafted, POLICY)).problems

    fixed = fix(before, {file.shown: file.text for file in validated.files.values()}, look)
    assert has_errors(fixed.problems) == has_errors(before)
    left = [problem for problem in fixed.problems if problem.code == case.code]
    assert len(left) == sum(problem.fix is None for problem in before)
    assert all(problem.fix is None for problem in left)

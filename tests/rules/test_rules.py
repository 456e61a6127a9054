"""Every rule finds what it should, at its place and in its words, and nothing where all is well."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.build import validate
from omi_report.lint.registry import RULES
from tests.rules.runner import CASES, GOLDEN_AREA, Case, as_expected, load_cases, run_case

ALL_CASES = load_cases()


@pytest.mark.parametrize("case", ALL_CASES, ids=lambda case: f"{case.code} {case.name}")
def test_rule(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if case.code == "OMI614":  # which needs a language that is not English
        request.getfixturevalue("invented_language")
    found = [as_expected(problem, tmp_path) for problem in run_case(case, tmp_path)]
    assert found == list(case.problems)


def test_golden_area_is_clean() -> None:
    assert validate(GOLDEN_AREA).problems == []


def test_every_rule_has_cases_and_every_case_a_rule() -> None:
    codes = {rule.code for rule in RULES}
    assert codes
    assert {path.stem for path in CASES.glob("*.yaml")} == codes


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_every_rule_says_what_it_finds_and_why_and_shows_it() -> None:
    for rule in RULES:
        assert rule.what.endswith("."), rule.code
        assert rule.why.endswith("."), rule.code
        assert rule.bad.strip(), rule.code
        assert rule.good.strip(), rule.code
        assert rule.bad != rule.good, rule.code

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from omi_report import limits
from omi_report.problems import Location, Problem, Severity, capped
from tests.refresh import ROOT

PAGE = (ROOT / "docs/reference/format.md").read_text().partition("\n## Limits\n")[2]
LIMITS = {name: value for name, value in vars(limits).items() if name.isupper()}


@pytest.mark.parametrize("name", LIMITS)
def test_every_limit_stands_in_the_reference(name: str) -> None:
    assert f"{LIMITS[name]:,}" in PAGE


def test_every_limit_has_its_reason() -> None:
    body = ast.parse(Path(limits.__file__).read_text()).body
    named = [node for node in body if isinstance(node, ast.AnnAssign)]
    reasons = [body[body.index(node) + 1] for node in named]
    assert len(named) == len(LIMITS) > 20
    for reason in reasons:
        assert isinstance(reason, ast.Expr)
        assert len(str(getattr(reason.value, "value", ""))) > 20


def problem(line: int, code: str = "OMI501", file: str = "a.yaml") -> Problem:
    return Problem(Location(file, line, 1), code, Severity.WARNING, f"message {line}", "hint")


def test_problems_of_a_kind_are_shown_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_PROBLEMS", 3)
    few = [problem(1), problem(2), problem(3), problem(1, "OMI502"), problem(1, file="b.yaml")]
    assert capped(few) == few
    assert capped([*few, problem(4)]) == [*few, problem(4)]
    *shown, rest = capped([*few, problem(4), problem(5), problem(6)])
    assert shown == few
    assert (rest.location, rest.code, rest.severity) == (Location("a.yaml", 4, 1), "OMI501", Severity.WARNING)
    assert rest.message == "from here on there are 3 more problems of this kind in the file"
    assert rest.hint

"""Every rule takes steps that grow with the text: twice the text, twice the steps.

Steps are the lines of Python that run, loops counted each time around; so no clock is asked. What patterns of regular
expressions do inside of one step is measured by `make bench`.
"""

from __future__ import annotations

import enum
import gc
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import slipcover

from omi_report import limits
from omi_report.build import lint
from omi_report.inspection import Inspection
from omi_report.lint.engine import CheckedRule, check
from omi_report.lint.registry import CHECKS
from omi_report.lint.suppress import without_ignored
from omi_report.problems import Problem
from omi_report.prose.view import view_of
from omi_report.source import folder, positions
from tests.long_texts import PIECES, inspection_with, long_text, many_texts

SIZE = 600
"""Characters: above what rules let pass without a look, such as sentences that are not long."""
OF_PATTERNS = (str(Path(re.__file__).parent), enum.__file__)
"""The files of Python that compile a pattern: once for all texts, in whichever measurement comes first."""

OF_COVERAGE = str(Path(slipcover.__file__).parent)
"""Takes its marks off the lines that have run, now and then: that belongs to the measuring of the tests."""

FEW = 1_000
"""Steps that need no looking at: so many are taken whatever the text."""
LIMIT = 2.3


class Steps:
    """Counts the lines of Python that run, by the name of what runs."""

    def __init__(self) -> None:
        self.taken: dict[str, int] = {}

    def of(self, name: str, work: Callable[..., Any], *arguments: Any) -> Any:
        """Do some work, count its steps, and return what it returns."""
        count = apart = 0

        def trace(frame: FrameType, event: str, _argument: Any) -> Any:
            nonlocal count
            if frame.f_code.co_filename.startswith(OF_PATTERNS):
                return None
            if frame.f_code.co_filename.startswith(OF_COVERAGE):
                return trace_apart(frame, event, _argument)
            count += event == "line" and not apart
            return trace

        def trace_apart(_frame: FrameType, event: str, _argument: Any) -> Any:
            """What is called from here to the return of the frame is no step of the work."""
            nonlocal apart
            apart += (event == "call") - (event == "return")
            return trace_apart

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            return work(*arguments)
        finally:
            sys.settrace(before)
            self.taken[name] = self.taken.get(name, 0) + count

    def counted(self, checked: CheckedRule) -> CheckedRule:
        """Return a rule whose check counts its steps."""
        declared = checked.check
        function = declared[0]

        def check_counted(looked_at: Any) -> list[Problem]:
            return list(self.of(checked.rule.code, lambda: list(function(looked_at))))

        return CheckedRule(checked.rule, declared._replace(check=check_counted))


def steps_of_rules(criterion: str) -> dict[str, int]:
    """Return the steps of each rule by its code."""
    steps = Steps()
    inspection = inspection_with(criterion)
    gc.disable()  # what it calls when it clears away an earlier text would count for the rule that runs just then
    try:
        check(inspection, [steps.counted(checked) for checked in CHECKS])
    finally:
        gc.enable()
    return steps.taken


def steps_of(work: Callable[[], object]) -> int:
    """Return the steps of some work."""
    steps = Steps()
    steps.of("", work)
    return steps.taken[""]


@pytest.mark.parametrize("make", [long_text, many_texts])
@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_takes_twice_the_steps(piece: str, make: Callable[[str, int], str]) -> None:
    single, double = (steps_of_rules(make(PIECES[piece], size)) for size in (SIZE, 2 * SIZE))
    ratios = {code: taken / single[code] for code, taken in double.items() if taken > FEW}
    assert {code: round(ratio, 2) for code, ratio in ratios.items() if ratio > LIMIT} == {}


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_is_parsed_and_viewed_in_twice_the_steps(piece: str) -> None:
    def work(size: int) -> int:
        inspection = inspection_with(long_text(PIECES[piece], size))
        view_of.cache_clear()
        texts = [prose.text for prose in inspection.area.prose()]
        return steps_of(lambda: [(view.kept, view.sentences) for view in map(view_of, texts)])

    single, double = work(SIZE), work(2 * SIZE)
    assert double < FEW or double / single <= LIMIT


def test_a_quadratic_rule_would_be_found() -> None:
    def slow(inspection: Inspection) -> list[Any]:
        words = [word for prose in inspection.area.prose() for word in prose.text.split()]
        return [one for one in words for other in words if one is other and not one]

    single, double = (inspection_with(long_text("a ", size)) for size in (2_000, 4_000))
    assert steps_of(lambda: slow(double)) / steps_of(lambda: slow(single)) > LIMIT


def test_a_file_is_split_into_lines_once_however_many_problems_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    split: list[int] = []
    really = positions.split_lines

    def counting(text: str) -> list[str]:
        split.append(len(text))
        return really(text)

    monkeypatch.setattr(folder, "split_lines", counting)
    inspection = inspection_with(long_text("1% of the the ", 20_000))
    found = check(inspection, CHECKS)
    assert len(found) > 2_000
    assert sum(split) < 2 * sum(len(file.text) for file in inspection.files.values())


def test_comments_that_ignore_rules_are_looked_up_by_their_lines() -> None:
    def steps(count: int) -> int:
        inspection = inspection_with(many_texts("1%", 22 * count).replace("|\n", "|  # omi: ignore[OMI205]\n"))
        found = check(inspection, CHECKS)
        ours = frozenset(checked.rule.code for checked in CHECKS)
        files = inspection.files.values()
        return steps_of(lambda: without_ignored(found, files, codes=ours, ignorable=ours, complete=True))

    single, double = steps(150), steps(300)
    assert double > 10_000
    assert double / single <= LIMIT


def test_problems_of_a_kind_are_capped() -> None:
    found = [problem for problem in lint(inspection_with(long_text("1% ", 6_000))).problems if problem.code == "OMI205"]
    assert len(found) == limits.FILE_PROBLEMS + 1
    assert found[-1].message == "from here on there are 1,000 more problems of this kind in the file"


def test_every_rule_is_looked_at() -> None:
    counted = steps_of_rules(long_text("The trainees (5 of 6) met Mr. Smith in 50% of cases. ", 500))
    assert len(counted) > len(CHECKS) / 2 > 30

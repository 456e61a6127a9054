"""What is known of texts saves work, and changes nothing in what is found."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import omi_report.lint.rules
from omi_report.build import lint
from omi_report.inspection import Inspection, inspect
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.clean_texts import CleanTexts
from omi_report.lint.declaration import each_text
from omi_report.lint.engine import CheckedRule, check
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.reading import Content
from omi_report.source.snapshot import Snapshot
from tests.faults.catalogue import all_operators
from tests.faults.checking import AREAS, base_of
from tests.samples import POLICY, WESTMARK, inspected

EDITS = 12
"""How many random edits of an area are checked with what is known of it."""


def changed_areas(area: str) -> Iterator[Snapshot]:
    """The area with one random fault or harmless edit, again and again."""
    base = base_of(area)
    chooses = random.Random(area)
    made = 0
    while made < EDITS:
        edit = chooses.choice(all_operators()).makes(base.material, chooses)
        if edit is None:
            continue
        files = {**base.snapshot.files, **{name: Content(data) for name, data in edit.files.items()}}
        yield replace(base.snapshot, files=files, present=tuple(sorted(files)))
        made += 1


@pytest.mark.parametrize("area", AREAS)
def test_what_is_known_of_the_texts_changes_nothing_in_what_is_found(area: str) -> None:
    before = CleanTexts()
    lint(inspect(base_of(area).snapshot, POLICY), before)
    assert any(before.found.values())
    for snapshot in changed_areas(area):
        with_known = lint(inspect(snapshot, POLICY), CleanTexts(before.found))
        assert with_known.problems == lint(inspect(snapshot, POLICY)).problems


RULE = Rule("OMI998", "seen", Severity.INFO, "", "")


@pytest.fixture
def area() -> Inspection:
    return inspected(WESTMARK)


def looked_at(area: Inspection, clean: CleanTexts, *, whole: bool = False, remembered: bool = False) -> int:
    """How many texts a rule is handed that finds nothing. With ``whole`` it looks at the inspection."""
    seen = 0

    def count(text: CheckedText) -> int:
        return len(text.inspection.texts)

    def look(text: CheckedText) -> Iterator[Problem]:
        nonlocal seen
        seen += 1
        if whole and remembered:
            text.remembered(count)
        elif whole:
            assert text.inspection.texts
        assert text.framework is area.framework
        return iter(())

    # A first rule that remembers leaves only what it remembered to the second.
    checks = [CheckedRule(RULE, each_text()(look))]
    check(area, [*checks, *checks] if remembered else checks, clean)
    return seen


def test_a_rule_that_looked_at_its_text_alone_does_not_look_again(area: Inspection) -> None:
    first, second = CleanTexts(), CleanTexts()
    assert looked_at(area, first) > 10
    second.known = first.found
    assert looked_at(area, second) == 0
    assert second.found == first.found


@pytest.mark.parametrize("remembered", [False, True])
def test_a_rule_that_looked_at_the_inspection_looks_again(area: Inspection, remembered: bool) -> None:
    first = CleanTexts()
    seen = looked_at(area, first, whole=True, remembered=remembered)
    assert looked_at(area, CleanTexts(first.found), whole=True, remembered=remembered) == seen


def test_a_rule_that_found_something_looks_again(area: Inspection) -> None:
    def find(text: CheckedText) -> Iterator[Problem]:
        yield text.problem(RULE, 0, 1, "seen")

    checks = [CheckedRule(RULE, each_text()(find))]
    first = CleanTexts()
    found = check(area, checks, first)
    assert found
    assert check(area, checks, CleanTexts(first.found)) == found


def test_rules_ask_for_the_inspection_where_it_is_noted() -> None:
    folder = Path(omi_report.lint.rules.__path__[0])
    assert [path.name for path in folder.rglob("*.py") if "text.whole" in path.read_text(encoding="utf-8")] == []

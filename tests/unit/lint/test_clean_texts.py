"""What is known of texts saves work, and changes nothing in what is found."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import omi_report.lint.rules
from omi_report.build import lint
from omi_report.inspection import Inspection, inspect
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.clean_texts import CleanTexts
from omi_report.lint.declaration import EachText, each_text
from omi_report.lint.engine import CheckedRule, check
from omi_report.lint.registry import CHECKS
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.reading import Content
from omi_report.source.snapshot import Snapshot
from tests.changes import change
from tests.faults.catalogue import all_operators
from tests.faults.checking import AREAS, base_of
from tests.samples import POLICY, WESTMARK, inspected

EDITS = 6
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
        with_known = lint(inspect(snapshot, POLICY), before.next())
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
    first = CleanTexts()
    assert looked_at(area, first) > 10
    second = first.next()
    assert looked_at(area, second) == 0
    assert second.found == first.found


@pytest.mark.parametrize("remembered", [False, True])
def test_a_rule_that_looked_at_the_inspection_looks_again(area: Inspection, remembered: bool) -> None:
    first = CleanTexts()
    seen = looked_at(area, first, whole=True, remembered=remembered)
    assert looked_at(area, first.next(), whole=True, remembered=remembered) == seen


def test_a_rule_that_found_something_looks_again(area: Inspection) -> None:
    def find(text: CheckedText) -> Iterator[Problem]:
        yield text.problem(RULE, 0, 1, "seen")

    checks = [CheckedRule(RULE, each_text()(find))]
    first = CleanTexts()
    found = check(area, checks, first)
    assert found
    assert check(area, checks, first.next()) == found


def test_a_rule_looks_again_when_a_fact_that_it_names_has_changed(area: Inspection) -> None:
    fact, seen = "first", 0

    def told(_inspection: Inspection) -> str:
        return fact

    def look(text: CheckedText) -> Iterator[Problem]:
        nonlocal seen
        seen += 1
        assert text.fact(told) == fact
        return iter(())

    def seen_by(rule: EachText, known: CleanTexts) -> int:
        nonlocal seen
        seen = 0
        check(area, [CheckedRule(RULE, rule)], known)
        return seen

    named, unnamed = each_text(facts=(told,))(look), each_text()(look)
    first = CleanTexts()
    every = seen_by(named, first)
    assert every > 10
    assert seen_by(named, first.next()) == 0
    fact = "second"
    assert seen_by(named, first.next()) == every
    seen_by(unnamed, first := CleanTexts())
    assert seen_by(unnamed, first.next()) == every


def test_what_one_rule_remembers_of_a_fact_counts_for_the_next(area: Inspection) -> None:
    def told(inspection: Inspection) -> int:
        return len(inspection.texts)

    def remembering(text: CheckedText) -> int:
        return text.fact(told)

    def look(text: CheckedText) -> Iterator[Problem]:
        seen.append(text)
        assert text.remembered(remembering)
        return iter(())

    seen: list[CheckedText] = []
    checks = [CheckedRule(RULE, each_text(facts=(told,))(look)), CheckedRule(RULE, each_text()(look))]
    first = CleanTexts()
    check(area, checks, first)
    every = len(seen) // 2
    check(area, checks, first.next())
    assert len(seen) == 3 * every


def test_a_figure_that_changed_is_looked_at_again_where_it_may_be_shown(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    files: list[str] = []

    def look(text: CheckedText) -> Iterator[Problem]:
        files.append(text.prose.file)
        assert all(isinstance(figure.answers, bool) for figure in text.figures.values())
        return iter(())

    checks, first = [CheckedRule(RULE, each_text()(look))], CleanTexts()
    check(inspected(folder), checks, first)
    change(folder / "criteria" / "1.1.yaml", "count: 11, base: 12", "count: 10, base: 12")
    files.clear()
    check(inspected(folder), checks, first.next())
    assert "criteria/1.1.yaml" in files
    assert "criteria/2.1.yaml" not in files


def test_facts_of_rules_are_told_apart_by_what_they_say() -> None:
    first, second = inspected(WESTMARK), inspected(WESTMARK)
    facts = {fact for rule in CHECKS if isinstance(rule.check, EachText) for fact in rule.check.wanted.facts}
    assert len(facts) > 5
    for fact in facts:
        assert repr(fact(first)) == repr(fact(second))
        assert " at 0x" not in repr(fact(first))


def test_hardly_a_rule_looks_again_at_texts_that_are_as_they_were() -> None:
    """After an edit of one finding its text is looked at by all rules, and few others by few."""
    base, before = base_of("hampshire"), CleanTexts()
    lint(inspect(base.snapshot, POLICY), before)
    looked = 0

    def counted(rule: EachText) -> EachText:
        def look(text: CheckedText) -> Iterable[Problem]:
            nonlocal looked
            looked += 1
            return rule.check(text)

        return rule._replace(check=look)

    checks = [each._replace(check=counted(each.check)) if isinstance(each.check, EachText) else each for each in CHECKS]
    file = "criteria/2.1.yaml"
    edited = base.snapshot.with_text(file, base.material.text(file).replace(".\n", " in the end.\n", 1))
    inspection = inspect(edited, POLICY)
    assert isinstance(inspection, Inspection)
    check(inspection, checks)
    every, looked = looked, 0
    check(inspection, checks, before.next())
    assert every > 10_000
    assert looked < every / 100


def test_rules_ask_for_the_inspection_where_it_is_noted() -> None:
    folder = Path(omi_report.lint.rules.__path__[0])
    assert [path.name for path in folder.rglob("*.py") if "text.whole" in path.read_text(encoding="utf-8")] == []

"""What the harness itself promises: shares, seeds, comparisons and counts."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace

import pytest

from tests.faults.catalogue import Chosen, Known, all_operators
from tests.faults.checking import AREAS, Said, base_of, new_in
from tests.faults.measure import Order, Outcome, helps, measured, tasks_of
from tests.faults.operator_types import Place
from tests.faults.operators.blind_tools import apostrophes_curled
from tests.faults.operators.figures import percentage_of_its_count
from tests.faults.page import as_markdown, as_text, hints
from tests.faults.tally import Share, tally

_SAID = Said("foreword.yaml", 3, "OMI999", False, "this was 45 and is 54", "write 45")


def test_the_areas_are_without_problems_so_that_all_that_is_said_is_new() -> None:
    for area in AREAS:
        assert not base_of(area).problems, area
        assert new_in(base_of(area), {}) == ()


def test_a_figure_that_is_added_is_one_that_the_policy_of_the_area_prints() -> None:
    material = base_of("saltmere").material
    least = material.framework["disclosure"]["minimum"]
    for seed in range(40):
        added = percentage_of_its_count(material, random.Random(seed))
        assert added is not None
        count, base = map(int, re.findall(r"\((\d+) of (\d+)", added.shown)[0])
        assert least <= count <= base - least


def test_lines_that_shift_are_not_new_and_what_is_worse_is() -> None:
    base = base_of("hampshire")
    text = base.material.text("foreword.yaml")
    broken = text.replace("text: |", "colour: green\ntext: |", 1)
    snapshot = base.snapshot.with_text("foreword.yaml", broken)
    once = new_in(base, {"foreword.yaml": broken.encode()})
    spoilt = replace(base, snapshot=snapshot, problems=Counter((each.code, each.message, each.file) for each in once))

    shifted = f"# a comment\n{broken}".encode()
    assert once
    assert not new_in(spoilt, {"foreword.yaml": shifted})
    assert new_in(spoilt, {"foreword.yaml": shifted + b"taste: sweet\n"})


def test_a_file_that_is_added_is_checked_too() -> None:
    assert [each.file for each in new_in(base_of("hampshire"), {"notes.txt": b"x"})] == ["notes.txt"]


def test_every_family_has_its_share_and_in_a_family_every_operator() -> None:
    tasks = tasks_of(Order(seeds=(3,), faults=110, harmless=0))
    family_of = {each.name: each.family for each in all_operators()}
    families = Counter(family_of[task.operator] for task in tasks)
    assert len(tasks) == 110
    assert max(families.values()) - min(families.values()) <= 1
    of_one = Counter(task.operator for task in tasks if family_of[task.operator] == "language")
    assert max(of_one.values()) - min(of_one.values()) <= 1


def test_only_what_is_chosen_is_made() -> None:
    blind = Chosen(author="blind")
    name = next(each.name for each in all_operators() if each.blind and not each.harmless)
    assert {each.blind for each in all_operators() if blind.has(each)} == {True}
    assert {task.operator for task in tasks_of(Order((1,), 5, 5, Chosen(names=frozenset({name}))))} == {name}


def test_the_result_hangs_on_the_seed_and_not_on_the_number_of_processes() -> None:
    order = Order(seeds=(5,), faults=8, harmless=8, areas=("saltmere", "tarnmouth"))
    alone = measured(order)
    assert alone == measured(order, jobs=2)
    assert alone != measured(replace(order, seeds=(6,)))


def test_several_seeds_share_the_edits() -> None:
    tasks = tasks_of(Order(seeds=(3, 4, 5), faults=110, harmless=11))
    assert [task for task in tasks if task.seed == 4] == tasks_of(Order(seeds=(4,), faults=37, harmless=4))
    assert Counter(task.seed for task in tasks) == {3: 41, 4: 41, 5: 39}


def test_a_message_helps_by_a_word_in_any_case_in_itself_or_its_hint() -> None:
    assert helps(_SAID, ("WRITE 45",))
    assert helps(_SAID, ("no such word", "is 54"))
    assert not helps(_SAID, ("no such word",))


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [(Share(0, 20), 0.0, 16.1), (Share(10, 20), 29.9, 70.1), (Share(20, 20), 83.9, 100.0), (Share(0, 0), 0.0, 100.0)],
)
def test_the_interval_is_that_of_wilson(share: Share, low: float, high: float) -> None:
    assert list(share.interval) == pytest.approx([low, high], abs=0.05)


def test_faults_without_witness_are_told_apart_and_counted_no_further() -> None:
    counted = tally([_fault(found=True, seen=True), _fault(), _fault(proof=""), _fault(area="")])
    assert (counted.whole.made, counted.whole.found, counted.unwitnessed) == (2, Share(1, 2), Share(1, 3))
    assert counted.homeless == 1
    assert [line.name for line, _ in counted.families] == ["figures"]


def test_the_page_shows_what_was_missed_and_what_was_complained_of_in_vain() -> None:
    innocent = Outcome("kept", "figures", True, "wessex", "45 in words", "the same number", said=(_SAID,))
    outcomes = [_fault(found=True, seen=True, helping=(_SAID,)), _fault(), innocent]
    for made in (as_text, as_markdown):
        page = made(Order((7,), 2, 1), outcomes, 1)
        assert "swap, wessex: 45 → 54 (its count)" in page
        assert "at foreword.yaml:3" in page
        assert "said: foreword.yaml:3 OMI999 this was 45 and is 54" in page
        assert "1 (100.0 %)" in page
    assert "write 45" in hints(outcomes, 200, 7)


def test_apostrophes_are_curled_in_labels_as_in_texts() -> None:
    for area in AREAS:
        material = base_of(area).material
        made = replace(material, files={**material.files, **apostrophes_curled(material)})
        left = [each for each in made.values if re.search(r"[A-Za-z]'[a-z]", each.value)]
        assert not left, area
        assert [each.path for each in made.values] == [each.path for each in material.values]


def test_no_two_operators_have_one_name_and_both_sorts_are_there() -> None:
    operators = all_operators()
    assert len({each.name for each in operators}) == len(operators)
    assert {each.harmless for each in operators} == {True, False}
    assert all(isinstance(each, Known) for each in operators)


def _fault(
    area: str = "wessex",
    proof: str = "its count",
    found: bool = False,
    seen: bool = False,
    helping: tuple[Said, ...] = (),
) -> Outcome:
    place = Place("foreword.yaml", 3)
    return Outcome("swap", "figures", False, area, "45 → 54", proof, (place,), helping, found, seen, helping)

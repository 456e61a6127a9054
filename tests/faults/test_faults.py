"""Holds the goals on a sample with a fixed seed, and every operator to what it promises."""

from __future__ import annotations

import random

import pytest

from tests.faults import goals
from tests.faults.catalogue import Known, all_operators
from tests.faults.checking import AREAS, CRASHED, base_of
from tests.faults.material import Material
from tests.faults.measure import Order, changes, measured
from tests.faults.operator_types import Fault, Harmless
from tests.faults.page import as_text
from tests.faults.tally import tally

_SEEDS = 3

_MOST_SEEDS = 30

_PAST_THE_END = 3
"""What is open at the end of a file may be found so many lines below it."""


def test_goals_are_held_on_a_sample() -> None:
    order = Order((goals.SEED,), goals.EDITS, goals.EDITS)
    outcomes = measured(order, jobs=2)
    faults = tally([each for each in outcomes if not each.harmless])
    harmless = tally([each for each in outcomes if each.harmless])
    reached = {line.name: line.found.per_cent for line, _ in faults.families}

    shown = as_text(order, outcomes, 1)
    assert faults.whole.made + faults.unwitnessed.count + faults.homeless == goals.EDITS, shown
    assert faults.whole.found.per_cent >= goals.FOUND_IN_ALL, shown
    assert not {name for name, goal in goals.FOUND.items() if reached.get(name, 0.0) < goal}, shown
    assert harmless.whole.anywhere.per_cent <= goals.FALSE_ALARMS, shown
    assert harmless.whole.errors.count <= goals.ERRORS, shown
    assert not [each for each in outcomes if any(said.code == CRASHED for said in each.said)], shown


@pytest.mark.parametrize("operator", all_operators(), ids=lambda each: each.name)
def test_an_operator_keeps_its_promises(operator: Known) -> None:
    materials = [base_of(area).material for area in AREAS]
    for material in materials:
        once, again = (operator.makes(material, random.Random(0)) for _ in range(2))
        assert once == again, "one seed makes one edit"
        for seed in range(_SEEDS):
            _assert_sound(operator, material, operator.makes(material, random.Random(seed)))
    edits = ((each, operator.makes(each, random.Random(seed))) for seed in range(_MOST_SEEDS) for each in materials)
    assert any(edit is not None and changes(material, edit) for material, edit in edits), "no area has a place for it"


def _assert_sound(operator: Known, material: Material, edit: Fault | Harmless | None) -> None:
    if edit is None or not changes(material, edit):
        return
    assert isinstance(edit, Harmless if operator.harmless else Fault)
    assert edit.shown
    if isinstance(edit, Fault):
        _assert_places(material, edit)
    else:
        assert edit.why


def _assert_places(material: Material, fault: Fault) -> None:
    assert fault.at, fault.shown
    assert fault.helps, fault.shown
    lines = {
        name: len(fault.files.get(name, material.files.get(name, b"")).splitlines())
        for name in {each.file for each in fault.at}
    }
    assert any(each.line <= lines[each.file] for each in fault.at), fault.at
    assert all(0 <= each.line <= lines[each.file] + _PAST_THE_END for each in fault.at), fault.at

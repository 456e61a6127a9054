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

_SEEDS = range(4)


def test_goals_are_held_on_a_sample() -> None:
    outcomes = measured(Order(goals.SEED, goals.EDITS, goals.EDITS), jobs=2)
    faults = tally([each for each in outcomes if not each.harmless])
    harmless = tally([each for each in outcomes if each.harmless])
    reached = {line.name: line.found.per_cent for line, _ in faults.families}

    shown = as_text(Order(goals.SEED, goals.EDITS, goals.EDITS), outcomes, 1)
    assert faults.whole.made + faults.unwitnessed.count + faults.homeless == goals.EDITS, shown
    assert faults.whole.found.per_cent >= goals.FOUND_IN_ALL, shown
    assert not {name for name, goal in goals.FOUND.items() if reached.get(name, 0.0) < goal}, shown
    assert harmless.whole.anywhere.per_cent <= goals.FALSE_ALARMS, shown
    assert harmless.whole.errors.count <= goals.ERRORS, shown
    assert not [each for each in outcomes if any(said.code == CRASHED for said in each.said)], shown


@pytest.mark.parametrize("operator", all_operators(), ids=lambda each: each.name)
def test_an_operator_keeps_its_promises(operator: Known) -> None:
    made = 0
    for area in AREAS:
        material = base_of(area).material
        for seed in _SEEDS:
            edit = operator.makes(material, random.Random(seed))
            assert edit == operator.makes(material, random.Random(seed)), "the same seed makes the same edit"
            if edit is None or not changes(material, edit):
                continue
            made += 1
            assert isinstance(edit, Harmless if operator.harmless else Fault)
            assert edit.shown
            if isinstance(edit, Fault):
                _assert_places(material, edit)
            else:
                assert edit.why
    assert made, "no area has a place for it"


def _assert_places(material: Material, fault: Fault) -> None:
    assert fault.at, fault.shown
    assert fault.helps, fault.shown
    for place in fault.at:
        data = fault.files.get(place.file, material.files.get(place.file))
        assert data is not None, f"{place} is in no file of the area"
        assert 0 <= place.line <= len(data.splitlines()), f"{place} is no line of its file"

"""With many attributes and figures the search for what to hide ends after a bounded number of steps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from omi_report.build import validate
from omi_report.disclosure import hidden as hidden_module
from omi_report.disclosure.bounds import Work
from omi_report.disclosure.hidden import hidden_in
from omi_report.inspection import Inspection
from tests.attack import random_reports
from tests.attack.random_reports import Chart, Figure, Made, make
from tests.samples import inspected

FIGURES = 205
ATTRIBUTES = {f"a{number}": ["u", "v", "w"][: 2 + number % 2] for number in range(12)} | {"kind": ["order"]}
FEW = 100_000
"""Fewer steps than it takes to settle what is hidden."""


def large(random: Random, wanted: int = FIGURES) -> Made:
    """An area with cases of 12 attributes, and 205 figures of parts of them, or as many as are wanted."""
    made = make(random)
    questions = tuple(replace(each, applies_to={}) for each in made.questions)
    cases = []
    for number in range(60):
        case = {"case": f"C{number:03}"} | {name: random.choice(values) for name, values in ATTRIBUTES.items()}
        cases.append(case | {each.id: random.choice(("yes", "yes", "partly", "no")) for each in questions})
    figures: list[Figure] = []
    while len(figures) < wanted:
        names = random.sample(sorted(ATTRIBUTES), 3)
        where = {name: random.sample(ATTRIBUTES[name], max(1, len(ATTRIBUTES[name]) - 1)) for name in names}
        if any(all(case[name] in values for name, values in where.items()) for case in cases):
            question = random.choice(questions)
            figures.append(Figure(question.criterion, f"f{len(figures)}", "", question.id, where))
    charts = (Chart("spread", "a1", "", "a3"),)
    return replace(made, questions=questions, cases=tuple(cases), figures=tuple(figures), charts=charts)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[Work]:
    """What is counted of the search, with few steps to take."""
    made: list[Work] = []

    def counted(most: int) -> Work:
        made.append(Work(most))
        return made[-1]

    monkeypatch.setattr(hidden_module, "Work", counted)
    monkeypatch.setattr(hidden_module, "MOST_WORK", FEW)
    return made


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = large(Random("bounded"))
    monkeypatch.setattr(random_reports, "ATTRIBUTES", ATTRIBUTES)
    return random_reports.write(tmp_path, made, set())


@pytest.fixture
def inspection(area: Path) -> Inspection:
    return inspected(area)


def test_the_search_ends_soon_after_its_last_step(inspection: Inspection, steps: list[Work]) -> None:
    found = hidden_in(inspection)
    assert found.is_hasty
    assert len(inspection.figures) == FIGURES
    assert len(steps) == 2
    assert FEW <= steps[0].done < 2 * FEW
    assert steps[1].done < 2 * FEW


def test_more_is_hidden_and_never_less(
    inspection: Inspection, area: Path, steps: list[Work], monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty = hidden_in(inspection)
    small = {name for name, is_small in hasty.figures.items() if is_small}
    monkeypatch.setattr(hidden_module, "MOST_WORK", 5 * FEW)
    patient = hidden_in(inspected(area))
    assert small == {name for name, is_small in patient.figures.items() if is_small}
    assert hasty.figures.keys() >= patient.figures.keys()
    assert hasty.questions >= patient.questions
    assert hasty.charts >= patient.charts


def test_it_is_said_where_the_search_was_not_ended(area: Path, steps: list[Work]) -> None:
    said = [each.message for each in validate(area).problems if each.code == "OMI262"]
    assert any("so many figures hang together with small counts that each of them is hidden" in each for each in said)


def test_an_area_with_fewer_figures_is_settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = large(Random("bounded"), 40)
    monkeypatch.setattr(random_reports, "ATTRIBUTES", ATTRIBUTES)
    found = hidden_in(inspected(random_reports.write(tmp_path, made, set())))
    assert not found.is_hasty
    assert found.figures

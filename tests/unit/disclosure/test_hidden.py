from __future__ import annotations

import random
from pathlib import Path

import pytest

from omi_report.disclosure.hidden import NOTHING, Hidden, hidden_in
from omi_report.inspection import Inspection
from omi_report.quantity import Quantity
from tests.samples import WESTMARK, inspected, random_cases, westmark_framework, westmark_with, with_minimum

MINIMUM = 5


@pytest.fixture(scope="module")
def area(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cases = random_cases(westmark_framework(), 40, random.Random(11))
    return westmark_with(cases, tmp_path_factory.mktemp("areas"))


@pytest.fixture(scope="module")
def inspection(area: Path) -> Inspection:
    return with_minimum(inspected(area), MINIMUM)


@pytest.fixture(scope="module")
def hidden(inspection: Inspection) -> Hidden:
    return hidden_in(inspection)


def small(count: int, base: int | None) -> bool:
    return count < MINIMUM or (base is not None and base - count < MINIMUM)


def test_every_small_count_is_hidden(inspection: Inspection, hidden: Hidden) -> None:
    figures = {
        name
        for name, figure in inspection.figures.items()
        if isinstance(figure, Quantity) and figure.count is not None and small(figure.count, figure.base)
    }
    questions = {
        question.id
        for result in inspection.scores.criteria.values()
        for question in result.questions
        if question.base and small(question.count, question.base)
    }
    assert figures
    assert questions
    assert figures == {name for name, is_small in hidden.figures.items() if is_small}
    assert questions <= hidden.questions


def test_where_the_framework_hides_nothing_nothing_is_hidden(area: Path) -> None:
    assert hidden_in(inspected(area)) == NOTHING


def test_a_figure_without_a_count_gives_nothing_away() -> None:
    inspection = with_minimum(inspected(WESTMARK))
    figure = inspection.figures["1.1/met"]
    assert isinstance(figure, Quantity)
    assert figure.count is None
    assert "1.1/met" not in hidden_in(inspection).figures


def test_an_area_without_evidence_hides_stated_counts_alone() -> None:
    found = hidden_in(with_minimum(inspected(WESTMARK)))
    assert "1.1/safety-told" in found.figures
    assert (found.questions, found.charts, found.given_away) == (frozenset(), frozenset(), ())

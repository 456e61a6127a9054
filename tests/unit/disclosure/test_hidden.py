from __future__ import annotations

import random

import pytest

from omi_report.disclosure.hidden import NOTHING, Hidden, hidden_in
from omi_report.inspection import Inspection
from omi_report.quantity import Quantity
from tests.samples import WESTMARK, inspected, random_cases, westmark_framework, westmark_with

MINIMUM = 5


@pytest.fixture(scope="module")
def inspection(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    cases = random_cases(westmark_framework(), 40, random.Random(11))
    return inspected(westmark_with(cases, tmp_path_factory.mktemp("areas")))


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
        if small(question.count, question.base)
    }
    assert figures
    assert questions
    assert figures <= hidden.figures
    assert questions <= hidden.questions


def test_a_figure_without_a_count_gives_nothing_away() -> None:
    inspection = inspected(WESTMARK)
    figure = inspection.figures["1.1/met"]
    assert isinstance(figure, Quantity)
    assert figure.count is None
    assert "1.1/met" not in hidden_in(inspection).figures


def test_a_section_is_hidden_with_its_criterion(inspection: Inspection, hidden: Hidden) -> None:
    sections = {
        section.number: {criterion.number for criterion in section.criteria} for section in inspection.scores.sections
    }
    assert {
        number for number, criteria in sections.items() if criteria & hidden.totals
    } == hidden.totals & sections.keys()


def test_an_area_without_evidence_hides_stated_counts_alone() -> None:
    found = hidden_in(inspected(WESTMARK))
    assert "1.1/safety-told" in found.figures
    assert (found.questions, found.totals) == (NOTHING.questions, NOTHING.totals)

"""What a number is, and where it stands."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from omi_report.document.explanation import Explanation, explain, meant_by
from omi_report.inspection import Inspection
from tests.samples import WESTMARK, inspected, random_cases, westmark_framework, westmark_with


@pytest.fixture(scope="module")
def westmark() -> Inspection:
    return inspected(WESTMARK)


def kinds(found: tuple[Explanation, ...]) -> list[str]:
    return [each.kind for each in found]


def test_a_figure_by_its_name_has_its_definition_and_every_place(westmark: Inspection) -> None:
    (found,) = explain(westmark, "1.1/met")
    assert found.kind == "figure"
    assert found.title.startswith("1.1/met, defined in ")
    assert found.steps[0].startswith("stated: ")
    assert {place.name for place in found.places} == {"1.1/met"}
    assert [place.where for place in found.places if "what is left of it" in place.where]
    assert explain(westmark, "met") == (found,)


def test_a_criterion_and_a_thread_are_scores(westmark: Inspection) -> None:
    threads = {thread.id: thread.title for thread in westmark.framework.threads}
    for name in ("1.1", "1", *threads):
        (found,) = explain(westmark, name)
        assert found.kind == "score"
        assert ("at the head of criterion 1.1" in found.title) == (name == "1.1")
        assert found.steps[0].startswith(threads.get(name, name))


def test_a_number_as_printed_may_be_a_figure_a_score_and_a_text(westmark: Inspection) -> None:
    assert kinds(explain(westmark, "95%")) == ["figure", "text"]
    assert kinds(explain(westmark, "80%")) == ["score", "text"]
    assert explain(westmark, "9,999") == ()


def test_a_question_says_how_it_was_answered(tmp_path: Path) -> None:
    cases = random_cases(westmark_framework(), 30, random.Random(3))
    found = explain(inspected(westmark_with(cases, tmp_path)), "1.1.1")
    assert found[0].kind == "question"
    assert any(step.startswith("evidence/cases.csv: ") for step in found[0].steps)


def test_a_name_that_is_nearly_right_is_found(westmark: Inspection) -> None:
    assert meant_by(westmark, "1.1/mett") == "did you mean 1.1/met?"
    assert meant_by(westmark, "zzz") == ""

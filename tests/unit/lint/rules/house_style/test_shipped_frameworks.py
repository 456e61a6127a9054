"""The wording of the frameworks that come with omi keeps the house style that areas are held to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.inspection import Inspection
from omi_report.lint.engine import CheckedRule, check
from omi_report.lint.registry import CHECKS
from omi_report.model.area import Prose
from omi_report.model.base import Text
from omi_report.model.facts import REPORT_SCOPE
from omi_report.model.framework import Framework
from omi_report.model.shipped import load_framework, shipped_frameworks
from omi_report.prose.parse import parse
from tests.samples import inspected

GOLDEN_AREA = Path(__file__).parents[4] / "golden" / "westmark"
RULES = [checked for checked in CHECKS if checked.rule.code.startswith("OMI5")]


def wording(framework: Framework) -> Iterator[str]:
    """Every text, question and title of a framework."""
    yield from (text for _path, text in framework.prose())
    yield from (band.conclusion for scale in framework.scales for band in scale.bands if band.conclusion)
    for section in framework.sections:
        yield section.title
        for criterion in section.criteria:
            yield criterion.title
            yield from (key_question.text for key_question in criterion.key_questions)
            yield from (question.text for question in criterion.asked)
    for survey in framework.surveys:
        yield from (question.text for question in survey.questions)
    for part in framework.parts:
        yield part.heading or part.kind
        yield from (block.heading for block in part.blocks)


def inspection_with(framework: Framework, texts: list[str]) -> Inspection:
    """The golden area with a framework's rules of house style, and other texts in the place of its own."""
    golden = inspected(GOLDEN_AREA)
    bare = replace(golden.area, framework=framework, parts={})
    proses = [Prose("framework", (index, "text"), REPORT_SCOPE, Text.of(text)) for index, text in enumerate(texts)]
    inspection = replace(golden, area=bare)
    vars(inspection)["texts"] = tuple((prose, parse(prose.text)) for prose in proses)
    return inspection


@pytest.mark.parametrize("name", shipped_frameworks())
@pytest.mark.parametrize("checked", RULES, ids=lambda checked: checked.rule.name)
def test_wording_keeps_house_style(name: str, checked: CheckedRule) -> None:
    framework = load_framework(name, PART_KINDS)
    texts = list(wording(framework))
    assert len(texts) > 100
    inspection = inspection_with(framework, texts)
    assert [problem.message for problem in check(inspection, [checked])] == []


def test_the_comparison_can_fail() -> None:
    inspection = inspection_with(load_framework("omi-2006", PART_KINDS), ["The the color of 3 inmates."])
    found = {problem.code for problem in check(inspection, RULES)}
    assert found == {"OMI502", "OMI504", "OMI507", "OMI513"}


def test_outdated_terms_are_in_order_and_listed_once() -> None:
    terms = load_framework("omi-2006", PART_KINDS).house_style.outdated_terms
    firsts = [term.avoid[0].casefold() for term in terms]
    assert all(before < after for before, after in pairwise(firsts))
    phrases = [phrase for term in terms for phrase in term.avoid]
    assert len(phrases) == len(set(phrases))

"""Kinds of finding are data of the framework: their keys, their words, their side."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.model.area import Area
from omi_report.model.criterion import Criterion, criterion_file, criterion_model, criterion_number
from omi_report.model.findings import DEFAULT_FINDINGS, FindingKind
from omi_report.model.load import load_area
from omi_report.model.outline import outline_of
from omi_report.problems import Problem
from omi_report.source.snapshot import Snapshot
from tests.own_findings import CONCERN, CREDIT, LAPSE, with_own_findings
from tests.readings import faults_of
from tests.samples import POLICY


def load(folder: Path) -> tuple[Area | None, list[Problem]]:
    loaded = load_area(Snapshot.of(folder), POLICY.kinds)
    return loaded.area, loaded.problems


@pytest.fixture
def area(small_area: Path) -> Area:
    area, problems = load(with_own_findings(small_area))
    assert not problems
    assert area is not None
    return area


def test_a_framework_that_names_none_has_strengths_and_areas_for_improvement(small_area: Path) -> None:
    area, _ = load(small_area)
    assert area is not None
    assert area.framework.findings == DEFAULT_FINDINGS
    assert [(kind.id, kind.key, kind.singular, kind.side) for kind in DEFAULT_FINDINGS] == [
        ("strength", "strengths", "strength", "good"),
        ("improvement", "improvements", "area for improvement", "poor"),
    ]


def test_a_criterion_has_a_list_for_each_kind_of_its_framework(area: Area) -> None:
    criterion = area.criteria["1.1"]
    texts = {kind.id: [str(finding.text) for finding in criterion.of_kind(kind)] for kind in criterion.finding_kinds}
    assert texts == {"credit": ["Plans were made."], "concern": ["One was late.", "One was thin."], "lapse": ["None."]}
    assert [str(finding.text) for finding in criterion.on_side("poor")] == ["One was late.", "One was thin.", "None."]


def test_findings_are_lettered_and_addressed_by_their_kind(area: Area) -> None:
    outline = outline_of(area)
    assert [each.place_id for each in outline.placed["1.1", "concern"]] == [
        "finding-1.1-concern-a",
        "finding-1.1-concern-b",
    ]
    assert outline.findings["1.1/thin"].kind == CONCERN


def test_texts_are_labelled_as_the_framework_calls_them(area: Area) -> None:
    labels = [prose.label for prose in area.prose() if prose.file == criterion_file("1.1")]
    assert labels == [
        "criterion 1.1, credit (a)",
        "criterion 1.1, cause for concern (a)",
        "criterion 1.1, cause for concern (b)",
        "criterion 1.1, lapse (a)",
    ]


OTHER_KEYS = ["score", "rating", "rating_reason", "key_questions", "percentages"]


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("concens", "did you mean «concerns»?"),
        ("strengths", f"known here: {', '.join(['criterion', *OTHER_KEYS, 'credits', 'concerns', 'lapses'])}"),
    ],
)
def test_a_list_that_the_framework_does_not_have_is_an_unknown_key(small_area: Path, key: str, hint: str) -> None:
    folder = with_own_findings(small_area)
    (folder / "criteria/1.10.yaml").write_text(f"criterion: 1.10\nscore: 51\n{key}:\n  - One.\n")
    _, (problem,) = load(folder)
    assert (problem.code, problem.location.line, problem.location.column) == ("OMI101", 3, 1)
    assert (problem.message, problem.hint) == (f"unknown key «{key}»", hint)


def test_a_finding_without_a_text_is_reported_in_its_list(small_area: Path) -> None:
    folder = with_own_findings(small_area)
    (folder / "criteria/1.10.yaml").write_text("criterion: 1.10\nlapses:\n  - id: late\n")
    _, (problem,) = load(folder)
    assert (problem.code, problem.location.line, problem.message) == ("OMI102", 3, "the key «text» is missing")


def test_an_id_may_not_read_like_the_letter_of_a_kind(small_area: Path) -> None:
    folder = with_own_findings(small_area)
    (folder / "criteria/1.10.yaml").write_text("criterion: 1.10\nlapses:\n  - {id: lapse-a, text: One.}\n")
    _, (problem,) = load(folder)
    assert (problem.code, problem.message.partition(" reads ")[0]) == ("OMI104", "the id «lapse-a»")


def test_criteria_are_not_judged_by_kinds_that_nobody_can_tell(small_area: Path) -> None:
    folder = with_own_findings(small_area)
    framework = folder / "framework.yaml"
    framework.write_text(framework.read_text().replace("side: good", "side: goood"))
    area, (problem,) = load(folder)
    assert area is None
    assert (problem.location.file, problem.message) == (
        f"{folder}/framework.yaml",
        "«goood» is not one of the words that may stand here",
    )


def test_criteria_are_judged_by_the_usual_kinds_where_a_broken_framework_names_none(small_area: Path) -> None:
    framework = small_area / "framework.yaml"
    framework.write_text(framework.read_text().replace("title: Small Inspection\n", ""))
    (small_area / "criteria/1.10.yaml").write_text("criterion: 1.10\nstrenghts:\n  - One.\n")
    _, problems = load(small_area)
    assert sorted(problem.hint for problem in problems) == ["add a line «title: …»", "did you mean «strengths»?"]


def test_one_model_serves_all_criteria_of_a_framework() -> None:
    kinds = (CREDIT, LAPSE)
    assert criterion_model(kinds) is criterion_model((CREDIT, LAPSE))
    assert issubclass(criterion_model(kinds), Criterion)


@pytest.mark.parametrize("key", ["Strengths", "good points", "1st", "_x", "x-y", ""])
def test_the_key_of_a_list_is_small_letters(key: str) -> None:
    written = {"id": "credit", "key": key, "singular": "credit", "plural": "credits", "side": "good"}
    assert faults_of(FindingKind, written) == [(("key",), "string_pattern_mismatch")]


def test_the_file_of_a_criterion_and_its_number_tell_each_other() -> None:
    assert criterion_number(criterion_file("4.10")) == "4.10"
    assert [criterion_number(name) for name in ("area.yaml", "criteria/1.1.md", "old/criteria/1.1.yaml")] == [""] * 3

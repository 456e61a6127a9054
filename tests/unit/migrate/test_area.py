"""All files of an area are changed together, each by what its framework says."""

from __future__ import annotations

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.migrate.area import FrameworkText, MigratedFiles, migrated_area

AREA = "area: Eastmark\nframework: own.yaml\nsample: {community: 4}\n"
PERFORMANCE = "period: May\nsource: Register\narea_grade: ahead\ndomains: [{name: Places, grade: ahead}]\n"
CONTEXT = "sample_notes: [One.]\n"
FRAMEWORK = """\
framework: own
title: Checks
report_title: Checks of {{ area }}
inspectorate: We
bands: [{id: good, name: Good, lowest: 0}]
performance_grades: [{id: ahead, name: Well ahead}]
sections: [{number: 1, title: A, judged_by: cases, criteria: [
  {number: 1.1, title: B, statement: C, shows_performance: yes}]}]
parts: [{kind: performance, heading: Measures, appendix: yes}, {kind: context, heading: Figures}]
"""


def run(framework: str = FRAMEWORK, *, own: bool = True, **files: str) -> MigratedFiles:
    named = {f"{name.replace('_', '.')}.yaml".replace("c1", "criteria/1"): text for name, text in files.items()}
    text = FrameworkText("areas/e/own.yaml", framework, "own.yaml" if own else "")
    return migrated_area({"area.yaml": AREA} | named, text, lambda name: f"areas/e/{name}", PART_KINDS)


def test_every_file_is_changed_by_its_framework() -> None:
    found = run(performance=PERFORMANCE, context=CONTEXT, c1_1="criterion: 1.1\nconclusion: good\n")
    assert sorted(found.drafts) == ["context.yaml", "criteria/1.1.yaml", "own.yaml", "performance.yaml"]
    assert found.undecided == found.notes == []
    assert found.changes["conclusion → rating"] == ["criteria/1.1.yaml"]
    assert found.drafts["criteria/1.1.yaml"] == (
        "criterion: 1.1\nconclusion: good\n",
        "criterion: 1.1\nrating: good\n",
    )
    performance = found.drafts["performance.yaml"][1]
    assert performance is not None
    assert "Area score: **Well ahead**" in performance
    assert "caption: Results of Eastmark by domain, May (Register)" in performance
    assert "{appendix}`~performance`" in performance
    assert "id: sample" in str(found.drafts["context.yaml"][1])


def test_a_framework_of_today_says_the_same_of_it() -> None:
    former = run(performance=PERFORMANCE)
    again = run(str(former.drafts["own.yaml"][1]), performance=PERFORMANCE)
    assert again.drafts == {"performance.yaml": former.drafts["performance.yaml"]}


def test_nothing_is_left_to_change_in_what_was_changed() -> None:
    found = run(performance=PERFORMANCE, context=CONTEXT, c1_1="criterion: 1.1\ngrade: good\n")
    texts = {name: str(after) for name, (_, after) in found.drafts.items()}
    framework = FrameworkText("areas/e/own.yaml", texts.pop("own.yaml"), "own.yaml")
    again = migrated_area({"area.yaml": AREA} | texts, framework, str, PART_KINDS)
    assert again == MigratedFiles()


def test_a_file_is_named_after_its_part() -> None:
    framework = FRAMEWORK.replace("{kind: performance,", "{kind: performance, id: measures,")
    found = run(framework, performance=PERFORMANCE)
    assert found.drafts["performance.yaml"] == (PERFORMANCE, None)
    before, after = found.drafts["measures.yaml"]
    assert before is None
    assert "{appendix}`~measures`" in str(after)


def test_a_name_that_is_taken_is_undecided() -> None:
    framework = FRAMEWORK.replace("{kind: performance,", "{kind: performance, id: measures,")
    found = run(framework, performance=PERFORMANCE, measures="blocks: []\n")
    assert found.drafts == {}
    assert [str(each.place) for each in found.undecided] == ["areas/e/performance.yaml:1:1"]


def test_where_one_file_is_undecided_none_is_changed() -> None:
    found = run(performance="domains: 1\n", context=CONTEXT, c1_1="grade: good\n")
    assert found == MigratedFiles(undecided=found.undecided)
    assert {each.place.file for each in found.undecided} == {"areas/e/performance.yaml"}


def test_a_file_that_no_part_prints_stays_and_is_named() -> None:
    framework = FRAMEWORK.replace(", {kind: context, heading: Figures}", "")
    found = run(framework, context=CONTEXT)
    assert sorted(found.drafts) == ["own.yaml"]
    (note,) = found.notes
    assert str(note.place) == "areas/e/context.yaml:1:1"
    assert note.message == "no part of the framework prints this file, and from now on no file is read without one"


@pytest.mark.parametrize("own", [True, False])
def test_a_framework_that_is_no_file_of_the_area_is_left_and_named(own: bool) -> None:
    found = run(own=own)
    assert ("own.yaml" in found.drafts) == own
    hints = [] if own else ["`omi migrate areas/e/own.yaml` changes it"]
    assert [each.hint for each in found.notes] == hints

"""A framework of one piece: every name stands for one thing, and every thing named is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from omi_report.document.kinds import PART_KINDS
from omi_report.model.consistency import flaws
from omi_report.model.framework import Framework
from omi_report.model.load import load_area
from omi_report.model.shipped import load_framework, shipped_frameworks
from omi_report.source.snapshot import Snapshot
from tests.conftest import SMALL_AREA
from tests.readings import soundly


@pytest.mark.parametrize("name", shipped_frameworks())
def test_the_frameworks_that_come_with_omi_are_of_one_piece(name: str) -> None:
    assert not list(flaws(load_framework(name, PART_KINDS), PART_KINDS))


def changed(*path: str | int, to: Any) -> Framework:
    """The small framework of the tests with another value at a path."""
    data = yaml.load(SMALL_AREA["framework.yaml"], Loader=yaml.BaseLoader)
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return soundly(Framework, data)


STANDARD = {"kind": "standard-text", "text": "This is always said."}
WELL = {"id": "well", "text": "Well?"}
STAFF = {"id": "staff", "title": "Staff", "questions": [WELL]}
ASKED = [{"id": "1.1.1", "text": "Was there a plan?", "summary": "yes"}]


@pytest.mark.parametrize(
    ("path", "to", "message"),
    [
        (("sections", 0, "criteria", 1, "number"), "1.1", "there is a second criterion «1.1»"),
        (("sections", 1, "criteria", 0, "number"), "3.1", "the criterion 3.1 stands in section 2"),
        (("scales", 0, "bands", 1, "id"), "good", "there is a second band «good»"),
        (("scales", 0, "bands", 1, "lowest"), "5", "scores under 5 fall into no band"),
        (("scales", 1, "bands", 1, "id"), "met", "there is a second band «met»"),
        (
            ("scales", 0, "bands", 1, "look"),
            "1",
            "«good» and «poor» have the same look, 1: readers could not tell them apart",
        ),
        (
            ("scales", 1, "bands", 0, "look"),
            "2",
            "«met» and «not-met» have the same look, 2: readers could not tell them apart",
        ),
        (
            ("scales", 0, "bands", 0, "look"),
            "4",
            "«poor» is worse than «good» and has a better look: 2, after 4",
        ),
        (("threads", 0, "sections"), ["1", "7"], "there is no section 7"),
        (("parts", 4), {"kind": "foreword", "heading": "Again"}, "there is a second part of the kind «foreword»"),
        (
            ("parts", 4),
            {"kind": "foreword", "id": "again", "heading": "Again"},
            "there is a second part of the kind «foreword»",
        ),
        (
            ("parts", 4),
            STANDARD | {"id": "scoring", "heading": "Scoring"},
            "there is a second part «scoring»",
        ),
        (("parts", 4), {"kind": "forword"}, "there is no kind of part «forword»"),
        (("parts", 7, "id"), "summary", "there is a second part «summary»"),
        (
            ("surveys",),
            [STAFF] * 2,
            "there is a second survey «staff»",
        ),
        (
            ("surveys",),
            [{"id": "staff", "title": "Staff", "questions": [WELL] * 2}],
            "there is a second question of the survey «well»",
        ),
        (
            ("sections", 0, "criteria", 0, "questions"),
            [ASKED[0], ASKED[0] | {"summary": "no"}],
            "there is a second question «1.1.1»",
        ),
        (
            ("sections", 0, "criteria", 0, "questions"),
            [ASKED[0], ASKED[0] | {"id": "1.1.2", "text": "Was it kept?"}],
            "criterion 1.1 has more than one summary question",
        ),
        (
            ("sections", 0, "criteria", 0, "questions"),
            [ASKED[0] | {"threads": ["safty"]}],
            "there is no thread «safty»",
        ),
        (
            ("sections", 0, "criteria", 0, "questions"),
            [ASKED[0] | {"applies_to": {"sex": "f"}}],
            "there is no attribute «sex»",
        ),
    ],
)
def test_each_flaw_is_found(path: tuple[str | int, ...], to: Any, message: str) -> None:
    assert [flaw.message for flaw in flaws(changed(*path, to=to), PART_KINDS)] == [message]


def test_a_second_summary_question_is_told_of_at_its_own_place() -> None:
    asked = [ASKED[0], ASKED[0] | {"id": "1.1.2", "text": "Was it kept?"}]
    (flaw,) = flaws(changed("sections", 0, "criteria", 0, "questions", to=asked), PART_KINDS)
    assert flaw.path == ("sections", 0, "criteria", 0, "questions", 1, "summary")


def test_a_criterion_is_moved_to_no_section_that_there_is_not() -> None:
    (flaw,) = flaws(changed("sections", 0, "criteria", 0, "number", to="9.1"), PART_KINDS)
    assert flaw.hint.startswith("number it 1.")
    assert "move" not in flaw.hint


def test_a_section_that_is_numbered_twice_has_criteria_of_another() -> None:
    found = flaws(changed("sections", 1, "number", to="1"), PART_KINDS)
    assert {flaw.message for flaw in found} == {
        "there is a second section «1»",
        "the criterion 2.1 stands in section 1",
    }


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({"kind": "summary"}, "the part «summary» has no heading"),
        (STANDARD | {"id": "scales", "appendix": "yes"}, "the part «scales» has no heading"),
    ],
)
def test_a_part_needs_a_heading(part: dict[str, str], message: str) -> None:
    (flaw,) = flaws(changed("parts", 4, to=part), PART_KINDS)
    assert (flaw.rule.code, flaw.path, flaw.message) == ("OMI102", ("parts", 4, "kind"), message)
    assert flaw.hint.startswith("add «heading: …»")


def test_a_heading_is_not_asked_of_parts_that_have_one_of_their_own() -> None:
    assert [kind.id for kind in PART_KINDS.values() if kind.names_itself] == ["title-page", "sections", "back-cover"]
    assert not list(flaws(changed("parts", to=[{"kind": "title-page"}, {"kind": "sections"}]), PART_KINDS))


@pytest.mark.parametrize("kind", [kind.id for kind in PART_KINDS.values() if kind.leads_to_criteria])
def test_nothing_leads_to_criteria_that_no_part_prints(kind: str) -> None:
    parts = [{"kind": kind, "heading": "Here"}]
    (flaw,) = flaws(changed("parts", to=parts), PART_KINDS)
    assert (flaw.rule.code, flaw.path, flaw.key) == ("OMI108", ("parts",), True)
    assert flaw.message == "no part prints the sections, and the report refers to them"
    assert flaw.hint == f"add «- kind: sections», or remove the parts that lead there: {kind}"
    assert not list(flaws(changed("parts", to=[*parts, {"kind": "sections"}]), PART_KINDS))


def test_a_report_that_leads_nowhere_needs_no_sections() -> None:
    assert not list(flaws(changed("parts", to=[{"kind": "summary", "heading": "Summary"}]), PART_KINDS))


STRENGTH = {"id": "strength", "key": "strengths", "singular": "strength", "plural": "strengths", "side": "good"}


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"id": "strength"}, "there is a second kind of finding «strength»"),
        ({"key": "strengths"}, "there is a second list of findings «strengths»"),
        ({"key": "rating"}, "the key «rating» stands for something else in the file of a criterion"),
    ],
)
def test_kinds_of_finding_have_ids_and_keys_of_their_own(other: dict[str, str], message: str) -> None:
    concern = {"id": "concern", "key": "concerns", "singular": "concern", "plural": "concerns", "side": "poor"}
    framework = changed("findings", to=[STRENGTH, concern | other])
    assert [flaw.message for flaw in flaws(framework, PART_KINDS)] == [message]


BOX = {"id": "example", "name": "Example", "side": "good"}


def test_kinds_of_box_have_ids_of_their_own() -> None:
    (flaw,) = flaws(changed("boxes", to=[BOX, BOX]), PART_KINDS)
    assert (flaw.path, flaw.message) == (("boxes", 1, "id"), "there is a second kind of box «example»")


@pytest.mark.parametrize(
    ("key", "what"), [("findings", "findings of the kind «strength»"), ("boxes", "boxes of the kind «example»")]
)
def test_every_kind_of_finding_and_of_box_is_printed_somewhere(key: str, what: str) -> None:
    kinds = {"findings": STRENGTH, "boxes": BOX}
    parts = [{"kind": "foreword", "heading": "Here"}]
    data = yaml.load(SMALL_AREA["framework.yaml"], Loader=yaml.BaseLoader)
    (flaw,) = flaws(soundly(Framework, data | {key: [kinds[key]], "parts": parts}), PART_KINDS)
    assert (flaw.rule.code, flaw.path, flaw.message) == ("OMI108", (key, 0, "id"), f"no part prints {what}")
    assert flaw.hint.startswith("add «- kind: sections")
    sound = soundly(Framework, data | {key: [kinds[key]], "parts": [*parts, {"kind": "sections"}]})
    assert not list(flaws(sound, PART_KINDS))


CONCERN = {"id": "concern", "key": "concerns", "singular": "concern", "plural": "concerns", "side": "poor"}
REGION = {"id": "region", "heading": "The region should:"}
RECOMMENDATIONS = {"kind": "recommendations", "heading": "Recommendations"}


def test_addressees_have_ids_of_their_own() -> None:
    data = yaml.load(SMALL_AREA["framework.yaml"], Loader=yaml.BaseLoader)
    data |= {"recommendations": {"addressees": [REGION, REGION]}}
    data["parts"].append(RECOMMENDATIONS)
    (flaw,) = flaws(soundly(Framework, data), PART_KINDS)
    assert (flaw.path, flaw.message) == (
        ("recommendations", "addressees", 1, "id"),
        "there is a second addressee «region»",
    )


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        ({"recommendations": {"addressees": [REGION]}}, ("recommendations",)),
        ({"findings": [CONCERN | {"urgent": "yes"}]}, ("findings", 0, "urgent")),
        ({"findings": [CONCERN | {"recommendations": "yes"}]}, ("findings", 0, "recommendations")),
    ],
)
def test_recommendations_need_a_part(keys: dict[str, Any], path: tuple[str | int, ...]) -> None:
    data = yaml.load(SMALL_AREA["framework.yaml"], Loader=yaml.BaseLoader) | keys
    (flaw,) = flaws(soundly(Framework, data), PART_KINDS)
    assert (flaw.rule.code, flaw.path, flaw.key) == ("OMI108", path, True)
    assert flaw.message == "no part of the report holds recommendations"
    data["parts"].append(RECOMMENDATIONS)
    assert not list(flaws(soundly(Framework, data), PART_KINDS))


def test_standard_texts_may_be_several_if_their_ids_differ() -> None:
    assert not list(flaws(changed("parts", 4, to=STANDARD | {"id": "other", "heading": "Other"}), PART_KINDS))


def test_a_kind_of_part_that_there_is_not_is_reported_with_the_one_that_is_meant(small_area: Path) -> None:
    file = small_area / "framework.yaml"
    file.write_text(file.read_text().replace("kind: foreword", "kind: forword"))
    found = [
        (p.code, p.location.line, p.location.column, p.hint)
        for p in load_area(Snapshot.of(small_area), PART_KINDS).problems
    ]
    assert found == [("OMI104", 37, 12, "did you mean «foreword»?")]


def test_a_flaw_is_reported_at_its_place_and_the_framework_is_not_used(small_area: Path) -> None:
    file = small_area / "framework.yaml"
    file.write_text(file.read_text().replace("sections: [1]}", "sections: [1, 12]}").replace("lowest: 0", "lowest: 9"))
    loaded = load_area(Snapshot.of(small_area), PART_KINDS)
    assert loaded.area is None
    found = [(p.code, p.location.line, p.location.column, p.length) for p in loaded.problems]
    assert found == [("OMI108", 22, 47, 2), ("OMI108", 10, 40, 1)]


def test_a_back_cover_is_said_in_vain_where_no_report_has_an_isbn() -> None:
    framework = changed("parts", to=[{"kind": "sections"}, {"kind": "back-cover"}])
    assert not list(flaws(framework, PART_KINDS))
    (flaw,) = flaws(framework.replaced(isbn="none"), PART_KINDS)
    assert (flaw.path, flaw.hint) == (("parts", 1, "kind"), "remove the part, or «isbn: none»")
    assert "it is never printed" in flaw.message


@pytest.mark.parametrize(("prefix", "wrong"), [("C", True), ("c", True), ("AP", False)])
def test_a_prefix_makes_no_numbers_that_read_like_those_of_criteria(prefix: str, wrong: bool) -> None:
    data = yaml.load(SMALL_AREA["framework.yaml"], Loader=yaml.BaseLoader)
    for section in data["sections"]:
        for criterion in section["criteria"]:
            criterion["number"] = f"C{criterion['number']}"
    data["findings"] = [STRENGTH | {"mark": "numbers", "prefix": prefix}]
    found = [flaw for flaw in flaws(soundly(Framework, data), PART_KINDS) if flaw.path[-1] == "prefix"]
    assert [flaw.message for flaw in found] == [f"«{prefix}1» would read like the number C1.1"] * wrong


def test_answers_on_one_side_are_told_of_the_last_of_them() -> None:
    answers = [{"id": "met", "name": "Met", "line": "above"}, {"id": "unmet", "name": "Unmet", "line": "above"}]
    found = [flaw for flaw in flaws(changed("answers", to=answers), PART_KINDS) if flaw.path[0] == "answers"]
    assert [(flaw.path, flaw.key) for flaw in found] == [(("answers", 1, "line"), False)]

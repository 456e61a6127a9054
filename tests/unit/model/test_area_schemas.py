"""The schemas of an area know the names of its framework, and refuse all others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.model.choice_schema import NOTHING, keyed, one_of
from omi_report.model.framework_file import read_framework
from omi_report.model.schema import area_schemas, described_in_area
from omi_report.model.shipped import load_framework, shipped_frameworks, usable
from omi_report.model.vocabulary import Choice, Vocabulary

HARBOUR = Path(__file__).parents[2] / "harbour.yaml"
FRAMEWORK = usable(read_framework(HARBOUR.read_bytes(), "harbour.yaml", "harbour.yaml", PART_KINDS))
SCHEMAS = area_schemas(FRAMEWORK, PART_KINDS)


def keeps(name: str, data: Any) -> bool:
    """Whether a file keeps its schema."""
    return jsonschema.Draft202012Validator(SCHEMAS[name]).is_valid(data)


def walls(**more: Any) -> dict[str, Any]:
    return {"criterion": "H1.1", **more}


def figure(**keys: Any) -> dict[str, Any]:
    return walls(percentages={"a": keys})


BOX = {"kind": "good-idea", "text": "Paint."}
DONE = {"text": "Paint it.", "to": "town"}


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("criterion", walls(), {"criterion": "H1.2"}),
        ("criterion", {"criterion": "H 1.10"}, {"criterion": "H  1.10"}),
        ("criterion", {"criterion": 2.10}, {"criterion": 2.2}),
        ("criterion", {"criterion": "2.10"}, {"criterion": "2.1"}),
        ("criterion", walls(rating="sound"), walls(rating="good")),
        ("criterion", walls(rating="leaky"), walls(rating="yes")),
        ("criterion", {"criterion": "H1.10", "rating": True}, {"criterion": "H1.10", "rating": "sound"}),
        ("criterion", {"criterion": "2.10"}, {"criterion": "2.10", "rating": "sound"}),
        ("criterion", walls(praises=["Whole."]), walls(strengths=["Whole."])),
        ("criterion", walls(key_questions={"walls-whole": {"rating": "leaky"}}), walls(key_questions={"walls": {}})),
        (
            "criterion",
            walls(key_questions={"walls-whole": {"score": 64}}),
            walls(key_questions={"walls-whole": {"rating": "no"}}),
        ),
        (
            "criterion",
            walls(key_questions={"walls-whole": {}}),
            {"criterion": "H1.10", "key_questions": {"walls-whole": {}}},
        ),
        ("criterion", figure(question="1.1.1"), figure(question="1.1.9")),
        ("criterion", figure(question="feels-safe", survey="skippers"), figure(question="feels-safe", survey="crews")),
        (
            "criterion",
            figure(question="1.1.1", where={"berth": "inner"}),
            figure(question="1.1.1", where={"pier": "inner"}),
        ),
        (
            "criterion",
            figure(question="1.1.1", where={"berth": ["inner", "outer"]}),
            figure(question="1", where={"berth": "x"}),
        ),
        (
            "criterion",
            figure(question="1.1.1", where={"insured": True}),
            figure(question="1.1.1", where={"insured": "so"}),
        ),
        ("criterion", figure(question="1.1.1", where={"year": 1}), figure(question="1.1.1", where={"year": 3})),
        (
            "criterion",
            figure(question="feels-safe", survey="skippers", where={"flag": "home"}),
            figure(question="feels-safe", survey="skippers", where={"flag": "inner"}),
        ),
        ("criterion", walls(boxes=[BOX]), walls(boxes=[BOX | {"kind": "bad-idea"}])),
        ("recommendations", {"recommendations": [DONE]}, {"recommendations": [DONE | {"to": "crown"}]}),
        ("recommendations", {"recommendations": [DONE]}, {"recommendations": [{"text": "Paint it."}]}),
        (
            "recommendations",
            {"recommendations": [DONE | {"criteria": ["H1.1", 2.10]}]},
            {"recommendations": [DONE | {"criteria": ["H1.2"]}]},
        ),
        ("ratings", {"overall": {"rating": "yes"}}, {"overall": {"rating": "sound"}}),
        ("ratings", {"sections": {"H1": {"rating": "sound"}}}, {"sections": {"H1": {"rating": "yes"}}}),
        ("ratings", {"sections": {"H 1": {"score": 9}}}, {"sections": {"3": {"score": 9}}}),
        ("ratings", {"threads": {"weather": {}}}, {"threads": {"whether": {}}}),
        ("ratings", {}, {"threads": {"weather": {"rating": "sound"}}}),
        (
            "ratings",
            {"previous": {"inspected": "2019-05", "overall": "no", "criteria": {"H1.10": "no"}}},
            {"previous": {"inspected": "2019-05", "criteria": {"H1.10": "leaky"}}},
        ),
        ("at-a-glance", {"text": "All is well."}, {"txt": "All is well."}),
        (
            "area",
            {"area": "Quay", "inspected": "2024-05", "sample": {"inner": 3}},
            {"area": "Quay", "inspected": "2024-05", "sample": {"upper": 3}},
        ),
    ],
)
def test_what_the_framework_has_is_right_and_all_else_is_wrong(name: str, right: Any, wrong: Any) -> None:
    assert keeps(name, right)
    assert not keeps(name, wrong)


def test_an_editor_is_told_what_each_name_stands_for() -> None:
    number, *_forms = SCHEMAS["criterion"]["properties"]["criterion"]["anyOf"]
    assert dict(zip(number["enum"], number["enumDescriptions"], strict=True)) == {"H1.1": "Walls", "H1.10": "Lights"}
    rating = SCHEMAS["criterion"]["allOf"][0]["then"]["properties"]["rating"]
    assert rating == {"enum": ["sound", "leaky"], "enumDescriptions": ["Sound, from 60", "Leaky, from 0"]}
    where = SCHEMAS["criterion"]["$defs"]["Percentage"]["anyOf"][1]["properties"]["where"]["properties"]
    assert where["insured"]["description"] == "Insurance"
    assert where["insured"]["anyOf"][0]["anyOf"][0]["enumDescriptions"] == ["Insured", "Not insured"]
    sections = SCHEMAS["ratings"]["properties"]["sections"]["properties"]
    assert {key: schema["description"] for key, schema in sections.items()} == {
        "H1": "Walls and lights",
        "H 1": "Walls and lights",
        "2": "Papers",
    }
    assert SCHEMAS["criterion"]["properties"]["rating"]["description"].startswith("what inspectors judge")


def test_each_part_with_a_file_of_its_own_has_a_schema() -> None:
    described = described_in_area(FRAMEWORK, PART_KINDS)
    assert described["at-a-glance"].file == "at-a-glance.yaml"
    assert set(described) == set(SCHEMAS)
    assert "text" not in SCHEMAS


@pytest.mark.parametrize("name", [*shipped_frameworks(), "harbour"])
def test_they_are_sound_schemas_and_can_be_written(name: str) -> None:
    schemas = SCHEMAS if name == "harbour" else area_schemas(load_framework(name, PART_KINDS), PART_KINDS)
    assert len(schemas) > 5
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(json.loads(json.dumps(schema)))


@pytest.mark.parametrize(
    ("names", "right", "wrong"),
    [
        (["good", "poor"], ["good"], ["bad", 1, True]),
        (["1.1", "1.2"], [1.1, "1.1", "1.2"], [1.3, "1.10", "1.1 "]),
        (["1.10"], [1.1, "1.10"], ["1.1", 1.11]),
        (["1", "2"], [1, "2"], [3, "3"]),
        (["yes", "no"], ["yes", True, False], ["maybe", 1]),
        (["1.2.10"], ["1.2.10"], ["1.2.1", "1a2.10", 1.2]),
    ],
)
def test_a_name_may_be_written_in_each_form_that_an_editor_reads(
    names: list[str], right: list[Any], wrong: list[Any]
) -> None:
    schema = one_of(tuple(map(Choice, names)))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert all(validator.is_valid(value) for value in right)
    assert not any(validator.is_valid(value) for value in wrong)


def test_what_is_offered_is_what_omi_reads() -> None:
    assert one_of((Choice("1.9"), Choice("1.10")))["anyOf"][0] == {"enum": [1.9]}, "of 1.10 an editor would write 1.1"


def test_of_no_names_none_may_stand_there() -> None:
    assert one_of(()) == NOTHING
    assert not jsonschema.Draft202012Validator(keyed((), {})).is_valid({"a": 1})


def test_a_framework_has_no_other_names() -> None:
    with pytest.raises(KeyError):
        Vocabulary(FRAMEWORK).choices("harbour")

"""Boxes: what may stand in one, and the addresses that they have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from omi_report.model.area import Area
from omi_report.model.base import Text
from omi_report.model.boxes import BoxEntry, boxes_of
from omi_report.model.criterion import criterion_model
from omi_report.model.load import load_area
from omi_report.model.outline import outline_of
from omi_report.model.record import Record
from omi_report.problems import Problem
from omi_report.source.snapshot import Snapshot
from tests.conftest import SMALL_AREA, write_files
from tests.samples import POLICY, inspected
from tests.visits import write_visits


def load(folder: Path) -> tuple[Area | None, list[Problem]]:
    loaded = load_area(Snapshot.of(folder), POLICY.kinds)
    return loaded.area, loaded.problems


class Chapter(Record):
    """A file of a part that has boxes."""

    boxes: tuple[BoxEntry, ...] = ()


def box(name: str | None = None) -> BoxEntry:
    return BoxEntry(kind="example", id=name, text=Text.of("One."))


def test_a_box_in_a_part_is_addressed_by_the_part(small_area: Path) -> None:
    area, _ = load(small_area)
    assert area is not None
    area = replace(area, parts={**area.parts, "foreword.yaml": Chapter(boxes=(box("a-b"), box(), box("a-b")))})
    assert [(each.id, each.also) for each in outline_of(area).boxes["foreword.yaml"]] == [
        ("box-foreword--a-b", ()),
        ("box-foreword--2", ()),
        ("box-foreword--3", ()),
    ]


def test_what_has_no_list_of_boxes_has_none(small_area: Path) -> None:
    area, _ = load(small_area)
    assert area is not None
    assert {boxes_of(content) for _file, _kind, content in area.contents()} == {()}
    assert outline_of(area).boxes == {}


def test_a_framework_without_kinds_of_box_has_none_under_its_criteria(small_area: Path) -> None:
    (small_area / "criteria/1.10.yaml").write_text("criterion: 1.10\nboxes: []\n")
    _, (problem,) = load(small_area)
    assert (problem.code, problem.location.line, problem.message) == ("OMI101", 2, "unknown key «boxes»")
    assert "boxes" not in criterion_model().keys


@pytest.mark.parametrize(
    ("boxes", "messages"),
    [
        ("[{id: example, name: Example, side: good}]", ["the key «title» is missing"]),
        ("[{id: example, name: Example}]", ["the key «title» is missing", "the key «side» is missing"]),
        ("[]", ["the key «title» is missing", "unknown key «boxes»"]),
    ],
)
def test_boxes_are_known_where_the_framework_names_them_or_may_name_them(
    tmp_path: Path, boxes: str, messages: list[str]
) -> None:
    wrong = SMALL_AREA["framework.yaml"].replace("title: Small Inspection\n", f"boxes: {boxes}\n")
    files = SMALL_AREA | {"framework.yaml": wrong, "criteria/1.10.yaml": "criterion: 1.10\nboxes: []\n"}
    _, problems = load(write_files(tmp_path, files))
    assert sorted(problem.message for problem in problems) == sorted(messages)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("    id: kitchen\n", "    id: '3'\n", 22, "the id «3» reads like the address that an entry has by its number"),
        ("    id: kitchen\n", "    name: kitchen\n", 22, "unknown key «name»"),
        ("  - kind: case-study\n    text: |\n", "  - text: |\n", 27, "the key «kind» is missing"),
    ],
)
def test_a_box_that_is_not_as_it_should_be(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    _, problems = load(write_visits(tmp_path, {"criteria/1.1.yaml": (old, new)}))
    assert [(each.location.line, each.message) for each in problems] == [(line, message)]


def test_a_finding_of_a_kind_with_numbers_has_no_id_like_one(tmp_path: Path) -> None:
    _, (problem,) = load(write_visits(tmp_path, {"criteria/1.2.yaml": ("id: medicines", "id: concern-1")}))
    assert problem.message == "the id «concern-1» reads like the address that an entry has by its number"


def test_ids_are_made_for_boxes(tmp_path: Path) -> None:
    from omi_report.workspace.ids import give_ids

    given = give_ids(write_visits(tmp_path))
    _before, after = given.checked.drafts["criteria/1.1.yaml"]
    assert "  - id: move-planned-four-months\n    kind: case-study\n" in after
    assert given.left == ()


def test_an_unknown_kind_of_box_is_found(tmp_path: Path) -> None:
    area = inspected(write_visits(tmp_path)).area
    assert area.framework.names("kind of box") == ["good-example", "poor-example", "case-study"]

"""A part of a kind that repeats has a file of its own, named by the part."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.build import validate
from omi_report.document.kinds import PART_KINDS
from omi_report.inspection import Inspection, inspect
from omi_report.model.framework import FrameworkPart
from omi_report.model.part_files import kind_of_part, kinds_in_area, part_file
from omi_report.problems import Problem
from omi_report.scaffold.area import scaffold
from omi_report.source.snapshot import Snapshot
from tests.conftest import SMALL_AREA, write_files
from tests.samples import POLICY, inspected

TWO_TEXTS = """\
  - {kind: text, id: key-messages, heading: Key messages}
  - {kind: text, id: the-area, heading: The area, appendix: yes}
"""
TEXTS = {
    "key-messages.yaml": "percentages: {first: 15 of 20}\ntext: |\n  In {{ first }} of cases a plan was there.\n",
    "the-area.yaml": "text: |\n  As {part}`key-messages` says, {{ key-messages/first }}.\n",
}


def area_with(folder: Path, parts: str, files: dict[str, str]) -> Path:
    return write_files(folder, files | {"framework.yaml": SMALL_AREA["framework.yaml"] + parts})


def problems_of(folder: Path) -> list[Problem]:
    return list(inspect(Snapshot.of(folder), POLICY).problems)


def test_each_part_is_read_from_its_own_file(small_area: Path) -> None:
    area = inspected(area_with(small_area, TWO_TEXTS, TEXTS)).area
    assert [(file, kind.scope) for file, kind, _ in area.contents() if kind.id == "text"] == [
        ("key-messages.yaml", "key-messages"),
        ("the-area.yaml", "the-area"),
    ]
    assert [(prose.label, prose.scope) for prose in area.prose() if prose.file in TEXTS] == [
        ("key-messages text", "key-messages"),
        ("the-area text", "the-area"),
    ]
    assert [named.full_name for named in area.named_percentages() if named.scope == "key-messages"] == [
        "key-messages/first"
    ]
    assert area.homes_of("the-area") == ["the-area.yaml"]


def test_nothing_is_wrong_with_such_an_area(small_area: Path) -> None:
    found = validate(area_with(small_area, TWO_TEXTS, TEXTS)).problems
    assert [each for each in found if Path(each.location.file).name in TEXTS] == []


def test_a_file_that_is_missing_is_named(small_area: Path) -> None:
    folder = area_with(small_area, TWO_TEXTS, {"key-messages.yaml": TEXTS["key-messages.yaml"]})
    (problem,) = problems_of(folder)
    assert (problem.message, Path(problem.location.file).name) == ("the file is missing", "the-area.yaml")


def test_the_file_of_no_part_is_a_stray_one(small_area: Path) -> None:
    folder = area_with(small_area, TWO_TEXTS, TEXTS | {"key-message.yaml": "text: Lost.\n"})
    (problem,) = problems_of(folder)
    hint = "«key-messages.yaml» is there already: if this is a copy, remove it, or move it out of the area's folder"
    assert (problem.message, problem.hint) == ("no such file is read", hint)


def test_what_is_wrong_in_it_stands_at_its_line(small_area: Path) -> None:
    folder = area_with(small_area, TWO_TEXTS, TEXTS | {"the-area.yaml": "text: |\n  Here.\nsignatory: Ada\n"})
    (problem,) = problems_of(folder)
    assert (Path(problem.location.file).name, problem.location.line, problem.code) == ("the-area.yaml", 3, "OMI101")


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("area", "what says which inspection this is"),
        ("good-practice", "the part «good-practice»"),
    ],
)
def test_a_part_may_not_take_the_file_of_another(small_area: Path, name: str, owner: str) -> None:
    stories = "  - {kind: good-practice, id: stories, heading: Stories}\n"
    folder = area_with(small_area, f"{stories}  - {{kind: text, heading: More, id: {name}}}\n", {})
    (problem,) = problems_of(folder)
    assert problem.message == f"the file {name}.yaml would be this part's, and it is that of {owner}"
    line = (folder / "framework.yaml").read_text().splitlines()[problem.location.line - 1]
    assert line[problem.location.column - 1 :] == f"{name}}}"


def test_a_name_that_is_given_twice_is_said_once(small_area: Path) -> None:
    folder = area_with(small_area, "  - {kind: text, heading: More, id: foreword}\n", {})
    assert [problem.message for problem in problems_of(folder)] == ["there is a second part «foreword»"]


def test_nor_that_of_the_framework(small_area: Path) -> None:
    folder = area_with(small_area, "  - {kind: text, heading: More, id: framework}\n", {})
    messages = [problem.message for problem in problems_of(folder)]
    assert "the file framework.yaml would be this part's, and it is that of the framework" in messages


def test_it_may_have_the_file_of_a_kind_that_the_report_does_without(small_area: Path) -> None:
    parts = "  - {kind: text, heading: Good practice, id: good-practice}\n"
    folder = area_with(small_area, parts, {"good-practice.yaml": "text: |\n  Much was good.\n"})
    inspection = inspected(folder)
    assert inspection.problems == ()
    assert inspection.area.content(PART_KINDS["good-practice"]) is None
    assert [prose.label for prose in inspection.area.prose() if prose.file == "good-practice.yaml"] == [
        "good-practice text"
    ]


def test_a_part_without_an_id_has_no_file(small_area: Path) -> None:
    folder = area_with(small_area, "  - {kind: text, heading: More}\n", {})
    (problem,) = problems_of(folder)
    assert (problem.code, problem.message) == ("OMI102", "a part of the kind «text» has no id")
    assert not isinstance(inspect(Snapshot.of(folder), POLICY), Inspection)


def test_a_new_area_has_the_files(small_area: Path) -> None:
    framework = inspected(area_with(small_area, TWO_TEXTS, TEXTS)).framework
    files = scaffold(framework, PART_KINDS, "Southfold", "2024-05")
    assert files["key-messages.yaml"].splitlines()[:2] == [
        "# yaml-language-server: $schema=.schema/key-messages.json",
        "# Key messages. Leave a blank line between paragraphs; *stars* give emphasis.",
    ]
    assert ".schema/key-messages.json" in files
    assert "ID.yaml" not in files


def test_a_kind_with_one_file_keeps_it(small_area: Path) -> None:
    framework = inspected(small_area).framework
    part = FrameworkPart(kind="foreword", heading="Foreword")
    assert kind_of_part(part, PART_KINDS) is PART_KINDS["foreword"]
    assert "text" not in [kind.id for kind in kinds_in_area(framework, PART_KINDS)]
    assert part_file("key-messages") == "key-messages.yaml"

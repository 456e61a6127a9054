"""A framework that is wrong in one place: what else is wrong, in it and in its area, is found beside that."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.model.consistency import flaws
from omi_report.model.framework import Framework
from omi_report.model.framework_file import ReadFramework, read_framework
from omi_report.model.half_read import HalfRead, UnsoundError
from omi_report.model.load import load_area
from omi_report.model.shipped import load_framework
from omi_report.source.snapshot import Snapshot
from tests.conftest import SMALL_AREA, write_files

TEXT = SMALL_AREA["framework.yaml"]


def read(*changes: tuple[str, str]) -> ReadFramework:
    """The small framework with other words in some places."""
    text = TEXT
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return read_framework(text.encode(), "framework.yaml", "framework.yaml", PART_KINDS)


def said(found: ReadFramework) -> list[str]:
    assert found.framework is None
    return sorted(f"{problem.location.line}: {problem.message}" for problem in found.problems)


NO_TITLE = ("title: Small Inspection\n", "")


@pytest.mark.parametrize("missing", Framework.keys)
def test_a_check_finds_nothing_in_what_is_sound_where_a_key_is_not(missing: str) -> None:
    whole = load_framework("omi-2006", PART_KINDS)
    sketch = HalfRead.of_sound({key: value for key, value in whole.items() if key != missing})
    assert list(flaws(sketch, PART_KINDS)) == []
    with pytest.raises(UnsoundError, match=missing):
        getattr(sketch, missing)


def test_a_line_of_a_sound_key_is_looked_at_beside_others_that_are_not() -> None:
    found = read(NO_TITLE, ("inspectorate: ", "inspectorate: '{{ area }} '#"))
    assert said(found) == [
        "1: the key «title» is missing",
        "3: this line is printed as it stands, and so is «{{ area }}»",
    ]


def test_faults_of_shape_hide_no_flaws_of_other_keys() -> None:
    found = read(NO_TITLE, ("lowest: 0,", "lowest: 5,"), ("kind: foreword", "kind: forword"))
    assert said(found) == [
        "1: the key «title» is missing",
        "36: there is no kind of part «forword»",
        "9: scores under 5 fall into no band",
    ]


def test_a_key_that_is_wrong_gives_no_further_flaws() -> None:
    assert said(read(("scales:\n", "scalse:\n"))) == ["5: unknown key «scalse»"]
    assert said(read(("  - id: bands\n    name: Band\n", "  - id: bands\n    nam: Band\n"))) == ["7: unknown key «nam»"]
    assert said(read(("kind: sections", "kind: sectons"))) == ["42: there is no kind of part «sectons»"]
    assert said(read(("report_title: A report on {{ area }}\n", "report_titel: A report\n"))) == [
        "3: unknown key «report_titel»"
    ]


def test_an_unknown_key_may_be_meant_for_any_that_is_not_there() -> None:
    text = TEXT.replace("threads:\n  - {id: safety", "themes_of_the_programme:\n  - {id: safety")
    asked = text.replace("statement: A plan is made.", "statement: A plan is made., threads: [safety]")
    found = read_framework(asked.encode(), "framework.yaml", "framework.yaml", PART_KINDS)
    assert said(found) == ["21: unknown key «themes_of_the_programme»"]


def test_flaws_of_rating_are_found_beside_those_of_names() -> None:
    found = read(("number: 1.10", "number: 1.1"), ("summary: 20, scale: bands", "summary: 20, scale: bannds"))
    assert said(found) == ["18: there is no scale «bannds»", "28: there is a second criterion «1.1»"]


@pytest.mark.parametrize(
    ("change", "file", "text", "messages"),
    [
        (NO_TITLE, "foreword.yaml", "text: x\n", ["the key «signatory» is missing"]),
        (NO_TITLE, "criteria/2.1.yaml", "criterion: 2.1\nstrenghts: []\n", ["unknown key «strenghts»"]),
        (("lowest: 0,", "lowest: 5,"), "summary.yaml", "section: {}\n", ["unknown key «section»"]),
        # Nobody knows what the lists of findings are called, or which files the parts have.
        (("parts:\n", "findings: {}\nparts:\n"), "criteria/2.1.yaml", "criterion: 2.1\nstrenghts: []\n", []),
        (("parts:\n", "recommendations: []\nparts:\n"), "recommendations.yaml", "anything: {}\n", []),
    ],
)
def test_the_files_of_an_area_are_looked_at_as_far_as_its_framework_is_sound(
    tmp_path: Path, change: tuple[str, str], file: str, text: str, messages: list[str]
) -> None:
    files = SMALL_AREA | {"framework.yaml": TEXT.replace(*change), file: text}
    loaded = load_area(Snapshot.of(write_files(tmp_path, files)), PART_KINDS)
    assert loaded.area is None
    found = [problem for problem in loaded.problems if not problem.location.file.endswith("framework.yaml")]
    assert [problem.message for problem in found] == messages
    assert len(loaded.problems) > len(found)


def test_the_files_that_parts_name_are_known_where_the_parts_are_sound(tmp_path: Path) -> None:
    part = "  - {kind: text, id: at-a-glance, heading: At a glance}\n  - kind: sections\n"
    framework = TEXT.replace("  - kind: sections\n", part).replace(*NO_TITLE)
    files = SMALL_AREA | {"framework.yaml": framework, "at-a-glance.yaml": "txt: x\n"}
    problems = load_area(Snapshot.of(write_files(tmp_path, files)), PART_KINDS).problems
    assert {problem.message for problem in problems} == {"the key «title» is missing", "unknown key «txt»"}

"""Attributes of cases and of those who answered surveys: how they are written, and their flaws."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.model.attributes import Attribute, name_of_attribute, names_of_values
from omi_report.model.framework import Framework
from omi_report.source.reader import read_tree
from tests.changes import change
from tests.conftest import SMALL_AREA
from tests.readings import soundly
from tests.unit.test_lettered_numbers import said


def attributes(text: str) -> dict[str, Attribute]:
    """The attributes of a framework, as a writer has them."""
    tree, problems = read_tree(f"{SMALL_AREA['framework.yaml']}{text}", "framework.yaml")
    assert not problems
    framework: Framework = soundly(Framework, tree)
    return framework.attributes


def test_the_values_of_a_list_are_their_own_names() -> None:
    found = attributes("attributes:\n  case_type: [community, licence]\n  year: 1\n")
    assert found["case_type"].ids == ("community", "licence")
    assert found["case_type"].names == {"community": "community", "licence": "licence"}
    assert found["year"].ids == ("1",)
    assert not found["case_type"].has_names


def test_a_mapping_gives_names_for_readers() -> None:
    found = attributes("attributes:\n  sex: {name: gender, values: {female: Women, male: Men}}\n")
    assert found["sex"].ids == ("female", "male")
    assert name_of_attribute("sex", found) == "gender"
    assert names_of_values("sex", ["male", "other"], found) == ["Men", "other"]
    assert found["sex"].has_names


def test_the_id_of_an_attribute_without_a_name_is_printed_with_spaces() -> None:
    assert name_of_attribute("case_type", attributes("attributes: {case_type: [a]}\n")) == "case type"


@pytest.fixture
def area(small_area: Path) -> Path:
    with (small_area / "framework.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "sample_by: sex\n"
            "attributes:\n"
            "  sex: {values: {female: Women, male: Men}}\n"
            "  case_type:\n    - community\n    - licence\n"
            "surveys:\n"
            "  - id: staff\n    title: Staff\n    questions: [{id: trained, text: Were you trained?}]\n"
            "    attributes: {role: [officer, manager]}\n"
        )
    return small_area


def lines(folder: Path, code: str) -> list[tuple[int, str]]:
    """The line and the message of each problem of a code."""
    from omi_report.build import validate

    return [(each.location.line, each.message) for each in validate(folder).problems if each.code == code]


def line_of(folder: Path, text: str) -> int:
    written = (folder / "framework.yaml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(written, start=1) if text in line)


def test_there_is_nothing_wrong_with_them(area: Path) -> None:
    assert said(area, "OMI1") == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  sex: {", "  case: {", "«case» is the column of ids, and cannot be an attribute"),
        ("{role:", "{respondent:", "«respondent» is the column of ids, and cannot be an attribute"),
        ("{role:", "{trained:", "«trained» is an attribute and a question"),
        ("    - licence", "    - community # twice", "there is a second value «community»"),
        ("male: Men", "male: female", "«female» stands for the value «female» and for the value «male»"),
        ("manager]", "Officer]", "«officer» stands for the value «officer» and for the value «Officer»"),
    ],
)
def test_each_flaw_is_found_at_its_line(area: Path, old: str, new: str, message: str) -> None:
    change(area / "framework.yaml", old, new)
    if "case: {" in new:
        change(area / "framework.yaml", "sample_by: sex\n", "")
    assert lines(area, "OMI108") == [(line_of(area, new.strip()), message)]


def test_the_sample_is_given_by_an_attribute(area: Path) -> None:
    change(area / "framework.yaml", "sample_by: sex", "sample_by: gender")
    assert lines(area, "OMI108") == [(line_of(area, "sample_by"), "there is no attribute «gender»")]


def test_an_area_gives_its_sample_by_the_values_of_that_attribute(area: Path) -> None:
    change(area / "area.yaml", "inspected:", "sample: {female: 4, licence: 3}\ninspected:")
    assert said(area, "OMI304") == ["the framework has no sex «licence» (the framework has female, male)"]

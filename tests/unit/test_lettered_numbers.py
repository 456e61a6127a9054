"""An area whose sections and criteria have letters in their numbers, from its files to its report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from omi_report.build import validate
from omi_report.document.build import build_document
from omi_report.document.explanation import explain
from omi_report.document.json_form import document_json
from omi_report.document.printed import printed_in
from tests.changes import change
from tests.conftest import SMALL_AREA, write_files
from tests.samples import inspected

NUMBERS = {"1.1": "P 1.1", "1.10": "P 1.10", "2.1": "L1", "1": "P1", "2": "L 2"}
"""The numbers of the small area, and those that take their place."""


def lettered() -> dict[str, str]:
    """The files of the small area with letters in its numbers, as its writer has them."""
    files = {}
    for name, plain in SMALL_AREA.items():
        text = re.sub(
            r"(number: |criterion: |\}`|sections: \[|^  (?=[12]: ))([12](?:\.[0-9]+)?)\b",
            lambda found: found[1] + NUMBERS[found[2]],
            plain,
            flags=re.MULTILINE,
        )
        number = Path(name).stem
        files[f"criteria/{NUMBERS[number].replace(' ', '')}.yaml" if "criteria/" in name else name] = text
    return files


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return write_files(tmp_path / "northfold", lettered())


def said(folder: Path, code: str = "") -> list[str]:
    """What the problems of an area say, or those of a code, each with its hint."""
    return [f"{each.message} ({each.hint})" for each in validate(folder).problems if each.code.startswith(code)]


def test_the_area_has_the_problems_that_it_has_with_plain_numbers(area: Path, small_area: Path) -> None:
    assert [each.code for each in validate(area).problems] == [each.code for each in validate(small_area).problems]


def test_a_report_prints_numbers_as_the_framework_writes_them_and_addresses_have_the_names(area: Path) -> None:
    document = build_document(inspected(area))
    printed = "\n".join(text for part in document.parts for text in printed_in(part))
    assert "P\u00a01.1 First plan" in printed
    assert "Planning was good; see criterion P\u00a01.10 (Tenth plan)" in printed
    assert "L\u00a02 Leading" in printed
    data = document_json(document)
    for address in ('"criterion-P1.1"', '"section-P1"', '"section-L2"', '"finding-P1.1-reviews"'):
        assert address in data
    assert '"number": "L2"' in data


@pytest.mark.parametrize("spelling", ["P1.10", "P 1.10", "P\u00a01.10"])
def test_both_spellings_lead_to_a_criterion_and_its_figures(area: Path, spelling: str) -> None:
    figure = spelling.replace(".10", ".1")
    text = f"In {{criterion}}`{spelling}` it was {{{{ {figure}/on-time }}}}."
    change(area / "foreword.yaml", "text: Welcome to {{ area }}.", f"text: |\n  {text}")
    assert "error" not in {problem.severity.value for problem in validate(area).problems}
    (foreword,) = (part for part in build_document(inspected(area)).parts if part.kind == "foreword")
    assert "In criterion P\u00a01.10 (Tenth plan) it was 97%." in list(printed_in(foreword))


def test_both_spellings_may_stand_in_the_file_of_a_criterion(area: Path) -> None:
    change(area / "criteria/P1.1.yaml", "criterion: P 1.1", "criterion: P1.1")
    assert said(area, "OMI1") == []


def test_the_name_of_a_file_has_no_space(area: Path) -> None:
    (area / "criteria" / "P1.1.yaml").rename(area / "criteria" / "P 1.1.yaml")
    assert "the number is P1.1 (the file is named P 1.1.yaml: name it P1.1.yaml, without the space)" in said(area)


def test_a_number_that_is_given_twice_in_two_spellings_is_found(area: Path) -> None:
    change(area / "summary.yaml", "  P1: Planning", "  P 1: Planning was fine.\n  P1: Planning")
    assert said(area, "OMI104") == ["«P1» stands here twice ()"]


def test_a_number_by_hand_is_found_with_its_letters(area: Path) -> None:
    text = "As criteria P 1.1 and P1.10 say, see L1. In criterion P 1.7, and in section L 2, it is otherwise."
    change(area / "foreword.yaml", "Welcome to {{ area }}.", text)
    found = said(area, "OMI306")
    assert [message.split(" is written out", maxsplit=1)[0] for message in found] == [
        "«criteria P 1.1 and P1.10»",
        "«L1»",
        "«criterion P 1.7»",
        "«section L 2»",
    ]
    assert "write {criterion}`~P1.1` and {criterion}`~P1.10`" in found[0]
    assert "this report has no such criterion" in found[2]
    assert "write {section}`~L2`, if «Leading» is meant" in found[3]


def test_a_title_beside_a_number_with_letters_is_compared(area: Path) -> None:
    change(area / "foreword.yaml", "Welcome to {{ area }}.", "As criterion P 1.10 (First plan) says.")
    (message,) = said(area, "OMI308")
    assert message.startswith(
        "the title of criterion P\u00a01.10 is «Tenth plan»; «First plan» is that of criterion P\u00a01.1"
    )


def test_the_letter_of_a_finding_is_found_behind_such_a_number(area: Path) -> None:
    change(area / "foreword.yaml", "Welcome to {{ area }}.", "See criterion P 1.1, strength (b).")
    (message,) = said(area, "OMI307")
    assert "(write {finding}`P1.1/reviews`)" in message


@pytest.mark.parametrize("wanted", ["P1.1", "P 1.1"])
def test_a_score_is_asked_for_in_either_spelling(area: Path, wanted: str) -> None:
    inspection = inspected(area)
    assert inspection.scores.named(wanted).title == "First plan"
    (explanation,) = explain(inspection, wanted)
    assert explanation.kind == "score"


def test_a_criterion_whose_number_is_that_of_another_section_is_found(area: Path) -> None:
    change(area / "framework.yaml", "number: P 1.10", "number: P 2.10")
    assert said(area, "OMI108") == [
        "the criterion P 2.10 stands in section P1 (number it P1.…, or move it to section L 2)"
    ]


def test_a_number_that_names_two_things_is_found(area: Path) -> None:
    change(area / "framework.yaml", "number: L1", "number: L2")
    (message,) = said(area, "OMI108")
    assert message.startswith("there is a section «L2» and a criterion «L2» (put letters before one of the two")

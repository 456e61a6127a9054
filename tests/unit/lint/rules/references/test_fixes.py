"""The fixes of the rules of references change what they name and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.build import validate
from omi_report.source.edits import edited
from tests.rules.runner import GOLDEN_AREA


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOLDEN_AREA, tmp_path / "area"))


def fixed(area: Path, name: str, code: str) -> str:
    """Make the edits of one rule in one file, once, and return its text."""
    file = area / name
    shown = file.as_posix()
    edits = [problem.fix for problem in validate(area).problems if problem.code == code and problem.fix]
    text, count = edited(file.read_bytes().decode(), [edit for edit in edits if edit.start.file == shown])
    assert count
    file.write_bytes(text.encode())
    assert [problem for problem in validate(area).problems if problem.code == code and problem.fix] == []
    return text


UNSORTED = """\
# The list of abbreviations.

OTC: Office for Training Checks
# The qualification.
NVQ: National Vocational Qualification
# Two lines of comment
# above it.
RoH: >
  Risk of
  Harm

IiP: 'Investor in People'  # a comment beside it
# The end.
"""

SORTED = """\
# The list of abbreviations.


IiP: 'Investor in People'  # a comment beside it
# The qualification.
NVQ: National Vocational Qualification
OTC: Office for Training Checks
# Two lines of comment
# above it.
RoH: >
  Risk of
  Harm
# The end.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_sorting_the_list_keeps_every_line_and_comment(area: Path, newline: str) -> None:
    (area / "abbreviations.yaml").write_bytes(UNSORTED.replace("\n", newline).encode())
    assert fixed(area, "abbreviations.yaml", "OMI312") == SORTED.replace("\n", newline)


def test_a_list_without_a_last_line_end_is_sorted(area: Path) -> None:
    (area / "abbreviations.yaml").write_text("OTC: Office for Training Checks\nNVQ: A qualification", encoding="utf-8")
    assert fixed(area, "abbreviations.yaml", "OMI312") == "NVQ: A qualification\nOTC: Office for Training Checks"


@pytest.mark.parametrize(
    "text",
    [
        "{OTC: Office for Training Checks, NVQ: A qualification}",
        "OTC: &a Office for Training Checks\nNVQ: *a\n",
        "OTC: Office for Training Checks\n? NVQ\n: A qualification\n",
    ],
)
def test_a_list_that_is_not_one_entry_a_line_is_left_alone(area: Path, text: str) -> None:
    (area / "abbreviations.yaml").write_text(text, encoding="utf-8")
    found = [problem for problem in validate(area).problems if problem.code == "OMI312"]
    assert [problem.fix for problem in found] == [None]


def test_a_number_of_a_reference_is_offered_and_never_changed(area: Path) -> None:
    """The number may be the slip, and the words beside it right: only the writer knows."""
    file = area / "criteria/2.1.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("No plan", "In view of criteria 1.1 and\n    1.2, no plan"), encoding="utf-8")
    (found,) = [problem for problem in validate(area).problems if problem.code == "OMI306"]
    assert found.fix is None
    assert found.hint.startswith("write {criterion}`~1.1` and {criterion}`~1.2`")


def test_an_expansion_after_an_article_is_left_to_the_writer(area: Path) -> None:
    file = area / "criteria/2.1.yaml"
    text = file.read_text(encoding="utf-8")
    spelled = "A National Vocational Qualification (NVQ)"
    file.write_text(text.replace("No plan", f"{spelled} came first. {spelled} followed. No plan"), encoding="utf-8")
    found = [problem for problem in validate(area).problems if problem.code == "OMI314"]
    assert [problem.fix for problem in found] == [None]

"""Keys of the former format are named as such, each at its place, with the command that changes them."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from pathlib import Path

import pytest

import omi_report
from omi_report import api
from omi_report.model.criterion import criterion_model
from omi_report.model.former import FORMER_KEYS, HINT
from omi_report.model.framework import Framework
from omi_report.model.record import Record
from omi_report.model.shape import fill
from omi_report.problems import Problem
from omi_report.source.folder import SourceFile
from omi_report.source.reader import read_tree

AREAS = Path(__file__).parents[2] / "first_edition" / "areas"


def problems_of(model: type[Record], text: str) -> list[Problem]:
    root, _ = read_tree(text, "a.yaml")
    return fill(model, SourceFile("a.yaml", "a.yaml", text, root))[1]


def records() -> dict[str, type[Record]]:
    """Every record of the package by its name."""
    for module in pkgutil.walk_packages(omi_report.__path__, "omi_report."):
        if module.name.startswith(("omi_report.model.", "omi_report.document.kinds.")):
            importlib.import_module(module.name)
    found, waiting = dict[str, type[Record]](), [Record]
    while waiting:
        below = waiting.pop().__subclasses__()
        found |= {each.__name__: each for each in below}
        waiting += below
    return found


def test_no_key_of_the_former_format_is_a_key_of_todays() -> None:
    known = records()
    assert len(FORMER_KEYS) > 4
    for name, keys in FORMER_KEYS.items():
        assert keys
        assert set(known[name].keys) & keys == set()


def test_a_key_of_the_former_format_is_named_as_such() -> None:
    (problem,) = problems_of(criterion_model(), "criterion: 1.1\ngrade: met\n")
    assert (problem.code, problem.location.line, problem.location.column, problem.length) == ("OMI101", 2, 1, 5)
    assert problem.message == "the key «grade» is of the former format"
    assert problem.hint == HINT


def test_the_same_word_elsewhere_is_an_unknown_key() -> None:
    (problem,) = problems_of(Framework, "grade: met\n")[:1]
    assert problem.message == "unknown key «grade»"


def test_what_is_missing_beside_it_is_not_said_as_well() -> None:
    former = problems_of(Framework, "bands: []\nsections:\n  - number: 1\n    judged_by: cases\n")
    assert [(each.location.line, each.message) for each in former] == [
        (1, "the key «bands» is of the former format"),
        (4, "the key «judged_by» is of the former format"),
    ]
    missing = problems_of(Framework, "title: A\n")
    assert "the key «sections» is missing" in [each.message for each in missing]


@pytest.mark.parametrize("name", ["hampshire", "wessex", "westmark"])
def test_an_area_of_the_former_format_has_no_other_errors(name: str, tmp_path: Path) -> None:
    area = shutil.copytree(AREAS / name, tmp_path / name)
    errors = [each for each in api.validate(area).problems if each.severity == "error"]
    assert len(errors) > 5
    assert {each.code for each in errors} <= {"OMI101", "OMI104"}  # keys, and kinds of part
    assert {each.hint for each in errors} == {HINT}

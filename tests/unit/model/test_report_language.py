"""The language that a framework asks for is one that a report can be written in, or the area has a problem."""

from __future__ import annotations

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.language.known import language_of
from omi_report.model.report_language import language_problems
from omi_report.model.shipped import load_framework, shipped_frameworks
from omi_report.source.folder import SourceFile
from omi_report.source.reader import read_tree


def source(text: str, name: str) -> SourceFile:
    root, problems = read_tree(text, name)
    assert not problems
    return SourceFile(name, f"area/{name}", text, root)


IDENTITY = source("area: Kent\nframework: omi-2006\n", "area.yaml")
OWN = source("framework: Own\nlanguage: cy-GB\n", "own.yaml")


@pytest.mark.parametrize("name", shipped_frameworks())
def test_a_report_of_every_shipped_framework_can_be_written(name: str) -> None:
    framework = load_framework(name, PART_KINDS)
    assert language_of(framework.language).tag == framework.language
    assert language_problems(framework, None, IDENTITY) == []


def test_the_problem_stands_in_the_areas_own_framework() -> None:
    framework = load_framework("omi-2006", PART_KINDS).replaced(language="cy-GB")
    (problem,) = language_problems(framework, OWN, IDENTITY)
    assert (problem.code, problem.location.file) == ("OMI109", "area/own.yaml")
    assert (problem.location.line, problem.location.column, problem.length) == (2, 11, 5)
    assert problem.hint == "omi writes en-GB or another English"


def test_else_it_stands_where_the_area_names_the_framework() -> None:
    framework = load_framework("omi-2006", PART_KINDS).replaced(language="cy-GB")
    (problem,) = language_problems(framework, None, IDENTITY)
    assert (problem.location.file, problem.location.line, problem.location.column) == ("area/area.yaml", 2, 12)

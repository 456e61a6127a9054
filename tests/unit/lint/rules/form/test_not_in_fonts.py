"""Characters that the fonts lack, where a case file cannot show them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.build import lint, validate
from omi_report.inspection import inspect
from omi_report.problems import Problem, Severity
from omi_report.workspace.area import open_area
from tests.changes import change
from tests.projects import framework_of, project_in
from tests.samples import WESTMARK

SAID = "No plan for the coming year had been written."


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "area"))


def found(area: Path, *codes: str) -> list[Problem]:
    return [problem for problem in validate(area).problems if problem.code in codes]


def test_a_code_of_yaml_is_found_in_a_file_of_ascii(area: Path) -> None:
    change(area / "area.yaml", "area: Westmark", 'area: "Westmark \\u2602"')
    (problem,) = found(area, "OMI541")
    assert (problem.location.line, problem.location.column) == (1, 17)
    assert problem.message == "no font of the report has «☂» (umbrella, U+2602)"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("a ⒈ b", "write «1.»"),
        ("well ﹘ made", "write «-»"),
        ("a 🙂 b", "say it in words or in Latin letters, or remove it"),
        ("ﷺ", "write «صلى الله عليه وسلم»"),
    ],
)
def test_says_what_to_write(area: Path, written: str, hint: str) -> None:
    change(area / "criteria" / "2.1.yaml", SAID, f"They wrote {written}.")
    assert [problem.hint for problem in found(area, "OMI541")] == [hint]


def test_a_damaged_character_is_told_of_once_and_stops_a_build_if_no_font_has_it(area: Path) -> None:
    change(area / "criteria" / "2.1.yaml", SAID, "The oﬃcer re\u00adread it.")
    severities = [(problem.code, problem.severity) for problem in found(area, "OMI518", "OMI541")]
    assert severities == [("OMI518", Severity.ERROR), ("OMI518", Severity.WARNING)]


def test_a_framework_of_the_project_is_looked_at(tmp_path: Path) -> None:
    project = project_in(tmp_path, "north")
    framework = framework_of(project)
    change(framework, "heading: Foreword", "heading: Foreword ☂")
    line = framework.read_text(encoding="utf-8").split("☂")[0].count("\n") + 1
    validated = lint(inspect(*open_area(project / "areas" / "north")))
    (problem,) = [each for each in validated.problems if each.code == "OMI541"]
    assert Path(problem.location.file).name == framework.name
    assert problem.location.line == line

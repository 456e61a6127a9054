"""Which problems are shown, by code and by file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from omi_report.lint.select import narrowed
from omi_report.policy import Policy, Selection, Settings
from omi_report.problems import Location, Problem, Severity
from omi_report.workspace.settings import read_settings

FOUND = [
    Problem(Location(file, 1, 1), code, Severity.WARNING, "")
    for code in ("OMI201", "OMI202", "OMI501")
    for file in ("/p/areas/x/area.yaml", "/p/areas/x/criteria/1.1.yaml")
]


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems}


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), {"OMI201", "OMI202", "OMI501"}),
        (("OMI2",), (), {"OMI201", "OMI202"}),
        (("OMI201", "OMI5"), (), {"OMI201", "OMI501"}),
        ((), ("OMI2",), {"OMI501"}),
        (("OMI2",), ("OMI202",), {"OMI201"}),
        (("OMI202",), ("OMI2",), {"OMI202"}),
        (("OMI202",), ("OMI202",), set()),
        (("OMI",), ("OMI",), set()),
    ],
)
def test_the_longest_beginning_decides(select: tuple[str, ...], ignore: tuple[str, ...], expected: set[str]) -> None:
    assert codes(narrowed(FOUND, Policy((), Selection(select, ignore), kinds={}))) == expected
    project = Settings(Path("/p"), select, ignore)
    assert codes(narrowed(FOUND, Policy((project,), Selection(), kinds={}))) == expected


def test_select_takes_the_place_of_the_projects_and_ignore_adds_to_it() -> None:
    project = Settings(Path("/p"), select=("OMI2",), ignore=("OMI202",))
    assert codes(narrowed(FOUND, Policy((project,), Selection(("OMI5",)), kinds={}))) == {"OMI501"}
    assert codes(narrowed(FOUND, Policy((project,), Selection((), ("OMI201",)), kinds={}))) == set()


def test_an_areas_own_settings_only_hide() -> None:
    project = Settings(Path("/p"), ignore=("OMI202",))
    own = Settings(Path("/p/areas/x"), select=("OMI202", "OMI201"), of_area=True)
    assert codes(narrowed(FOUND, Policy((project, own), Selection(), kinds={}))) == {"OMI201"}
    assert codes(narrowed(FOUND, Policy((project, own), Selection(("OMI501", "OMI201")), kinds={}))) == {"OMI201"}


def problem(code: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(Location("/p/areas/x/area.yaml", 1, 1), code, severity, "")


@pytest.mark.parametrize("code", ["OMI001", "OMI011", "OMI102", "OMI201", "OMI224", "OMI304"])
def test_no_settings_hide_what_a_report_cannot_be_compiled_with(code: str) -> None:
    everywhere: dict[str, Any] = {"ignore": ("OMI",), "per_file_ignores": {"*": ("OMI",)}}
    for settings in (
        Settings(Path("/p"), **everywhere),
        Settings(Path("/p"), select=("OMI9",)),
        Settings(Path("/p/areas/x"), of_area=True, **everywhere),
    ):
        policy = Policy((settings,), kinds={})
        assert narrowed([problem(code), problem("OMI702")], policy) == [problem(code)]
        assert narrowed([problem(code)], replace(policy, selection=Selection(ignore=(code,)))) == []


@pytest.mark.parametrize("code", ["OMI601", "OMI606", "OMI610", "OMI613"])
@pytest.mark.parametrize("severity", Severity)
def test_no_settings_of_an_area_hide_what_may_harm_somebody(code: str, severity: Severity) -> None:
    found = [problem(code, severity)]
    ways: list[dict[str, Any]] = [{"ignore": ("OMI",)}, {"select": ("OMI2",)}, {"per_file_ignores": {"*": (code,)}}]
    for hiding in ways:
        project, own = Settings(Path("/p"), **hiding), Settings(Path("/p/areas/x"), of_area=True, **hiding)
        assert [replace(each, hint="") for each in narrowed(found, Policy((own,), kinds={}))] == found
        assert narrowed(found, Policy((project,), kinds={})) == []


@pytest.mark.parametrize("pattern", ["areas/x/criteria/*.yaml", "criteria", "**/1.1.yaml", "areas/**", "/areas/x/"])
def test_ignores_of_files(pattern: str) -> None:
    project = Settings(Path("/p"), per_file_ignores={pattern: ("OMI2",)})
    left = narrowed(FOUND, Policy((project,), Selection(), kinds={}))
    assert {problem.location.file for problem in left if problem.code != "OMI501"} <= {"/p/areas/x/area.yaml"}
    assert len([problem for problem in left if problem.code == "OMI501"]) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('strict = true\nignore = ["OMI6"]', 2),
        ('select = ["OMI2"]', 1),
        ('[per-file-ignores]\n\n"area.yaml" = ["OMI601"]', 3),
    ],
)
def test_an_area_that_tries_to_hide_what_protects_people_is_told_so(text: str, line: int) -> None:
    path = Path("/p/areas/x/omi.toml")
    own = read_settings(path, text, of_area=True)
    assert own is not None
    found = [problem("OMI601", Severity.WARNING), replace(problem("OMI602", Severity.WARNING), hint="say less")]
    shown = narrowed(found, Policy((own,), Selection(), kinds={}))
    told = f"{path}:{line}: an area's own settings cannot hide this, only those of the project can"
    assert shown[0].hint == told
    assert shown[1].hint == ("say less" if "OMI601" in text else f"say less; {told}")


def test_a_project_hides_what_protects_people() -> None:
    project = read_settings(Path("/p/omi.toml"), 'ignore = ["OMI6"]')
    assert project is not None
    assert narrowed([problem("OMI601", Severity.WARNING)], Policy((project,), Selection(), kinds={})) == []

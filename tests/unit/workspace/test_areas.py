"""Paths as users and pre-commit give them lead to the areas that they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.errors import NotAnAreaError
from omi_report.workspace.areas import find_areas, named_areas


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two areas, one of them in a folder of its own, and files that are in none."""
    root = tmp_path / "project"
    (root / ".git").mkdir(parents=True)
    for name in ("areas/a", "areas/old/b"):
        (root / name / "criteria").mkdir(parents=True)
        (root / name / "area.yaml").write_text("area: A\n")
        (root / name / "criteria" / "1.1.yaml").write_text("criterion: 1.1\n")
    (root / "areas" / ".hidden").mkdir()
    (root / "areas" / ".hidden" / "area.yaml").touch()
    (root / "empty").mkdir()
    (root / "mkdocs.yaml").touch()
    monkeypatch.chdir(root)
    return root


def found(*paths: str) -> list[str]:
    return [str(path) for path in find_areas([Path(path) for path in paths]).areas]


@pytest.mark.parametrize(
    ("paths", "areas"),
    [
        (["areas/a"], ["areas/a"]),
        (["areas/a/"], ["areas/a"]),
        (["areas"], ["areas/a", "areas/old/b"]),
        (["."], ["areas/a", "areas/old/b"]),
        ([], ["areas/a", "areas/old/b"]),
        (["areas/a/criteria/1.1.yaml"], ["areas/a"]),
        (["areas/a/criteria"], ["areas/a"]),
        (["areas/old/b/area.yaml", "areas/a/area.yaml", "areas/old/b/criteria/1.1.yaml"], ["areas/old/b", "areas/a"]),
        (["areas/a", "areas", "areas/../areas/a"], ["areas/a", "areas/old/b"]),
        (["areas/../areas/a/criteria/1.1.yaml"], ["areas/a"]),
    ],
)
def test_areas_are_found_once(project: Path, paths: list[str], areas: list[str]) -> None:
    assert found(*paths) == areas


def test_absolute_paths_stay_so(project: Path) -> None:
    assert found(str(project / "areas" / "a" / "area.yaml")) == [str(project / "areas" / "a")]


@pytest.mark.parametrize(
    ("here", "paths", "areas"),
    [
        ("areas/a", [], ["."]),
        ("areas/a/criteria", [], [".."]),
        ("areas/a/criteria", ["1.1.yaml"], [".."]),
        ("areas/a", ["criteria/1.1.yaml"], ["."]),
        ("areas", [], ["a", "old/b"]),
    ],
)
def test_from_the_current_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch, here: str, paths: list[str], areas: list[str]
) -> None:
    monkeypatch.chdir(project / here)
    assert found(*paths) == areas


def test_what_leads_nowhere(project: Path) -> None:
    result = find_areas([Path("nowhere"), Path("empty"), Path("mkdocs.yaml"), Path("x" * 5000)])
    assert result.areas == []
    assert [message.split(":")[0][:40] for message in result.wrong] == [
        "there is no file or folder nowhere",
        "empty is not an area and holds none",
        "there is no file or folder " + "x" * 13,
    ]
    assert result.strays == [Path("mkdocs.yaml")]


def test_no_area_here(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "empty")
    assert find_areas([]).wrong == ["there is no area here: name its folder, or make one with `omi init areas/NAME`"]


def test_no_area_is_looked_for_above_the_repository(project: Path) -> None:
    (project.parent / "area.yaml").touch()
    assert find_areas([Path("mkdocs.yaml")]).strays == [Path("mkdocs.yaml")]


def test_a_link_to_a_folder_is_not_gone_into(project: Path) -> None:
    (project / "empty" / "link").symlink_to(project / "areas")
    assert found("empty") == []


def test_the_settings_exclude_what_is_not_named_itself(project: Path) -> None:
    (project / "omi.toml").write_text('exclude = ["areas/old"]')
    assert found() == ["areas/a"]
    assert found("areas/old/b/area.yaml", "areas") == ["areas/a"]
    assert found("areas/old/b") == ["areas/old/b"]


@pytest.mark.parametrize(
    ("paths", "areas", "several"),
    [
        (["areas/a"], ["areas/a"], False),
        (["areas/a", "areas/../areas/a/"], ["areas/a"], False),
        (["areas"], ["areas/a", "areas/old/b"], True),
        (["areas/old"], ["areas/old/b"], True),
        (["areas/old/b", "areas"], ["areas/old/b", "areas/a"], True),
        (["areas/a/criteria"], ["areas/a/criteria"], False),
        (["nowhere", "x" * 5000, "\0"], ["nowhere", "x" * 5000, "\0"], True),
    ],
)
def test_areas_that_a_command_deals_with(project: Path, paths: list[str], areas: list[str], several: bool) -> None:
    named = named_areas([Path(path) for path in paths])
    assert ([str(area) for area in named.areas], named.several) == (areas, several)


def test_a_folder_in_which_all_is_excluded_says_so(project: Path) -> None:
    (project / "omi.toml").write_text('exclude = ["areas"]')
    with pytest.raises(NotAnAreaError, match="the settings exclude every area in areas: name one itself"):
        named_areas([Path("areas")])
    assert named_areas([Path("areas"), Path("areas/a")]).areas == (Path("areas/a"),)


@pytest.mark.parametrize("here", [".", "areas", "areas/old"])
def test_nothing_to_check_but_what_is_excluded_is_said(
    project: Path, monkeypatch: pytest.MonkeyPatch, here: str
) -> None:
    (project / "omi.toml").write_text('exclude = ["areas"]')
    monkeypatch.chdir(project / here)
    assert find_areas([]).wrong == ["the settings exclude every area in this folder: name one itself"]


@pytest.mark.parametrize(
    ("paths", "wrong"),
    [
        (["areas"], ["the settings exclude every area in areas: name one itself"]),
        (["areas/old", "areas"], ["the settings exclude every area in areas/old, areas: name one itself"]),
        (["areas/a/area.yaml", "areas/old"], ["the settings exclude every area in areas/old: name one itself"]),
        (["areas", "areas/a"], []),
        (["areas/a/area.yaml"], []),
        (["areas/a/area.yaml", "areas/old/b/area.yaml"], []),
    ],
)
def test_a_folder_of_excluded_areas_is_wrong_and_a_file_is_not(
    project: Path, paths: list[str], wrong: list[str]
) -> None:
    (project / "omi.toml").write_text('exclude = ["areas"]')
    assert find_areas([Path(path) for path in paths]).wrong == wrong

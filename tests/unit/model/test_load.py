"""Loading an area: its files, its framework, and what is wrong between them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.errors import NotAnAreaError
from omi_report.model.load import load_area
from omi_report.problems import Problem
from omi_report.source.places import is_area
from omi_report.source.snapshot import Snapshot
from tests.changes import change
from tests.conftest import SMALL_AREA


def problems_of(area: Path) -> list[Problem]:
    return load_area(Snapshot.of(area), PART_KINDS).problems


def only_problem(area: Path) -> Problem:
    (problem,) = problems_of(area)
    return problem


def place(problem: Problem, area: Path) -> tuple[str, str, int, int]:
    file = problem.location.file.removeprefix(f"{area}/")
    return problem.code, file, problem.location.line, problem.location.column


def test_a_sound_area_loads_without_a_problem(small_area: Path) -> None:
    loaded = load_area(Snapshot.of(small_area), PART_KINDS)
    assert not loaded.problems
    assert loaded.area is not None
    assert loaded.area.slug == "northfold"
    assert list(loaded.area.criteria) == ["1.1", "1.10", "2.1"]
    assert loaded.area.framework.framework == "small"
    assert set(loaded.files) == set(SMALL_AREA)


def test_the_slug_of_the_folder_that_one_stands_in_is_its_name(
    small_area: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_area)
    loaded = load_area(Snapshot.of(Path()), PART_KINDS)
    assert loaded.area is not None
    assert (loaded.area.slug, loaded.area.shown) == ("northfold", ".")


# Folders that are no area


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotAnAreaError, match=r"there is no folder .*/nowhere"):
        load_area(Snapshot.of(tmp_path / "nowhere"), PART_KINDS)


@pytest.mark.parametrize("name", ["x" * 5_000, "nul\0byte", "a/" * 3_000])
def test_a_name_that_no_folder_can_have(name: str) -> None:
    with pytest.raises(NotAnAreaError, match="there is no folder"):
        load_area(Snapshot.of(Path(name)), PART_KINDS)
    assert not is_area(Path(name))


def test_a_file_is_no_area(small_area: Path) -> None:
    with pytest.raises(NotAnAreaError, match=r"area\.yaml is a file: name the folder of an area"):
        load_area(Snapshot.of(small_area / "area.yaml"), PART_KINDS)


def test_a_folder_without_its_identity_is_no_area(tmp_path: Path) -> None:
    with pytest.raises(NotAnAreaError, match=r"is not an area: it has no area\.yaml"):
        load_area(Snapshot.of(tmp_path), PART_KINDS)
    assert not is_area(tmp_path)


def test_an_area_is_known_by_its_identity(small_area: Path) -> None:
    assert is_area(small_area)


# OMI010 and OMI011


SHOWN = "show it in a text (![what it shows](holiday-photograph.jpg)) or a block, or move it out of the area's folder"

THERE = "«{}» is there already: if this is a copy, remove it, or move it out of the area's folder"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("foreword - Copy.yaml", THERE.format("foreword.yaml")),
        ("foreword.yml", THERE.format("foreword.yaml")),
        ("criteria/1.1.yml", THERE.format("criteria/1.1.yaml")),
        ("holiday.txt", "remove it, or move it out of the area's folder"),
        ("holiday-photograph.jpg", SHOWN),
    ],
)
def test_a_file_that_nothing_reads_is_a_problem(small_area: Path, name: str, hint: str) -> None:
    (small_area / name).touch()
    problem = only_problem(small_area)
    assert place(problem, small_area) == ("OMI010", name, 0, 0)
    assert (problem.message, problem.hint) == ("no such file is read", hint)


@pytest.mark.parametrize("name", ["forword.yaml", "foreword.yml", "foreword (1).yaml"])
def test_a_file_by_another_name_is_the_one_that_is_missing(small_area: Path, name: str) -> None:
    (small_area / "foreword.yaml").rename(small_area / name)
    problem = next(each for each in problems_of(small_area) if each.code == "OMI010")
    assert problem.hint == "did you mean «foreword.yaml»?"


@pytest.mark.parametrize("name", ["README.md", "omi.toml", ".gitignore", "evidence/cases.csv"])
def test_some_files_may_stand_beside_the_texts(small_area: Path, name: str) -> None:
    (small_area / name).parent.mkdir(exist_ok=True)
    (small_area / name).touch()
    assert not problems_of(small_area)


@pytest.mark.parametrize("name", ["foreword.yaml", "summary.yaml", "criteria/1.10.yaml"])
def test_a_file_that_a_part_needs_must_be_there(small_area: Path, name: str) -> None:
    (small_area / name).unlink()
    problem = only_problem(small_area)
    assert place(problem, small_area) == ("OMI011", name, 0, 0)
    assert problem.message == "the file is missing"


def test_a_file_that_no_part_needs_may_be_missing(small_area: Path) -> None:
    change(small_area / "framework.yaml", "  - {kind: foreword, heading: Foreword}\n", "")
    (small_area / "foreword.yaml").unlink()
    assert not problems_of(small_area)


# OMI105


def test_a_criterion_in_another_ones_file(small_area: Path) -> None:
    change(small_area / "criteria/1.10.yaml", "criterion: 1.10", "criterion: 1.1")
    problem = only_problem(small_area)
    assert place(problem, small_area) == ("OMI105", "criteria/1.10.yaml", 1, 12)
    assert problem.message == "the number is 1.1"
    assert problem.hint == "the file is named 1.10.yaml, and 1.1.yaml is there as well: write 1.10"
    assert problem.length == 3


@pytest.mark.parametrize("name", ["criteria/first.yaml", "criteria/deep/1.1.yaml"])
def test_a_criterions_file_is_named_by_its_number(small_area: Path, name: str) -> None:
    (small_area / name).parent.mkdir(exist_ok=True)
    (small_area / name).write_text("criterion: 1.1\n")
    assert place(only_problem(small_area), small_area) == ("OMI105", name, 1, 12)


def test_a_criterion_that_the_framework_does_not_have(small_area: Path) -> None:
    (small_area / "criteria/3.7.yaml").write_text("# new\ncriterion: 3.7\n")
    problem = only_problem(small_area)
    assert place(problem, small_area) == ("OMI105", "criteria/3.7.yaml", 2, 12)
    assert problem.message == "the framework small has no criterion 3.7"
    assert problem.hint == "it has 1.1, 1.10, 2.1"


def test_a_misfiled_criterion_takes_no_other_ones_place(small_area: Path) -> None:
    (small_area / "criteria/9.9.yaml").write_text("criterion: 1.1\nscore: 3\n")
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    assert area.criteria["1.1"].score == 72


# OMI106


def test_a_framework_that_is_not_known(small_area: Path) -> None:
    change(small_area / "area.yaml", "framework.yaml", "omi-2007")
    loaded = load_area(Snapshot.of(small_area), PART_KINDS)
    problem = loaded.problems[0]
    assert loaded.area is None
    assert place(problem, small_area) == ("OMI106", "area.yaml", 2, 12)
    assert problem.message == "there is no framework «omi-2007»"
    assert problem.hint == "did you mean «omi-2006»?"
    assert problem.length == 8


def test_a_misspelt_framework_file_is_told_the_file_of_the_folder(small_area: Path) -> None:
    change(small_area / "area.yaml", "framework.yaml", "framwork.yaml")
    assert problems_of(small_area)[0].hint == "did you mean «framework.yaml»?"


@pytest.mark.parametrize("name", ["../framework.yaml", "/etc/passwd", "omi-2006.yaml/..", "..\\\\framework.yaml"])
def test_a_framework_is_never_looked_for_outside(small_area: Path, name: str) -> None:
    change(small_area / "area.yaml", "framework.yaml", name)
    (problem,) = problems_of(small_area)
    message = f"«{name}» is a path, and an area names no file outside of its folder"
    assert (problem.code, problem.message) == ("OMI106", message)
    assert problem.hint.startswith("put the file in this folder, or in the folder that «frameworks»")


def test_an_area_uses_the_shipped_framework_where_it_names_none(small_area: Path) -> None:
    change(small_area / "area.yaml", "framework: framework.yaml\n", "")
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    assert area.framework.framework == "omi-2006"


def test_what_is_wrong_with_a_framework_of_the_folder_is_reported_in_its_file(small_area: Path) -> None:
    change(small_area / "framework.yaml", "rating: none", "rating: luck")
    loaded = load_area(Snapshot.of(small_area), PART_KINDS)
    assert loaded.area is None
    assert [place(problem, small_area) for problem in loaded.problems] == [("OMI104", "framework.yaml", 31, 13)]


# OMI107


def test_a_criterion_that_inspectors_judge_has_no_score(small_area: Path) -> None:
    change(small_area / "criteria/2.1.yaml", "rating: met", "score: 51")
    problem = only_problem(small_area)
    assert place(problem, small_area) == ("OMI107", "criteria/2.1.yaml", 2, 1)
    assert problem.message == "criterion 2.1 is judged by inspectors and has no score"
    assert (problem.hint, problem.length) == ("give it a rating", 5)


@pytest.mark.parametrize(("score", "message"), [("101", "«101» is too large"), ("64.5", "«64.5» is no whole number")])
def test_a_score_in_per_cent_is_a_whole_number_up_to_100(small_area: Path, score: str, message: str) -> None:
    change(small_area / "criteria/1.10.yaml", "score: 51", f"score: {score}")
    problem = only_problem(small_area)
    assert place(problem, small_area) == ("OMI104", "criteria/1.10.yaml", 2, 8)
    assert (problem.message, problem.length) == (message, len(score))


# The folder as a whole


def test_all_that_is_wrong_with_an_area_is_reported_at_once(small_area: Path) -> None:
    (small_area / "foreword.yaml").write_bytes(b"text: \xff\n")
    (small_area / "summary.yaml").write_text("sections: {1: x\n")
    (small_area / "abbreviations.yaml").write_text("PSR: a\nPSR: b\n")
    (small_area / "criteria/1.10.yaml").unlink()
    (small_area / "criteria/1.1.yaml").write_text("criterion: 1.1\nscor: 5\n")
    (small_area / "criteria/2.1.yaml").write_text("criterion: 2.1\nscore: 5\n")
    (small_area / "stray.txt").touch()
    found = {place(problem, small_area)[:2] for problem in problems_of(small_area)}
    assert found == {
        ("OMI001", "summary.yaml"),
        ("OMI002", "abbreviations.yaml"),
        ("OMI004", "foreword.yaml"),
        ("OMI010", "stray.txt"),
        ("OMI011", "criteria/1.10.yaml"),
        ("OMI101", "criteria/1.1.yaml"),
        ("OMI107", "criteria/2.1.yaml"),
    }


def test_an_identity_that_cannot_be_read_does_not_hide_what_else_is_wrong(small_area: Path) -> None:
    (small_area / "area.yaml").write_text("area: [\n")
    (small_area / "foreword.yaml").write_text("text: x\n")
    loaded = load_area(Snapshot.of(small_area), PART_KINDS)
    assert loaded.area is None
    codes = {problem.code for problem in loaded.problems}
    assert {"OMI001", "OMI102"} <= codes


@pytest.mark.parametrize("framework", ["", "framework: [\n", "- a list\n", "framework: small\nfindings: {}\n"])
def test_a_framework_that_cannot_be_used_says_nothing_of_the_keys_of_criteria(small_area: Path, framework: str) -> None:
    (small_area / "framework.yaml").write_text(framework)
    (small_area / "criteria/1.1.yaml").write_text("criterion: 1.1\nlapses:\n  - One.\n")
    (small_area / "criteria/2.1.yaml").write_text("criterion: 2.1\nscore: most\n")
    found = [place(problem, small_area) for problem in problems_of(small_area)]
    assert {name for _code, name, *_ in found} == {"framework.yaml", "criteria/2.1.yaml"}
    assert [each for each in found if each[1] == "criteria/2.1.yaml"] == [("OMI103", "criteria/2.1.yaml", 2, 8)]


def test_a_framework_that_nobody_knows_says_nothing_of_the_keys_of_criteria(small_area: Path) -> None:
    change(small_area / "area.yaml", "framework: framework.yaml", "framework: national")
    (small_area / "criteria/1.1.yaml").write_text("criterion: 1.1\nlapses:\n  - One.\n")
    assert [problem.code for problem in problems_of(small_area)] == ["OMI106"]


@pytest.mark.parametrize("name", ["area.yaml", "framework.yaml", "foreword.yaml", "criteria/1.1.yaml"])
@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_only_ordinary_files_are_read(small_area: Path, tmp_path: Path, name: str, kind: str) -> None:
    (small_area / name).rename(tmp_path / "elsewhere.yaml")
    match kind:
        case "link":
            (small_area / name).symlink_to(tmp_path / "elsewhere.yaml")
        case "folder":
            (small_area / name).mkdir()
        case _:
            os.mkfifo(small_area / name)
    assert ("OMI009", name, 0, 0) in [place(problem, small_area) for problem in problems_of(small_area)]


def test_a_link_in_place_of_the_folder_of_criteria_is_not_followed(small_area: Path, tmp_path: Path) -> None:
    (small_area / "criteria").rename(tmp_path / "criteria")
    (small_area / "criteria").symlink_to(tmp_path / "criteria")
    codes = [problem.code for problem in problems_of(small_area)]
    assert sorted(codes) == ["OMI009", "OMI011", "OMI011", "OMI011"]


def test_the_area_itself_may_be_named_by_a_link(small_area: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(small_area)
    assert not problems_of(tmp_path / "link")

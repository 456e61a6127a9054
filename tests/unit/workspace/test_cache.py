"""The cache gives back what was found, and nothing where anything has changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import omi_report
from omi_report.policy import Selection
from omi_report.source.snapshot import Snapshot
from omi_report.workspace import area as checking_area
from omi_report.workspace.checked import Checked
from omi_report.workspace.run import check_all

GOLDEN = Path(__file__).parent.parent.parent / "golden" / "westmark"


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An area with one error, below the current folder; a cache of its own."""
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "work" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work")
    shutil.copytree(GOLDEN, "westmark")
    path = Path("westmark/criteria/1.1.yaml")
    path.write_text(path.read_text().replace("safety-told | count", "safety-tol | count"))
    return Path("westmark")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The areas that were really checked."""
    seen: list[Path] = []
    check = checking_area.check

    def noted(snapshot: Snapshot, selection: Selection, **how: Any) -> Checked:
        seen.append(snapshot.folder)
        return check(snapshot, selection, **how)

    monkeypatch.setattr(checking_area, "check", noted)
    return seen


def test_the_same_answer_the_second_time(area: Path, runs: list[Path]) -> None:
    first = check_all([area], Selection())
    assert check_all([area], Selection()) == first
    assert [problem.code for problem in first[0].problems] == ["OMI201"]
    assert runs == [area]


def test_nothing_of_a_case_is_kept(area: Path, runs: list[Path]) -> None:
    (area / "evidence").mkdir()
    (area / "evidence" / "cases.csv").write_text("case,case_type\nWM-SECRET,workshp\n")
    found = check_all([area], Selection())
    assert any("workshp" in str(each) for each in found[0].problems)
    check_all([area], Selection())
    assert runs == [area, area]
    kept = [path.read_bytes() for path in Path(os.environ["OMI_CACHE_DIR"]).rglob("*") if path.is_file()]
    assert not any(b"SECRET" in each or b"workshp" in each for each in kept)


def write(name: str, text: str) -> Callable[[], object]:
    return lambda: Path(name).write_text(text)


def add_evidence() -> None:
    Path("westmark/evidence").mkdir(exist_ok=True)
    Path("westmark/evidence/more.csv").write_text("a\n")


def add_a_comment(name: str) -> None:
    path = Path(name)
    path.write_text(f"{path.read_text()}# more\n")


def same_size(name: str) -> None:
    path, found = Path(name), Path(name).stat()
    path.write_text(path.read_text().replace("safety-tol |", "safety-tal |"))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def link(name: str) -> None:
    Path(name).rename("elsewhere.yaml")
    Path(name).symlink_to(Path("elsewhere.yaml").absolute())


CHANGES: dict[str, Callable[[], object]] = {
    "a comment in a file": lambda: add_a_comment("westmark/area.yaml"),
    "the same number of bytes, at the same time": lambda: same_size("westmark/criteria/1.1.yaml"),
    "a new file": write("westmark/new.yaml", "a: 1\n"),
    "an empty folder": Path("westmark/empty").mkdir,
    "a file that is gone": Path("westmark/foreword.yaml").unlink,
    "a file under another name": lambda: Path("westmark/foreword.yaml").rename("westmark/foreward.yaml"),
    "evidence": add_evidence,
    "settings": write("omi.toml", 'ignore = ["OMI2"]'),
    "settings of the area": write("westmark/omi.toml", 'ignore = ["OMI202"]'),
    "a link in place of a file": lambda: link("westmark/foreword.yaml"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_any_change_counts(area: Path, runs: list[Path], name: str) -> None:
    check_all([area], Selection())
    CHANGES[name]()
    assert check_all([area], Selection()) == check_all([area], Selection(), use_cache=False)
    assert runs == [area, area, area]


def test_another_selection_and_another_path_are_other_questions(area: Path, runs: list[Path]) -> None:
    for selection in (Selection(), Selection(("OMI2",)), Selection((), ("OMI2",))):
        check_all([area], selection)
    (checked,) = check_all([area.absolute()], Selection())
    assert checked.problems[0].location.file.startswith("/")
    assert len(runs) == 4
    shutil.rmtree("westmark/criteria")
    shutil.copytree(GOLDEN / "criteria", "westmark/criteria")
    assert check_all([area], Selection())[0].problems == []


def test_another_version_of_omi_checks_anew(area: Path, runs: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    check_all([area], Selection())
    monkeypatch.setattr(omi_report, "__version__", "99")
    check_all([area], Selection())
    assert runs == [area, area]


def test_mending_never_goes_by_the_cache(area: Path, runs: list[Path]) -> None:
    check_all([area], Selection())
    check_all([area], Selection(), fix=True)
    assert runs == [area, area]


@pytest.mark.parametrize("damage", ["", "[]", "null", '{"key": 1}', "\x00", '{"problems": {}}'])
def test_a_damaged_cache_does_no_harm(area: Path, runs: list[Path], damage: str) -> None:
    first = check_all([area], Selection())
    for kept in Path(os.environ["OMI_CACHE_DIR"]).iterdir():
        kept.write_text(damage)
    assert check_all([area], Selection()) == first
    assert runs == [area, area]


def test_a_cache_that_cannot_be_written_does_no_harm(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("file").touch()
    monkeypatch.setenv("OMI_CACHE_DIR", "file/cache")
    assert check_all([area], Selection())[0].problems


def test_only_its_owner_may_read_it(area: Path) -> None:
    check_all([area], Selection())
    folder = Path(os.environ["OMI_CACHE_DIR"])
    assert folder.stat().st_mode & 0o077 == 0
    assert [kept.stat().st_mode & 0o077 for kept in folder.iterdir()] == [0, 0]


def test_an_area_with_a_pipe_in_it_is_not_waited_for(area: Path, runs: list[Path]) -> None:
    os.mkfifo("westmark/pipe.yaml")
    first = check_all([area], Selection())
    assert check_all([area], Selection()) == first
    assert runs == [area]


def test_what_is_no_area_is_said_each_time(area: Path) -> None:
    for _ in range(2):
        (checked,) = check_all([Path("nowhere")], Selection())
        assert checked.refusal.startswith("there is no folder nowhere")
    Path("omi.toml").write_text("ignor = []")
    for _ in range(2):
        (checked,) = check_all([area], Selection())
        assert "unknown setting «ignor»" in checked.refusal


def test_several_areas_are_kept_apart(area: Path, runs: list[Path]) -> None:
    shutil.copytree(GOLDEN, "clean")
    paths = [Path("clean"), area]
    first = check_all(paths, Selection())
    add_a_comment("clean/area.yaml")
    assert check_all(paths, Selection()) == first
    assert runs == [*paths, Path("clean")]

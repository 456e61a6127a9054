"""Reading a folder that nobody has vouched for, once."""

from __future__ import annotations

import os
import pickle
import socket
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from omi_report import limits
from omi_report.errors import NotAnAreaError
from omi_report.problems import Problem
from omi_report.source import snapshot as source_snapshot
from omi_report.source.snapshot import Snapshot


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """A folder that is an area."""
    (tmp_path / "area.yaml").write_text("area: Northfold\n")
    return tmp_path


def refusal(root: Path, name: str = "a.yaml") -> Problem:
    """The problem of the one file that was not read."""
    snapshot = Snapshot.of(root)
    assert name not in snapshot.files
    assert list(snapshot.unread) == [name]
    return snapshot.unread[name]


def assert_refused(problem: Problem, root: Path, message: str, name: str = "a.yaml") -> None:
    assert problem.code == "OMI009"
    assert str(problem.location) == f"{root}/{name}"
    assert problem.message == message
    assert problem.hint


# ---- what is read ----------------------------------------------------------------------------------------------------


def test_a_folder_lists_its_files_by_their_paths_inside(area: Path) -> None:
    for name in ("b.yaml", "a.yaml", "criteria/1.1.yaml", "criteria/deep/x.txt", ".git/config", ".hidden.yaml"):
        (area / name).parent.mkdir(parents=True, exist_ok=True)
        (area / name).touch()
    snapshot = Snapshot.of(area)
    assert snapshot.present == ("a.yaml", "area.yaml", "b.yaml", "criteria/1.1.yaml", "criteria/deep/x.txt")
    assert snapshot.folders == ("", "criteria/", "criteria/deep/")
    assert not snapshot.problems


def test_texts_evidence_pictures_and_settings_are_read_and_nothing_else(area: Path) -> None:
    names = ["README.md", "a.yaml", "evidence/cases.csv", "evidence/cases.xlsx", "evidence/notes.txt"]
    names += ["evidence/~$cases.xlsx", "omi.toml", "criteria/omi.toml", "elsewhere/cases.csv", "images/picture.JPG"]
    names += ["evidence/plan.png", "film.gif"]
    for name in names:
        (area / name).parent.mkdir(parents=True, exist_ok=True)
        (area / name).write_bytes(name.encode())
    files = Snapshot.of(area).files
    read = {"area.yaml", "a.yaml", "evidence/cases.csv", "evidence/cases.xlsx", "omi.toml", "images/picture.JPG"}
    assert set(files) == read
    assert files["a.yaml"].data == b"a.yaml"
    assert files["a.yaml"].sha256 == sha256(b"a.yaml").hexdigest()


def test_each_file_is_opened_once(area: Path) -> None:
    (area / "evidence").mkdir()
    (area / "evidence" / "cases.csv").write_text("case\n")
    opened: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open" and isinstance(arguments[0], str | os.PathLike):
            opened.append(os.fspath(arguments[0]))

    sys.addaudithook(watch)
    snapshot = Snapshot.of(area)
    assert snapshot.files["area.yaml"].sha256
    assert snapshot.changed() == ()
    watching = False
    assert sorted(path for path in opened if path.startswith(str(area))) == [
        str(area / "area.yaml"),
        str(area / "evidence" / "cases.csv"),
    ]


def test_a_path_is_shown_as_the_user_typed_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "area").mkdir()
    (tmp_path / "area" / "area.yaml").touch()
    monkeypatch.chdir(tmp_path)
    snapshot = Snapshot.of(Path("area/"))
    assert (snapshot.slug, snapshot.shown_path("a.yaml"), snapshot.folder) == ("area", "area/a.yaml", Path("area"))
    monkeypatch.chdir(tmp_path / "area")
    snapshot = Snapshot.of(Path())
    assert (snapshot.slug, snapshot.shown_path("a.yaml"), snapshot.folder) == ("area", "a.yaml", Path())


def test_a_name_that_cannot_be_printed_is_shown_with_that_written_out(area: Path) -> None:
    (area / "red\x1b[31m\n.yaml").touch()
    (area / os.fsdecode(b"latin-\xe9.yaml")).touch()
    snapshot = replace(Snapshot.of(area), shown="area")
    shown = [snapshot.shown_path(name) for name in snapshot.present]
    assert shown == ["area/area.yaml", r"area/latin-\udce9.yaml", r"area/red\x1b[31m\n.yaml"]


# ---- a value ---------------------------------------------------------------------------------------------------------


def test_equal_folders_are_equal_snapshots(area: Path) -> None:
    first = Snapshot.of(area)
    os.utime(area / "area.yaml", (1, 1))
    second = Snapshot.of(area)
    assert first == second
    assert hash(first) == hash(second)
    assert first.stamps != second.stamps
    assert pickle.loads(pickle.dumps(first)) == first
    (area / "area.yaml").write_text("area: Southfold\n")
    assert Snapshot.of(area) != first


def test_another_text_in_a_file_is_another_snapshot(area: Path) -> None:
    (area / "a.yaml").symlink_to("nowhere")
    first = Snapshot.of(area)
    second = first.with_text("area.yaml", "area: Southfold\n").with_text("a.yaml", "a: b").with_text("new.yaml", "")
    assert (first.files["area.yaml"].data, set(first.unread)) == (b"area: Northfold\n", {"a.yaml"})
    assert second.files["area.yaml"].data == b"area: Southfold\n"
    assert second.present == ("a.yaml", "area.yaml", "new.yaml")
    assert second.unread == {}
    assert second.with_text("area.yaml", "area: Northfold\n").files["area.yaml"] == first.files["area.yaml"]


# ---- what has changed since ------------------------------------------------------------------------------------------


def keep_times(path: Path, data: bytes) -> None:
    found = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def replace_by_its_like(path: Path) -> None:
    found = path.stat()
    path.with_name("other").write_bytes(path.read_bytes())
    os.utime(path.with_name("other"), ns=(found.st_atime_ns, found.st_mtime_ns))
    path.with_name("other").replace(path)


CHANGES: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "longer": (lambda area: (area / "a.yaml").write_text("a: bc\n"), ("a.yaml",)),
    "of the same size at the same time": (lambda area: keep_times(area / "a.yaml", b"a: c\n"), ("a.yaml",)),
    "another file of the same bytes": (lambda area: replace_by_its_like(area / "a.yaml"), ("a.yaml",)),
    "gone": (lambda area: (area / "a.yaml").unlink(), ("a.yaml",)),
    "renamed": (lambda area: (area / "a.yaml").rename(area / "b.yaml"), ("a.yaml", "b.yaml")),
    "new": (lambda area: (area / "new.yaml").touch(), ("new.yaml",)),
    "new, and read by nothing": (lambda area: (area / "notes.txt").touch(), ()),
    "hidden": (lambda area: (area / ".a.yaml.swp").touch(), ()),
    "read again": (lambda area: (area / "a.yaml").read_bytes(), ()),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_seen_without_opening_anything(area: Path, name: str) -> None:
    change, expected = CHANGES[name]
    (area / "a.yaml").write_text("a: b\n")
    snapshot = Snapshot.of(area)
    assert snapshot.changed() == ()
    change(area)
    assert snapshot.changed() == expected


def test_what_was_never_in_a_folder_does_not_change() -> None:
    assert Snapshot("area", "area", {}, ("area.yaml",)).changed() == ()


# ---- what is no area -------------------------------------------------------------------------------------------------


def test_what_is_no_area_says_what_to_do(area: Path) -> None:
    (area / "criteria").mkdir()
    for path, said in (
        (area / "nowhere", "there is no folder"),
        (area / ("x" * 5000), "there is no folder"),
        (area / "area.yaml", "is a file: name the folder of an area"),
        (area / "criteria", "criteria is not an area: it is inside of one, "),
        (area.parent, f"it holds areas: name one of them, such as {area.parent}/"),
    ):
        with pytest.raises(NotAnAreaError, match=said):
            Snapshot.of(path)
    (area / "area.yaml").unlink()
    with pytest.raises(NotAnAreaError, match=r"has no area\.yaml \(`omi init .*` makes one\)"):
        Snapshot.of(area)


# ---- OMI009: what cannot be read is part of the value ----------------------------------------------------------------


def test_a_link_is_not_followed(area: Path) -> None:
    (area / "secret").write_text("a: b")
    (area / "a.yaml").symlink_to(area / "secret")
    assert_refused(refusal(area), area, "this is a link, and links are not followed")


@pytest.mark.parametrize("target", ["nowhere", "a.yaml", "x" * 300])
def test_a_link_to_nothing_or_to_itself_is_not_followed(area: Path, target: str) -> None:
    (area / "a.yaml").symlink_to(target)
    assert_refused(refusal(area), area, "this is a link, and links are not followed")


@pytest.mark.parametrize(("name", "target"), [("criteria", "outside"), ("a.yaml", ".")])
def test_a_link_to_a_folder_is_not_listed(area: Path, name: str, target: str) -> None:
    (area / "outside").mkdir()
    (area / "outside" / "1.1.yaml").touch()
    (area / name).symlink_to(area / target)
    snapshot = Snapshot.of(area)
    assert snapshot.present == ("area.yaml", "outside/1.1.yaml")
    (problem,) = snapshot.problems
    assert_refused(problem, area, "this is a link, and links are not followed", name)
    assert problem.hint == "put the folder itself in the area's folder"


def test_a_folder_named_like_a_file_is_refused(area: Path) -> None:
    (area / "a.yaml").mkdir()
    assert_refused(refusal(area), area, "a folder stands where a file is expected")


def test_a_pipe_is_refused_without_waiting_for_its_other_end(area: Path) -> None:
    os.mkfifo(area / "a.yaml")
    assert_refused(refusal(area), area, "this is not an ordinary file")


def test_a_socket_is_refused(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(area)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("a.yaml")
    assert refusal(area).message.startswith("cannot be opened: ")


def test_a_file_that_is_too_large_is_refused(area: Path) -> None:
    (area / "a.yaml").write_bytes(b"#" * (limits.TEXT_BYTES + 1))
    assert_refused(refusal(area), area, "the file is larger than 4,000,000 bytes")


def test_evidence_may_be_larger_but_not_without_end(area: Path) -> None:
    (area / "evidence").mkdir()
    for name, size in (("cases.csv", limits.TEXT_BYTES + 1), ("cases.xlsx", limits.EVIDENCE_BYTES + 1)):
        with (area / "evidence" / name).open("wb") as file:
            file.truncate(size)
    message = "the file is larger than 64,000,000 bytes"
    assert_refused(refusal(area, "evidence/cases.xlsx"), area, message, "evidence/cases.xlsx")
    assert len(Snapshot.of(area).files["evidence/cases.csv"].data) == limits.TEXT_BYTES + 1


def test_the_largest_file_is_read(area: Path) -> None:
    (area / "a.yaml").write_bytes(b"#" * limits.TEXT_BYTES)
    assert Snapshot.of(area).files["a.yaml"].data == b"#" * limits.TEXT_BYTES


def test_files_that_come_to_too_much_together_are_refused(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "AREA_BYTES", 30)
    (area / "a.yaml").write_bytes(b"#" * 20)
    assert_refused(refusal(area), area, "with this file the area is larger than 30 bytes")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_closed_to_the_user_is_refused(area: Path) -> None:
    (area / "a.yaml").touch(mode=0o000)
    assert_refused(refusal(area), area, "cannot be opened: Permission denied")


def test_a_folder_closed_to_the_user_is_a_problem(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (area / "criteria").mkdir()
    scandir = os.scandir

    def closed(path: Path) -> object:
        if path.name == "criteria":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    snapshot = Snapshot.of(area)
    assert snapshot.present == ("area.yaml",)
    (problem,) = snapshot.problems
    assert_refused(problem, area, "cannot be listed: Permission denied", "criteria")


def test_a_file_that_goes_while_the_folder_is_read_is_refused(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (area / "a.yaml").touch()
    listed = source_snapshot._listed

    def removing(root: Path) -> object:
        found = listed(root)
        (area / "a.yaml").unlink()
        return found

    monkeypatch.setattr(source_snapshot, "_listed", removing)
    assert_refused(refusal(area), area, "cannot be opened: No such file or directory")


def test_a_folder_with_too_many_files_is_a_problem(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILES", 10)
    for number in range(11):
        (area / f"{number}.txt").touch()
    snapshot = Snapshot.of(area)
    (problem,) = snapshot.problems
    assert (problem.code, str(problem.location)) == ("OMI009", str(area))
    assert problem.message == "the folder holds more than 10 files"
    assert "area.yaml" in snapshot.files

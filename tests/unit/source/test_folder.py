"""Reading a folder that nobody has vouched for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from omi_report.problems import Problem
from omi_report.source import folder as source_folder
from omi_report.source.folder import MAX_BYTES, Folder, SourceFile, list_folder, read_into
from omi_report.source.tree import Mapping, Scalar


def read(root: Path, name: str = "a.yaml") -> tuple[SourceFile | None, list[Problem]]:
    folder = list_folder(root)
    return read_into(folder, root, name), folder.problems


def refusal(root: Path, name: str = "a.yaml") -> Problem:
    """The one problem of a file that cannot be read."""
    file, (problem,) = read(root, name)
    assert file is None
    return problem


def test_a_folder_lists_its_files_by_their_paths_inside(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "criteria/1.1.yaml", "criteria/deep/x.txt", ".git/config", ".hidden.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    folder = list_folder(tmp_path)
    assert folder.present == ("a.yaml", "b.yaml", "criteria/1.1.yaml", "criteria/deep/x.txt")
    assert not folder.problems


def test_a_path_is_shown_as_the_user_typed_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "area").mkdir()
    monkeypatch.chdir(tmp_path)
    assert list_folder(Path("area/")).shown_path("a.yaml") == "area/a.yaml"
    monkeypatch.chdir(tmp_path / "area")
    assert list_folder(Path()).shown_path("a.yaml") == "a.yaml"


def test_a_name_that_cannot_be_printed_is_shown_without_what_cannot(tmp_path: Path) -> None:
    (tmp_path / "red\x1b[31m\n.yaml").touch()
    (tmp_path / os.fsdecode(b"latin-\xe9.yaml")).touch()
    folder = list_folder(tmp_path)
    shown = [Folder("area").shown_path(name) for name in folder.present]
    assert shown == ["area/latin-\ufffd.yaml", "area/red\ufffd[31m\ufffd.yaml"]


def test_a_file_is_read_into_a_located_tree(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("key: |\n  one\n  two\n")
    file, problems = read(tmp_path)
    assert not problems
    assert file is not None
    assert isinstance(file.root, Mapping)
    assert file.at(("key",)) == file.at(("key", "deeper"))
    assert str(file.at(("key",), key=True)) == f"{tmp_path}/a.yaml:1:1"
    (value,) = file.root.values()
    assert isinstance(value, Scalar)
    assert str(file.inside(value, value.index("two"))) == f"{tmp_path}/a.yaml:3:3"


def test_a_file_without_a_tree_is_located_at_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: b: c")
    file, _problems = read(tmp_path)
    assert file is not None
    assert str(file.at(("key",))) == f"{tmp_path}/a.yaml:1:1"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_any_line_end_are_read(tmp_path: Path, line_end: str) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbf" + f"a: b{line_end}c: d{line_end}".encode())
    file, problems = read(tmp_path)
    assert not problems
    assert file is not None
    assert file.root == {"a": "b", "c": "d"}
    assert (file.at(("a",), key=True).column, file.at(("c",)).line) == (1, 2)


# OMI004


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        pytest.param(b"a: \xe9\n", 1, 4, "0xE9", id="Latin-1"),
        pytest.param("a: ŵ\r\nb: ŵ".encode() + b"\x80", 2, 5, "0x80", id="second line"),
        pytest.param(b"a: b\rb: " + b"\xff", 2, 4, "0xFF", id="CR"),
        pytest.param(b"\xef\xbb\xbfa: \xa3\n", 1, 4, "0xA3", id="after a byte order mark"),
        pytest.param("a: b\n".encode("utf-16"), 1, 1, "0xFF", id="UTF-16"),
        pytest.param(b"a: \xed\xa0\x80", 1, 4, "0xED", id="a surrogate"),
        pytest.param(b"a: b\xc3", 1, 5, "0xC3", id="cut short"),
    ],
)
def test_bytes_that_are_not_utf_8_are_a_problem_at_their_place(
    tmp_path: Path, data: bytes, line: int, column: int, byte: str
) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    problem = refusal(tmp_path)
    assert problem.code == "OMI004"
    assert (problem.location.line, problem.location.column) == (line, column)
    assert problem.message == f"the byte {byte} is not UTF-8 text"
    assert "UTF-8" in problem.hint


@pytest.mark.parametrize("data", ["a: b\n".encode("utf-16-le"), b"a: b\0\n"])
def test_nul_bytes_are_control_characters(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    _file, (problem,) = read(tmp_path)
    assert (problem.code, problem.location.line) == ("OMI001", 1)
    assert problem.message == "a control character (U+0000) stands in the text"


# OMI009


def assert_refused(problem: Problem, root: Path, message: str, name: str = "a.yaml") -> None:
    assert problem.code == "OMI009"
    assert str(problem.location) == f"{root}/{name}"
    assert problem.message == message
    assert problem.hint


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a: b")
    (tmp_path / "a.yaml").symlink_to(tmp_path / "secret")
    assert_refused(refusal(tmp_path), tmp_path, "this is a link, and links are not followed")


@pytest.mark.parametrize("target", ["nowhere", "a.yaml", "."])
def test_a_link_to_nothing_to_itself_or_to_a_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "a.yaml").symlink_to(target)
    folder = list_folder(tmp_path)
    if not folder.problems:
        read_into(folder, tmp_path, "a.yaml")
    (problem,) = folder.problems
    assert_refused(problem, tmp_path, "this is a link, and links are not followed")


def test_a_link_to_a_folder_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "area").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "1.1.yaml").touch()
    (tmp_path / "area" / "criteria").symlink_to(tmp_path / "outside")
    folder = list_folder(tmp_path / "area")
    assert folder.present == ()
    (problem,) = folder.problems
    assert_refused(problem, tmp_path / "area", "this is a link, and links are not followed", "criteria")
    assert problem.hint == "put the folder itself in the area's folder"


def test_a_folder_named_like_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert_refused(refusal(tmp_path), tmp_path, "a folder stands where a file is expected")


def test_a_pipe_is_refused_without_waiting_for_its_other_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert_refused(refusal(tmp_path), tmp_path, "this is not an ordinary file")


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("a.yaml")
    assert refusal(tmp_path).message.startswith("cannot be opened: ")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    assert_refused(refusal(tmp_path), tmp_path, "the file is larger than 4,000,000 bytes")


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: b\n" + b"#" * (MAX_BYTES - 5))
    file, problems = read(tmp_path)
    assert not problems
    assert file is not None
    assert file.root == {"a": "b"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_closed_to_the_user_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch(mode=0o000)
    assert_refused(refusal(tmp_path), tmp_path, "cannot be opened: Permission denied")


def test_a_folder_closed_to_the_user_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "criteria").mkdir()
    (tmp_path / "a.yaml").touch()
    scandir = os.scandir

    def closed(path: Path) -> object:
        if path.name == "criteria":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    folder = list_folder(tmp_path)
    assert folder.present == ("a.yaml",)
    (problem,) = folder.problems
    assert_refused(problem, tmp_path, "cannot be listed: Permission denied", "criteria")


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    assert_refused(refusal(tmp_path), tmp_path, "cannot be opened: No such file or directory")


def test_a_folder_with_too_many_files_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_folder, "MAX_ENTRIES", 10)
    for number in range(11):
        (tmp_path / f"{number}.txt").touch()
    (problem,) = list_folder(tmp_path).problems
    assert (problem.code, str(problem.location)) == ("OMI009", str(tmp_path))
    assert problem.message == "the folder holds more than 10 files"

"""From the bytes of a snapshot to located trees."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.problems import Problem
from omi_report.source.folder import Folder, SourceFile
from omi_report.source.reading import Content
from omi_report.source.snapshot import Snapshot
from omi_report.source.tree import Mapping, Scalar


def read(data: bytes, name: str = "a.yaml") -> tuple[SourceFile | None, list[Problem]]:
    folder = Folder.of(Snapshot("area", "areas/area", {name: Content(data)}, (name,)))
    return folder.read(name), folder.problems


def test_a_file_is_read_into_a_located_tree() -> None:
    file, problems = read(b"key: |\n  one\n  two\n")
    assert not problems
    assert file is not None
    assert isinstance(file.root, Mapping)
    assert file.at(("key",)) == file.at(("key", "deeper"))
    assert str(file.at(("key",), key=True)) == "areas/area/a.yaml:1:1"
    (value,) = file.root.values()
    assert isinstance(value, Scalar)
    assert str(file.inside(value, value.index("two"))) == "areas/area/a.yaml:3:3"


def test_a_file_without_a_tree_is_located_at_its_beginning() -> None:
    file, _problems = read(b"a: b: c")
    assert file is not None
    assert str(file.at(("key",))) == "areas/area/a.yaml:1:1"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_any_line_end_are_read(line_end: str) -> None:
    file, problems = read(b"\xef\xbb\xbf" + f"a: b{line_end}c: d{line_end}".encode())
    assert not problems
    assert file is not None
    assert file.root == {"a": "b", "c": "d"}
    assert (file.at(("a",), key=True).column, file.at(("c",)).line) == (1, 2)


def test_what_was_not_read_is_a_problem_only_where_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text("area: Northfold\n")
    (tmp_path / "a.yaml").symlink_to("area.yaml")
    folder = Folder.of(Snapshot.of(tmp_path))
    assert folder.read("area.yaml") is not None
    assert folder.problems == []
    assert folder.read("a.yaml") is None
    assert [problem.message for problem in folder.problems] == ["this is a link, and links are not followed"]
    assert list(folder.files) == ["area.yaml"]


# OMI004


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        pytest.param(b"a: \xe9\n", 1, 4, "0xE9", id="Latin-1"),
        pytest.param("a: ŵ\r\nb: ŵ".encode() + b"\x80", 2, 5, "0x80", id="second line"),
        pytest.param(b"a: b\rb: " + b"\xff", 2, 4, "0xFF", id="CR"),
        pytest.param(b"\xef\xbb\xbfa: \xa3\n", 1, 4, "0xA3", id="after a byte order mark"),
        pytest.param(b"a: \xed\xa0\x80", 1, 4, "0xED", id="a surrogate"),
        pytest.param(b"a: b\xc3", 1, 5, "0xC3", id="cut short"),
    ],
)
def test_bytes_that_are_not_utf_8_are_a_problem_at_their_place(data: bytes, line: int, column: int, byte: str) -> None:
    file, (problem,) = read(data)
    assert file is None
    assert problem.code == "OMI004"
    assert (problem.location.line, problem.location.column) == (line, column)
    assert problem.message == f"the byte {byte} is not UTF-8 text"
    assert "UTF-8" in problem.hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_file_saved_as_utf_16_is_called_so(encoding: str) -> None:
    mark = b"" if encoding == "utf-16" else b"\xfe\xff"
    file, (problem,) = read(mark + "a: b\n".encode(encoding))
    assert file is None
    assert str(problem.location) == "areas/area/a.yaml:1:1"
    assert problem.message == "the file is saved as UTF-16"
    assert "UTF-8" in problem.hint


def test_half_a_pair_from_an_editor_is_no_text() -> None:
    snapshot = Snapshot("area", "", {}).with_text("a.yaml", "a: \ud83d")
    folder = Folder.of(snapshot)
    assert folder.read("a.yaml") is None
    assert [(problem.code, str(problem.location)) for problem in folder.problems] == [("OMI004", "a.yaml:1:4")]


@pytest.mark.parametrize("data", ["a: b\n".encode("utf-16-le"), b"a: b\0\n"])
def test_nul_bytes_are_control_characters(data: bytes) -> None:
    _file, (problem,) = read(data)
    assert (problem.code, problem.location.line) == ("OMI001", 1)
    assert problem.message == "a control character (U+0000) stands in the text"

"""A new area is written whole, and over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.errors import OutputError
from omi_report.scaffold.write import write_new

FILES = {"area.yaml": "area: Ŵest\n".encode(), "criteria/1.1.yaml": b"criterion: 1.1\n"}


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "new" / "area", tmp_path / "empty"):
        write_new(folder, FILES)
        assert (folder / "area.yaml").read_text(encoding="utf-8") == "area: Ŵest\n"
        assert (folder / "criteria" / "1.1.yaml").is_file()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes").touch()
    for name in ("file", "full"):
        with pytest.raises(OutputError, match="is there already"):
            write_new(tmp_path / name, FILES)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["notes"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"file/area cannot be written: Not a directory"):
        write_new(tmp_path / "file" / "area", FILES)


def test_one_file_may_be_there_already(tmp_path: Path) -> None:
    (tmp_path / "framework.yaml").write_text("framework: ours\n")
    write_new(tmp_path, FILES, beside="framework.yaml")
    assert (tmp_path / "framework.yaml").read_text() == "framework: ours\n"
    assert (tmp_path / "area.yaml").is_file()
    with pytest.raises(OutputError, match="is there already"):
        write_new(tmp_path, FILES, beside="framework.yaml")

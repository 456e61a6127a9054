"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from omi_report.files import write_atomically


def test_makes_the_folder_and_the_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b.txt", b"words")
    assert (tmp_path / "a/b.txt").read_bytes() == b"words"
    assert (tmp_path / "a/b.txt").stat().st_mode & 0o777 == 0o644


def test_takes_the_place_of_an_earlier_file(tmp_path: Path) -> None:
    target = tmp_path / "b.txt"
    for data in (b"one", b"two"):
        write_atomically(target, data)
    assert target.read_bytes() == b"two"


def test_a_failure_leaves_the_earlier_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "b.txt"
    write_atomically(target, b"good")

    def fail(self: Path, other: Path) -> Path:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="the disk is full"):
        write_atomically(target, b"bad")
    assert target.read_bytes() == b"good"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_atomically(tmp_path / "link.txt", b"words")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"words"


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, b"words")
    assert os.read(reader, 10) == b"words"
    os.close(reader)
    assert pipe.is_fifo()

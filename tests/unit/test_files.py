"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from omi_report.files import read_regular, write_atomically


def test_makes_the_folder_and_the_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b.txt", b"words")
    assert (tmp_path / "a/b.txt").read_bytes() == b"words"


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_what_the_umask_leaves(tmp_path: Path, mask: int, mode: int) -> None:
    with umask(mask):
        write_atomically(tmp_path / "b.txt", b"words")
    assert mode_of(tmp_path / "b.txt") == mode


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o440])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "b.txt"
    target.write_bytes(b"one")
    target.chmod(mode)
    with umask(0o022):
        write_atomically(target, b"two")
    assert target.read_bytes() == b"two"
    assert mode_of(target) == mode


def test_a_mode_that_is_asked_for_holds_whatever_the_umask_and_the_earlier_file(tmp_path: Path) -> None:
    target = tmp_path / "b.txt"
    target.write_bytes(b"one")
    with umask(0):
        write_atomically(target, b"two", mode=0o600)
        write_atomically(tmp_path / "new.txt", b"two", mode=0o600)
    assert mode_of(target) == mode_of(tmp_path / "new.txt") == 0o600


def test_nobody_may_read_more_of_a_file_while_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "b.txt"
    target.write_bytes(b"one")
    target.chmod(0o600)
    asked: list[int] = []
    opened = os.open

    def watch(path: str | Path, flags: int, mode: int = 0o777) -> int:
        asked.append(mode if flags & os.O_CREAT else 0)
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", watch)
    write_atomically(target, b"two")
    assert asked == [0o600, 0]


class Synced:
    """Notes which files and folders are put on the disk, and when a file gets its name."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.events: list[str] = []
        replace = Path.replace

        def sync(descriptor: int) -> None:
            is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
            self.events.append("folder" if is_folder else f"file of {os.fstat(descriptor).st_size} bytes")

        def rename(path: Path, target: Path) -> Path:
            self.events.append("rename")
            return replace(path, target)

        monkeypatch.setattr(os, "fsync", sync)
        monkeypatch.setattr(Path, "replace", rename)


def test_a_file_is_on_the_disk_before_it_gets_its_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = Synced(monkeypatch)
    write_atomically(tmp_path / "b.txt", b"words")
    assert synced.events == ["file of 5 bytes", "rename", "folder"]


def test_a_file_that_need_not_last_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = Synced(monkeypatch)
    write_atomically(tmp_path / "b.txt", b"words", lasting=False)
    assert synced.events == ["rename"]


def test_a_folder_whose_names_cannot_be_put_on_the_disk_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    write_atomically(tmp_path / "b.txt", b"words")
    assert (tmp_path / "b.txt").read_bytes() == b"words"


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


def test_what_a_killed_program_has_left_is_swept(tmp_path: Path) -> None:
    left, fresh, other = (tmp_path / name for name in (".b.txt.0123abcd", ".b.txt.89abcdef", ".c.txt.0123abcd"))
    for path in (left, fresh, other):
        path.touch()
    for path in (left, other):
        os.utime(path, (0, 0))
    write_atomically(tmp_path / "b.txt", b"words")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["b.txt", fresh.name, other.name])


def test_only_an_ordinary_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"words")
    (tmp_path / "link").symlink_to("file")
    os.mkfifo(tmp_path / "pipe")
    assert read_regular(tmp_path / "file", 5) == b"words"
    for path, most in ((tmp_path / "file", 4), (tmp_path / "link", 9), (tmp_path / "pipe", 9)):
        with pytest.raises(OSError, match=path.name):
            read_regular(path, most)
    with pytest.raises(IsADirectoryError):
        read_regular(tmp_path, 9)
    with pytest.raises(OSError, match="no ordinary file"):
        read_regular(Path("/dev/zero"), 9)

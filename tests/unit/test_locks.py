"""Two programs are kept out of one folder."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import stat
from pathlib import Path

import pytest

from omi_report.errors import OutputError
from omi_report.locks import LOCK_FILE, locked


def is_free(folder: Path, *, shared: bool = False) -> bool:
    try:
        with locked(folder, shared=shared, patience=0):
            return True
    except OutputError:
        return False


def test_one_writes_or_several_read(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert not is_free(tmp_path)
        assert not is_free(tmp_path, shared=True)
    with locked(tmp_path, shared=True):
        assert not is_free(tmp_path)
        assert is_free(tmp_path, shared=True)
    assert is_free(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_made_anew_is_another_one(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with locked(folder):
        folder.rename(tmp_path / "away")
        folder.mkdir()
        assert is_free(folder)
        shutil.rmtree(folder)
        with pytest.raises(FileNotFoundError), locked(folder):
            pass


@pytest.fixture
def no_locks_on_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    flock = fcntl.flock

    def refuse_folders(descriptor: int, operation: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EBADF, "Bad file descriptor")
        flock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", refuse_folders)


@pytest.mark.usefixtures("no_locks_on_folders")
def test_where_folders_have_no_locks_a_file_has(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == [LOCK_FILE]
        assert not is_free(tmp_path)
    assert is_free(tmp_path)


@pytest.mark.usefixtures("no_locks_on_folders")
def test_who_only_reads_needs_no_lock_where_none_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse_to_make(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse_to_make)
    assert is_free(tmp_path, shared=True)
    with pytest.raises(PermissionError), locked(tmp_path):
        pass

"""What is kept for the next run is this user's alone, and to lose it does no harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from omi_report.cache import keep, kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_kept_comes_back(folder: Path) -> None:
    assert kept("a.json") is None
    keep("a.json", b"one")
    keep("templates/a.code", b"two")
    assert (kept("a.json"), kept("templates/a.code")) == (b"one", b"two")
    keep("a.json", b"three")
    assert kept("a.json") == b"three"


def test_only_its_owner_may_read_it(folder: Path) -> None:
    keep("templates/a.code", b"one")
    for path in (folder, folder / "templates", folder / "templates" / "a.code"):
        assert path.stat().st_mode & 0o077 == 0


def test_what_others_can_write_does_not_count(folder: Path) -> None:
    keep("a.json", b"one")
    (folder / "a.json").chmod(0o660)
    assert kept("a.json") is None


def test_what_another_user_wrote_does_not_count(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("a.json", b"one")
    monkeypatch.setattr(os, "getuid", lambda: (folder / "a.json").stat().st_uid + 1)
    assert kept("a.json") is None


def test_no_link_is_followed(folder: Path, tmp_path: Path) -> None:
    keep("a.json", b"one")
    (tmp_path / "secret").write_bytes(b"two")
    (folder / "b.json").symlink_to(tmp_path / "secret")
    assert kept("b.json") is None


def test_a_folder_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    folder.touch()
    keep("a.json", b"one")
    assert kept("a.json") is None

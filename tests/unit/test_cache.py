"""What is kept for the next run is this user's alone, and to lose it does no harm."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from omi_report.build import build
from omi_report.build_options import BuildOptions
from omi_report.cache import contents, empty, keep, kept
from omi_report.workspace.area import open_area
from omi_report.workspace.remembered import lint_once
from tests.samples import WESTMARK


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


def test_no_link_is_written_through(folder: Path, tmp_path: Path) -> None:
    keep("a.json", b"one")
    (tmp_path / "victim").write_bytes(b"two")
    (folder / "b.json").symlink_to(tmp_path / "victim")
    keep("b.json", b"three")
    assert (tmp_path / "victim").read_bytes() == b"two"


def test_nothing_is_kept_in_a_folder_that_others_may_write_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    folder.chmod(0o777)
    keep("a.json", b"one")
    assert not list(folder.iterdir())
    folder.chmod(0o755)
    keep("a.json", b"one")
    assert kept("a.json") == b"one"
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)
    keep("b.json", b"one")
    assert [path.name for path in folder.iterdir()] == ["a.json"]


def test_a_folder_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    folder.touch()
    keep("a.json", b"one")
    assert kept("a.json") is None


@pytest.mark.parametrize("data", [b"", b"one", bytes(range(256)) * 3])
def test_what_is_damaged_does_not_count(folder: Path, data: bytes) -> None:
    keep("a.json", data)
    assert kept("a.json") == data
    whole = (folder / "a.json").read_bytes()
    for place in range(len(whole)):
        for bit in (0, 3, 7):
            damaged = bytearray(whole)
            damaged[place] ^= 1 << bit
            (folder / "a.json").write_bytes(damaged)
            assert kept("a.json") is None
    for end in range(len(whole)):
        (folder / "a.json").write_bytes(whole[:end])
        assert kept("a.json") is None
    (folder / "a.json").write_bytes(whole + b"\0")
    assert kept("a.json") is None


def test_what_is_kept_under_another_name_does_not_count(folder: Path) -> None:
    keep("a.json", b"one")
    (folder / "a.json").rename(folder / "b.json")
    assert kept("b.json") is None


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    folder.mkdir()
    os.mkfifo(folder / "a.json")
    assert kept("a.json") is None


def test_a_report_made_with_a_damaged_cache_is_the_same(folder: Path, tmp_path: Path) -> None:
    chance = random.Random(10)
    options = BuildOptions(pdf=False, output=tmp_path / "out")

    def report() -> bytes:
        built = build(*open_area(WESTMARK), options, check=lint_once)
        return built.written[0].path.read_bytes()

    whole = report()
    entries = [path for path in folder.rglob("*") if path.is_file()]
    assert len(entries) > 10
    for _ in range(6):
        for path in entries:
            data = bytearray(path.read_bytes())
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)
        assert report() == whole


def test_nothing_is_kept_for_a_user_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("OMI_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for home in ("", "relative"):
        monkeypatch.setenv("HOME", home)
        keep("a.json", b"one")
        assert kept("a.json") is None
    assert not list(tmp_path.iterdir())


def test_what_is_kept_is_shown_and_taken_away(folder: Path, tmp_path: Path) -> None:
    assert contents() == ()
    assert empty() == 0
    for name in ("a1.json", "a2.texts", "units/b1.unit", "templates/own-c1.code"):
        keep(name, b"12345")
    (folder / "letter.txt").write_text("not omi's")
    (folder / "pictures").mkdir()
    assert {(each.name, each.files) for each in contents()} == {("", 2), ("units", 1), ("templates", 1)}
    assert empty() == 4
    assert contents() == ()
    assert (folder / "letter.txt").exists()


def test_links_lead_nowhere_when_the_cache_is_emptied(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a1.unit").write_bytes(b"one")
    keep("a1.json", b"one")
    (folder / "units").symlink_to(elsewhere)
    (folder / "a2.json").symlink_to(elsewhere / "a1.unit")
    assert empty() == 1
    assert (elsewhere / "a1.unit").exists()

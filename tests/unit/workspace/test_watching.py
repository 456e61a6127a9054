"""Changes of files are seen: each, once, and only those that count."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

import pytest

from omi_report.errors import MissingExtraError
from omi_report.workspace import watching
from omi_report.workspace.watching import Watched, changes, expect_installed, stamps, watched_for


@contextmanager
def seen(watched: Watched) -> Iterator[Queue[None]]:
    """What is told of changes, as it comes."""
    told: Queue[None] = Queue()
    stop, begun = Event(), Event()

    def asked() -> Watched:
        begun.set()
        return watched

    def watch() -> None:
        for _ in changes(asked, stop):
            told.put(None)

    thread = Thread(target=watch)
    thread.start()
    begun.wait()
    settle(told)
    try:
        yield told
    finally:
        stop.set()
        thread.join()


def settle(told: Queue[None]) -> int:
    """Wait until nothing more is told; returns how often something was."""
    count = 0
    try:
        while True:
            told.get(timeout=1.3 * watching.PAUSE)
            count += 1
    except Empty:
        return count


def test_a_saved_file_is_seen_once(small_area: Path) -> None:
    with seen(Watched((small_area,))) as told:
        (small_area / "foreword.yaml").write_text("text: Other words.\nsignatory: Ada Quill\n", encoding="utf-8")
        assert settle(told) == 1


def test_what_does_not_count_is_not_told(small_area: Path) -> None:
    output = small_area / "build"
    output.mkdir()
    with seen(Watched((small_area,), without=(output,))) as told:
        (small_area / ".foreword.yaml.swp").write_text("x", encoding="utf-8")
        (small_area / "foreword.yaml~").write_text("x", encoding="utf-8")
        (output / "report.html").write_text("x", encoding="utf-8")
        assert settle(told) == 0


def test_a_folder_that_goes_and_comes_back_is_watched_again(small_area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "PAUSE", 0.1)
    aside = small_area.with_name("aside")
    with seen(Watched((small_area,))) as told:
        shutil.copytree(small_area, aside)
        shutil.rmtree(small_area)
        assert settle(told) >= 1
        aside.rename(small_area)
        assert settle(told) >= 1
        (small_area / "foreword.yaml").unlink()
        assert settle(told) >= 1


def test_settings_that_come_and_what_no_system_tells_of_are_seen(
    small_area: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "PAUSE", 0.1)
    settings = small_area.parent / "omi.toml"
    with seen(Watched((), (settings,))) as told:
        settings.write_text("strict = true\n", encoding="utf-8")
        assert settle(told) == 1
        settings.unlink()
        assert settle(told) == 1


def test_a_system_that_watches_nothing_is_no_end(small_area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_folders: Path, **_options: object) -> Iterator[None]:
        raise OSError("no space left on device")

    monkeypatch.setattr("watchfiles.watch", refused)
    monkeypatch.setattr(watching, "PAUSE", 0.1)
    with seen(Watched((small_area,))) as told:
        (small_area / "foreword.yaml").unlink()
        assert settle(told) == 1


def test_all_that_a_report_is_made_of_is_watched(small_area: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "shared").mkdir()
    (tmp_path / "omi.toml").write_text('frameworks = "shared"\n', encoding="utf-8")
    watched = watched_for(small_area, tmp_path / "house", tmp_path / "build")
    assert watched.folders == (small_area, tmp_path / "shared", tmp_path / "house")
    assert watched.files == (tmp_path / "omi.toml", tmp_path / "pyproject.toml")
    assert watched.without == (tmp_path / "build",)
    found = stamps(watched)
    assert found[str(tmp_path / "pyproject.toml")] is None
    assert found[str(small_area / "criteria" / "1.1.yaml")] is not None


def test_settings_that_cannot_be_used_are_watched_too(small_area: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "omi.toml").write_text("frameworks = [", encoding="utf-8")
    assert watched_for(small_area).folders == (small_area,)


def test_without_the_package_a_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(MissingExtraError, match=r'pip install "omi_report\[preview\]"'):
        expect_installed()

"""Several files of a folder are written all or none, whatever goes wrong and whenever."""

from __future__ import annotations

import errno
import json
import os
import random
import resource
import signal
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from omi_report import files, together
from omi_report.errors import OutputError
from omi_report.files import JOURNAL, STAGING, UNDO, is_unsettled
from omi_report.locks import locked
from omi_report.together import settle, settled, write_together
from tests import kills

Held = dict[str, bytes]

OLD: Held = {"first": b"old 1", "second": b"old 2", "folder/third": b"old 3"}
CHANGES: dict[str, bytes | None] = {"first": b"new 1", "second": None, "folder/third": b"new 3", "fourth": b"new 4"}
NEW: Held = {name: data for name, data in CHANGES.items() if data is not None}


@pytest.fixture
def nothing_is_synced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill harms nothing that has been written, so those tests need not wait for the disk."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


unsynced = pytest.mark.usefixtures("nothing_is_synced")

SOURCES = (together.__file__, files.__file__)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_together(tmp_path / "out", OLD)
    return tmp_path / "out"


def held(folder: Path) -> Held:
    """What is in a folder, less what is hidden."""
    found = (path for path in folder.rglob("*") if path.is_file() and STAGING not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def reset(folder: Path) -> None:
    write_together(folder, dict.fromkeys(NEW, None) | OLD)
    assert held(folder) == OLD


def write(folder: Path) -> None:
    write_together(folder, CHANGES)


def test_files_are_written_and_removed_together(folder: Path) -> None:
    (folder / "first").chmod(0o600)
    write(folder)
    assert held(folder) == NEW
    assert stat.S_IMODE((folder / "first").stat().st_mode) == 0o600
    assert sorted(path.name for path in folder.iterdir()) == ["first", "folder", "fourth"]


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize(("narrow", "mode"), [(False, 0o644), (True, 0o600)])
def test_permissions_are_those_of_the_file_and_of_a_report_no_more_than_the_umask_leaves(
    folder: Path, narrow: bool, mode: int
) -> None:
    (folder / "first").chmod(0o644)
    with umask(0o077):
        write_together(folder, {"first": b"new", "fourth": b"new"}, narrow=narrow)
    assert stat.S_IMODE((folder / "first").stat().st_mode) == mode
    assert stat.S_IMODE((folder / "fourth").stat().st_mode) == 0o600


@unsynced
def test_a_kill_before_every_other_line_leaves_one_of_the_two_sets(folder: Path) -> None:
    seen = set()
    moment = 0
    while kills.at_line(partial(write, folder), moment := moment + 2, SOURCES):
        settle(folder)
        assert held(folder) in (OLD, NEW), moment
        seen.add(held(folder) == NEW)
        assert not is_unsettled(folder)
        reset(folder)
        assert not (folder / STAGING).exists(), "what a killed program has left is swept"
    assert held(folder) == NEW
    assert seen == {True, False}
    assert moment > 100


@pytest.mark.parametrize("function", ["replace", "unlink", "link", "fsync", "rmdir", "mkdir"])
def test_a_kill_before_any_call_leaves_one_of_the_two_sets(folder: Path, function: str) -> None:
    moment = 0
    while kills.before_call(partial(write, folder), moment := moment + 1, function):
        settle(folder)
        assert held(folder) in (OLD, NEW), moment
        reset(folder)
    assert held(folder) == NEW
    assert moment > 1


@unsynced
def test_a_kill_at_200_random_moments_leaves_one_of_the_two_sets(folder: Path) -> None:
    def over_and_over() -> None:
        while True:
            write_together(folder, CHANGES)
            write_together(folder, dict.fromkeys(NEW, None) | OLD)

    chance = random.Random(10)
    for _ in range(200):
        assert kills.after(over_and_over, chance.uniform(0, 0.02))
        settle(folder)
        assert held(folder) in (OLD, NEW)


@unsynced
def test_who_finishes_the_work_of_a_killed_program_may_be_killed_too(folder: Path) -> None:
    chance = random.Random(10)
    killed = 0
    for number in range(60):
        assert kills.before_call(partial(write, folder), number % 3 + 2, "replace")
        killed += kills.at_line(partial(settle, folder), chance.randrange(1, 80), SOURCES)
        settle(folder)
        assert held(folder) in (OLD, NEW)
        reset(folder)
    assert killed > 30


class Failing:
    """Lets a call of a function of `os` fail: the one of a number, or that and all after it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, at: int, error: int, *, lasting: bool) -> None:
        self.calls = 0
        real = getattr(os, name)

        def call(*arguments: Any, **named: Any) -> Any:
            self.calls += 1
            if self.calls == at or (lasting and self.calls > at):
                raise OSError(error, os.strerror(error), str(arguments[0]))
            return real(*arguments, **named)

        monkeypatch.setattr(os, name, call)


def all_failures(folder: Path, name: str, error: int, *, lasting: bool) -> Iterator[bool]:
    """Write with a failure at each call in turn. Yields, after each, whether the writing said that it failed."""
    at = 0
    while True:
        at += 1
        with pytest.MonkeyPatch.context() as monkeypatch:
            failing = Failing(monkeypatch, name, at, error, lasting=lasting)
            said = refusal(folder)
        if failing.calls < at:
            return
        assert said is None or os.strerror(error) in said
        yield said is not None
        settle(folder)
        reset(folder)


def refusal(folder: Path) -> str | None:
    try:
        write(folder)
    except OutputError as error:
        return str(error)
    return None


@pytest.mark.parametrize("function", ["replace", "unlink", "open", "mkdir"])
def test_where_a_call_fails_all_is_as_before_or_all_is_new(folder: Path, function: str) -> None:
    failures = 0
    for failed in all_failures(folder, function, errno.EIO, lasting=False):
        settle(folder)
        assert held(folder) == (OLD if failed else NEW)
        failures += failed
    assert failures or function == "mkdir"


@pytest.mark.parametrize("function", ["replace", "unlink", "open", "fsync"])
def test_where_nothing_goes_any_more_after_a_call_the_next_omi_puts_it_right(folder: Path, function: str) -> None:
    failures = 0
    for failed in all_failures(folder, function, errno.EROFS, lasting=True):
        settle(folder)
        assert held(folder) in (OLD, NEW)
        failures += failed
    assert failures


@pytest.mark.parametrize("name", ["first", "second", "folder/third"])
def test_a_file_that_may_not_be_changed_keeps_all_others_from_being_changed(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def guarded(real: Callable[..., Any], place: int) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            if Path(arguments[place]) == folder / name:
                raise PermissionError(errno.EPERM, "Operation not permitted", str(arguments[place]))
            return real(*arguments, **named)

        return call

    for function, place in (("replace", 1), ("unlink", 0), ("link", 0)):
        monkeypatch.setattr(os, function, guarded(getattr(os, function), place))
    with pytest.raises(OutputError, match=rf"{name} cannot be written: Operation not permitted; no file was changed"):
        write(folder)
    assert held(folder) == OLD
    assert not (folder / STAGING).exists()


def test_where_a_file_would_be_too_large_none_is_changed(folder: Path) -> None:
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(OutputError, match=r"second cannot be written: File too large; no file was changed"):
            write_together(folder, {"first": b"new", "second": b"x" * 200_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert held(folder) == OLD
    assert not (folder / STAGING).exists()


def test_where_the_disk_is_full_none_is_changed(folder: Path) -> None:
    failures = 0
    for failed in all_failures(folder, "fsync", errno.ENOSPC, lasting=False):
        assert held(folder) == (OLD if failed else NEW)
        failures += failed
    assert failures >= len(NEW)


def test_everything_is_on_the_disk_before_it_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    sync, replace = os.fsync, os.replace

    def note_sync(descriptor: int) -> None:
        found = os.fstat(descriptor)
        events.append("folder" if stat.S_ISDIR(found.st_mode) else "file")
        sync(descriptor)

    def note_rename(path: Path, target: Path) -> None:
        events.append(Path(target).name)
        replace(path, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(os, "replace", note_rename)
    write_together(folder, {"first": b"new 1", "second": b"new 2"})
    assert events == ["file", "file", "file", "folder", "folder", JOURNAL, "folder", "first", "second", "folder"]


@unsynced
def test_programs_that_write_at_the_same_time_wait_for_each_other(folder: Path) -> None:
    sets = [{"first": b"%d" % each * 1000, "second": b"%d" % each * 5000} for each in range(4)]
    reset(folder)

    def work(mine: Held) -> None:
        for _ in range(40):
            write_together(folder, dict(mine))

    children = [kills._forked(partial(work, each)) for each in sets]

    def found() -> Held:
        with settled(folder):
            return {name: data for name, data in held(folder).items() if name in ("first", "second")}

    for _ in range(200):
        assert found() in [*sets, {"first": b"old 1", "second": b"old 2"}]
    assert not any(kills._was_killed(child) for child in children)
    assert found() in sets
    assert not (folder / STAGING).exists()


def test_who_waits_too_long_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "locked", partial(locked, patience=0))
    with settled(folder), pytest.raises(OutputError, match=r"another omi is at work in \S+out and does not end"):
        write(folder)
    assert held(folder) == OLD
    write(folder)
    assert held(folder) == NEW


def test_what_was_changed_since_a_kill_is_left_alone(folder: Path) -> None:
    assert kills.before_call(partial(write, folder), 3, "replace")
    assert is_unsettled(folder)
    (folder / "folder" / "third").write_bytes(b"by hand")
    settle(folder)
    assert held(folder) == NEW | {"folder/third": b"by hand"}


def test_what_is_damaged_since_a_kill_is_undone(folder: Path) -> None:
    assert kills.before_call(partial(write, folder), 3, "replace")
    (folder / STAGING / "new-2").write_bytes(b"damaged")
    settle(folder)
    assert held(folder) == OLD
    assert not (folder / STAGING).exists()


@pytest.mark.parametrize(
    "name",
    [
        "../out",
        "/tmp/out",
        ".git/hooks/pre-commit",
        "a/.GIT/config",
        ".g\u200dit/x",
        f"{STAGING}/new-0",
        "",
        "a\0b",
    ],
)
@pytest.mark.parametrize("journal", [JOURNAL, UNDO])
def test_a_journal_from_elsewhere_leads_nowhere(folder: Path, name: str, journal: str) -> None:
    (folder / STAGING).mkdir()
    (folder / STAGING / "new-0").write_bytes(b"evil")
    after = together._digest(b"evil")
    (folder / STAGING / journal).write_text(json.dumps([{"name": name, "before": None, "after": after}]))
    with pytest.raises(OutputError, match="is no name of a file that omi writes there"):
        settle(folder)
    assert held(folder) == OLD


@pytest.mark.parametrize("text", ["", "[", "7", "[7]", '[{"name": 7, "before": null, "after": null}]', "[" * 100_000])
def test_a_journal_that_cannot_be_read_is_said(folder: Path, text: str) -> None:
    (folder / STAGING).mkdir()
    (folder / STAGING / JOURNAL).write_text(text)
    with pytest.raises(OutputError, match=f"remove the folder {folder / STAGING}"):
        settle(folder)


def test_a_journal_that_is_a_pipe_is_not_waited_for(folder: Path) -> None:
    (folder / STAGING).mkdir()
    os.mkfifo(folder / STAGING / JOURNAL)
    with pytest.raises(OutputError, match="remove the folder"):
        settle(folder)


def test_nothing_is_removed_through_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "new-0").write_bytes(b"mine")
    (folder / STAGING).symlink_to(tmp_path / "mine")
    with pytest.raises(OutputError, match="is not the folder that omi makes"):
        write(folder)
    assert (tmp_path / "mine" / "new-0").read_bytes() == b"mine"


@pytest.mark.parametrize("other", ["link", "folder", "pipe"])
def test_what_is_no_ordinary_file_is_not_replaced(folder: Path, tmp_path: Path, other: str) -> None:
    path = folder / "fourth"
    if other == "link":
        (tmp_path / "elsewhere").write_bytes(b"mine")
        path.symlink_to(tmp_path / "elsewhere")
    elif other == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    with pytest.raises(OutputError, match="fourth is no ordinary file"):
        write(folder)
    assert {name: data for name, data in held(folder).items() if name != "fourth"} == OLD
    assert os.path.lexists(path)


def test_a_folder_that_is_a_link_is_not_written_through(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="link is a link"):
        write_together(folder, {"link/file": b"new"})
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"file/out cannot be written: Not a directory"):
        write_together(tmp_path / "file" / "out", {"first": b"new"})

"""Work beside this process gives what it would give here, and ends with it."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from omi_report import apart, pool
from omi_report.apart import Apart, begun, can_go_apart
from omi_report.errors import OutputError, SettingsError


@pytest.fixture(params=["here", "beside"], autouse=True)
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whether work can go on beside this process. Other tests of the same process may have left threads."""
    monkeypatch.setattr(apart, "can_go_apart", lambda: request.param == "beside")
    return str(request.param)


def test_a_job_is_begun(processors: str) -> None:
    job = begun(os.getpid)
    assert (job() == os.getpid()) == (processors == "here")
    assert job() == job()
    assert job.is_known()


def test_a_job_goes_on_beside_this_process(tmp_path: Path) -> None:
    job = begun((tmp_path / "done").touch)
    while not job.is_known():
        time.sleep(0.01)
    assert (tmp_path / "done").exists()
    job()


def fails() -> None:
    raise SettingsError("omi.toml:1: no")


def test_what_a_job_raises_is_raised_again(processors: str) -> None:
    with pytest.raises(SettingsError, match=r"omi\.toml:1: no"):
        begun(fails)()


def test_an_error_that_cannot_be_sent_is_told_in_words(processors: str) -> None:
    def job() -> None:
        class Own(Exception):  # noqa: N818 - no other process knows the class
            pass

        raise Own("so it is")

    with pytest.raises(Exception, match="so it is"):
        begun(job)()


def test_a_process_that_is_killed_is_told_of(processors: str) -> None:
    if processors == "here":
        return
    with pytest.raises(OutputError, match="killed"):
        begun(lambda: os.kill(os.getpid(), signal.SIGKILL))()


def test_a_function_is_called_when_its_arguments_are_there() -> None:
    called = Apart[str]("posixpath", "join")
    waiting = called("a", "b")
    assert waiting() == "a/b"
    called.close()
    called.close()


def test_what_is_not_called_is_ended(processors: str) -> None:
    called = Apart[str]("posixpath", "join")
    called.close()
    if processors == "beside":
        assert called._process is not None
        assert not called._process._process.is_alive()


def with_others(folder: str) -> None:
    """Begin a process that goes on for long, and wait for it."""

    def goes_on() -> None:
        Path(folder, "pid").write_text(str(os.getpid()))
        time.sleep(600)

    begun(goes_on)()


def test_what_it_has_begun_ends_with_it(tmp_path: Path, processors: str) -> None:
    if processors == "here":
        return
    job = begun(lambda: with_others(str(tmp_path)))
    file = tmp_path / "pid"
    while not (file.exists() and file.read_text()):
        time.sleep(0.01)
    assert job._process is not None
    job._process.end()
    while Path(f"/proc/{file.read_text()}/stat").exists() and is_running(int(file.read_text())):
        time.sleep(0.01)


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def test_no_process_is_forked_beside_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(pool, "processors", lambda: 2)
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert not can_go_apart()
    finally:
        over.set()
        thread.join()

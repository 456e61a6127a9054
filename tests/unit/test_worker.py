"""A job in a process of its own: it answers, fails, dies and begins again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from omi_report.worker import Worker, WorkerEndedError, _answered


class OddError(Exception):
    """Cannot be made again from what it was pickled as."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def job(question: str) -> str | int:
    match question:
        case "who":
            return os.getpid()
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "child":
            return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]).pid
        case "sleep":
            signal.pause()
        case "fail":
            raise KeyError("no such thing")
        case "odd":
            raise OddError("a", "b")
    return question.upper()


@pytest.fixture
def worker() -> Iterator[Worker[str, str | int]]:
    worker = Worker(job)
    yield worker
    worker.close()


def test_answers_come_from_one_other_process(worker: Worker[str, str | int]) -> None:
    assert worker.ask("word") == "WORD"
    assert worker.ask("who") == worker.ask("who") != os.getpid()


def test_an_error_is_raised_and_the_process_goes_on(worker: Worker[str, str | int]) -> None:
    who = worker.ask("who")
    with pytest.raises(KeyError, match="no such thing"):
        worker.ask("fail")
    with pytest.raises(RuntimeError, match="OddError: ab"):
        worker.ask("odd")
    assert worker.ask("who") == who


def test_a_process_that_dies_is_told_and_another_begins(worker: Worker[str, str | int]) -> None:
    with pytest.raises(WorkerEndedError):
        worker.ask("die")
    assert worker.ask("word") == "WORD"


def test_a_process_lives_for_so_many_answers() -> None:
    worker = Worker(job, life=2)
    try:
        assert len({worker.ask("who") for _ in range(6)}) == 3
    finally:
        worker.close()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_closing_ends_what_the_process_has_started(worker: Worker[str, str | int]) -> None:
    child = worker.ask("child")
    assert isinstance(child, int)
    assert is_running(child)
    worker.close()
    while is_running(child):
        pass


def test_closing_ends_a_job_that_another_thread_waits_for(worker: Worker[str, str | int]) -> None:
    worker.start()
    said: list[type[Exception]] = []

    def ask() -> None:
        try:
            worker.ask("sleep")
        except WorkerEndedError as error:
            said.append(type(error))

    thread = Thread(target=ask)
    thread.start()
    worker.close()
    thread.join()
    assert said == [WorkerEndedError]
    with pytest.raises(WorkerEndedError):
        worker.ask("word")


def test_nothing_was_asked(worker: Worker[str, str | int]) -> None:
    with pytest.raises(WorkerEndedError):
        worker.answer()


def test_an_answer_that_cannot_be_sent_is_an_error() -> None:
    assert b"TypeError" in _answered(lambda question: memoryview(question.encode()), "word")

"""The same job for many things gives the same results as one after the other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

from omi_report import pool
from omi_report.errors import OutputError
from omi_report.pool import ENOUGH_FOR_A_POOL, done, mapped


def squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def test_few_things_are_done_here_in_their_order() -> None:
    assert mapped(squared, [3, 1, 2]) == [(9, os.getpid()), (1, os.getpid()), (4, os.getpid())]
    assert mapped(squared, []) == []


def test_many_things_are_done_elsewhere_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "processors", lambda: 2)
    numbers = list(range(3 * ENOUGH_FOR_A_POOL, 0, -1))
    results = mapped(squared, numbers)
    assert [result for result, _process in results] == [number * number for number in numbers]
    assert os.getpid() not in {process for _result, process in results}


def test_one_processor_needs_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "processors", lambda: 1)
    assert {process for _result, process in mapped(squared, list(range(20)))} == {os.getpid()}


PROGRAM = """
import os, sys, time
from omi_report import pool
pool.processors = lambda: 2
def job(item, told=None):
    if item == "slow":
        print("began", flush=True)
        time.sleep(3600)
    return item
given = ["a", "b", "c", sys.argv[2]]
if sys.argv[1] == "mapped":
    pool.mapped(job, given)
else:
    list(pool.done(job, given, 2, lambda item, said: None))
os._exit(0)
"""
"""Ends as omi does: at once, without clearing up."""


def are_ended(group: int) -> bool:
    """Whether all processes of a group have ended, after some waiting."""
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    return False


@pytest.mark.parametrize("way", ["mapped", "done"])
def test_no_process_is_left_when_the_program_has_ended(way: str) -> None:
    program = subprocess.Popen([sys.executable, "-c", PROGRAM, way, "quick"], start_new_session=True)
    assert program.wait() == 0
    assert are_ended(program.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="only there does a process end with the one that began it")
@pytest.mark.parametrize("way", ["mapped", "done"])
def test_no_process_is_left_when_the_program_is_killed(way: str) -> None:
    command = [sys.executable, "-c", PROGRAM, way, "slow"]
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"began\n"
        program.kill()
    assert are_ended(program.pid)


def failing(number: int, told: pool.Told) -> int:
    if number == 1:
        raise OutputError("it fails")
    time.sleep(3600)
    return number


def test_where_a_job_fails_the_others_are_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "processors", lambda: 2)
    with pytest.raises(OutputError, match="it fails"):
        list(done(failing, [0, 1, 2], 2, lambda _item, _said: None))
    assert multiprocessing.active_children() == []


def told_and_squared(number: int, told: pool.Told) -> tuple[int, int]:
    told(f"squaring {number}")
    return squared(number)


def test_results_come_as_they_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "processors", lambda: 2)
    heard: list[tuple[int, str]] = []
    results = list(done(told_and_squared, range(9), 2, lambda number, stage: heard.append((number, stage))))
    assert sorted(number for number, _process in results) == [number * number for number in range(9)]
    assert os.getpid() not in {process for _number, process in results}
    assert {number for number, stage in heard if not stage} == set(range(9))


def test_one_after_the_other_here(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[int, str]] = []
    results = done(told_and_squared, [3, 2], 1, lambda number, stage: heard.append((number, stage)))
    assert list(results) == [(9, os.getpid()), (4, os.getpid())]
    assert heard == [(3, "squaring 3"), (3, ""), (2, "squaring 2"), (2, "")]


def nested(number: int, told: pool.Told) -> set[int]:
    return {process for _number, process in mapped(squared, range(20))}


def test_what_is_done_on_one_processor_uses_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(done(nested, [1], 1, lambda number, stage: None)) == [{os.getpid()}]


def killed(number: int, told: pool.Told) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_process_that_is_killed_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "processors", lambda: 2)
    with pytest.raises(OutputError, match="killed"):
        list(done(killed, [1, 2], 2, lambda number, stage: None))

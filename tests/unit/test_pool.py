"""The same job for many things gives the same results as one after the other."""

from __future__ import annotations

import os
import signal

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

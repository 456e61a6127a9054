"""The same job for many things gives the same results as one after the other."""

from __future__ import annotations

import os

import pytest

from omi_report import pool
from omi_report.pool import ENOUGH_FOR_A_POOL, mapped


def squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def test_few_things_are_done_here_in_their_order() -> None:
    assert mapped(squared, [3, 1, 2]) == [(9, os.getpid()), (1, os.getpid()), (4, os.getpid())]
    assert mapped(squared, []) == []


def test_many_things_are_done_elsewhere_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_processors", lambda: 2)
    numbers = list(range(3 * ENOUGH_FOR_A_POOL, 0, -1))
    results = mapped(squared, numbers)
    assert [result for result, _process in results] == [number * number for number in numbers]
    assert os.getpid() not in {process for _result, process in results}


def test_one_processor_needs_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_processors", lambda: 1)
    assert {process for _result, process in mapped(squared, list(range(20)))} == {os.getpid()}

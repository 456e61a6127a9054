"""Work that follows changes is done once for a burst of them, and what is out of date is not delivered."""

from __future__ import annotations

import asyncio
import threading

import pytest

from omi_report.lsp import schedule
from omi_report.lsp.schedule import Afterwards


def nothing_fails(key: str, error: Exception) -> None:
    raise AssertionError(key) from error


def test_a_burst_is_answered_once() -> None:
    worked: list[str] = []
    delivered: list[tuple[str, int]] = []

    def work(key: str) -> int:
        worked.append(key)
        return len(worked)

    async def run() -> None:
        checks = Afterwards(work, lambda key, result: delivered.append((key, result)), nothing_fails, pause=0.01)
        for _ in range(20):
            checks.ask(["a"])
        checks.ask(["b"])
        assert worked == []
        await checks.settled()
        checks.close()

    asyncio.run(run())
    assert sorted(worked) == ["a", "b"]
    assert sorted(key for key, _ in delivered) == ["a", "b"]


def test_what_was_asked_for_again_meanwhile_is_not_delivered() -> None:
    begun, may_end = threading.Event(), threading.Event()
    results: list[int] = []
    delivered: list[int] = []

    def work(_key: str) -> int:
        results.append(len(results))
        if len(results) == 1:
            begun.set()
            may_end.wait()
        return results[-1]

    async def run() -> None:
        checks = Afterwards(work, lambda _key, result: delivered.append(result), nothing_fails, pause=0.001)
        checks.ask(["a"])
        await asyncio.get_running_loop().run_in_executor(None, begun.wait)
        checks.ask(["a"])
        may_end.set()
        await checks.settled()
        checks.close()

    asyncio.run(run())
    assert results == [0, 1]
    assert delivered == [1]


def test_nothing_is_delivered_after_the_end() -> None:
    delivered: list[int] = []

    async def run() -> None:
        checks = Afterwards[str, int](
            lambda _key: 1, lambda _key, result: delivered.append(result), nothing_fails, pause=0.001
        )
        checks.ask(["a"])
        checks.close()
        await asyncio.sleep(0.02)

    asyncio.run(run())
    assert delivered == []


def test_a_rest_comes_after_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    rested, done = threading.Event(), list[str]()
    monkeypatch.setattr(schedule, "REST_AFTER", 0.02)

    async def run() -> None:
        checks = Afterwards[str, None](
            done.append, lambda _key, _result: None, nothing_fails, pause=0.001, rest=rested.set
        )
        checks.ask(["a"])
        await checks.settled()
        assert not rested.is_set()
        await asyncio.get_running_loop().run_in_executor(None, rested.wait)
        checks.close()

    asyncio.run(run())
    assert done == ["a"]


def test_what_fails_is_told_and_the_next_is_done() -> None:
    told: list[str] = []

    def work(key: str) -> str:
        if key == "bad":
            raise ValueError("no")
        return key

    def deliver(_key: str, result: str) -> None:
        told.append(result)

    def failed(key: str, error: Exception) -> None:
        told.append(f"{key}: {error}")

    async def run() -> None:
        checks = Afterwards[str, str](work, deliver, failed, pause=0.001)
        for key in ("bad", "good"):
            checks.ask([key])
            await checks.settled()
        checks.close()

    asyncio.run(run())
    assert told == ["bad: no", "good"]

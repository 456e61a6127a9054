"""Work that follows changes: once for a burst of them, a short while after the last."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Generic, TypeVar

REST_AFTER = 2.0
"""After so many seconds without work comes a rest."""

MOST_WORK = 30
"""After so much work a rest comes at once."""

Key = TypeVar("Key")
Result = TypeVar("Result")


class Afterwards(Generic[Key, Result]):
    """Does work for keys in a thread of its own, when nothing has been asked for ``pause`` seconds.

    What comes of it is delivered in the thread of the event loop, but not where the same was asked for again meanwhile:
    then it is out of date. What fails is handed to ``failed`` instead. ``rest`` is called in the thread of the work
    when nothing has been asked for some seconds, and once after much work. All methods are called in the thread of the
    event loop.
    """

    def __init__(
        self,
        work: Callable[[Key], Result],
        deliver: Callable[[Key, Result], None],
        failed: Callable[[Key, Exception], None],
        pause: float = 0.03,
        rest: Callable[[], object] = lambda: None,
    ) -> None:
        self._work = work
        self._deliver = deliver
        self._failed = failed
        self._pause = pause
        self._rest = rest
        self._since_rest = 0
        self._resting: asyncio.TimerHandle | None = None
        self._asked: set[Key] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._running: asyncio.Task[None] | None = None
        self._settled = asyncio.Event()
        self._settled.set()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="omi-check")

    def ask(self, keys: Iterable[Key]) -> None:
        """Ask for work. What has not begun yet waits for the pause after this."""
        self._asked |= set(keys)
        if self._asked:
            self._settled.clear()
            self._wait()
            if self._resting:
                self._resting.cancel()

    async def settled(self) -> None:
        """Wait until all that was asked for is delivered."""
        await self._settled.wait()

    def close(self) -> None:
        """Do nothing more. Work that has begun ends by itself, and nothing comes of it."""
        self._asked.clear()
        if self._running:
            self._running.cancel()
        for timer in (self._timer, self._resting):
            if timer:
                timer.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _wait(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self._pause, self._begin)

    def _begin(self) -> None:
        self._timer = None
        if self._running is None or self._running.done():
            self._running = asyncio.get_running_loop().create_task(self._run())

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while self._asked and self._timer is None:
            key = self._asked.pop()
            self._since_rest += 1
            try:
                result = await loop.run_in_executor(self._pool, self._work, key)
            except Exception as error:  # the next edit may well be checked again
                self._failed(key, error)
                continue
            if key not in self._asked:
                self._deliver(key, result)
        if not self._asked and self._timer is None:
            self._settled.set()
            at_once = self._since_rest >= MOST_WORK
            self._resting = loop.call_later(0 if at_once else REST_AFTER, self._begin_rest)

    def _begin_rest(self) -> None:
        self._resting, self._since_rest = None, 0
        with suppress(RuntimeError):  # the pool has been closed
            self._pool.submit(self._rest)

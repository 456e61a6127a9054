"""Doing the same for many things, on all processors."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

from omi_report.errors import OutputError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH_FOR_A_POOL = 4
"""With fewer items than this, starting more processes takes longer than it saves."""

KILLED = "one of the processes was killed: the system may be short of memory"
"""What is said where work that went on in another process did not come to its end."""

Told = Callable[[str], None]
"""Is told how far a job has come, in a few words."""

_most: ContextVar[int | None] = ContextVar("most", default=None)
"""The most processors that may be used; None for all."""

_tells: ContextVar[int | None] = ContextVar("tells", default=None)
"""Where a process that does jobs for another one writes how far it has come; None where nobody listens."""


def mapped(
    job: Callable[[Item], Result], items: Sequence[Item], weight: Callable[[Item], int] | None = None
) -> list[Result]:
    """Return what a job makes of each item, in their order.

    ``weight`` is for items that differ much, each of which takes long enough to be worth a process: how long the job
    takes for one. With many items, or such ones, the job, the items and the results go from one process to another, so
    all must be picklable.
    """
    workers = min(processors(), len(items))
    if workers < 2 or (weight is None and len(items) < ENOUGH_FOR_A_POOL):
        return [job(item) for item in items]
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, _context(), _end_with, (os.getpid(),)) as pool:
        if weight is None:
            return list(pool.map(job, items, chunksize=max(1, len(items) // (4 * workers))))
        # The longest job first, so that no processor waits long for the last one.
        longest_first = sorted(range(len(items)), key=lambda place: -weight(items[place]))
        begun = {place: pool.submit(job, items[place]) for place in longest_first}
        return [begun[place].result() for place in range(len(items))]


def done(
    job: Callable[[Item, Told], Result], items: Sequence[Item], most: int, told: Callable[[Item, str], None]
) -> Iterator[Result]:
    """Do a job for each item, on ``most`` processors, and yield each result as soon as it is there.

    The job is told the item, and whom to tell how far it has come; that comes to ``told`` with the item, and an empty
    word when it is done. What the job gives to `mapped` is done on the same processors. Job, items and results must be
    picklable. Raises what a job raises, and OutputError where a process is killed.
    """
    workers = min(most, processors(), len(items))
    if workers < 2:
        with _at_most(most):
            for item in items:
                result = job(item, lambda stage, item=item: told(item, stage))  # type: ignore[misc]  # of a lambda
                told(item, "")
                yield result
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with _listening() as (heard, tells):
        context = _context()
        begin = (os.getpid(), tells if context.get_start_method() == "fork" else None)
        with ProcessPoolExecutor(workers, context, _begin_worker, begin) as pool:
            places = {pool.submit(_one, job, place, item): place for place, item in enumerate(items)}
            try:
                for finished in _finished(set(places), lambda: _pass_on(heard, items, told)):
                    told(items[places[finished]], "")
                    yield finished.result()
            except BrokenProcessPool as error:
                raise OutputError(KILLED) from error
            except BaseException:
                _end_all(pool)
                raise


def _end_all(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool, whatever they do, and take nothing up any more. Nobody wants their results."""
    import multiprocessing

    pool.shutdown(wait=False, cancel_futures=True)
    for child in multiprocessing.active_children():
        child.terminate()
    for child in multiprocessing.active_children():
        child.join()


def _finished(waiting: set[Future[Result]], meanwhile: Callable[[], None]) -> Iterator[Future[Result]]:
    """What is done of what was begun, as it is done."""
    from concurrent.futures import FIRST_COMPLETED, wait

    while waiting:
        finished, waiting = wait(waiting, timeout=_A_MOMENT, return_when=FIRST_COMPLETED)
        meanwhile()
        yield from finished


_A_MOMENT = 0.1
"""Seconds between two looks at how far the jobs have come."""


@contextmanager
def _at_most(most: int) -> Iterator[None]:
    """Use no more processors than so many."""
    before = _most.set(most)
    try:
        yield
    finally:
        _most.reset(before)


@contextmanager
def _listening() -> Iterator[tuple[int, int]]:
    """A pipe, by its two ends: it is heard at the first what is written to the second."""
    ends = os.pipe()
    try:
        yield ends
    finally:
        for end in ends:
            os.close(end)


def _begin_worker(parent: int, tells: int | None) -> None:
    """Begin a process that does jobs for another one, on one processor."""
    # whoever stops the program stops this process too, at once and without a word
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _end_with(parent)
    _most.set(1)
    _tells.set(tells)


def _end_with(parent: int) -> None:
    """Let this process end where the one that began it is killed: it would wait for work for ever."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before this one could say so
        os._exit(1)


_PARENT_DEATH_SIGNAL = 1
"""What prctl(2) calls PR_SET_PDEATHSIG."""


def _one(job: Callable[[Item, Told], Result], place: int, item: Item) -> Result:
    """Do the job for the item at a place, in a process for such jobs."""

    def told(stage: str) -> None:
        tells = _tells.get()
        if tells is not None:
            # so few bytes are written at once, so that lines of several processes never mix
            os.write(tells, f"{place} {stage[:100]}\n".encode())

    return job(item, told)


def _pass_on(heard: int, items: Sequence[Item], told: Callable[[Item, str], None]) -> None:
    """Tell what the processes have written since the last time."""
    while select.select([heard], [], [], 0)[0]:
        for line in os.read(heard, 65_536).decode(errors="replace").splitlines():
            place, _, stage = line.partition(" ")
            if place.isdigit() and stage:
                told(items[int(place)], stage)


def _context() -> BaseContext:
    """How processes are begun."""
    import multiprocessing

    # A forked process has everything imported already. This program has no threads that a fork could harm.
    return multiprocessing.get_context("fork" if sys.platform == "linux" else None)


def processors() -> int:
    """Return how many processors may be used."""
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(there, _most.get() or there)

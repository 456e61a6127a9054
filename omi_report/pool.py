"""Doing the same for many things, on all processors."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH_FOR_A_POOL = 4
"""With fewer items than this, starting more processes takes longer than it saves."""


def mapped(
    job: Callable[[Item], Result], items: Sequence[Item], weight: Callable[[Item], int] | None = None
) -> list[Result]:
    """Return what a job makes of each item, in their order.

    ``weight`` is for items that differ much, each of which takes long enough to be worth a process: how long the job
    takes for one. With many items, or such ones, the job, the items and the results go from one process to another, so
    all must be picklable.
    """
    workers = min(_processors(), len(items))
    if workers < 2 or (weight is None and len(items) < ENOUGH_FOR_A_POOL):
        return [job(item) for item in items]
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # A forked process has everything imported already. This program has no threads that a fork could harm.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        if weight is None:
            return list(pool.map(job, items, chunksize=max(1, len(items) // (4 * workers))))
        # The longest job first, so that no processor waits long for the last one.
        longest_first = sorted(range(len(items)), key=lambda place: -weight(items[place]))
        begun = {place: pool.submit(job, items[place]) for place in longest_first}
        return [begun[place].result() for place in range(len(items))]


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

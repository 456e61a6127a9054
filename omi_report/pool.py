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


def mapped(job: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """Return what a job makes of each item, in their order.

    With many items the job, the items and the results go from one process to another, so all must be picklable.
    """
    workers = min(_processors(), len(items))
    if workers < 2 or len(items) < ENOUGH_FOR_A_POOL:
        return [job(item) for item in items]
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # A forked process has everything imported already. This program has no threads that a fork could harm.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        return list(pool.map(job, items, chunksize=max(1, len(items) // (4 * workers))))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

"""Checking areas, many of them on all processors, and none that is as it was when it was last checked."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

from omi_report.lint.select import Selection
from omi_report.workspace.checked import Checked

ENOUGH_FOR_A_POOL = 4
"""With fewer areas than this, starting further processes takes longer than it saves."""


def check_all(paths: list[Path], selection: Selection, *, fix: bool = False, use_cache: bool = True) -> list[Checked]:
    """Check areas and return what was found, in the order of the paths."""
    if fix or not use_cache:
        return _check(paths, selection, fix=fix)
    from omi_report.workspace.cache import Cache

    cache = Cache(selection)
    keys = {path: cache.key(path) for path in paths}
    found = {path: cache.load(path, key) for path, key in keys.items()}
    for checked in _check([path for path, known in found.items() if known is None], selection, fix=False):
        cache.store(checked, keys[checked.path])
        found[checked.path] = checked
    return [checked for checked in found.values() if checked is not None]


def _check(paths: list[Path], selection: Selection, *, fix: bool) -> list[Checked]:
    if not paths:
        return []
    from omi_report.workspace.area import check  # takes longer than a check; the cache may know all answers

    job = partial(check, selection=selection, fix=fix)
    workers = min(_processors(), len(paths))
    if workers < 2 or len(paths) < ENOUGH_FOR_A_POOL:
        return [job(path) for path in paths]
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # A forked process has everything imported already. This program has no threads that a fork could harm.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        return list(pool.map(job, paths, chunksize=max(1, len(paths) // (4 * workers))))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

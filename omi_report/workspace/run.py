"""Checking areas: many of them on all processors, and none again that has not changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from omi_report.errors import OmiError, told_by_system
from omi_report.policy import Selection
from omi_report.pool import mapped
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.checked import Checked
from omi_report.workspace.reading import read_snapshot


def check_all(
    paths: Sequence[Path], selection: Selection, *, fix: bool = False, use_cache: bool = True
) -> list[Checked]:
    """Check areas and return what was found, in the order of the paths."""
    if fix or not use_cache:
        return mapped(partial(_read_and_check, selection=selection, fix=fix), paths)
    from omi_report.workspace.cache import Cache

    cache = Cache(selection)
    found: dict[Path, Checked] = {}
    unknown: dict[Path, tuple[Snapshot, str]] = {}
    for path in paths:
        try:
            with told_by_system():
                snapshot = read_snapshot(path)
                key = cache.key(snapshot)
        except OmiError as error:
            found[path] = Checked(path, refusal=str(error))
            continue
        if known := cache.load(snapshot, key):
            found[path] = known
        else:
            unknown[path] = snapshot, key
    look = partial(_check, selection=selection, use_known_texts=True)
    answers = mapped(look, [snapshot for snapshot, _key in unknown.values()])
    for (path, (snapshot, key)), checked in zip(unknown.items(), answers, strict=True):
        cache.store(snapshot, checked, key)
        found[path] = checked
    return [found[path] for path in paths]


def _read_and_check(path: Path, selection: Selection, *, fix: bool) -> Checked:
    try:
        with told_by_system():
            snapshot = read_snapshot(path)
    except OmiError as error:
        return Checked(path, refusal=str(error))
    return _check(snapshot, selection, fix=fix)


def _check(snapshot: Snapshot, selection: Selection, *, fix: bool = False, use_known_texts: bool = False) -> Checked:
    from omi_report.build import lint
    from omi_report.workspace.area import check  # takes longer than a check; the cache may know all answers

    if not use_known_texts:
        return check(snapshot, selection, fix=fix, lint=lint)
    from omi_report.workspace.known_texts import lint_with_known_texts

    return check(snapshot, selection, fix=fix, lint=lint_with_known_texts)

"""Which problems are shown: by code or the beginning of a code, and by file.

The longest beginning that fits a code decides, as users expect of `--select OMI2 --ignore OMI203` and
of `--ignore OMI2 --select OMI203`. If both are equally long, ignoring wins.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from omi_report.lint.patterns import matcher
from omi_report.lint.rules.publication.open_warnings import without_stale
from omi_report.policy import Plugins, Policy, Settings
from omi_report.problems import Problem, Severity


def narrowed(problems: Iterable[Problem], policy: Policy) -> list[Problem]:
    """Return the problems that each of the settings and the command line let through.

    ``select`` on the command line takes the place of the project's; everything else adds up, so that
    an area's own settings can only hide. No settings hide what a report cannot be compiled with, and
    those of an area do not hide what may harm somebody, whose hint then says so; the command line settles what is
    looked at.
    """
    kept = list(problems)
    selection = policy.selection
    for each in policy.settings:
        select = each.select if each.of_area or not selection.select else selection.select
        kept = [shown for problem in kept if (shown := _shown(each, select, problem, policy.plugins))]
    return without_stale([p for p in kept if _wanted(p.code, selection.select, selection.ignore)])


def _shown(settings: Settings, select: tuple[str, ...], problem: Problem, plugins: Plugins) -> Problem | None:
    """The problem as settings let it through, with ``select`` in place of their own; None where they hide it."""
    key = _hiding_key(settings, select, problem)
    if key is None:
        return problem
    from omi_report.lint.codes import ignorable, is_protecting  # which need all rules

    if problem.severity is Severity.ERROR and problem.code not in ignorable(plugins):
        return problem
    if not settings.of_area or not is_protecting(problem.code):
        return None
    place = settings.places.get(key, settings.folder)
    told = f"{place}: an area's own settings cannot hide this, only those of the project can"
    return replace(problem, hint=f"{problem.hint}; {told}" if problem.hint else told)


def _hiding_key(settings: Settings, select: tuple[str, ...], problem: Problem) -> str | None:
    """The key of settings that would hide a problem: ``select``, ``ignore``, or a pattern of ``per_file_ignores``."""
    if not _wanted(problem.code, select, ()):
        return "select"
    if not _wanted(problem.code, select, settings.ignore):
        return "ignore"
    for pattern, codes in settings.per_file_ignores.items():
        if not _wanted(problem.code, (), codes) and matcher(pattern)(relative(problem.location.file, settings.folder)):
            return pattern
    return None


def _wanted(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    chosen = max((len(prefix) for prefix in select if code.startswith(prefix)), default=-1 if select else 0)
    dropped = max((len(prefix) for prefix in ignore if code.startswith(prefix)), default=-1)
    return chosen > dropped


def relative(path: str | Path, folder: Path) -> str:
    """Return a path relative to a folder, with forward slashes, as patterns are matched against it."""
    return Path(os.path.relpath(path, folder)).as_posix()

"""Which problems are shown: by code or the beginning of a code, and by file.

The longest beginning that fits a code decides, as readers expect of `--select OMI2 --ignore OMI203`
and of `--ignore OMI2 --select OMI203`; between equals, ignoring wins.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from omi_report.lint.rules.publication.open_warnings import without_stale
from omi_report.lint.settings import Settings
from omi_report.problems import Problem


@dataclass(frozen=True, slots=True)
class Selection:
    """What the command line asks for: codes or beginnings of codes."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def narrowed(problems: Iterable[Problem], selection: Selection, settings: Iterable[Settings]) -> list[Problem]:
    """Return the problems that the command line and each of the settings let through.

    ``select`` on the command line takes the place of the project's; everything else adds up, so that
    an area's own settings can only hide.
    """
    kept = list(problems)
    for each in settings:
        select = each.select if each.of_area or not selection.select else selection.select
        kept = [problem for problem in kept if _wanted(problem.code, select, each.ignore)]
        for pattern, codes in each.per_file_ignores.items():
            fits = matcher(pattern)
            kept = [p for p in kept if _wanted(p.code, (), codes) or not fits(relative(p.location.file, each.folder))]
    return without_stale([p for p in kept if _wanted(p.code, selection.select, selection.ignore)])


def _wanted(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    chosen = max((len(prefix) for prefix in select if code.startswith(prefix)), default=-1 if select else 0)
    dropped = max((len(prefix) for prefix in ignore if code.startswith(prefix)), default=-1)
    return chosen > dropped


def relative(path: str | Path, folder: Path) -> str:
    """Return a path relative to a folder, with forward slashes, as patterns are matched against it."""
    return Path(os.path.relpath(path, folder)).as_posix()


class _Fits:
    """Whether a path fits a pattern: ``*`` and ``?`` within one name, ``**`` over several folders."""

    def __init__(self, pattern: str) -> None:
        bare = pattern.strip("/")
        anywhere = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
        pieces = re.split(r"(\*\*/|\*\*|\*|\?)", bare)
        meanings = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
        self._regex = re.compile(anywhere + "".join(meanings.get(p, re.escape(p)) for p in pieces) + "(?:/.*)?")

    def __call__(self, path: str) -> bool:
        return self._regex.fullmatch(path) is not None


@lru_cache
def matcher(pattern: str) -> _Fits:
    """Return what says whether a path fits a pattern.

    A pattern without a slash fits that name in every folder, and one that fits a folder fits all
    that is in it, as in a ``.gitignore``.
    """
    return _Fits(pattern)

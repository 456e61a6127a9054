"""What no fix may change: quotations, code, addresses and headings.

The fixes of all rules go through here. If one would change any of these, its problem is reported without the fix.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText
from omi_report.problems import Edit, Location, Problem


class _Stretch(NamedTuple):
    """A stretch of a file: where something begins and where it ends."""

    start: Location
    end: Location


class _Kept:
    """Stretches in order, so that those before the end of an edit are found at once."""

    def __init__(self, stretches: Iterable[_Stretch]) -> None:
        ordered = sorted(stretches)
        self._starts = [stretch.start for stretch in ordered]
        self._ends = list(accumulate((stretch.end for stretch in ordered), max))  # a stretch may lie in another

    def is_touched_by(self, edit: Edit | None) -> bool:
        """Say whether an edit changes a character of a stretch, or adds one inside it."""
        if edit is None:
            return False
        before = bisect_left(self._starts, edit.end)
        return before > 0 and edit.start < self._ends[before - 1]


def with_safe_fixes(problems: list[Problem], texts: Iterable[CheckedText]) -> list[Problem]:
    """Return the problems of some texts, without the fixes that would change what is to be kept."""
    files = {problem.fix.start.file for problem in problems if problem.fix}
    if not files:
        return problems
    kept = _Kept(stretch for text in texts for stretch in _kept(text) if stretch.start.file in files)
    return [replace(problem, fix=None) if kept.is_touched_by(problem.fix) else problem for problem in problems]


def _kept(text: CheckedText) -> Iterator[_Stretch]:
    for start, end in text.view.kept:
        if end > start:
            last = text.at(end - 1)
            yield _Stretch(text.at(start), Location(last.file, last.line, last.column + 1))

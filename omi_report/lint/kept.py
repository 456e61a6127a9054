"""What no fix may change: quotations, code, addresses, and headings, whose words are a place's name.

Whatever rule a fix comes from, it goes through here. A problem whose fix would touch one of these is told without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText
from omi_report.problems import Edit, Location, Problem


class _Stretch(NamedTuple):
    """From where to where something goes in its file."""

    start: Location
    end: Location

    def is_touched_by(self, edit: Edit) -> bool:
        """Say whether an edit changes a character of it, or puts one inside."""
        return edit.start < self.end and self.start < edit.end and edit.start.file == self.start.file


def with_safe_fixes(problems: list[Problem], texts: Iterable[CheckedText]) -> list[Problem]:
    """Return the problems of some texts, without the fixes that would change what is to be kept."""
    files = {problem.fix.start.file for problem in problems if problem.fix}
    if not files:
        return problems
    kept = [stretch for text in texts for stretch in _kept(text) if stretch.start.file in files]
    return [replace(problem, fix=None) if _touches(problem.fix, kept) else problem for problem in problems]


def _kept(text: CheckedText) -> Iterator[_Stretch]:
    for start, end in text.view.kept:
        if end > start:
            last = text.at(end - 1)
            yield _Stretch(text.at(start), Location(last.file, last.line, last.column + 1))


def _touches(fix: Edit | None, kept: list[_Stretch]) -> bool:
    return fix is not None and any(stretch.is_touched_by(fix) for stretch in kept)

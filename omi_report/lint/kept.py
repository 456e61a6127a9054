"""What no fix may change: quotations, code, addresses and headings.

The fixes of all rules go through here. If one would change any of these, its problem is reported without the fix.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText
from omi_report.problems import Location, Problem
from omi_report.prose.stretches import Stretches


class _Stretch(NamedTuple):
    """A stretch of a file: where something begins and where it ends."""

    start: Location
    end: Location


def with_safe_fixes(problems: list[Problem], texts: Iterable[CheckedText]) -> list[Problem]:
    """Return the problems of some texts, without the fixes that would change what is to be kept."""
    files = {problem.fix.start.file for problem in problems if problem.fix}
    if not files:
        return problems
    kept = Stretches(stretch for text in texts for stretch in _kept(text) if stretch.start.file in files)
    return [replace(problem, fix=None) if problem.fix and kept.touch(problem.fix) else problem for problem in problems]


def _kept(text: CheckedText) -> Iterator[_Stretch]:
    for start, end in text.view.kept:
        if end > start:
            last = text.at(end - 1)
            yield _Stretch(text.at(start), Location(last.file, last.line, last.column + 1))

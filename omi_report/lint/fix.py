"""Fixing what is safe to fix: edits are made one after the other until none is left.

Everything that an edit does not name stays as it is, byte for byte: comments, layout, line ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from omi_report.problems import Edit, Location, Problem, Severity
from omi_report.source.positions import split_lines

MAX_ROUNDS = 10
"""Fixes may make room for others; more rounds than this mean that two rules contradict each other."""

Drafts: TypeAlias = dict[str, str]
"""Texts by the names of their files, as problems show them."""

Look: TypeAlias = Callable[[Drafts], list[Problem]]
"""Finds the problems of an area in which some files are as the drafts have them."""


@dataclass(slots=True)
class Fixed:
    """The texts that changed, the problems that are left, and how many were fixed."""

    drafts: Drafts = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    count: int = 0


def fix(problems: list[Problem], texts: Drafts, look: Look) -> Fixed:
    """Make the edits of the problems, and of those that are found then, until nothing changes.

    ``texts`` are the files as they are. A round that makes errors is taken back and is the last.
    """
    fixed = Fixed(problems=problems)
    for _ in range(MAX_ROUNDS):
        drafts, count = _round(fixed.problems, texts | fixed.drafts)
        if not count:
            break
        drafts = fixed.drafts | drafts
        found = look(drafts)
        if _errors(found) > _errors(fixed.problems):
            break
        fixed = Fixed(drafts, found, fixed.count + count)
    fixed.drafts = {file: text for file, text in fixed.drafts.items() if text != texts[file]}
    return fixed


def _errors(problems: Iterable[Problem]) -> int:
    return sum(1 for problem in problems if problem.severity is Severity.ERROR)


def _round(problems: Iterable[Problem], texts: Drafts) -> tuple[Drafts, int]:
    edits: dict[str, set[Edit]] = {}
    for problem in problems:
        if problem.fix and problem.fix.start.file in texts:
            edits.setdefault(problem.fix.start.file, set()).add(problem.fix)
    drafts, count = {}, 0
    for file in sorted(edits):
        drafts[file], made = edited(texts[file], edits[file])
        count += made
    return drafts, count


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """Return a text with edits made, and how many of them: of edits that overlap, the first is made."""
    starts = _line_starts(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    done, count, last_start = 0, 0, -1
    for edit in sorted(edits):
        start, end = _offset(edit.start, starts, text), _offset(edit.end, starts, text)
        replacement = edit.replacement.replace("\n", newline)
        if start < done or start == last_start or end < start or text[start:end] == replacement:
            continue
        pieces += [text[done:start], replacement]
        done, count, last_start = end, count + 1, start
    return "".join([*pieces, text[done:]]), count


def _line_starts(text: str) -> list[int]:
    """The offset of each line, counted as in the places of problems."""
    starts, offset = [], 0
    for line in split_lines(text):
        starts.append(offset)
        offset += len(line)
        offset += 2 if text.startswith("\r\n", offset) else 1
    return starts


def _offset(place: Location, starts: list[int], text: str) -> int:
    if not 1 <= place.line <= len(starts):
        return len(text)
    return min(starts[place.line - 1] + place.column - 1, len(text))

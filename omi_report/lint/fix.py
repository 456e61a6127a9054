"""Fixing what is safe to fix: edits are made one after the other until none is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from omi_report.problems import Edit, Problem, errors_in
from omi_report.source.edits import edited_by

MAX_ROUNDS = 10
"""The most rounds of fixes. A fix may allow another, but after so many rounds two rules contradict each other."""

Drafts: TypeAlias = dict[str, str]
"""Texts by the names of their files, as problems show them."""

Look: TypeAlias = Callable[[Drafts], list[Problem]]
"""Finds the problems of an area in which some files are as the drafts have them."""


@dataclass(slots=True)
class Fixed:
    """The texts that changed, the problems that are left, and those that were fixed, in the order of the rounds."""

    drafts: Drafts = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    made: list[Problem] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many were fixed."""
        return len(self.made)


def fix(problems: list[Problem], texts: Drafts, look: Look) -> Fixed:
    """Make the edits of the problems, look for problems again, and so on until nothing changes.

    ``texts`` are the files as they are. A round that makes new errors is taken back and is the last.
    """
    fixed = Fixed(problems=problems)
    for _ in range(MAX_ROUNDS):
        drafts, made = _round(fixed.problems, texts | fixed.drafts)
        if not made:
            break
        drafts = fixed.drafts | drafts
        found = look(drafts)
        if len(errors_in(found)) > len(errors_in(fixed.problems)):
            break
        fixed = Fixed(drafts, found, fixed.made + made)
    fixed.drafts = {file: text for file, text in fixed.drafts.items() if text != texts[file]}
    return fixed


def _round(problems: Iterable[Problem], texts: Drafts) -> tuple[Drafts, list[Problem]]:
    """Make each edit once. Returns the texts that have any, and one problem for each edit that was made."""
    edits: dict[str, dict[Edit, Problem]] = {}
    for problem in problems:
        if problem.fix and problem.fix.start.file in texts:
            edits.setdefault(problem.fix.start.file, {}).setdefault(problem.fix, problem)
    drafts: Drafts = {}
    done: list[Problem] = []
    for file in sorted(edits):
        drafts[file], made = edited_by(texts[file], edits[file])
        done += [edits[file][edit] for edit in made]
    return drafts, done

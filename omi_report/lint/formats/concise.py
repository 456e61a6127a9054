"""The concise format: one line for each problem."""

from __future__ import annotations

from omi_report.lint.shown import ShownProblems
from omi_report.visible import visible


def render(shown: ShownProblems) -> str:
    """Return one line for each problem: ``path:line:column: CODE severity message``."""
    return "".join(
        visible(f"{problem.location}: {problem.code} {problem.severity} {problem.message}") + "\n"
        for problem in shown.problems
    )

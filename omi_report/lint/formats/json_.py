"""The JSON format: a list of objects, one for each problem."""

from __future__ import annotations

import json
from typing import Any

from omi_report.lint.shown import ShownLines, ShownProblems
from omi_report.problems import Edit, Location, Problem


def render(shown: ShownProblems) -> str:
    """Return a list of objects. Lines and columns count from 1; ``end_column`` is after the last one marked."""
    lines = ShownLines(shown.texts)
    names = {rule.code: rule.name for rule in shown.rules}
    found = [_object(problem, lines, names) for problem in shown.problems]
    return json.dumps(found, indent=2) + "\n"


def _object(problem: Problem, lines: ShownLines, names: dict[str, str]) -> dict[str, Any]:
    in_line = problem.location.line > 0
    return {
        "code": problem.code,
        "rule": names.get(problem.code, ""),
        "severity": problem.severity.value,
        "file": problem.location.file,
        "line": problem.location.line if in_line else None,
        "column": problem.location.column if in_line else None,
        "end_column": lines.end_column(problem) if in_line else None,
        "message": problem.message,
        "hint": problem.hint or None,
        "fix": _fix(problem.fix) if problem.fix else None,
    }


def _fix(edit: Edit) -> dict[str, Any]:
    return {"start": _place(edit.start), "end": _place(edit.end), "replacement": edit.replacement}


def _place(location: Location) -> dict[str, int]:
    return {"line": location.line, "column": location.column}

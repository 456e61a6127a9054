"""The GitHub format: workflow commands, shown beside the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from omi_report.lint.shown import ShownLines, ShownProblems
from omi_report.problems import Problem, Severity
from omi_report.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(shown: ShownProblems) -> str:
    """Return one command for each problem."""
    lines = ShownLines(shown.texts)
    return "".join(f"{_command(problem, lines)}\n" for problem in shown.problems)


def _command(problem: Problem, lines: ShownLines) -> str:
    location = problem.location
    properties = {"file": location.file}
    if location.line:
        properties |= {
            "line": str(location.line),
            "col": str(location.column),
            "endColumn": str(lines.end_column(problem) - 1),  # the last column, not the one after it
        }
    properties["title"] = problem.code
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    hint = f"\n{visible(problem.hint)}" if problem.hint else ""
    return f"::{_COMMANDS[problem.severity]} {listed}::{_data(visible(problem.message) + hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")

"""Problems on the terminal: the message, the line of the file, a caret and a hint."""

from __future__ import annotations

import click

from omi_report.problems import Problem, Severity
from omi_report.source.folder import SourceFile
from omi_report.source.positions import split_lines

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_WIDEST = 110


def show_problems(problems: list[Problem], files: dict[str, SourceFile]) -> None:
    """Print problems in full to the standard output."""
    lines = {file.shown: split_lines(file.text) for file in files.values()}
    for problem in problems:
        click.echo(full(problem, lines.get(problem.location.file, [])))


def full(problem: Problem, lines: list[str]) -> str:
    """Return a problem with its source line, a caret under the characters meant, and its hint."""
    colour = _COLOURS[problem.severity]
    head = (
        f"{click.style(str(problem.location), bold=True)}: "
        f"{click.style(f'{problem.code} {problem.severity}', fg=colour)} {problem.message}"
    )
    return "\n".join([head, *_excerpt(problem, lines, colour), *_hint(problem), ""])


def concise(problem: Problem) -> str:
    """Return a problem in one line."""
    return f"{problem.location}: {problem.code} {problem.severity} {problem.message}"


def _excerpt(problem: Problem, lines: list[str], colour: str) -> list[str]:
    number, column = problem.location.line, problem.location.column
    if not 0 < number <= len(lines):
        return []
    line = lines[number - 1].replace("\t", " ")
    # A long line is shown around the place that is meant.
    first = max(0, column - 1 - _WIDEST * 2 // 3) if len(line) > _WIDEST else 0
    shown = line[first : first + _WIDEST]
    before, after = ("…" if first else ""), ("…" if first + _WIDEST < len(line) else "")
    gutter = f"{number:>5} | "
    blank = " " * len(f"{number:>5}") + " | "
    caret = " " * (column - 1 - first + len(before))
    marks = "^" * max(1, min(problem.length, first + len(shown) - column + 1))
    return [gutter + before + shown + after, blank + caret + click.style(marks, fg=colour)]


def _hint(problem: Problem) -> list[str]:
    return [f"        {click.style('hint:', fg='cyan')} {problem.hint}"] if problem.hint else []


def tally(problems: list[Problem]) -> str:
    """Return how many problems of each kind there are: ``2 errors, 1 warning``."""
    counts = {severity: sum(1 for p in problems if p.severity is severity) for severity in Severity}
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    parts = [f"{count} {names[severity]}{'s' * (count != 1)}" for severity, count in counts.items() if count]
    return ", ".join(parts) or "no problems"

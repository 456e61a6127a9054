"""Showing problems in the terminal: colours where they are wanted, and how many there are."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

import click

from omi_report.lint.formats import render
from omi_report.lint.shown import ShownProblems
from omi_report.problems import Problem, Severity


def show_problems(problems: list[Problem], texts: Mapping[str, str]) -> None:
    """Print problems in full to the standard output; ``texts`` are those in which they stand, by their paths."""
    write_out(render("full", ShownProblems(problems, texts, colour=wants_colour())))


def write_out(text: str) -> None:
    """Write to the standard output; what its encoding does not have is written as an escape."""
    if text:
        encoding = sys.stdout.encoding or "utf-8"
        click.echo(text.encode(encoding, "backslashreplace").decode(encoding), nl=False, color=True)


def wants_colour() -> bool:
    """Say whether the standard output is a terminal whose user has not asked for plain text."""
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        return False
    if os.environ.get("FORCE_COLOR"):  # https://force-color.org
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def tally(problems: Iterable[Problem]) -> str:
    """Return how many problems of each kind there are: ``2 errors, 1 warning``."""
    severities = [problem.severity for problem in problems]
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    counts = {name: severities.count(severity) for severity, name in names.items()}
    parts = [f"{count} {name}{'s' * (count != 1)}" for name, count in counts.items() if count]
    return ", ".join(parts) or "no problems"

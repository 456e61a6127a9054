"""Showing problems in the terminal: colours where they are wanted, and how many there are."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

import click

from omi_report.lint.formats import render
from omi_report.lint.shown import Layout, ShownProblems
from omi_report.problems import Problem


def show_problems(problems: list[Problem], texts: Mapping[str, str]) -> None:
    """Print problems in full to the standard output; ``texts`` are those in which they stand, by their paths."""
    write_out(render("full", ShownProblems(problems, texts, colour=wants_colour(), layout=screen(fold=True))))


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


def screen(*, fold: bool) -> Layout:
    """Return the layout of a screen: errors last, and no line wider than the terminal, where there is one."""
    if not sys.stdout.isatty():
        return Layout(errors_last=True, fold=fold)
    import shutil

    return Layout(errors_last=True, fold=fold, width=shutil.get_terminal_size().columns)

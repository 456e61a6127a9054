"""Showing problems in the terminal, and how many there are."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from omi_report.cli.terminal import wants_colour, write_out
from omi_report.lint.formats import render
from omi_report.lint.shown import Layout, ShownProblems
from omi_report.problems import Problem


def show_problems(problems: list[Problem], texts: Mapping[str, str]) -> None:
    """Print problems in full to the standard output; ``texts`` are those in which they stand, by their paths."""
    write_out(render("full", ShownProblems(problems, texts, colour=wants_colour(), layout=screen(fold=True))))


def screen(*, fold: bool) -> Layout:
    """Return the layout of a screen: errors last, and no line wider than the terminal, where there is one."""
    if not sys.stdout.isatty():
        return Layout(errors_last=True, fold=fold)
    import shutil

    return Layout(errors_last=True, fold=fold, width=shutil.get_terminal_size().columns)

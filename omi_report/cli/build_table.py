"""The table at the end of a build of several areas."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table

from omi_report.cli.terminal import cell, console
from omi_report.workspace.outcome import BuildOutcome


def show_outcomes(outcomes: Sequence[BuildOutcome]) -> None:
    """Print what came of each area, in the order of their paths: pages, seconds, warnings."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("Area", overflow="fold")
    for heading in ("Pages", "Seconds", "Warnings"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("", overflow="fold")
    for each in sorted(outcomes, key=lambda outcome: outcome.path):
        pages, seconds = str(each.pages or ""), "" if each.up_to_date else f"{each.seconds:.1f}"
        warned = str(each.warnings or "") if each.written else ""
        table.add_row(cell(str(each.path)), pages, seconds, warned, cell(_said_of(each)))
    console().print(table)


def _said_of(outcome: BuildOutcome) -> str:
    if outcome.refusal:
        return "not built"
    if not outcome.written:
        return f"not built, {outcome.tally}"
    return ", ".join(filter(None, ["up to date" if outcome.up_to_date else "", outcome.tally]))

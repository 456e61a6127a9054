"""The table of `omi status` in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from omi_report.cli.terminal import cell, console as new_console
from omi_report.programme.area_status import AreaStatus
from omi_report.programme.status_words import (
    NAMES,
    NOTHING,
    lack_words,
    names,
    next_words,
    plan_words,
    stage_words,
    step_words,
)

if TYPE_CHECKING:
    from rich.console import Console

NARROW = 80
"""In a terminal of fewer columns a table would break most words: it has lines instead."""
_MOST = 8
"""So many things that an area lacks are shown, and the others counted."""


def show_statuses(statuses: Sequence[AreaStatus]) -> None:
    """Print a row for each area, and then what each lacks; of one area, all its steps too."""
    console = new_console()
    show = _lines if console.width < NARROW else _table
    show(statuses, console)
    for name, each in zip(names(statuses), statuses, strict=True):
        if len(statuses) == 1:
            _steps(each, console)
        _missing(name, each, console)


def _table(statuses: Sequence[AreaStatus], console: Console) -> None:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in ("Area", "Stage", "Next step"):
        table.add_column(heading, overflow="fold")
    for heading in ("Errors", "Warnings", "TODOs"):
        table.add_column(heading, justify="right")
    for name, each in zip(names(statuses), statuses, strict=True):
        table.add_row(*_words(name, each), *_counts(each), style=_style(each))
    console.print(table)


def _lines(statuses: Sequence[AreaStatus], console: Console) -> None:
    for name, each in zip(names(statuses), statuses, strict=True):
        area, stage, step = _words(name, each)
        errors, warnings, todos = _counts(each)
        said = Text.assemble(area, ": ", stage, "\n  ", step, "\n  ", errors, " errors, ", warnings, " warnings, ")
        console.print(Text.assemble(said, todos, " TODOs", style=_style(each)))


def _words(name: str, each: AreaStatus) -> tuple[Text, Text, Text]:
    if each.refusal:
        return cell(name), cell("cannot be read"), cell(NOTHING)
    return cell(name), cell(stage_words(each)), cell(next_words(each))


def _counts(each: AreaStatus) -> tuple[str, str, str]:
    counts = each.counts
    if each.refusal and not counts.errors:
        return NOTHING, NOTHING, NOTHING
    return str(counts.errors), str(counts.warnings), str(counts.todos)


def _style(each: AreaStatus) -> str:
    return "red" if each.refusal or each.is_late else ""


def _steps(each: AreaStatus, console: Console) -> None:
    for step in each.steps:
        console.print(cell(f"{NAMES[step.step]}: {step_words(step)}"))
    if each.plan:
        console.print(cell(f"Actions of the plan: {plan_words(each.plan)}"))


def _missing(name: str, each: AreaStatus, console: Console) -> None:
    if not each.missing:
        return
    console.print(cell(f"{name} {lack_words(each)}:", style="bold"))
    for what in each.missing[:_MOST]:
        console.print(cell(f"  {what}"))
    if len(each.missing) > _MOST:
        console.print(cell(f"  and {len(each.missing) - _MOST} more (--format json has all)"))

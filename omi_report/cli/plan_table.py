"""The table of `omi plan` in a terminal."""

from __future__ import annotations

import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from omi_report.cli.terminal import cell, console as new_console
from omi_report.language.known import ENGLISH
from omi_report.model.facts import Recommended
from omi_report.plan.planned import Planned
from omi_report.plan.standing import Standing, standings
from omi_report.plan.wording import counts_words, date_words, standing_words
from omi_report.problems import excerpt

if TYPE_CHECKING:
    from rich.console import Console

_NONE = "–"
_ROOM = 60
NARROW = 70
"""In a terminal of fewer columns a table would break most words: it has lines instead."""


def show_plan(plan: Planned, today: datetime.date) -> None:
    """Print each action under its recommendation, and the recommendations about which nothing is done."""
    console = new_console()
    english, actions = plan.area.framework.english, standings(plan, today)
    day = ENGLISH.date(today.year, today.month, today.day)
    head = f"{plan.area.identity.area}, {day}: {counts_words(actions, ENGLISH)}"
    console.print(cell(head, style="bold"))
    otherwise = english.in_terms("about no %(term_recommendation)s of the report")
    if actions:
        show = _lines if console.width < NARROW else _table
        show(actions, otherwise, console)
    answered = {each.asked for each in actions}
    for asked in plan.asked:
        if asked not in answered:
            note = f"%(Term_recommendation)s {asked.number} ({_called(asked)}) has no action."
            console.print(cell(english.in_terms(note)))


def _table(actions: tuple[Standing, ...], otherwise: str, console: Console) -> None:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in ("", "Action", "Owner", "Due", "Progress"):
        table.add_column(heading, overflow="fold")
    for asked, of_one in groupby(actions, key=lambda each: each.asked):
        table.add_row(
            cell(str(asked.number) if asked else ""), cell(_called(asked) if asked else otherwise), style="bold"
        )
        for each in of_one:
            table.add_row("", *_cells(each), style=_style(each))
    console.print(table)


def _lines(actions: tuple[Standing, ...], otherwise: str, console: Console) -> None:
    for asked, of_one in groupby(actions, key=lambda each: each.asked):
        console.print(cell(f"\n{asked.number} {_called(asked)}" if asked else f"\n{otherwise}", style="bold"))
        for each in of_one:
            name, owner, due, standing = _cells(each)
            console.print(Text.assemble(name, "\n  ", standing, "\n  ", owner, ", due ", due, style=_style(each)))
    console.print()


def _style(each: Standing) -> str:
    return "red" if each.days_late else ""


def _called(asked: Recommended) -> str:
    return asked.name or excerpt(" ".join((asked.in_short or asked.says).split()), _ROOM)


def _cells(each: Standing) -> tuple[Text, Text, Text, Text]:
    """The name of an action, its owner, when it is due, and how far it has come."""
    action = each.action
    due = date_words(action.due, ENGLISH) if action.due else _NONE
    return cell(action.id), cell(action.owner or _NONE), cell(due), cell(standing_words(each, ENGLISH))

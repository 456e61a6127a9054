"""The table of `omi plan` in a terminal."""

from __future__ import annotations

import datetime
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

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

    from omi_report.language.language import Language

_Group: TypeAlias = tuple[str, str, list[Standing]]

_NONE = "–"
_ROOM = 60
NARROW = 110
"""In a terminal of fewer columns the sentences of a table would be columns of single words: it has lines instead."""


def show_plan(plan: Planned, today: datetime.date) -> None:
    """Print each action under its recommendation, and the recommendations about which nothing is done."""
    console = new_console()
    english, actions = plan.area.framework.english, standings(plan, today)
    day = ENGLISH.date(today.year, today.month, today.day)
    head = f"{plan.area.identity.area}, {day}: {counts_words(actions, ENGLISH)}"
    console.print(cell(head, style="bold"))
    if actions:
        show = _lines if console.width < NARROW else _table
        show(_grouped(actions, english), console)
    answered = {each.asked for each in actions}
    for asked in plan.asked:
        if asked not in answered:
            note = f"%(Term_recommendation)s {asked.number} ({_called(asked)}) has no action."
            console.print(cell(english.in_terms(note)))


def _grouped(actions: tuple[Standing, ...], english: Language) -> list[_Group]:
    """The actions under the number of each recommendation and what it is called."""
    otherwise = english.in_terms("no %(term_recommendation)s of the report")
    return [
        (str(asked.number), _called(asked), list(of_one)) if asked else ("", f"«{name}», {otherwise}", list(of_one))
        for (asked, name), of_one in groupby(actions, key=lambda each: (each.asked, "" if each.asked else each.name))
    ]


def _table(groups: list[_Group], console: Console) -> None:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in ("", "Action", "Owner", "Due", "Progress"):
        table.add_column(heading, overflow="fold")
    for number, called, of_one in groups:
        table.add_row(cell(number), cell(called), style="bold")
        for each in of_one:
            table.add_row("", *_cells(each), style=_style(each))
    console.print(table)


def _lines(groups: list[_Group], console: Console) -> None:
    for number, called, of_one in groups:
        console.print()
        console.print(cell(f"{number} {called}".lstrip(), style="bold"))
        for each in of_one:
            name, owner, due, standing = _cells(each)
            console.print(Text.assemble(name, "\n  ", standing, "\n  ", owner, ", due ", due, style=_style(each)))
    console.print()


def _style(each: Standing) -> str:
    return "red" if each.days_late else ""


def _called(asked: Recommended) -> str:
    """Its id, if it has one, and its words."""
    return _named(asked.name, asked.in_short or asked.says)


def _named(name: str | None, text: str) -> str:
    words = excerpt(" ".join(text.split()), _ROOM)
    return f"{name}: {words}" if name else words


def _cells(each: Standing) -> tuple[Text, Text, Text, Text]:
    """The name of an action with its words, its owner, when it is due, and how far it has come."""
    action = each.action
    due = date_words(action.due, ENGLISH) if action.due else _NONE
    return (
        cell(_named(action.id, action.what)),
        cell(action.owner or _NONE),
        cell(due),
        cell(standing_words(each, ENGLISH)),
    )

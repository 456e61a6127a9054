"""Which parts of a report share pages, and so are laid out together.

A part that is short runs on by its style. Behind a part that turns out to be short when it is laid out, the next one
runs on as well (``run_on``); what that comes to is known only when both are laid out together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from omi_report.render.pdf.units.unit import PrintedUnit
from omi_report.render.print_page import PrintPage

Group: TypeAlias = tuple[int, ...]
"""The numbers of parts that follow one another, from 0 on."""
LayOut: TypeAlias = Callable[[Sequence[Group]], Sequence[PrintedUnit | None]]
"""Returns the units of some groups of parts; None for those that are not known."""


def units_of(page: PrintPage, known: LayOut, lay_out: LayOut) -> dict[Group, PrintedUnit]:
    """Return the units of a report, in the order of its pages, by the parts that they are made of.

    ``known`` gives units that need not be laid out, ``lay_out`` lays out those that it does not give.
    """
    units: dict[Group, PrintedUnit] = {}
    asked: set[Group] = set()
    blocks = list(_blocks(page))
    while True:
        plan, wanted = _plan(blocks, units)
        if not wanted:
            return {group: units[group] for group in plan}
        # What is known may change what is wanted, so nothing is laid out before all that is known is there.
        unasked = [group for group in wanted if group not in asked]
        asked.update(unasked)
        groups, given = (unasked, known(unasked)) if unasked else (wanted, lay_out(wanted))
        units |= {group: unit for group, unit in zip(groups, given, strict=True) if unit is not None}


def _blocks(page: PrintPage) -> Iterator[Group]:
    """Parts with those that run on by their style."""
    block: Group = ()
    for number, part in enumerate(page.parts):
        if block and not part.runs_on:
            yield block
            block = ()
        block += (number,)
    yield block


def _plan(blocks: Sequence[Group], units: dict[Group, PrintedUnit]) -> tuple[list[Group], list[Group]]:
    """The groups of a report as far as units are known, and those of which the units are wanted."""
    plan: list[Group] = []
    wanted: list[Group] = []
    at = 0
    while at < len(blocks):
        group = blocks[at]
        at += 1
        while group in units and units[group].is_short and at < len(blocks):
            group += blocks[at]
            at += 1
        plan.append(group)
        if group not in units:
            wanted.append(group)
    return plan, wanted

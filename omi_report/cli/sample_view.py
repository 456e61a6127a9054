"""What `omi sample` shows in a terminal: what was asked of a sample, and what it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table

from omi_report.cli.evidence_import_view import rows_listed
from omi_report.cli.terminal import cell, console as new_console, say
from omi_report.importing.caseload import ReadCaseload
from omi_report.model.area import Area
from omi_report.model.attributes import name_of_attribute, names_of_values
from omi_report.model.sample import Sample
from omi_report.model.sampling import Sampling
from omi_report.sampling.allocating import Lacking
from omi_report.sampling.draw import Draw, Need
from omi_report.sampling.standing import JudgeLoad, loads, needs_now, quotas_now


def show_caseload(read: ReadCaseload) -> None:
    """Print which rows of a caseload were left out, and what else is to be told of it."""
    for why, lines in read.sheet.left_out.items() if read.sheet else ():
        say(f"Rows of the caseload left out, {why}: {len(lines):,} ({rows_listed(lines)})")
    for note in read.notes:
        say(f"Note: {note.line}")


def show_draw(area: Area, draw: Draw, sampling: Sampling) -> None:
    """Print what was drawn, and what could not be met."""
    console = new_console()
    swapped = f", {draw.swapped} of them in exchange for others to meet minimums" if draw.swapped else ""
    console.print(cell(f"{area.identity.area}: {_cases(len(draw.sample))} drawn{swapped}", style="bold"))
    console.print(needs_table(area, draw.quotas, draw.needs, "drawn"))
    asked = f" of {sampling.reserve} that the framework asks for" if len(draw.reserve) < sampling.reserve else ""
    console.print(cell(f"In reserve: {_cases(len(draw.reserve))}{asked}"))
    if draw.outside:
        console.print(cell(f"{_cases(draw.outside)} of the caseload are of a kind without a quota: none is drawn"))
    if len(draw.sample) < draw.size:
        least = f", and the framework's least size is {sampling.least}" if len(draw.sample) < sampling.least else ""
        missing = _cases(draw.size - len(draw.sample))
        console.print(cell(f"Not met: the size, {missing} too few of {draw.size}{least}"))
    _say_missed((*draw.quotas, *draw.needs), area)


def show_sample(area: Area, sample: Sample, sampling: Sampling) -> None:
    """Print how a sample stands."""
    console = new_console()
    drawn = f"{_cases(len(sample.inspected))} of {sample.drawn.caseload.cases:,}, drawn on {sample.drawn.drawn}"
    console.print(cell(f"{area.identity.area}: {drawn}", style="bold"))
    quotas, needs = quotas_now(sample, sampling), needs_now(sample, sampling)
    console.print(needs_table(area, quotas, needs, "inspected"))
    withdrawn = sample.at("withdrawn")
    replaced = f"; {_cases(len(withdrawn))} withdrawn" if withdrawn else ""
    console.print(cell(f"In reserve: {_reserve(sample, sampling, area)}{replaced}"))
    _say_missed((*quotas, *needs), area)
    if sample.judges:
        show_judges(sample)
        nobody = sum(not case.judge for case in sample.inspected)
        if nobody:
            folder = f"{area.shown or '.'}"
            console.print(cell(f"{_cases(nobody)} without a judge: omi evidence allocate {folder} gives them out"))


def show_judges(sample: Sample) -> None:
    """Print how many cases each judge has."""
    new_console().print(_judges(loads(sample)))


def show_lacking(lacking: Iterable[Lacking]) -> None:
    """Print what could not be met when cases were given out."""
    console = new_console()
    for each in lacking:
        console.print(cell(f"Not met: {each.found} of {each.asked} {_LACKING[each.what]}"))


_LACKING = {
    "judged": "cases have a judge: the others need more judges, or more capacity",
    "assessors": "cases of the assessors' share go to assessors: they need more capacity, or cases of other teams",
    "twice": "cases are judged twice: there is too little capacity, or one judge alone",
    "of each": "cases that are judged twice have an inspector and an assessor: the others have two of one role",
}


def needs_table(area: Area, quotas: Sequence[Need], needs: Sequence[Need], have: str) -> Table:
    """Return what is asked of a sample as a table; ``have`` is the heading of how many there are."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("Asked for", overflow="fold")
    for heading in ("at least", have, "in the caseload"):
        table.add_column(heading, justify="right")
    for need in (*quotas, *needs):
        style = "" if need.is_met else "bold"
        numbers = [f"{each:,}" for each in (need.asked, need.drawn, need.there)]
        table.add_row(cell(_named(need, area)), *map(cell, numbers), style=style)
    return table


def _say_missed(needs: Iterable[Need], area: Area) -> None:
    """Say of each thing that is not met by how much, and why."""
    console = new_console()
    for need in needs:
        if need.is_met:
            continue
        missing = need.asked - need.drawn
        why = (
            f"the caseload has {need.there:,}"
            if need.there < need.asked
            else f"the caseload has {need.there:,}, and the quotas and the other minimums leave no room for them"
        )
        console.print(cell(f"Not met: {_named(need, area)}, {missing} too few of {need.asked}: {why}"))


def _named(need: Need, area: Area) -> str:
    """A minimum by its name; a quota by its attribute and the name of the value."""
    for attribute, values in need.where.items():
        if values == (need.name,):
            attributes = area.framework.attributes
            (value,) = names_of_values(attribute, values, attributes)
            return f"{name_of_attribute(attribute, attributes)}: {value}"
    return need.name or "all cases"


def _reserve(sample: Sample, sampling: Sampling, area: Area) -> str:
    reserve = sample.at("reserve")
    strata = sampling.strata
    if not strata:
        return _cases(len(reserve))
    counts = {each.name: sum(case.values[strata] == each.name for case in reserve) for each in sample.drawn.quotas}
    names = names_of_values(strata, counts, area.framework.attributes)
    listed = ", ".join(f"{name} {count}" for name, count in zip(names, counts.values(), strict=True))
    return f"{_cases(len(reserve))} ({listed})"


def _judges(judges: Sequence[JudgeLoad]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("Judge", overflow="fold")
    table.add_column("role")
    for heading in ("first", "second", "at most"):
        table.add_column(heading, justify="right")
    for each in judges:
        most = "–" if each.capacity is None else str(each.capacity)
        table.add_row(cell(each.judge), each.role, str(each.first), str(each.second), most)
    return table


def _cases(count: int) -> str:
    return f"{count:,} case{'s' * (count != 1)}"

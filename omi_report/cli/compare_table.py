"""The table of `omi compare` in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich import box
from rich.table import Table

from omi_report.cli.score_parts import FEW, LEFT_OUT, NONE
from omi_report.cli.terminal import cell, console as new_console
from omi_report.model.framework import Framework
from omi_report.numbering import as_printed
from omi_report.programme.side_by_side import Difference, SideArea, SideBySide, SideCell

_TITLE, _AREA, _DIFFERENCE = 26, 15, 12
"""How wide titles, areas and the last column are at least."""

WORDS: Final[dict[Difference, str]] = {
    "same": "none",
    "chance": "may be chance",
    "some-chance": "some may be chance",
    "apart": "intervals apart",
    "unknown": "not known",
    "unlike": "not the same",
}


def show_sides(sides: SideBySide, framework: Framework) -> None:
    """Print a column for each area, as many beside each other as there is room for; the others follow below."""
    console = new_console()
    terms = framework.terms
    console.print(cell(f"{terms.scores.capitalize()} side by side, as they were named: no league", style="bold"))
    many = max(1, (console.width - _TITLE - _DIFFERENCE) // _AREA)
    for start in range(0, len(sides.areas), many):
        console.print(_table(sides, slice(start, start + many), framework))
    for line in _notes(sides, framework):
        console.print(cell(line))


def _table(sides: SideBySide, places: slice, framework: Framework) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column("", overflow="fold")
    for area in sides.areas[places]:
        table.add_column(cell(_heading(area, framework)), justify="right", overflow="fold")
    table.add_column("Difference", overflow="fold")
    for row in sides.rows:
        number = "" if row.level == "overall" else as_printed(row.number)
        style = "" if row.level in ("criterion", "key-question") else "bold"
        cells = (cell(_score(each)) for each in row.cells[places])
        table.add_row(cell(number), cell(row.title or "Overall"), *cells, cell(WORDS[row.difference]), style=style)
    return table


def _heading(area: SideArea, framework: Framework) -> str:
    terms = framework.terms
    if area.cases is None:
        cases = f"{LEFT_OUT} {terms.cases}" if area.hidden else "as published"
    else:
        cases = f"{area.cases} {terms.case if area.cases == 1 else terms.cases}"
    return f"{area.name}\n{area.inspected}\n{cases}"


def _score(shown: SideCell) -> str:
    """The score with its mark, its interval, and the number of cases."""
    if not shown.text:
        return NONE
    first = shown.text + (FEW if shown.few else "")
    if shown.interval is None:
        return f"{first}\n{LEFT_OUT}" if shown.hidden else first
    return f"{first}\n{shown.interval.low:.0f} to {shown.interval.high:.0f}%\nof {shown.cases}"


def _notes(sides: SideBySide, framework: Framework) -> Iterator[str]:
    terms, found = framework.terms, {row.difference for row in sides.rows}
    cells = [each for row in sides.rows for each in row.cells]
    yield (
        f"Below each {terms.score}: its interval with 95% confidence, and in how many {terms.cases} its "
        f"{terms.questions} were relevant. Samples differ in their mix of {terms.cases}: do not rank {terms.areas}."
    )
    if found & {"chance", "some-chance"}:
        yield "May be chance: the intervals overlap, so the difference may be no more than the luck of the samples."
    if "unknown" in found:
        yield "Not known: there are not two intervals to compare, as where no evidence is at hand."
    if "unlike" in found:
        yield f"Not the same: the frameworks ask otherwise there, or one has no such {terms.criterion}. Do not compare."
    if any(each.few for each in cells):
        yield f"{FEW}: of fewer {terms.cases} than the framework's minimum_base: too few to say anything of the work."
    if any(each.hidden for each in cells) or any(each.hidden for each in sides.areas):
        yield f"{LEFT_OUT}: a small number of {terms.cases}, which is left out. --confidential shows it."

"""The table of `omi score --sensitivity` in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table

from omi_report.cli.terminal import cell, console as new_console
from omi_report.model.area import Area
from omi_report.numbering import as_printed
from omi_report.scoring.results import Scored, score_text
from omi_report.scoring.sensitivity import Distance, Sensitivity
from omi_report.scoring.workings import decimal


def show_sensitivity(area: Area, found: Sequence[Sensitivity]) -> None:
    """Print how far each criterion is from the next bands, and the question that can move its score most."""
    console = new_console()
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    terms = area.framework.terms
    score = area.framework.english.label("%(Term_score)s")
    for heading in ("", score, "Band above", "Band below", "Most to gain", "One answer moves most"):
        table.add_column(heading, justify="right" if heading == score else "left")
    for each in found:
        result_score = each.result.score
        gain = each.levers[0]
        step = max(each.levers, key=lambda lever: lever.one_answer)
        table.add_row(
            as_printed(each.result.number),
            score_text(result_score) if isinstance(result_score, Scored) else "–",
            _away(each.up),
            _away(each.down),
            f"{as_printed(gain.question.id)}: +{decimal(gain.to_gain, 1)}",
            f"{as_printed(step.question.id)}: {decimal(step.one_answer, 2)}",
        )
    console.print(cell(f"{area.identity.area}: what would move its {terms.scores}", style="bold"))
    console.print(table)
    for line in (
        f"12 / 3: the fewest answers, and the fewest {terms.cases} with all their answers, that",
        f"would have to lie across the line to carry the {terms.score} there. Gains are percentage",
        f"points. `--detail NUMBER` lists every {terms.question}.",
    ):
        console.print(cell(line))


def _away(distance: Distance | None) -> str:
    if distance is None:
        return "–"
    return f"{distance.answers} / {'–' if distance.cases is None else distance.cases}"

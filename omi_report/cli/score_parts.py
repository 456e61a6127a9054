"""The tables of `omi score --by` and `--sensitivity` in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table

from omi_report.cli.terminal import cell, console as new_console
from omi_report.language.english import a
from omi_report.model.area import Area
from omi_report.model.attributes import name_of_attribute
from omi_report.numbering import as_printed
from omi_report.scoring.breakdown import Group
from omi_report.scoring.results import Result, Scored, score_text
from omi_report.scoring.sensitivity import Distance, Sensitivity
from omi_report.scoring.workings import decimal


def show_parts(area: Area, attribute: str, groups: Sequence[Group]) -> None:
    """Print the scores of the cases of each value of an attribute."""
    console = new_console()
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("")
    named = name_of_attribute(attribute, area.framework.attributes)
    table.add_column(named, overflow="fold")
    few, terms = area.framework.minimum_base, area.framework.terms
    for group in groups:
        mark = "*" if group.cases < few else ""
        cases = terms.case if group.cases == 1 else terms.cases
        table.add_column(cell(f"{group.name}\n{group.cases} {cases}{mark}"), justify="right")
    rows = list(zip(*(_scored(group) for group in groups), strict=True))
    for results in rows:
        number, title, _text = results[0]
        bold = "bold" if number not in area.framework.criteria and number not in area.framework.key_questions else ""
        table.add_row(
            cell(as_printed(number)), cell(title), *(cell(text) for _number, _title, text in results), style=bold
        )
    console.print(cell(f"{area.identity.area}: {terms.scores} by {named}", style="bold"))
    console.print(table)
    if any(text == "–" for results in rows for _number, _title, text in results):
        lacking = f"{a(terms.question)} that it needs is relevant in no {terms.case}"
        console.print(cell(f"–: no result: {lacking}, or inspectors judge it."))
    if any(group.cases < few for group in groups):
        console.print(cell(f"*: fewer than {few} {terms.cases}, which is too few to say anything of the work."))


def _scored(group: Group) -> list[tuple[str, str, str]]:
    """Number, title and result of everything that is worked out from cases."""
    shown = [each for each in group.scores.results if each.rule.exists and not each.is_judged]
    return [(each.number, each.title or "Overall", _text(each)) for each in shown]


def _text(result: Result) -> str:
    if isinstance(result.score, Scored):
        return score_text(result.score)
    return result.band.name if result.band and result.score is None else "–"


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

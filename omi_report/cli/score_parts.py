"""`omi score --by` and `--sensitivity`: the scores of parts of the sample, and what moves them."""

from __future__ import annotations

import difflib
import sys

import click

from omi_report.cli.score_detail import sensitivity_record
from omi_report.errors import MISUSE
from omi_report.inspection import Inspection
from omi_report.model.area import Area
from omi_report.opendata.score_data import Record, score_records
from omi_report.opendata.table_text import as_csv, as_json
from omi_report.scoring.breakdown import Group, by_attribute
from omi_report.scoring.results import Scored
from omi_report.scoring.sensitivity import Distance, Sensitivity, sensitivity
from omi_report.scoring.workings import decimal

PART_COLUMNS = (
    "attribute",
    "value",
    "cases",
    "kind",
    "number",
    "title",
    "score",
    "unrounded",
    "fraction",
    "band",
    "note",
)
SENSITIVITY_COLUMNS = (
    "number",
    "title",
    "score",
    "band",
    "up_to",
    "up_answers",
    "up_cases",
    "down_to",
    "down_answers",
    "down_cases",
)


def show_parts(area: Area, attribute: str, form: str) -> None:
    """Print the scores of the cases of each value of an attribute."""
    known = list(area.framework.attributes)
    if attribute not in known:
        nearest = difflib.get_close_matches(attribute, known, n=1)
        hint = f"did you mean {nearest[0]}?" if nearest else f"there are {', '.join(known) or 'none'}"
        _leave(f"the framework has no attribute «{attribute}»: {hint}")
    _need_evidence(area)
    groups = by_attribute(area, attribute)
    records: list[Record] = [
        {"attribute": attribute, "value": group.value, "cases": group.cases} | record
        for group in groups
        for record in score_records(group.scores)
    ]
    match form:
        case "json":
            data = {"area": area.identity.area, "attribute": attribute}
            parts = [
                {"value": group.value, "cases": group.cases, "scores": list(score_records(group.scores))}
                for group in groups
            ]
            click.echo(as_json(data | {"parts": parts}), nl=False)
        case "csv":
            click.echo(as_csv(records, PART_COLUMNS), nl=False)
        case _:
            _parts_table(area, attribute, groups)


def _parts_table(area: Area, attribute: str, groups: tuple[Group, ...]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("")
    table.add_column(attribute, overflow="fold")
    few = area.framework.minimum_base
    for group in groups:
        mark = "*" if group.cases < few else ""
        table.add_column(Text(f"{group.value}\n{group.cases} case{'s' * (group.cases != 1)}{mark}"), justify="right")
    rows = list(zip(*(_scored(group) for group in groups), strict=True))
    for results in rows:
        number, title, _text = results[0]
        bold = "bold" if "." not in number else ""
        table.add_row(Text(number), Text(title), *(Text(text) for _number, _title, text in results), style=bold)
    console.print(Text(f"{area.identity.area}: scores by {attribute}", style="bold"))
    console.print(table)
    if any(text == "–" for results in rows for _number, _title, text in results):
        console.print(Text("–: cannot be scored: a question that it needs is relevant in none of these cases."))
    if any(group.cases < few for group in groups):
        console.print(Text(f"*: fewer than {few} cases, which is too few to say anything of the work."))


def _scored(group: Group) -> list[tuple[str, str, str]]:
    """Number, title and score of every result that is a score."""
    rows = []
    for section in group.scores.sections:
        if section.score is not None:
            rows.append((section.number, section.title, _text(section.score)))
            rows += [(each.number, each.title, _text(each.score)) for each in section.criteria]
    return rows + [(thread.id, thread.title, _text(thread.score)) for thread in group.scores.threads]


def _text(score: object) -> str:
    return f"{score.rounded}%" if isinstance(score, Scored) else "–"


def show_sensitivity(inspection: Inspection, form: str) -> None:
    """Print how far each criterion is from the bands beside its own, and its longest lever."""
    area = inspection.area
    _need_evidence(area)
    found = [each for result in inspection.scores.criteria.values() if (each := sensitivity(area, result)) is not None]
    match form:
        case "json":
            records = [
                {"number": each.result.number, "title": each.result.title, **(sensitivity_record(each) or {})}
                for each in found
            ]
            click.echo(as_json({"area": area.identity.area, "criteria": records}), nl=False)
        case "csv":
            click.echo(as_csv([_sensitivity_row(each) for each in found], SENSITIVITY_COLUMNS), nl=False)
        case _:
            _sensitivity_table(area, found)


def _sensitivity_row(found: Sensitivity) -> Record:
    score, up, down = found.result.score, found.up, found.down
    return {
        "number": found.result.number,
        "title": found.result.title,
        "score": score.rounded if isinstance(score, Scored) else None,
        "band": found.result.band.name if found.result.band else None,
        "up_to": up.band.name if up else None,
        "up_answers": up.answers if up else None,
        "up_cases": up.cases if up else None,
        "down_to": down.band.name if down else None,
        "down_answers": down.answers if down else None,
        "down_cases": down.cases if down else None,
    }


def _sensitivity_table(area: Area, found: list[Sensitivity]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in ("", "Score", "Band above", "Band below", "Most to gain", "One answer moves most"):
        table.add_column(heading, justify="right" if heading == "Score" else "left")
    for each in found:
        score = each.result.score
        gain = each.levers[0]
        step = max(each.levers, key=lambda lever: lever.one_answer)
        table.add_row(
            each.result.number,
            f"{score.rounded}%" if isinstance(score, Scored) else "–",
            _away(each.up),
            _away(each.down),
            f"{gain.question.id}: +{decimal(gain.to_gain, 1)}",
            f"{step.question.id}: {decimal(step.one_answer, 2)}",
        )
    console.print(Text(f"{area.identity.area}: what would move its scores", style="bold"))
    console.print(table)
    for line in (
        "12 / 3: the fewest answers, and the fewest cases with all their answers, that",
        "would have to lie across the line to carry the score there. Gains are percentage",
        "points. `--detail NUMBER` lists every question.",
    ):
        console.print(Text(line))


def _away(distance: Distance | None) -> str:
    return f"{distance.answers} / {distance.cases}" if distance else "–"


def _need_evidence(area: Area) -> None:
    if area.evidence.cases is None:
        _leave(
            f"{area.shown} has no evidence/cases.csv: its scores are as published, and there is nothing to break down"
        )


def _leave(message: str) -> None:
    click.echo(f"omi: {message}", err=True)
    sys.exit(MISUSE)

"""`omi score`: scores, grades and bands, and the arithmetic behind them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.errors import PROBLEMS

if TYPE_CHECKING:
    from omi_report.inspection import Inspection


@click.command("score")
@click.argument("folder", type=click.Path(path_type=Path), metavar="AREA")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="A table to read, or data for another program.",
)
@click.option("--detail", metavar="NUMBER", help="The arithmetic of a criterion, section or thread: 1.2, 1, roh.")
@click.option("--by", "attribute", metavar="ATTRIBUTE", help="Score parts of the sample: case_type, gender, …")
@click.option(
    "--sensitivity", is_flag=True, help="How far each criterion is from the next band, and what moves it most."
)
def command(folder: Path, form: str, detail: str | None, attribute: str | None, sensitivity: bool) -> None:
    """Score AREA: from its evidence where there is any, else as it is published.

    Exit status: 0 scored, 1 the area cannot be read, 2 misuse, or nothing to show.

    \b
    Examples:
      omi score areas/hampshire
      omi score areas/hampshire --detail 1.2       how 1.2 comes to its score
      omi score areas/hampshire --by case_type     the same for each type of case
      omi score areas/hampshire --sensitivity      what lies between the bands
      omi score areas/hampshire --format json      for another program
    """
    if sum((detail is not None, attribute is not None, sensitivity)) > 1:
        raise click.UsageError("--detail, --by and --sensitivity are separate views: choose one")
    inspection = read_area(folder)
    if detail is not None:
        from omi_report.cli.score_detail import show_detail

        show_detail(inspection, detail, form)
    elif attribute is not None:
        from omi_report.cli.score_parts import show_parts

        show_parts(inspection.area, attribute, form)
    elif sensitivity:
        from omi_report.cli.score_parts import show_sensitivity

        show_sensitivity(inspection, form)
    else:
        _show_scores(inspection, form)


def read_area(folder: Path) -> Inspection:
    """Read an area and its evidence; leave the program where either cannot be used."""
    from omi_report.cli.show import show_problems, tally
    from omi_report.inspection import Inspection, inspect
    from omi_report.problems import in_order
    from omi_report.workspace.area import open_area

    inspected = inspect(*open_area(folder))
    problems = in_order(inspected.problems)
    if not isinstance(inspected, Inspection) or not inspected.area.evidence.sound:
        show_problems(problems, inspected.files)
        click.echo(f"{folder}: not scored, {tally(problems)}", err=True)
        sys.exit(PROBLEMS)
    if problems:
        click.echo(f"{folder}: {tally(problems)} (see omi validate)", err=True)
    return inspected


def _show_scores(inspection: Inspection, form: str) -> None:
    from omi_report.opendata.score_data import SCORE_COLUMNS, score_records
    from omi_report.opendata.table_text import as_csv, as_json

    area, scores = inspection.area, inspection.scores
    if form == "table":
        from omi_report.cli.score_table import show_table

        show_table(area, scores)
        return
    records = list(score_records(scores))
    if form == "csv":
        click.echo(as_csv(records, SCORE_COLUMNS), nl=False)
    else:
        data = {"area": area.identity.area, "framework": area.framework.framework, "cases": scores.cases}
        click.echo(as_json(data | {"scores": records}), nl=False)

"""`omi evidence missing`: which answers are still missing while cases are judged."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from omi_report.cli.data_format import data_format
from omi_report.cli.terminal import write_data
from omi_report.errors import CLEAN, PROBLEMS


@click.command("missing")
@click.argument("area", type=click.Path(path_type=Path))
@click.option(
    "--by",
    type=click.Choice(["case", "criterion", "judge"]),
    help="One view alone; of each case all that it lacks.",
)
@data_format("table", "json", what="Tables to read, or data for another program.")
def command(area: Path, by: str | None, form: str) -> None:
    """Show which answers are still missing in AREA: how many, and by criterion, by judge and by case.

    The cases are those of the sample, and of an area without one those of evidence/cases. A case is complete once it
    has its attributes and an answer to each question that they ask for. Where there is a sample, its quotas and
    minimums stand beside the cases that are complete.

    Exit status: 0 shown; 1 the area, its sample or its sheet of cases cannot be read; 2 misuse, or nothing to judge.

    \b
    Examples:
      omi evidence missing areas/wessex
      omi evidence missing areas/wessex --by judge
      omi evidence missing areas/wessex --by case --format json
    """
    from omi_report.cli.inspected import judged_so_far
    from omi_report.judging.progress import judging_so_far, missing_record

    inspection = judged_so_far(area, otherwise="nothing is shown")
    if inspection is None:
        sys.exit(PROBLEMS)
    found = judging_so_far(inspection)
    if form == "json":
        from omi_report.opendata.table_text import as_json

        write_data(as_json({"area": inspection.area.identity.area} | missing_record(found, by)))
    else:
        from omi_report.cli.evidence_missing_view import show_missing

        show_missing(inspection.area, found, by)
    sys.exit(CLEAN)

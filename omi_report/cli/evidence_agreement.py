"""`omi evidence agreement`: how far two who judge the same cases agree, and what they are to talk about."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from omi_report.cli.data_format import data_format
from omi_report.cli.terminal import say, write_data
from omi_report.errors import CLEAN, PROBLEMS


@click.command("agreement")
@click.argument("area", type=click.Path(path_type=Path))
@click.option(
    "--by",
    type=click.Choice(["question", "judges", "case"]),
    help="One view alone: of each question, each two judges, or the cases to discuss with all that differs.",
)
@data_format(
    "table", "json", "csv", what="Tables to read, or data for another program; CSV is by question, or as --by says."
)
@click.option(
    "--sheet",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the answers that are not settled into a workbook, for omi evidence agree to take in.",
)
def command(area: Path, by: str | None, form: str, sheet: Path | None) -> None:
    """Show how far two who judged the same cases of AREA agree, and which cases they are to discuss.

    The second judgements stand in evidence/second.csv: omi evidence import takes them in from the sheets «second», and
    in any area they can be written by hand. They count in no score.

    Per cent agreed and weighted kappa have 95 % intervals that hold for some ten cases. Few cases say little: read the
    intervals, and talk about the cases. Those come first that would change most ratings and scores if the second
    answers counted; the scores are worked out anew for that. What was settled stays as the judges had it first.

    Exit status: 0 shown; 1 a file cannot be read; 2 misuse, or there are no second judgements.

    \b
    Examples:
      omi evidence agreement areas/wessex
      omi evidence agreement areas/wessex --by case
      omi evidence agreement areas/wessex --sheet to-settle.xlsx
      omi evidence agreement areas/wessex --format json
    """
    from omi_report.cli.inspected import judged_so_far
    from omi_report.judging.moderation import moderation_of

    if sheet is not None and (by is not None or form != "table"):
        raise click.UsageError("--sheet writes a workbook: --by and --format are for what is shown")
    inspection = judged_so_far(area, otherwise="nothing is shown")
    if inspection is None:
        sys.exit(PROBLEMS)
    found = moderation_of(inspection)
    if sheet is not None:
        from omi_report.workspace.moderating import write_differences

        write_differences(found, sheet)
        answers = len(found.found.open)
        say(f"Wrote {sheet} ({answers:,} answer{'s' * (answers != 1)} to settle)")
    elif form == "table":
        from omi_report.cli.evidence_agreement_view import show_moderation

        show_moderation(found, by)
    else:
        from omi_report.judging.moderation_record import moderation_record, moderation_rows
        from omi_report.opendata.table_text import as_csv, as_json

        if form == "json":
            write_data(as_json({"area": inspection.area.identity.area} | moderation_record(found, by)))
        else:
            rows = moderation_rows(found, by or "question")
            write_data(as_csv(rows.rows, rows.columns))
    sys.exit(CLEAN)

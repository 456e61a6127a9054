"""`omi evidence agree`: what judges have agreed on where their answers differed."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from omi_report.cli.terminal import say
from omi_report.cli.today import a_day
from omi_report.errors import CLEAN, PROBLEMS


@click.command("agree")
@click.argument("area", type=click.Path(path_type=Path))
@click.argument("one", nargs=-1, metavar="[CASE QUESTION ANSWER]")
@click.option(
    "--sheet",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The filled-in sheet of omi evidence agreement --sheet.",
)
@click.option("--reason", metavar="TEXT", default="", help="Why; with --sheet where a row gives no reason of its own.")
@click.option("--who", metavar="TEXT", default="", help="Who agreed on it, by short names; the two judges if left out.")
@click.option(
    "--on", metavar="DAY", callback=a_day, help="The day on which it was agreed (2008-05-14); today if left out."
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def command(
    area: Path,
    one: tuple[str, ...],
    sheet: Path | None,
    reason: str,
    who: str,
    on: datetime.date,
    dry_run: bool,
) -> None:
    """Settle what two judges of AREA have answered differently: one ANSWER to QUESTION of CASE, or a sheet of them.

    The answer goes into evidence/cases.csv, and a row into evidence/agreed.csv: both answers, what was agreed, who,
    when and why. Rows are only added there. An answer that is agreed on again has another row, and the last counts. All
    that is wrong is told at once, and then nothing is written. An import leaves what was agreed as it is.

    Reasons stay in the area. Say nothing in them that tells who somebody is.

    Exit status: 0 settled; 1 a file cannot be read; 2 misuse, or something cannot be settled.

    \b
    Examples:
      omi evidence agreement areas/wessex --sheet to-settle.xlsx
      omi evidence agree areas/wessex --sheet to-settle.xlsx --dry-run
      omi evidence agree areas/wessex --sheet to-settle.xlsx
      omi evidence agree areas/wessex WX-017 1.2.4 sufficient --reason "the letter was on file"
    """
    from omi_report.cli.inspected import judged_so_far
    from omi_report.judging.differences import Settling
    from omi_report.numbering import name_of
    from omi_report.workspace.moderating import settle, settlings_in, with_defaults

    if len(one) != (3 if sheet is None else 0):
        raise click.UsageError("name CASE, QUESTION and ANSWER, or a filled-in sheet with --sheet")
    inspection = judged_so_far(area, otherwise="nothing is settled")
    if inspection is None:
        sys.exit(PROBLEMS)
    if sheet is not None:
        wanted = settlings_in(sheet, inspection)
    else:
        case, question, answer = one
        wanted = [Settling(case, name_of(question), answer)]
    found = settle(inspection, with_defaults(wanted, who, reason), on, dry_run=dry_run)
    for row in found.rows:
        kept = "as the first had it" if row.agreed == row.first else f"{row.first} before"
        say(f"{row.case} {row.question}: {row.agreed} ({kept})")
    _sum_up(len(found.rows), found.changed, found.before, dry_run=dry_run)
    sys.exit(CLEAN)


def _sum_up(rows: int, changed: int, before: int, *, dry_run: bool) -> None:
    again = f"; {before:,} had been agreed on already" if before else ""
    does = "would be settled" if dry_run else "settled"
    say(f"{rows:,} answer{'s' * (rows != 1)} {does}, {changed:,} of them changed in the sheet of cases{again}")
    if dry_run:
        say("Nothing was written (--dry-run).")

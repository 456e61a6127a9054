"""`omi sample`: draw the cases that are inspected, and show the sample that an area has."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say
from omi_report.cli.today import a_day
from omi_report.errors import PROBLEMS

if TYPE_CHECKING:
    import datetime

    from omi_report.workspace.sampling import DrawOptions

_FILE = click.Path(path_type=Path)


@click.command("sample")
@click.argument("paths", nargs=-1, required=True, type=_FILE, metavar="[CASELOAD] AREA")
@click.option("--seed", metavar="TEXT", help="What the draw goes by; one is made by chance if left out.")
@click.option("--size", type=int, metavar="N", help="How many cases; the fewest that the framework has if left out.")
@click.option(
    "--id", "ids", metavar="HEADING", default="case", show_default=True, help="Where the caseload's ids stand."
)
@click.option("--prefix", metavar="TEXT", help="What the cases are called in the inspection: WX gives WX-001.")
@click.option(
    "--key", type=_FILE, metavar="FILE", help="Where to write which case is which; AREA-key.csv in the current folder."
)
@click.option("--again", is_flag=True, help="Draw another sample in the place of the one that is there.")
@click.option("--dry-run", is_flag=True, help="Say what would be drawn, and write nothing.")
@click.option("--dated", metavar="DAY", callback=a_day, help="The day of the draw; today if left out.")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    paths: tuple[Path, ...],
    seed: str | None,
    size: int | None,
    ids: str,
    prefix: str | None,
    key: Path | None,
    again: bool,
    dry_run: bool,
    dated: datetime.date,
) -> None:
    """Draw the sample of AREA from CASELOAD, a list of all its cases (CSV or Excel), by the framework's «sampling».

    The caseload has a column of ids, and one for each attribute that the sampling goes by; a column «team» is kept, and
    all others are left alone. The same caseload and seed give the same sample on every machine. What cannot be met is
    said.

    The sample stands in the area's evidence/sample.csv and evidence/sampling.yaml, where cases have ids of their own.
    Which case of the caseload each is stands in the key alone: keep it, and the caseload, away from the area.

    Without CASELOAD the sample of the area is shown: quotas and minimums, the reserve, and how many cases each judges.

    Exit status: 0 drawn or shown, 1 the caseload has errors, 2 misuse, or there is a sample already.

    \b
    Examples:
      omi sample caseload.csv areas/wessex --dry-run
      omi sample caseload.xlsx areas/wessex --id CRN --prefix WX --key ~/keys/wessex.csv
      omi sample caseload.csv areas/wessex --seed "drawn in public on 5 November"
      omi sample areas/wessex
    """
    from omi_report.model.base import ReportDate
    from omi_report.workspace.sampling import DrawOptions

    if len(paths) > 2:
        raise click.UsageError("name one caseload and one area, or the area alone")
    if seed is not None and not _can_be_seed(seed):
        raise click.BadParameter("a seed is a line of text", param_hint="--seed")
    if prefix is not None and not _can_be_prefix(prefix):
        raise click.BadParameter("a prefix is made of letters and figures: WX", param_hint="--prefix")
    if len(paths) == 1:
        sys.exit(_show(paths[0]))
    date = ReportDate.parse(dated.isoformat())
    options = DrawOptions(date, ids.strip(), seed or "", size, prefix or "", key, again)
    sys.exit(_draw(paths[0], paths[1], options, dry_run=dry_run))


def _can_be_seed(seed: str) -> bool:
    return bool(seed.strip()) and seed == seed.strip() and seed.isprintable() and len(seed) <= 200


def _can_be_prefix(prefix: str) -> bool:
    return prefix.isascii() and prefix.isalnum() and len(prefix) <= 20


def _show(area: Path) -> int:
    from omi_report.api import load
    from omi_report.cli.sample_view import show_sample
    from omi_report.errors import CLEAN
    from omi_report.workspace.sampling import sample_in, sampling_of

    inspection = load(area)
    sampling = sampling_of(inspection)
    show_sample(inspection.area, sample_in(inspection), sampling)
    return CLEAN


def _draw(caseload: Path, area: Path, options: DrawOptions, *, dry_run: bool) -> int:
    from omi_report.api import load
    from omi_report.cli.sample_view import show_draw
    from omi_report.cli.show import show_problems
    from omi_report.errors import CLEAN
    from omi_report.lint.summary import tally
    from omi_report.problems import in_order
    from omi_report.source.places import SAMPLE_FILE, SAMPLING_FILE
    from omi_report.workspace.sampling import draw_sample, write_sample

    inspection = load(area)
    new = draw_sample(inspection, caseload, options)
    if new.draw is None:
        problems = in_order(new.problems)
        show_problems(problems, {})  # the lines of a caseload tell of people
        say(f"{caseload}: nothing is drawn, {tally(problems)}", err=True)
        return PROBLEMS
    show_draw(inspection.area, new.draw)
    if not dry_run:
        write_sample(inspection, new)
        say(f"Wrote {area / SAMPLE_FILE} and {area / SAMPLING_FILE}")
        say(f"Wrote {new.key_path}, which says which case is which: keep it away from the area")
    return CLEAN

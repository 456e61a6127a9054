"""`omi sample`: draw the cases that are inspected, and show the sample that an area has."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from omi_report.cli.terminal import say
from omi_report.cli.today import a_day
from omi_report.errors import PROBLEMS

if TYPE_CHECKING:
    import datetime

    from omi_report.workspace.caseloads import CaseloadOptions
    from omi_report.workspace.sampling import DrawOptions

_FILE = click.Path(path_type=Path)


@click.command("sample")
@click.argument("paths", nargs=-1, required=True, type=_FILE, metavar="[CASELOAD] AREA")
@click.option("--seed", metavar="TEXT", help="What the draw goes by; one is made by chance if left out.")
@click.option("--size", type=int, metavar="N", help="How many cases; the fewest that the framework has if left out.")
@click.option("--id", "ids", metavar="HEADING", default="", help="Where the caseload's ids stand; «case» if left out.")
@click.option("--sheet", metavar="TITLE", default="", help="The sheet of a workbook that is the caseload.")
@click.option("--map", "map_file", type=_FILE, metavar="FILE", help="Another map than the area's evidence/map.yaml.")
@click.option("--guess", is_flag=True, help="Propose how the caseload is read, in the area's map; draw nothing.")
@click.option("--accept", is_flag=True, help="Draw by a map whose guesses nobody has looked at.")
@click.option("--prefix", metavar="TEXT", help="What the cases are called in the inspection: WX gives WX-001.")
@click.option(
    "--key", type=_FILE, metavar="FILE", help="Where to write which case is which; AREA-key.csv in the current folder."
)
@click.option("--again", is_flag=True, help="Draw another sample in the place of the one that is there.")
@click.option("--dry-run", is_flag=True, help="Say what would be drawn, and write nothing.")
@click.option("--dated", metavar="DAY", callback=a_day, help="The day of the draw; today if left out.")
def command(
    paths: tuple[Path, ...],
    seed: str | None,
    size: int | None,
    prefix: str | None,
    key: Path | None,
    again: bool,
    dry_run: bool,
    dated: datetime.date,
    **read: Any,
) -> None:
    """Draw the sample of AREA from CASELOAD, a list of all its cases (CSV or workbook), by the framework's «sampling».

    The caseload has a column of ids, and one for each attribute that the sampling goes by; a column «team» is kept, and
    all others are left alone. Titles, other delimiters and rows of totals do no harm. Where its headings or values are
    others than the framework's, --guess proposes how they are read: in evidence/map.yaml of AREA, under «of: caseload»,
    for you to look at. The same caseload and seed give the same sample on every machine. What cannot be met is said.

    The sample stands in the area's evidence/sample.csv and evidence/sampling.yaml, where cases have ids of their own.
    Which case of the caseload each is stands in the key alone: keep it, and the caseload, away from the area.

    Without CASELOAD the sample of the area is shown: quotas and minimums, the reserve, and how many cases each judges.

    Exit status: 0 drawn or shown, 1 the caseload has errors, 2 misuse, or there is a sample already.

    \b
    Examples:
      omi sample caseload.csv areas/wessex --dry-run
      omi sample caseload.xlsx areas/wessex --id CRN --prefix WX --key ~/keys/wessex.csv
      omi sample report.xlsx areas/wessex --sheet Cases --guess
      omi sample caseload.csv areas/wessex --seed "drawn in public on 5 November"
      omi sample areas/wessex
    """
    from omi_report.model.base import ReportDate
    from omi_report.workspace.caseloads import CaseloadOptions
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
    how = CaseloadOptions(read["ids"].strip(), read["sheet"].strip(), read["map_file"], read["accept"])
    if read["guess"]:
        _guess(paths[0], paths[1], how, dry_run=dry_run, again=again)
        return
    options = DrawOptions(date, seed or "", size, prefix or "", key, again, how)
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


def _guess(caseload: Path, area: Path, how: CaseloadOptions, *, dry_run: bool, again: bool) -> None:
    """Propose how a caseload is read, say what it is, and write it into the map of the area."""
    from omi_report.api import load
    from omi_report.cli.evidence_guess_view import show_guessed
    from omi_report.workspace.caseloads import caseload_by_map, with_map
    from omi_report.workspace.evidence_maps import grids_of, guess_caseload_map, write_map
    from omi_report.workspace.sampling import expect_elsewhere, sampling_of

    if how.map_file is not None or how.accept:
        raise click.UsageError("--guess writes the area's map: --map and --accept go with a draw")
    inspection = load(area)
    sampling_of(inspection)
    expect_elsewhere(caseload)
    grids = [each for each in grids_of([caseload]) if not how.sheet or each.title.casefold() == how.sheet.casefold()]
    opened = with_map(inspection, None)
    found, tried, text = guess_caseload_map(opened, grids, how.ids, anew=again)
    would = caseload_by_map(tried, grids, replace(how, accept=True))
    show_guessed(
        found, would.causes, [f"A sample would be drawn from {len(would.cases):,} cases"] if would.cases else []
    )
    if dry_run:
        say("Nothing was written (--dry-run).")
    else:
        say(f"Wrote {write_map(opened, text)}")


def _draw(caseload: Path, area: Path, options: DrawOptions, *, dry_run: bool) -> int:
    from omi_report.api import load
    from omi_report.cli.sample_view import show_caseload, show_draw
    from omi_report.cli.show import show_problems
    from omi_report.errors import CLEAN
    from omi_report.source.places import SAMPLE_FILE, SAMPLING_FILE
    from omi_report.workspace.caseloads import MapProblemsError
    from omi_report.workspace.sampling import draw_sample, sampling_of, write_sample

    inspection = load(area)
    try:
        new = draw_sample(inspection, caseload, options)
    except MapProblemsError as error:
        show_problems(list(error.problems), error.texts)
        say(f"{caseload}: nothing is drawn: {error}", err=True)
        return PROBLEMS
    if new.draw is None:
        for cause in new.caseload.causes:
            say(f"Wrong: {cause.line}", err=True)
        say(f"{caseload}: nothing is drawn", err=True)
        return PROBLEMS
    show_caseload(new.caseload)
    show_draw(inspection.area, new.draw, sampling_of(inspection))
    if not dry_run:
        write_sample(inspection, new)
        say(f"Wrote {area / SAMPLE_FILE} and {area / SAMPLING_FILE}")
        say(f"Wrote {new.key_path}, which says which case is which: keep it away from the area")
    return CLEAN

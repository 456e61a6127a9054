"""`omi compare`: the scores of several areas, years or rounds side by side."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from omi_report.cli.data_format import data_format
from omi_report.cli.terminal import write_data
from omi_report.errors import CLEAN


@click.command("compare")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA AREA...")
@data_format("table", "json", "csv")
@click.option("--confidential", is_flag=True, help="Show small numbers of cases too, which the framework hides.")
def command(paths: tuple[Path, ...], form: str, confidential: bool) -> None:
    """Show the scores of each AREA side by side: of areas, or of years or rounds of one area.

    AREA may be a folder of areas. They stand in the order in which you name them, and nothing is sorted or ranked: it
    is no league. Each score has its interval, with 95% confidence, and in how many cases its questions were relevant.
    Where intervals overlap, a difference may be chance, and each row says so. Where they do not, the samples may still
    differ in their mix of cases.

    What the frameworks ask otherwise is marked, and areas whose frameworks have nothing in common are refused.

    Exit status: 0 shown, 1 an area cannot be read, 2 misuse, or the areas cannot stand side by side.

    \b
    Examples:
      omi compare areas/wessex areas/hampshire
      omi compare areas/wessex-2006 areas/wessex-2008      two rounds of one area
      omi compare areas --format csv                       all areas in a folder
    """
    from omi_report.cli.inspected import all_inspected
    from omi_report.programme.side_by_side import side_by_side
    from omi_report.workspace.areas import named_areas

    areas = named_areas(paths).areas
    if len(areas) < 2:
        raise click.UsageError("name two areas or more: there is nothing to put beside one")
    found, status = all_inspected(areas, otherwise="not shown")
    if status == CLEAN:
        sides = side_by_side(found, confidential=confidential)
        if form == "table":
            from omi_report.cli.compare_table import show_sides

            show_sides(sides, found[0].framework)
        else:
            from omi_report.opendata.table_text import as_csv, as_json
            from omi_report.programme.side_by_side_data import SIDE_COLUMNS, side_data, side_rows

            write_data(as_json(side_data(sides)) if form == "json" else as_csv(side_rows(sides), SIDE_COLUMNS))
    sys.exit(status)

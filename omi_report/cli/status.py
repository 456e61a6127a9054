"""`omi status`: where inspections stand, and what each lacks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.data_format import data_format
from omi_report.cli.terminal import say, write_data
from omi_report.cli.today import today_option
from omi_report.errors import CLEAN

if TYPE_CHECKING:
    import datetime


@click.command("status")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA...")
@data_format("table", "json")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a web page.")
@today_option()
def command(paths: tuple[Path, ...], form: str, html: Path | None, today: datetime.date) -> None:
    """Show where each inspection stands: its stage, the steps that were done and are due, and what it lacks.

    AREA may be a folder of areas. By when a step is due follows from the calendar of the framework and from the day or
    month of the inspection; a date to come that area.yaml states for the step counts in its place. What is late is
    said in words. An area that cannot be read has a row that says so, and so has a folder whose area.yaml is misspelt.

    With --html a page is written and no table is shown.

    Exit status: 0 shown or written, 1 an area cannot be read, 2 misuse, or a folder is no area.

    \b
    Examples:
      omi status areas                     all areas in a folder
      omi status areas --today 2008-01-10  as they stood on a day
      omi status areas --html status.html
      omi status areas --format json       for another program
    """
    from omi_report.programme.status import statuses
    from omi_report.workspace.areas import each_once, meant_areas, named_areas

    if html is not None:
        from omi_report.sheets import expect_place

        expect_place(html)
    found = statuses(each_once([*named_areas(paths).areas, *meant_areas(paths)]), today)
    if html is not None:
        from omi_report.programme.status_page import status_document
        from omi_report.sheets import write_sheet

        write_sheet(status_document(found, today), "html", html)
        say(f"Wrote {html}", err=True)
    elif form == "json":
        from omi_report.opendata.table_text import as_json
        from omi_report.programme.status_data import status_data

        write_data(as_json(status_data(found, today)))
    else:
        from omi_report.cli.status_table import show_statuses

        show_statuses(found)
    for each in found:
        for line in each.refusal:
            say(f"omi: {each.path}: {line}" if each.path not in line else f"omi: {line}", err=True)
    sys.exit(max((each.status for each in found), default=CLEAN))

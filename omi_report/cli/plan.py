"""`omi plan`: what is done about the recommendations of a report, and what is late."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.data_format import data_format
from omi_report.cli.terminal import say, write_data
from omi_report.cli.today import today_option
from omi_report.errors import CLEAN, PROBLEMS, OutputError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from omi_report.inspection import Inspection
    from omi_report.plan.planned import Planned
    from omi_report.problems import Problem


@click.command("plan")
@click.argument("area", type=click.Path(path_type=Path))
@click.option(
    "--new", is_flag=True, help="Write plan.yaml, with an entry for each recommendation, where there is none."
)
@data_format("text", "json")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a web page.")
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a PDF.")
@click.option(
    "--docx", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a Word file."
)
@today_option()
def command(
    area: Path,
    new: bool,
    form: str,
    html: Path | None,
    pdf: Path | None,
    docx: Path | None,
    today: datetime.date,
) -> None:
    """Show what is done about each recommendation of AREA, by whom, by when, and what is late.

    The plan is the area's file plan.yaml, which omi validate checks. No report holds anything of it, so it may be
    changed when the report is published and sealed. An action is late when its day, or the last day of its month,
    is over and it is neither finished nor dropped.

    With --html, --pdf or --docx files are written and no table is shown. For these neither the area nor the plan may
    have errors.

    Exit status: 0 shown or written, 1 the plan has errors, or the area whose page was to be written, 2 misuse, or
    there is no plan.

    \b
    Examples:
      omi plan --new areas/hampshire               begin a plan
      omi plan areas/hampshire                     what is late
      omi plan areas/hampshire --format json       for another program
      omi plan areas/hampshire --today 2008-06-30  as it stood on a day
      omi plan areas/hampshire --html plan.html --pdf plan.pdf --docx plan.docx
    """
    from omi_report.api import load

    inspection = load(area)
    if new:
        from omi_report.scaffold.area import SCHEMA_FOLDER
        from omi_report.workspace.new_plan import write_plan

        made = write_plan(inspection)
        say(f"Wrote {made}. Write what is done in place of TODO, and look at it with: omi plan {area}")
        say(f"Wrote {made.parent / SCHEMA_FOLDER}, from which editors know the keys of the plan")
        return
    files = {name: path for name, path in (("html", html), ("pdf", pdf), ("docx", docx)) if path}
    plan = _plan_of(inspection)
    if files:
        sys.exit(_write(inspection, plan, files, today))
    sys.exit(_show(inspection, plan, form, today))


def _plan_of(inspection: Inspection) -> Planned:
    from omi_report.plan.planned import planned

    plan = planned(inspection)
    if plan is None:
        folder = inspection.snapshot.folder
        raise OutputError(f"{folder} has no plan.yaml: `omi plan --new {folder}` makes one")
    return plan


def _show(inspection: Inspection, plan: Planned, form: str, today: datetime.date) -> int:
    """Show a plan as a table or as data, whatever is wrong with the report; what is wrong with the plan is counted."""
    from omi_report.lint.beside import problems_of_plan
    from omi_report.problems import has_errors, in_order

    found = in_order(problems_of_plan(inspection))
    if plan.plan is None:
        return _refused(inspection, found, "not shown")
    if form == "json":
        from omi_report.opendata.table_text import as_json
        from omi_report.plan.data import plan_data

        write_data(as_json(plan_data(plan, today)))
    else:
        from omi_report.cli.plan_table import show_plan

        show_plan(plan, today)
    _count(inspection, found)
    return PROBLEMS if has_errors(found) else CLEAN


def _count(inspection: Inspection, found: Sequence[Problem]) -> None:
    """Say how much is wrong with the plan, in a line."""
    from omi_report.lint.summary import tally
    from omi_report.source.places import PLAN_FILE

    if found:
        say(f"{inspection.snapshot.folder / PLAN_FILE}: {tally(found)} (see omi validate)", err=True)


def _write(inspection: Inspection, plan: Planned, files: dict[str, Path], today: datetime.date) -> int:
    from omi_report.problems import has_errors
    from omi_report.workspace.remembered import lint_once

    problems = lint_once(inspection).problems
    if has_errors(problems):
        return _refused(inspection, problems, "not written")
    from omi_report.beside import is_of_beside
    from omi_report.document.plan import plan_document
    from omi_report.sheets import write_sheet

    document = plan_document(plan, today)
    for form, path in files.items():
        write_sheet(document, form, path)
        say(f"Wrote {path}", err=True)
    _count(inspection, [each for each in problems if is_of_beside(each, inspection)])
    return CLEAN


def _refused(inspection: Inspection, problems: list[Problem], otherwise: str) -> int:
    """Show what is wrong. Returns the exit status."""
    from omi_report.build import Validated
    from omi_report.cli.show import show_problems
    from omi_report.lint.summary import tally
    from omi_report.problems import errors_in

    errors = list(errors_in(problems))
    show_problems(errors, Validated(inspection, errors).texts)
    say(f"{inspection.snapshot.folder}: {otherwise}, {tally(problems)} (see omi validate for all)", err=True)
    return PROBLEMS

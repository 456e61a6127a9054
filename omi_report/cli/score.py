"""`omi score`: scores and ratings, and the arithmetic behind them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from omi_report.cli.data_format import data_format
from omi_report.cli.terminal import say, write_data, write_out
from omi_report.errors import CLEAN, PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from omi_report.inspection import Inspection
    from omi_report.judging.interim import Interim
    from omi_report.opendata.score_views import View


class _Asked(NamedTuple):
    """The view that is asked for: of one result, by attributes, of what moves scores, or of all scores."""

    detail: str | None
    attributes: tuple[str, ...]
    sensitivity: bool
    confidential: bool


@click.command("score")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA...")
@data_format("table", "json", "csv")
@click.option("--detail", metavar="NUMBER", help="The arithmetic of a criterion, section or thread: 1.2, 1, roh.")
@click.option(
    "--by",
    "attributes",
    metavar="ATTRIBUTES",
    help="Score parts of the sample: case_type, or case_type,gender for each of both. With --detail its questions.",
)
@click.option("--confidential", is_flag=True, help="With --by: show small counts too, which the framework hides.")
@click.option(
    "--sensitivity", is_flag=True, help="How far each criterion is from the next band, and what moves it most."
)
@click.option("--interim", is_flag=True, help="Of the cases that are complete so far, while others are still judged.")
def command(
    paths: tuple[Path, ...],
    form: str,
    detail: str | None,
    attributes: str | None,
    sensitivity: bool,
    confidential: bool,
    interim: bool,
) -> None:
    """Score each AREA: from its evidence where there is any, else as it is published.

    AREA may be a folder of areas. Data of several areas is a list in JSON, and has a column for the area
    in CSV.

    Evidence in which answers are missing is not scored. With --interim the cases are that have all that their
    attributes ask for, and every view says so, with how many cases are in. No report is made of that.

    Exit status: 0 scored, 1 an area cannot be read, 2 misuse, or nothing to show.

    \b
    Examples:
      omi score areas/hampshire
      omi score areas/hampshire --detail 1.2       how 1.2 comes to its score
      omi score areas/hampshire --by case_type     the same for each type of case
      omi score areas/hampshire --by case_type,gender --detail 1.2
      omi score areas/hampshire --sensitivity      what lies between the bands
      omi score areas/wessex --interim             while cases are judged
      omi score areas/hampshire --format json      for another program
      omi score areas --format csv                 of all areas in a folder
    """
    if sensitivity and (detail is not None or attributes is not None):
        raise click.UsageError("--sensitivity is a view of its own: choose it, or --detail and --by")
    if confidential and attributes is None:
        raise click.UsageError("--confidential belongs to --by: the other views leave nothing out")
    sys.exit(_score(paths, form, _Asked(detail, _names(attributes), sensitivity, confidential), interim=interim))


def _score(paths: tuple[Path, ...], form: str, asked: _Asked, *, interim: bool) -> int:
    """Show what is asked for of each area, and return the exit status."""
    from omi_report.cli.inspected import each_area, inspected
    from omi_report.workspace.areas import named_areas

    named = named_areas(paths)
    views: list[View] = []

    def score(path: Path) -> int:
        if interim:
            found = _interim(path)
            inspection = found.inspection if found else None
        else:
            found, inspection = None, inspected(path, otherwise="not scored")
        if inspection is None:
            return PROBLEMS
        if form == "table":
            if path != named.areas[0]:
                say()
            _show_marked(found, lambda: _show(inspection, asked))
        else:
            views.append(_marked(_view(inspection, asked), found))
        return CLEAN

    status = each_area(named.areas, score)
    if views:
        write_data(_written(views, form, several=named.several))
    return status


def _interim(path: Path) -> Interim | None:
    """The area with the cases alone that are complete; None where it cannot be read, which is told."""
    from omi_report.cli.inspected import judged_so_far
    from omi_report.judging.interim import interim_of

    inspection = judged_so_far(path, otherwise="not scored")
    return interim_of(inspection) if inspection else None


def _show_marked(interim: Interim | None, show: Callable[[], None]) -> None:
    """Show a view, between what says that it is interim if it is."""
    if interim is None:
        show()
        return
    from omi_report.cli.score_interim import show_base, show_mark

    show_mark(interim)
    show()
    show_base(interim)


def _marked(view: View, interim: Interim | None) -> View:
    if interim is None:
        return view
    from omi_report.cli.score_interim import marked

    return marked(view, interim)


def _names(attributes: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in attributes.split(",")) if attributes is not None else ()


def _show(inspection: Inspection, asked: _Asked) -> None:
    if asked.attributes:
        from omi_report.cli.score_parts import show_parts
        from omi_report.disclosure.parts import shown_parts

        parts = shown_parts(inspection, asked.attributes, asked.detail or "", confidential=asked.confidential)
        show_parts(inspection.area, parts)
    elif asked.detail is not None:
        from omi_report.scoring.detail import detail_lines

        write_out("\n".join(detail_lines(inspection.area, inspection.scores.named(asked.detail))) + "\n")
    elif asked.sensitivity:
        from omi_report.scoring.sensitivity import sensitivities

        found = sensitivities(inspection.area, inspection.scores)
        from omi_report.cli.score_sensitivity import show_sensitivity

        show_sensitivity(inspection.area, found)
    else:
        from omi_report.cli.score_table import show_table

        show_table(inspection.area, inspection.scores)


def _view(inspection: Inspection, asked: _Asked) -> View:
    from omi_report.opendata import score_views

    if asked.attributes:
        from omi_report.opendata.part_views import parts_view

        return parts_view(inspection, asked.attributes, asked.detail or "", confidential=asked.confidential)
    if asked.detail is not None:
        return score_views.detail_view(inspection, asked.detail)
    return score_views.sensitivity_view(inspection) if asked.sensitivity else score_views.scores_view(inspection)


def _written(views: Sequence[View], form: str, *, several: bool) -> str:
    from omi_report.opendata.table_text import as_csv, as_json

    if form == "json":
        return as_json([{"area": view.area} | view.data for view in views] if several else views[0].data)
    if several:
        rows = ({"area": view.area} | row for view in views for row in view.rows)
        return as_csv(rows, ("area", *views[0].columns))
    return as_csv(views[0].rows, views[0].columns)

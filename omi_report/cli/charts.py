"""`omi charts`: scores with their intervals as charts, in the terminal and as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say
from omi_report.errors import CLEAN

if TYPE_CHECKING:
    from omi_report.inspection import Inspection
    from omi_report.render.charts.lines import LineChart


@click.command("charts")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA...")
@click.option(
    "--by", "attributes", metavar="ATTRIBUTES", help="Of parts of the sample: case_type, or case_type,gender."
)
@click.option("--confidential", is_flag=True, help="Show small counts too, which the framework hides.")
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a drawing.")
@click.option("--png", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a picture.")
def command(
    paths: tuple[Path, ...], attributes: str | None, confidential: bool, svg: Path | None, png: Path | None
) -> None:
    """Draw the scores of each AREA as a chart: with their intervals, or of parts of the sample.

    Several areas, or a folder of them, make one chart, in which they stand below each other in the order in which
    they are named, as in `omi compare`. Without a file the chart is shown here, as text. Each bar has its label and its
    figure beside it, so that nothing is said by colour alone; a drawing also has a description that says all figures.

    Small counts that the framework hides are left out, as in `omi score --by`.

    Exit status: 0 drawn, 1 an area cannot be read, 2 misuse, or there is nothing to draw.

    \b
    Examples:
      omi charts areas/wessex
      omi charts areas/wessex --by case_type,gender --svg parts.svg
      omi charts areas/wessex areas/hampshire --svg both.svg --png both.png
    """
    from omi_report.cli.inspected import all_inspected
    from omi_report.workspace.areas import named_areas

    areas = named_areas(paths).areas
    if attributes is not None and len(areas) > 1:
        raise click.UsageError("--by is of one area: name one")
    _expect_places([path for path in (svg, png) if path])
    found, status = all_inspected(areas, otherwise="not drawn")
    if status == CLEAN:
        names = tuple(name.strip() for name in attributes.split(",")) if attributes is not None else ()
        _put(_chart(found, names, confidential=confidential), svg, png)
    sys.exit(status)


def _expect_places(files: list[Path]) -> None:
    from omi_report.sheets import expect_place

    if len({path.absolute() for path in files}) < len(files):
        raise click.UsageError("--svg and --png each need a file of their own")
    for path in files:
        expect_place(path)


def _chart(found: list[Inspection], attributes: tuple[str, ...], *, confidential: bool) -> LineChart:
    from omi_report.programme import score_charts

    if attributes:
        from omi_report.disclosure.parts import shown_parts

        return score_charts.parts_chart(found[0], shown_parts(found[0], attributes, confidential=confidential))
    if len(found) == 1:
        return score_charts.area_chart(found[0], confidential=confidential)
    from omi_report.programme.side_by_side import side_by_side

    return score_charts.side_chart(side_by_side(found, confidential=confidential), found[0])


def _put(chart: LineChart, svg: Path | None, png: Path | None) -> None:
    """Write a chart into files, or show it where none is asked for."""
    if svg is None and png is None:
        from omi_report.cli.charts_view import show_chart

        show_chart(chart)
        return
    from omi_report.files import write_output
    from omi_report.render.charts.lines import line_chart

    drawn = line_chart(chart)
    if svg is not None:
        write_output(svg, drawn.svg.encode())
        say(f"Wrote {svg}", err=True)
    if png is not None:
        from omi_report.render.pdf.picture import png_of

        write_output(png, png_of(drawn.svg, drawn.width, drawn.height))
        say(f"Wrote {png}", err=True)

"""`omi build`: compile areas into their reports."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.errors import PROBLEMS, OmiError

if TYPE_CHECKING:
    from omi_report.render.look import Edition, Theme


@click.command("build")
@click.argument("areas", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA...")
@click.option("--html", "only_html", is_flag=True, help="Write the HTML alone.")
@click.option("--pdf", "only_pdf", is_flag=True, help="Write the PDF alone.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    show_default=True,
    help="The folder for the reports; each area has a folder of its own in it.",
)
@click.option(
    "--edition",
    type=click.Choice(["standard", "large-print"]),
    default="standard",
    show_default=True,
    help="large-print: no letter smaller than 16 pt, into report-large-print.html and .pdf.",
)
@click.option(
    "--theme",
    type=click.Choice(["standard", "high-contrast"]),
    default="standard",
    show_default=True,
    help="high-contrast: black and white without tints, into report-high-contrast.html and .pdf.",
)
@click.option(
    "--template-dir",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder whose html/, css/ and fonts/ are taken before those of omi.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is wrong.")
def command(
    areas: tuple[Path, ...],
    only_html: bool,
    only_pdf: bool,
    output: Path,
    edition: Edition,
    theme: Theme,
    template_dir: Path | None,
    quiet: bool,
) -> None:
    """Compile each AREA into report.html and report.pdf, sealed by manifest.json (see omi verify).

    An area with errors is not built: they are shown, and an earlier report stays as it is.

    \b
    Examples:
      omi build areas/hampshire              both, into build/hampshire/
      omi build --html areas/hampshire       the HTML alone, for a quick look
      omi build areas/* -o /srv/reports      all areas, into another folder
      omi build --edition large-print areas/hampshire
    """
    from omi_report.build import BuildOptions, build
    from omi_report.cli.show import show_problems, tally
    from omi_report.problems import Severity
    from omi_report.workspace.area import open_area
    from omi_report.workspace.remembered import lint_once

    options = BuildOptions(
        html=only_html or not only_pdf,
        pdf=only_pdf or not only_html,
        output=output,
        templates=template_dir,
        edition=edition,
        theme=theme,
    )
    status = 0
    for path in areas:
        try:
            built = build(*open_area(path), options, partial(_progress, path, quiet), lint_once)
        except OmiError as error:
            _clear_progress(quiet)
            click.echo(f"omi: {error}", err=True)
            status = max(status, error.status)
            continue
        _clear_progress(quiet)
        if not built.written:
            stopping = [each for each in built.validated.problems if each.severity is Severity.ERROR]
            show_problems(stopping, built.validated.files)
            click.echo(f"{path}: not built, {tally(built.validated.problems)} (see omi validate for all)", err=True)
            status = max(status, PROBLEMS)
        elif not quiet:
            files = ", ".join(f"{each.path}{f' ({each.pages} pages)' if each.pages else ''}" for each in built.written)
            warned = f"; {tally(built.validated.problems)} (see omi validate)" if built.validated.problems else ""
            click.echo(f"Wrote {files} in {built.seconds:.1f} s{warned}")
    sys.exit(status)


def _progress(path: Path, quiet: bool, stage: str) -> None:
    """Show the stage in one line that the next one takes the place of; nothing in a pipe."""
    if not quiet and sys.stderr.isatty():
        click.echo(f"\r\033[K{path}: {stage} …", nl=False, err=True)


def _clear_progress(quiet: bool) -> None:
    if not quiet and sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)

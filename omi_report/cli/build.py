"""`omi build`: compile areas into their reports."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say, say_stage
from omi_report.errors import CLEAN, PROBLEMS

if TYPE_CHECKING:
    from omi_report.build import Built
    from omi_report.build_options import BuildOptions, Written
    from omi_report.render.look import Edition, Theme

_MOST = 20
"""So many faults of a layout are shown."""


@click.command("build")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA...")
@click.option(
    "--html", "forms", flag_value="html", multiple=True, help="Write the HTML alone, or with what else is asked for."
)
@click.option("--pdf", "forms", flag_value="pdf", multiple=True, help="Write the PDF, likewise.")
@click.option(
    "--json",
    "forms",
    flag_value="json",
    multiple=True,
    help="Write report.json, the report as data for programs, likewise.",
)
@click.option(
    "--renderer",
    "renderers",
    multiple=True,
    metavar="NAME",
    help="Write what a renderer of a plug-in makes, likewise.",
)
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
    help="A folder whose html/, css/ and fonts/ are taken before those of omi, with your pictures in images/.",
)
@click.option("--no-cache", is_flag=True, help="Lay out anew the pages that have not changed since an earlier build.")
@click.option("--watch", is_flag=True, help="Build again whenever an area is saved, until Ctrl-C.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is wrong.")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    paths: tuple[Path, ...],
    forms: tuple[str, ...],
    renderers: tuple[str, ...],
    output: Path,
    edition: Edition,
    theme: Theme,
    template_dir: Path | None,
    no_cache: bool,
    watch: bool,
    quiet: bool,
) -> None:
    """Compile each AREA into report.html and report.pdf, sealed by manifest.json (see omi verify).

    AREA may be a folder of areas. An area with errors is not built: they are shown, and an earlier
    report stays as it is. The files of a report are written all or none, even if the build is killed.
    Where something went wrong on a page of the PDF (words over each other, a heading alone at the foot, a page
    that is nearly empty), a warning says where; the report is written all the same. So it is where the folder holds
    another edition or theme that is of another stage, or of other files of the area: a warning names its files.

    With --watch the areas that are saved are built again, each for itself, until you press Ctrl-C, which ends with
    status 0. An area that is removed, or has errors, leaves its earlier report as it is. See also omi preview.

    Exit status: 0 built, 1 an area has errors, 2 misuse.

    \b
    Examples:
      omi build areas/hampshire              both, into build/hampshire/
      omi build --html areas/hampshire       the HTML alone, for a quick look
      omi build --html --pdf --json areas/hampshire
      omi build areas -o /srv/reports        all areas in a folder, into another one
      omi build --edition large-print areas/hampshire
      omi build --html --watch areas/hampshire
    """
    from omi_report.build_options import BuildOptions, output_places
    from omi_report.cli.inspected import each_area
    from omi_report.workspace.areas import named_areas

    if not forms and not renderers:
        forms = ("html", "pdf")
    options = BuildOptions(
        html="html" in forms,
        pdf="pdf" in forms,
        json="json" in forms,
        renderers=tuple(dict.fromkeys(renderers)),
        output=output,
        templates=template_dir,
        edition=edition,
        theme=theme,
        cache=not no_cache,
    )
    folders = output_places(named_areas(paths).areas, output)
    build_one = partial(_build, options=options, quiet=quiet)
    if watch:
        from omi_report.cli.watch import build_again

        build_again(list(folders), build_one, options)
        return
    sys.exit(each_area(folders, build_one))


def _build(path: Path, options: BuildOptions, quiet: bool) -> int:
    """Build one area, say what came of it, and return the exit status."""
    from omi_report.build import build
    from omi_report.cli.show import show_problems
    from omi_report.lint.summary import tally
    from omi_report.problems import Severity
    from omi_report.workspace.area import open_area
    from omi_report.workspace.remembered import lint_once

    try:
        built = build(*open_area(path), options, partial(_progress, path, quiet), lint_once)
    finally:
        _progress(path, quiet)
    problems = built.validated.problems
    if not built.written:
        show_problems([each for each in problems if each.severity is Severity.ERROR], built.validated.texts)
        say(f"{path}: not built, {tally(problems)} (see omi validate for all)", err=True)
        return PROBLEMS
    if not quiet:
        files = ", ".join(f"{each.path}{_said_of(each)}" for each in built.written)
        warned = f"; {tally(problems)} (see omi validate)" if problems else ""
        say(f"Wrote {files} in {built.seconds:.1f} s{warned}")
    for fault in built.templates[:_MOST]:
        say(f"warning: {fault}", err=True)
    _warn_of_layout(built)
    for each in built.beside:
        say(f"warning: {each.what} {each.how}", err=True)
    return CLEAN


def _warn_of_layout(built: Built) -> None:
    """Say what went wrong on the pages of a PDF."""
    file = next((each.path for each in built.written if each.pages), None)
    for fault in built.layout[:_MOST]:
        say(f"warning: {file}: {fault}", err=True)
    if len(built.layout) > _MOST:
        say(f"warning: {file}: {len(built.layout) - _MOST} more of such faults", err=True)


def _said_of(written: Written) -> str:
    """What there is to say of a file that was written, in brackets."""
    said = [f"{written.pages} pages"] if written.pages else []
    said += [f"{name}: {value}" for name, value in written.facts]
    return f" ({', '.join(said)})" if said else ""


def _progress(path: Path, quiet: bool, stage: str = "") -> None:
    """Show the stage; without one, clear what was shown."""
    if not quiet:
        say_stage(path, stage)

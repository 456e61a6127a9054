"""`omi build`: compile areas into their reports."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from omi_report.cli.terminal import say
from omi_report.errors import CLEAN
from omi_report.pool import processors

if TYPE_CHECKING:
    from omi_report.build_options import BuildOptions, Written
    from omi_report.render.look import Edition, Theme
    from omi_report.workspace.outcome import BuildOutcome

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
    "--docx",
    "forms",
    flag_value="docx",
    multiple=True,
    help="Write report.docx, the report as a Word file, likewise.",
)
@click.option(
    "--govspeak",
    "forms",
    flag_value="govspeak",
    multiple=True,
    help="Write report.md, the report in the Markdown of GOV.UK, likewise.",
)
@click.option(
    "--glance",
    is_flag=True,
    help="The page at a glance alone, into glance.html and .pdf, in place of the report.",
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
@click.option(
    "--word-template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A Word file whose styles, page set-up, headers and footers report.docx has. Needs --docx.",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Use so many processors, for several areas at once or the pages of one.  [default: all]",
)
@click.option(
    "--no-cache", is_flag=True, help="Build anew what is up to date, and lay out pages that have not changed."
)
@click.option("--watch", is_flag=True, help="Build again whenever an area is saved, until Ctrl-C.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is wrong.")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    paths: tuple[Path, ...],
    forms: tuple[str, ...],
    glance: bool,
    renderers: tuple[str, ...],
    output: Path,
    edition: Edition,
    theme: Theme,
    template_dir: Path | None,
    word_template: Path | None,
    jobs: int | None,
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
    A report of which nothing has changed, neither what it is made of nor its files, is not written again.

    With --watch the areas that are saved are built again, each for itself, until you press Ctrl-C, which ends with
    status 0. An area that is removed, or has errors, leaves its earlier report as it is. See also omi preview.

    Exit status: 0 built, 1 an area has errors, 2 misuse.

    \b
    Examples:
      omi build areas/hampshire              both, into build/hampshire/
      omi build --html --pdf --json areas/hampshire
      omi build --docx areas/hampshire       a Word file
      omi build --govspeak areas/hampshire   Markdown, to publish on GOV.UK
      omi build --glance areas/hampshire     one page, into glance.html and glance.pdf
      omi build areas -o /srv/reports        all areas in a folder, into another one
      omi build --edition large-print areas/hampshire
      omi build --html --watch areas/hampshire
    """
    from omi_report.build_options import BuildOptions, output_places
    from omi_report.workspace.areas import named_areas

    if word_template and "docx" not in forms:
        raise click.UsageError("--word-template is for a Word file: ask for it with --docx")
    options = BuildOptions(
        **_asked_for(forms or (() if renderers else ("html", "pdf"))),
        glance=glance,
        renderers=tuple(dict.fromkeys(renderers)),
        output=output,
        templates=template_dir,
        word_template=word_template,
        edition=edition,
        theme=theme,
        cache=not no_cache,
    )
    areas = list(output_places(named_areas(paths).areas, output))
    if not watch:
        sys.exit(_build(areas, options, jobs or processors(), quiet))
    _watch(areas, options, jobs or processors(), quiet)


def _asked_for(forms: tuple[str, ...]) -> dict[str, Any]:
    from omi_report.render.look import FORMATS

    return {form: form in forms for form in FORMATS}


def _watch(areas: list[Path], options: BuildOptions, jobs: int, quiet: bool) -> None:
    from omi_report.cli.watch import build_again

    build_again(areas, partial(_build_one, options=options, jobs=jobs, quiet=quiet), options)


def _build_one(area: Path, options: BuildOptions, jobs: int, quiet: bool) -> int:
    return _build([area], options, jobs, quiet)


def _build(areas: list[Path], options: BuildOptions, jobs: int, quiet: bool) -> int:
    """Build areas, say what came of each, and return the exit status."""
    from omi_report.cli.build_progress import stages_shown
    from omi_report.workspace.building import build_all

    outcomes: list[BuildOutcome] = []
    with stages_shown(len(areas), quiet) as shown:
        for outcome in build_all(areas, options, jobs, shown.told):
            with shown.aside():
                _say(outcome, quiet)
            outcomes.append(outcome)
    if len(areas) > 1 and not quiet:
        from omi_report.cli.build_table import show_outcomes

        show_outcomes(outcomes)
    return max((each.exit_status for each in outcomes), default=CLEAN)


def _say(outcome: BuildOutcome, quiet: bool) -> None:
    """Say what came of building an area."""
    for line in outcome.refusal:
        say(f"omi: {line}", err=True)
    if outcome.refusal:
        return
    if not outcome.written:
        from omi_report.cli.show import show_problems

        show_problems(list(outcome.errors), outcome.texts)
        say(f"{outcome.path}: not built, {outcome.tally} (see omi validate for all)", err=True)
        return
    if not quiet:
        files = ", ".join(f"{each.path}{_said_of(each)}" for each in outcome.written)
        warned = f"; {outcome.tally} (see omi validate)" if outcome.tally else ""
        say(
            f"Up to date: {files}{warned}"
            if outcome.up_to_date
            else f"Wrote {files} in {outcome.seconds:.1f} s{warned}"
        )
    for fault in outcome.templates[:_MOST]:
        say(f"warning: {fault}", err=True)
    _warn_of_layout(outcome)
    for each in outcome.beside:
        say(f"warning: {each}", err=True)


def _warn_of_layout(outcome: BuildOutcome) -> None:
    """Say what went wrong on the pages of a PDF."""
    file = next((each.path for each in outcome.written if each.pages), None)
    for fault in outcome.layout[:_MOST]:
        say(f"warning: {file}: {fault}", err=True)
    if len(outcome.layout) > _MOST:
        say(f"warning: {file}: {len(outcome.layout) - _MOST} more of such faults", err=True)


def _said_of(written: Written) -> str:
    """What there is to say of a file that was written, in brackets."""
    said = [written.length] if written.pages else []
    said += [f"{name}: {value}" for name, value in written.facts]
    return f" ({', '.join(said)})" if said else ""

"""`omi draft`: make draft N of a report, with what changed since the draft before."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say, say_stage
from omi_report.errors import CLEAN, PROBLEMS

if TYPE_CHECKING:
    from omi_report.workspace.drafted import Drafted


@click.command("draft")
@click.argument("area", type=click.Path(path_type=Path))
@click.option("--next", "following", is_flag=True, help="Raise the number of the draft in area.yaml, and date it.")
@click.option("--dated", metavar="DATE", help="The date of the next draft (2008-01-14); today if left out.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=Path("drafts"),
    show_default=True,
    help="The folder of all drafts: each goes into area/draft-N below it.",
)
@click.option("--docx", is_flag=True, help="Word files too, of the report and of the redline.")
@click.option(
    "--template-dir",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder whose templates, styles, fonts and pictures are taken before those of omi.",
)
@click.option(
    "--in-spite-of", metavar="REASON", default="", help="Make it in spite of rules about people and small counts."
)
def command(
    area: Path,
    following: bool,
    dated: str | None,
    output: Path,
    docx: bool,
    template_dir: Path | None,
    in_spite_of: str,
) -> None:
    """Make a draft of the report of AREA, to be sent out: draft N, where area.yaml says draft: {number: N}.

    It is written as HTML, PDF and JSON into a folder of its own, with a workbook to comment in (see omi comments) and a
    redline that shows what has changed since the draft before it, all sealed by a manifest (see omi verify). A draft
    that is there is never written over: --next makes the next one, or the first, and writes its number and date into
    area.yaml. Where you write the number there yourself, write the date beside it: drafted: 2008-01-14.

    No draft is made that would show a person or a small count, which are the rules OMI26 and OMI6; warnings count.
    With --in-spite-of it is, and the reason is kept in the manifest.

    Exit status: 0 made, 1 the area has errors or would show a person, 2 misuse.

    \b
    Examples:
      omi draft areas/hampshire --next
      omi draft areas/hampshire --next --dated 2008-01-14 --docx
      omi draft areas/hampshire --in-spite-of "the family agreed in writing, 3 December"
    """
    from omi_report.cli.today import today
    from omi_report.model.base import ReportDate
    from omi_report.workspace.drafted import DraftOptions
    from omi_report.workspace.drafting import make_draft

    if dated and not following:
        raise click.UsageError(
            "--dated is the date of the next draft: say --next too. Where you wrote the number into area.yaml, "
            "write the date there as well: drafted: 2008-01-14"
        )
    if dated:
        try:
            ReportDate.parse(dated)
        except ValueError as error:
            raise click.BadParameter(f"«{dated}»: {error}", param_hint="--dated") from error
    when = (dated or today().isoformat()) if following else ""
    options = DraftOptions(output, following, when, docx, template_dir, in_spite_of)
    drafted = make_draft(area, options, lambda stage: say_stage(area, stage))
    say_stage(area)
    sys.exit(_say(drafted, area))


def _say(drafted: Drafted, area: Path) -> int:
    from omi_report.cli.show import show_problems

    if not drafted.written:
        show_problems(list(drafted.problems), dict(drafted.texts))
        say(f"{area}: draft {drafted.number} was not made: {_why(drafted)}", err=True)
        return PROBLEMS
    folder = drafted.written[0].path.parent
    files = ", ".join(f"{each.path.name}{f' ({each.length})' if each.pages else ''}" for each in drafted.written)
    say(f"Draft {drafted.number} is in {folder}: {files}")
    if drafted.changes is not None:
        from omi_report.review.formats.titles import summary

        said = summary(drafted.changes) if drafted.changes.count else "nothing has changed"
        say(f"Since draft {drafted.before}: {said}")
    if drafted.alone:
        say(f"warning: no redline: {drafted.alone}", err=True)
    for each in drafted.overruled:
        say(f"warning: made in spite of {each.code} at {each.location.file}:{each.location.line}", err=True)
    return CLEAN


def _why(drafted: Drafted) -> str:
    from omi_report.problems import has_errors

    if has_errors(drafted.problems):
        return "the area has errors"
    return "it could show a person or a small count; put it right, or say why not with --in-spite-of"

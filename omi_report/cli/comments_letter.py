"""`omi comments letter`: the answer to those who commented on a draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.of_draft import expect_draft
from omi_report.cli.terminal import say
from omi_report.cli.today import a_day
from omi_report.errors import CLEAN, PROBLEMS, OutputError

if TYPE_CHECKING:
    import datetime

    from omi_report.document.tree import Document


_SOME = 8
"""So many ids are named."""


@click.command("letter")
@click.argument("area", type=click.Path(path_type=Path))
@click.option("--draft", type=int, metavar="N", help="Answer the comments on this draft; all of them if left out.")
@click.option("--dated", metavar="DAY", callback=a_day, help="The day of the letter (2008-02-04); today if left out.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a web page.")
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a PDF.")
@click.option(
    "--docx", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a Word file."
)
def command(
    area: Path, draft: int | None, dated: datetime.date, html: Path | None, pdf: Path | None, docx: Path | None
) -> None:
    """Write the answer to those who commented on the drafts of AREA.

    It counts the comments by what was decided, and tells each in the order of the report: its place in the report as
    it is now, what was said, the decision and the reason, and the new words with their changes marked. Nobody who
    commented is named. What is not decided yet is said so, and the letter says that it is not ready.

    Without a file it is shown. With one, the area may have no errors.

    Exit status: 0 shown or written, with every comment decided; 1 some are open, or the area or comments.yaml has
    errors; 2 misuse, or there are no comments.

    \b
    Examples:
      omi comments letter areas/hampshire
      omi comments letter areas/hampshire --draft 1 --pdf letter.pdf --docx letter.docx
    """
    from omi_report.model.base import ReportDate
    from omi_report.workspace.letters import letter_of

    letter = letter_of(area, draft, ReportDate.parse(dated.isoformat()))
    if letter is None:
        raise OutputError(f"{area} has no comments.yaml: `omi comments in` makes one of what came back")
    if letter.document is None:
        from omi_report.cli.show import show_problems

        show_problems(list(letter.problems), dict(letter.texts))
        say(f"{area}: no letter was made, since there are errors", err=True)
        sys.exit(PROBLEMS)
    if draft is not None:
        expect_draft(draft, letter.drafts)
    files = {form: path for form, path in (("html", html), ("pdf", pdf), ("docx", docx)) if path}
    if files:
        _write(letter.document, files)
    else:
        _show(letter.document)
    if letter.left_out:
        say(_left_out(area, letter.left_out, draft), err=True)
    if letter.waiting:
        several = "comment is" if letter.waiting == 1 else "comments are"
        say(f"{area}: the letter is not ready, {letter.waiting} {several} not decided yet", err=True)
    if letter.not_there:
        say(_not_there(area, letter.not_there), err=True)
    sys.exit(PROBLEMS if letter.waiting or letter.not_there else CLEAN)


def _not_there(area: Path, ids: tuple[str, ...]) -> str:
    several = "comment" if len(ids) == 1 else "comments"
    what_to_do = "mend the report, or copy under «changed» what stands there now"
    return (
        f"{area}: the letter is not ready, what came of {len(ids)} {several} ({_some(ids)}) does not stand in the "
        f"report: {what_to_do}"
    )


def _some(ids: tuple[str, ...]) -> str:
    return ", ".join(ids[:_SOME]) + (", …" if len(ids) > _SOME else "")


def _left_out(area: Path, ids: tuple[str, ...], draft: int | None) -> str:
    several = "comment names" if len(ids) == 1 else "comments name"
    what_to_do = f"write «draft: {draft}» under what belongs to it"
    return f"{area}: {len(ids)} {several} no draft, and not told in the letter ({_some(ids)}): {what_to_do}"


def _write(document: Document, files: dict[str, Path]) -> None:
    from omi_report.render.look import Look
    from omi_report.sheets import write_sheet

    for form, path in files.items():
        write_sheet(document, form, path, Look(redline=True))  # what changed is marked as there
        say(f"Wrote {path}", err=True)


def _show(document: Document) -> None:
    from omi_report.remarks.letter_text import letter_lines

    for line in letter_lines(document):
        say(line)

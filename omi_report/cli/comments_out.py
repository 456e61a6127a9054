"""`omi comments out`: the files in which others comment on a draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say, say_stage
from omi_report.errors import CLEAN, PROBLEMS, OmiError, OutputError

if TYPE_CHECKING:
    from omi_report.inspection import Inspection


@click.command("out")
@click.argument("area", type=click.Path(path_type=Path))
@click.option(
    "--xlsx",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write the workbook; NAME-comments.xlsx in the current folder if nothing is said.",
)
@click.option(
    "--docx",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the draft as a Word file to comment in. The Word file of omi draft or omi build does as well.",
)
@click.option(
    "--no-pages", is_flag=True, help="Leave the pages of the PDF out, which is laid out for them and takes a while."
)
def command(area: Path, xlsx: Path | None, docx: Path | None, no_pages: bool) -> None:
    """Write the files in which others comment on the draft of AREA: a workbook, a Word file, or both.

    The workbook has a row for each place of the report, with its page and columns to fill in; all else in it is locked,
    without a password. omi draft writes one too, beside the draft. In the Word file Word's own comments are used, and
    what is changed in it comes back as a change.

    When they come back, omi comments in puts each comment at its place, also when the report has changed meanwhile.

    A file in which somebody has commented is never written over.

    Exit status: 0 written, 1 the area has errors, 2 misuse.

    \b
    Examples:
      omi comments out areas/hampshire
      omi comments out areas/hampshire --no-pages
      omi comments out areas/hampshire --xlsx /srv/out/hampshire-draft-1.xlsx
      omi comments out areas/hampshire --docx hampshire-draft-1.docx
    """
    from omi_report.sheets import expect_place

    inspection = _sound(area)
    if inspection is None:
        sys.exit(PROBLEMS)
    if xlsx is None and docx is None:
        xlsx = Path(f"{inspection.snapshot.slug}-comments.xlsx")
    paths = [path for path in (xlsx, docx) if path]
    for path, suffix in ((xlsx, ".xlsx"), (docx, ".docx")):
        if path and path.suffix.lower() != suffix:
            raise click.BadParameter(f"{path} does not end in {suffix}", param_hint=f"--{suffix[1:]}")
    for path in paths:
        expect_place(path)
        _expect_nothing_said(path, area)
    paged = xlsx is not None and not no_pages
    say_stage(area, "laying out pages, and writing" if paged else "writing")
    _write(inspection, xlsx, docx, paged=paged)
    say_stage(area)
    for path in paths:
        say(f"Wrote {path}. When it comes back, take it in with: omi comments in {path.name} {area}")
    sys.exit(CLEAN)


def _expect_nothing_said(path: Path, area: Path) -> None:
    """Refuse to write over a file in which somebody has commented."""
    from omi_report.remarks.files import read_returned

    try:
        said = len(read_returned(path.read_bytes(), str(path)).remarks)
    except (OmiError, OSError):
        return  # there is none, or it holds no comments
    if said:
        several = "comment" if said == 1 else "comments"
        raise OutputError(
            f"{path} holds {said} {several}: take them in first with omi comments in {path} {area}, and move the file "
            "away; or name another file"
        )


def _write(inspection: Inspection, xlsx: Path | None, docx: Path | None, *, paged: bool) -> None:
    from omi_report.document.build import build_document
    from omi_report.files import write_output
    from omi_report.sheets import docx_of
    from omi_report.workspace.comment_sheets import comments_workbook, with_pages

    document, pages = with_pages(inspection) if paged else (build_document(inspection), {})
    if xlsx:
        write_output(xlsx, comments_workbook(inspection, document, pages))
    if docx:
        write_output(docx, docx_of(document))


def _sound(area: Path) -> Inspection | None:
    """The area, if a report can be made of it; otherwise its problems are shown."""
    from omi_report.api import validate
    from omi_report.cli.show import show_problems

    validated = validate(area)
    if validated.sound is None:
        show_problems(validated.of_report, validated.texts)
        say(f"{area}: not written, since the area has errors", err=True)
    return validated.sound

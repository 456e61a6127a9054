"""`omi diff`: what is different between two editions of a report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say, wants_colour, write_data, write_out
from omi_report.errors import CLEAN, PROBLEMS

if TYPE_CHECKING:
    from omi_report.review.change import Changes
    from omi_report.review.merged import Merged
    from omi_report.workspace.versions import Version

FORMATS = ("text", "json", "markdown")


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print it."
)
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write the redline as a page.")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE", help="Write the redline as a PDF.")
@click.option(
    "--docx", type=click.Path(path_type=Path), metavar="FILE", help="Write it as a Word file with tracked changes."
)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing: the exit status says whether they differ.")
def command(old: str, new: str, form: str, html: Path | None, pdf: Path | None, docx: Path | None, quiet: bool) -> None:
    """Compare two editions of a report: OLD with NEW.

    Each is an area, an area at a revision of its git repository (areas/hampshire@draft-1), a report.json, or a folder
    of a build that holds one. Nothing is checked out, and the folders stay as they are.

    Figures, scores, judgements and recommendations that changed come first, then all other words, by finding and cell
    of a table. A finding that has only another letter, and a text whose lines break elsewhere, are no change.
    A finding is followed to another place by its id, or else by its words.

    --html and --pdf write the new report with its changes in it: what was inserted and deleted, a list of the changes
    that leads to each, and what did not change folded. --docx writes it for Word, with the changes as Word's own,
    which can be accepted and rejected there; what changed in headings, ratings and charts stands in comments of Word.

    Exit status: 0 they say the same, 1 they differ, 2 misuse, or one of them is no report.

    \b
    Examples:
      omi diff areas/hampshire@draft-1 areas/hampshire
      omi diff areas/hampshire@HEAD~1 areas/hampshire@HEAD --format markdown
      omi diff drafts/1/report.json drafts/2/report.json --html redline.html
    """
    files = {form: path for form, path in (("html", html), ("pdf", pdf), ("docx", docx)) if path}
    if len({path.absolute() for path in files.values()}) < len(files):
        raise click.UsageError("--html, --pdf and --docx each need a file of their own")
    from omi_report.review.changes import changes_in
    from omi_report.review.merged import merged
    from omi_report.workspace.versions import version_of

    before, after = version_of(old), version_of(new)
    root = merged(before.document, after.document)
    changes = changes_in(root, before.document, after.document)
    if files:
        _write(root, changes, files)
    if not quiet:
        _show(changes, before, after, form)
    sys.exit(PROBLEMS if changes.count else CLEAN)


def _write(root: Merged, changes: Changes, files: dict[str, Path]) -> None:
    from omi_report.files import write_output
    from omi_report.sheets import expect_place
    from omi_report.workspace.redlines import redline_files

    for path in files.values():
        expect_place(path)
    for form, data in redline_files(root, changes, files).items():
        write_output(files[form], data)
        say(f"Wrote {files[form]}", err=True)


def _show(changes: Changes, old: Version, new: Version, form: str) -> None:
    if form == "json":
        from omi_report.review.formats.json_form import changes_json

        write_data(changes_json(changes, old.name, new.name))
    elif form == "markdown":
        from omi_report.review.formats.markdown import changes_markdown

        write_data(changes_markdown(changes, old.name, new.name))
    else:
        from omi_report.cli.diff_view import changes_text

        write_out(changes_text(changes, old.name, new.name, colour=wants_colour()))

"""`omi comments out`: the files in which others comment on a draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say, say_stage
from omi_report.errors import CLEAN, PROBLEMS

if TYPE_CHECKING:
    from omi_report.inspection import Inspection


@click.command("out")
@click.argument("area", type=click.Path(path_type=Path))
@click.option(
    "--xlsx",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write the workbook; NAME-comments.xlsx in the current folder if left out.",
)
def command(area: Path, xlsx: Path | None) -> None:
    """Write the workbook in which others comment on the draft of AREA.

    It has a row for each place of the report, with columns to fill in; all else in it is locked, without a password.
    When it comes back, omi comments in puts each comment at its place, also when the report has changed meanwhile.

    Exit status: 0 written, 1 the area has errors, 2 misuse.

    \b
    Examples:
      omi comments out areas/hampshire
      omi comments out areas/hampshire --xlsx /srv/out/hampshire-draft-1.xlsx
    """
    from omi_report.sheets import expect_place

    inspection = _sound(area)
    if inspection is None:
        sys.exit(PROBLEMS)
    path = xlsx or Path(f"{inspection.snapshot.slug}-comments.xlsx")
    expect_place(path)
    say_stage(area, "writing the workbook")
    _write(inspection, path)
    say_stage(area)
    say(f"Wrote {path}. When it comes back, take it in with: omi comments in {path.name} {area}")
    sys.exit(CLEAN)


def _write(inspection: Inspection, path: Path) -> None:
    from omi_report.document.build import build_document
    from omi_report.files import write_output
    from omi_report.workspace.comment_sheets import comments_workbook

    write_output(path, comments_workbook(inspection, build_document(inspection), {}))


def _sound(area: Path) -> Inspection | None:
    """The area, if a report can be made of it; otherwise its problems are shown."""
    from omi_report.api import validate
    from omi_report.cli.show import show_problems

    validated = validate(area)
    if validated.sound is None:
        show_problems(validated.of_report, validated.texts)
        say(f"{area}: not written, since the area has errors", err=True)
    return validated.sound

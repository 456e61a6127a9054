"""`omi comments list`: what was said of the drafts of a report, and what became of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from omi_report.cli.data_format import data_format
from omi_report.cli.of_draft import expect_draft
from omi_report.cli.terminal import say, write_data
from omi_report.errors import CLEAN, PROBLEMS, OutputError
from omi_report.model.comments import CommentKind, Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from omi_report.comments.commented import Commented
    from omi_report.comments.place import CommentPlace

KINDS = get_args(CommentKind)
DECISIONS = ("open", *get_args(Decision))


@click.command("list")
@click.argument("area", type=click.Path(path_type=Path))
@click.option("--on", metavar="PLACE", help="Those on a place and what it holds: section-1, criterion-1.2.")
@click.option("--kind", type=click.Choice(KINDS), help="Those of a kind.")
@click.option("--decision", type=click.Choice(DECISIONS), help="Those of which this was decided; open: nothing yet.")
@click.option("--draft", type=int, metavar="N", help="Those on a draft.")
@data_format("text", "json", what="Lines to read, or data for another program.")
def command(area: Path, on: str | None, kind: str | None, decision: str | None, draft: int | None, form: str) -> None:
    """Show the comments on the drafts of AREA in the order of the report, each at its place.

    Where the words that a comment is about are not there any more, what stands there now is shown.

    The word «list» may be left out. The comments are kept in the area's file comments.yaml, which omi validate
    checks. No report holds anything of it. A comment without a decision is open; a final report with open comments
    is a warning (OMI822).

    Exit status: 0 shown, 1 comments.yaml has errors, 2 misuse, or there are no comments.

    \b
    Examples:
      omi comments areas/hampshire
      omi comments areas/hampshire --decision open
      omi comments areas/hampshire --on criterion-1.2 --kind fact
      omi comments areas/hampshire --format json
    """
    from omi_report.api import load
    from omi_report.comments.commented import commented
    from omi_report.comments.listing import listed, matching
    from omi_report.workspace.commenting import places_now

    inspection = load(area)
    found = commented(inspection)
    if found is None:
        raise OutputError(
            f"{inspection.snapshot.folder} has no comments.yaml: `omi comments in` makes one of what came back"
        )
    if found.held is None:
        sys.exit(_refused(found))
    places = places_now(inspection)
    if on is not None:
        on = _place(on, places, found)
    if draft is not None:
        expect_draft(draft, (each.draft for each in found.comments))
    chosen = matching(found.comments, on=on, kind=kind, decision=decision, draft=draft, places=places)
    shown = listed(found, chosen, places)
    if form == "json":
        from omi_report.comments.listing import comments_json

        write_data(comments_json(shown))
        return
    from omi_report.cli.comments_view import show_comments

    show_comments(found, shown)


def _place(given: str, places: Iterable[CommentPlace], found: Commented) -> str:
    """The address of the place that a user means: one of the report, or one under which a comment is kept."""
    from omi_report.comments.place import PlaceNames, called
    from omi_report.problems import meant_or

    known = [PlaceNames(each.address, each.also, each.where) for each in places]
    addresses = {*found.places, *(str(each.on) for each in found.comments if each.on)}
    known += [PlaceNames(each, (), "") for each in sorted(addresses - {each.address for each in known})]
    place = called(given, known)
    if place is None:
        hint = "name a place by its address, such as criterion-1.2, or in the words in which the report names it"
        raise click.BadParameter(
            f"«{given}» is no place of the report: {meant_or(hint, given, addresses)}", param_hint="--on"
        )
    return place.address


def _refused(found: Commented) -> int:
    from omi_report.build import Validated
    from omi_report.cli.show import show_problems

    problems = list(found.problems)
    show_problems(problems, Validated(found.inspection, problems).texts)
    say(f"{found.inspection.snapshot.folder}: not shown, comments.yaml has errors", err=True)
    return PROBLEMS if problems else CLEAN

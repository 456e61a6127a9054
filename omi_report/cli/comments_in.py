"""`omi comments in`: take in what came back, and put each comment at its place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say
from omi_report.cli.today import a_day
from omi_report.errors import PROBLEMS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from omi_report.remarks.adding import NewComment
    from omi_report.workspace.commenting import TakenIn

_FILE = click.Path(path_type=Path)


def _from_1(_context: click.Context, _option: click.Parameter, value: int | None) -> int | None:
    if value is not None and value < 1:
        raise click.BadParameter("drafts are counted from 1")
    return value


@click.command("in")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE...")
@click.argument("area", type=_FILE)
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@click.option("--by", metavar="NAME", default="", help="Who speaks where nobody signed: Hampshire Probation Area.")
@click.option("--draft", type=int, metavar="N", callback=_from_1, help="The draft, where a file does not tell.")
@click.option("--dated", metavar="DAY", callback=a_day, help="The day of comments without a date; today if left out.")
def command(
    files: tuple[Path, ...], area: Path, dry_run: bool, by: str, draft: int | None, dated: datetime.date
) -> None:
    """Take the comments of each FILE into the area's comments.yaml, each at its place in the report as it is now.

    A place is found also when its words have moved or changed since, which is said. A comment whose place is gone is
    kept under its old address, and listed. The same file twice adds nothing. Comments of several people on the same
    words are all kept, and shown where they do not agree. What is in comments.yaml stays as it is.

    Of several files all are taken in that can be; the others are named.

    Exit status: 0 taken in; 1 the area or its comments.yaml has errors; 2 misuse, or a file could not be taken in.

    \b
    Examples:
      omi comments in answer.xlsx areas/hampshire --dry-run
      omi comments in answer.xlsx areas/hampshire --by "Hampshire Probation Area"
      omi comments in one.xlsx other.xlsx areas/hampshire
    """
    from omi_report.model.base import ReportDate
    from omi_report.workspace.commenting import take_in, write_comments

    taken = take_in(area, files, date=ReportDate.parse(dated.isoformat()), by=by, draft=draft)
    if taken.problems:
        sys.exit(_refused(taken))
    _show(taken, draft)
    for line in taken.refused:
        say(f"omi: {line}", err=True)
    if taken.incoming and taken.incoming.new and not dry_run:
        say(f"Wrote {write_comments(taken)}")
    sys.exit(taken.status)


def _refused(taken: TakenIn) -> int:
    from omi_report.cli.show import show_problems

    show_problems(list(taken.problems), dict(taken.texts))
    say(f"{taken.area}: nothing was taken in, since there are errors", err=True)
    return PROBLEMS


def _show(taken: TakenIn, draft: int | None) -> None:
    """Say what each file brings, and of each comment where it is put if that is not where it was."""
    found = taken.incoming
    assert found is not None
    for file in taken.files:
        if file.draft is not None and taken.draft is not None and file.draft != taken.draft:
            say(f"{file.shown} was made from draft {file.draft}; {_is_draft(taken.draft, file.draft)}")
        if file.draft is None and draft is None and file.remarks:
            say(f"{file.shown} does not say which draft it was made from: --draft says it")
        for line in file.unread:
            say(f"{file.shown}: {line}")
    counted = f"{len(found.new)} new comment{'s' * (len(found.new) != 1)}"
    known = f", and {found.known} that came in before" if found.known else ""
    say(f"{taken.area}: {counted}{known}")
    for title, chosen in _GROUPS:
        several = [each for each in found.new if chosen(each)]
        if several:
            say(f"\n{title}".strip())
        for each in several:
            say(f"  {_line(each, with_file=len(taken.files) > 1)}")
    if found.conflicts:
        say("On the same words:")
    for conflict in found.conflicts:
        on = conflict.on or "the report as a whole"
        if conflict.by_one:
            ids = ", ".join(each.id for each in conflict.comments)
            say(f"  {on}: {conflict.comments[0].by} said both {ids}: all are kept")
        else:
            ids = ", ".join(f"{each.id} ({each.by})" for each in conflict.comments)
            say(f"  {on}: {ids} ask for different words: all are kept")


def _is_draft(now: int, before: int) -> str:
    """Say which draft an area is, to somebody who has comments on another one."""
    if now > before:
        return f"the area is draft {now} by now"
    return f"the area is draft {now}, an earlier one: look whether it is the right folder, and up to date"


def _is_no_place(new: NewComment) -> bool:
    """Whether somebody typed a place, and no place of the draft or of the report is called so."""
    return bool(new.placed.remark.named) and not new.placed.remark.address


_GROUPS: tuple[tuple[str, Callable[[NewComment], bool]], ...] = (
    ("At their places:", lambda each: each.placed.found in ("same", "whole")),
    ("At places whose words have changed since:", lambda each: each.placed.found == "changed"),
    ("At places that have moved since:", lambda each: each.placed.found.startswith("moved")),
    (
        "With no place in the report any more; kept under the old address:",
        lambda each: each.placed.found == "nowhere" and not _is_no_place(each),
    ),
    (
        "With a place that is no place of the report; write where each belongs under «on» in comments.yaml:",
        _is_no_place,
    ),
)


def _line(new: NewComment, *, with_file: bool) -> str:
    """A comment in a line: its id, its place, where it stood and in which file of several, and its first words."""
    from omi_report.problems import excerpt

    comment, placed = new.comment, new.placed
    untold = "a place whose address the file does not tell" if placed.found == "nowhere" else "the report as a whole"
    where = f"{placed.place.where} ({placed.address})" if placed.place else comment.on or untold
    came = placed.remark.address
    was = f", was {came}" if placed.found.startswith("moved") and came and came != placed.address else ""
    came_from = f"{new.file}, {placed.remark.where}" if with_file else placed.remark.where
    return f"{comment.id}, {where}{was}, from {came_from}: {excerpt(' '.join(comment.says.split()), 60)}"

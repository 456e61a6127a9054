"""The list of `omi comments` in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from omi_report.cli.terminal import cell, console as new_console
from omi_report.comments.commented import Commented
from omi_report.comments.listing import ListedComment
from omi_report.comments.own_words import without_own

if TYPE_CHECKING:
    from omi_report.model.comments import Comment

_MOST = 100


def show_comments(found: Commented, comments: Iterable[ListedComment]) -> None:
    """Print comments under their places, with a line above that says how many there are and how many are open.

    ``found`` are all comments of the area; the line says too how many of them are shown, if not all are.
    """
    console = new_console()
    shown = tuple(comments)
    is_open = sum(each.is_open for each in found.comments)
    count = f"{len(found.comments)} comment{'s' * (len(found.comments) != 1)}"
    chosen = f"; {len(shown)} shown" if len(shown) != len(found.comments) else ""
    console.print(cell(f"{found.inspection.area.identity.area}: {count}, {is_open} open{chosen}", style="bold"))
    width = min(console.width, _MOST)
    for _home, of_place in groupby(shown, key=lambda each: each.home):
        several = tuple(of_place)
        console.print()
        console.print(cell(_heading(several[0]), style="bold"))
        for each in several:
            for line in _lines(each, width):
                console.print(cell(line), soft_wrap=True)


def _heading(listed: ListedComment) -> str:
    if not listed.home:
        return "the report as a whole"
    if listed.place and listed.place.where != listed.home:
        return f"{listed.home}: {listed.place.where}"
    return listed.home if listed.found else f"{listed.home} (the report has no such place)"


def _lines(listed: ListedComment, width: int) -> Iterator[str]:
    comment = listed.comment
    own, says = without_own(str(comment.says))
    about = [comment.id, comment.kind, comment.by, *([str(comment.date)] if comment.date else [])]
    about += [f"draft {comment.draft}"] if comment.draft is not None else []
    yield from _wrapped(f"{', '.join(about)}: {_decided(comment)}", width, "  ")
    if comment.quoted:
        note = "" if listed.stands is not False else " (not there any more)"
        yield from _in_lines(f"about{note}", f"«{comment.quoted}»", width)
    yield from _in_lines("there now", f"«{listed.now}»" if listed.now else "", width)
    yield from _in_lines("without a word", own, width)
    for name, text in (("says", says), ("asks for", comment.proposed), ("answer", comment.answer)):
        yield from _in_lines(name, text or "", width)
    yield from _in_lines("changed to", comment.changed or "", width)


def _decided(comment: Comment) -> str:
    return comment.decision.replace("-", " ") if comment.decision else "open"


def _in_lines(name: str, text: str, width: int) -> Iterator[str]:
    """A text behind what it is, each of its lines by itself."""
    lines = [each for each in text.splitlines() if each.strip()]
    for at, each in enumerate(lines):
        yield from _wrapped(f"{name}: {each.strip()}" if at == 0 else each, width, "    " if at == 0 else "      ")


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=f"{indent}  ")

"""The list of `omi comments` in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from omi_report.cli.terminal import cell, console as new_console
from omi_report.comments.commented import Commented
from omi_report.comments.listing import ListedComment

if TYPE_CHECKING:
    from omi_report.model.comments import Comment

_MOST = 100


def show_comments(found: Commented, comments: Iterable[ListedComment]) -> None:
    """Print comments under their places, with a line above that says how many there are and how many are open."""
    console = new_console()
    shown = tuple(comments)
    is_open = sum(each.comment.is_open for each in shown)
    count = f"{len(shown)} comment{'s' * (len(shown) != 1)}"
    console.print(cell(f"{found.inspection.area.identity.area}: {count}, {is_open} open", style="bold"))
    width = min(console.width, _MOST)
    for place, of_place in groupby(shown, key=lambda each: each.comment.on or "the report as a whole"):
        several = tuple(of_place)
        lost = "" if several[0].found else " (the report has no such place)"
        console.print()
        console.print(cell(f"{place}{lost}", style="bold"))
        for each in several:
            for line in _lines(each, width):
                console.print(cell(line), soft_wrap=True)


def _lines(listed: ListedComment, width: int) -> Iterator[str]:
    comment = listed.comment
    about = [comment.id, comment.kind, comment.by, *([str(comment.date)] if comment.date else [])]
    about += [f"draft {comment.draft}"] if comment.draft is not None else []
    yield from _wrapped(f"{', '.join(about)}: {_decided(comment)}", width, "  ")
    if comment.quoted:
        note = "" if listed.stands is not False else " (not there any more)"
        yield from _wrapped(f"about{note}: «{comment.quoted}»", width, "    ")
    for name, text in (("says", comment.says), ("asks for", comment.proposed), ("answer", comment.answer)):
        if text:
            yield from _wrapped(f"{name}: {text}", width, "    ")
    if comment.changed:
        yield from _wrapped(f"changed to: {comment.changed}", width, "    ")


def _decided(comment: Comment) -> str:
    return comment.decision.replace("-", " ") if comment.decision else "open"


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=f"{indent}  ")

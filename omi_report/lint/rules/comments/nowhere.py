"""OMI821: a comment is about a place that the report does not have."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.comments.commented import Commented
from omi_report.lint.declaration import of_comments
from omi_report.problems import Problem, Rule, Severity, meant_or
from omi_report.source.places import COMMENTS_FILE

RULE = Rule(
    "OMI821",
    "comment-nowhere",
    Severity.WARNING,
    "The address under «on» leads to no place of the report: it is misspelt, or its finding was removed.",
    "Nobody finds what the comment is about, and its answer stands beside nothing.",
    bad="on: finding-1.2-revews",
    good="on: finding-1.2-reviews",
)

_HINT = (
    "give the address that a link to the place has, or leave «on» out; `omi comments` shows where the quoted words "
    "stand now"
)


@of_comments
def check(found: Commented) -> Iterator[Problem]:
    """Look at the place of each comment, where all places of the report are known."""
    for path, comment in found.with_paths() if found.known else ():
        if comment.on is None or found.has_place(comment.on):
            continue
        hint = meant_or(_HINT, comment.on, found.places)
        message = f"the report has no place «{comment.on}»"
        yield RULE.at(found.area.at(COMMENTS_FILE, (*path, "on")), message, hint, length=len(comment.on))

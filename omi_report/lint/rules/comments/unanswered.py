"""OMI823: a comment was not accepted, or only in part, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.comments.commented import Commented
from omi_report.lint.declaration import of_comments
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import COMMENTS_FILE

RULE = Rule(
    "OMI823",
    "comment-unanswered",
    Severity.WARNING,
    "A comment was not accepted, or only in part, and it has no answer.",
    "Who is told no is told why: the answer goes to them.",
    bad="decision: not-accepted",
    good="decision: not-accepted\nanswer: The sample was drawn before March, as the method says.",
)


@of_comments
def check(found: Commented) -> Iterator[Problem]:
    """Look at each comment of which something was decided."""
    for path, comment in found.with_paths():
        if comment.decision in ("partly", "not-accepted") and comment.answer is None:
            place = found.area.at(COMMENTS_FILE, (*path, "decision"))
            message = f"nothing says why the comment «{comment.id}» is {comment.decision.replace('-', ' ')}"
            yield RULE.at(place, message, "add an answer for those who commented", length=len(comment.decision))

"""OMI822: the report is final, and a comment on its draft was not decided."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.comments.commented import Commented
from omi_report.lint.declaration import of_comments
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import COMMENTS_FILE

RULE = Rule(
    "OMI822",
    "comment-open",
    Severity.WARNING,
    "The stage of the report is final, and nothing has been decided of a comment on its drafts.",
    "Those who commented are told what became of each comment before the report is published.",
    bad="- {id: area-12, by: Northfold, says: The figure is of March.}",
    good="- {id: area-12, by: Northfold, says: The figure is of March., decision: accepted}",
)


@of_comments
def check(found: Commented) -> Iterator[Problem]:
    """Look at each comment of a final report."""
    if found.inspection.area.identity.stage != "final":
        return
    for path, comment in found.with_paths():
        if comment.is_open:
            place = found.area.at(COMMENTS_FILE, (*path, "id"))
            message = f"the comment «{comment.id}» is open, and the report is final"
            yield RULE.at(place, message, "add a decision: accepted, partly or not-accepted", length=len(comment.id))

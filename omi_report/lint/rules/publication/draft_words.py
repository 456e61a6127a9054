"""OMI717: the notice of a final report speaks of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI717",
    "draft-words",
    Severity.WARNING,
    "The stage is final, and the notice on the first page asks for an answer, or says that the report is a draft or "
    "not for publication.",
    "It was written for the area that checked the draft, and everybody reads it on the cover. By when and to whom an "
    "area answers has keys of its own (`reply_by` and `reply_to` of `draft`), which a final report does not print.",
    bad="stage: final\nnotice: Please answer by 24 January.",
    good="stage: draft\ndraft: {number: 1, reply_by: 2008-01-24}",
    since="final",
)


@whole(language="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look for such words in the notice of a final report; the first of them is told."""
    area, notice = inspection.area, inspection.area.identity.notice
    if not notice:
        return
    found = _of_drafts().search(str(notice))
    if found:
        place = area.inside(IDENTITY_FILE, notice, found.start())
        hint = "take it out, or set the stage to draft"
        yield RULE.at(place, f"the stage is final, and the notice says «{found[0]}»", hint, length=len(found[0]))


@cache
def _of_drafts() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:this|a|the|first|second|final)\s+draft|in\s+draft|not\s+(?:for|to\s+be)\s+publi\w+|embargoed"
        r"|(?:please\s+)?(?:answer|reply|respond|comment|return\s+\w+(?:\s+\w+)?)\s+by\b"
        r"|(?:answers|replies|responses|comments)\s+(?:are\s+(?:due|wanted|needed)\s+)?by\b|for\s+the\s+\w+\s+to\s+check)",
        re.IGNORECASE,
    )

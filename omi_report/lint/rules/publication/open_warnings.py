"""OMI707: a final report has warnings that nobody has dealt with.

This rule has no check of its own, because it follows from what the others found. It is added last, when
comments have silenced other problems (``build.lint``). If settings hide all the warnings, it is hidden
with them (``select.narrowed``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

if TYPE_CHECKING:
    from omi_report.model.area import Area  # not needed where the cache knows what was found

RULE = Rule(
    "OMI707",
    "open-warnings",
    Severity.WARNING,
    "The stage is final, and the area has warnings. Each is to be fixed, or silenced by a comment that says why.",
    "A final report is one that somebody has vouched for: what omi doubts in it has been looked at.",
    bad="stage: final\nscore: 64   # of which OMI411 has its doubts",
    good="stage: final\nscore: 64   # omi: ignore[OMI411] the published score",
    since="final",
)


def with_open_warnings(area: Area, found: list[Problem]) -> list[Problem]:
    """Return what was found in an area, and that it is too much for a final report where it is."""
    if area.identity.stage != "final" or not _warnings(found):
        return found
    hint = "fix them or say why they stand (# omi: ignore[CODE] reason), or set the stage to draft"
    place = area.at(IDENTITY_FILE, ("stage",))
    return [*found, RULE.at(place, "the stage is final, and there are warnings", hint, length=len("final"))]


def without_stale(shown: list[Problem]) -> list[Problem]:
    """Return what is shown without this rule's own problem where no other warning is left."""
    return shown if _warnings(shown) else [problem for problem in shown if problem.code != RULE.code]


def _warnings(problems: list[Problem]) -> bool:
    return any(problem.severity is Severity.WARNING and problem.code != RULE.code for problem in problems)

"""OMI801: a plan answers a recommendation that the report does not have, or one of them twice."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import of_plan
from omi_report.plan.planned import Planned
from omi_report.problems import Problem, Rule, Severity, meant_or
from omi_report.source.places import PLAN_FILE

RULE = Rule(
    "OMI801",
    "unknown-recommendation",
    Severity.ERROR,
    "The plan names a recommendation that the report does not have, neither by an id nor by a number, or names one of "
    "them a second time.",
    "What is done would answer nothing, or nobody could tell which of the two entries counts.",
    bad="recommendations:\n  - recommendation: roh-analyses   # the report has roh-analysis",
    good="recommendations:\n  - recommendation: roh-analysis",
)


@of_plan
def check(plan: Planned) -> Iterator[Problem]:
    """Look up each recommendation that the plan names."""
    if not plan.known or plan.plan is None:
        return
    names = [each.name for each in plan.asked if each.name]  # a number that is wrong is not like any other
    first: dict[int, int] = {}
    for at, answered in enumerate(plan.plan.recommendations):
        place = plan.area.at(PLAN_FILE, ("recommendations", at, "recommendation"))
        name, length = answered.recommendation, len(answered.recommendation)
        meant = plan.meant(name)
        if meant is None:
            ids = ", ".join(each.name or str(each.number) for each in plan.asked)
            has = f"it has {ids}" if ids else "it has none"
            message = f"the report has no %(term_recommendation)s «{name}»"
            yield RULE.at(place, message, meant_or(has, name, names), length=length)
        elif meant.number in first:
            message = f"the %(term_recommendation)s «{name}» is answered a second time"
            yield RULE.at(place, message, f"put its actions to those from line {first[meant.number]}", length=length)
        else:
            first[meant.number] = place.line

"""OMI802: the report is published, and the plan does nothing about one of its recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import of_plan
from omi_report.plan.planned import Planned
from omi_report.problems import Problem, Rule, Severity, excerpt
from omi_report.source.places import PLAN_FILE

RULE = Rule(
    "OMI802",
    "nothing-done",
    Severity.WARNING,
    "The stage of the report is final, or the plan was submitted, and it has no action about one of the "
    "recommendations.",
    "A plan covers each of them. Where nothing is to be done about one, an action that is dropped says why.",
    bad="recommendations:\n  - recommendation: victim-safety",
    good="recommendations:\n  - recommendation: victim-safety\n    actions:\n      - id: victim-training\n        "
    "what: Train each team in what victims are told.",
)


@of_plan
def check(plan: Planned) -> Iterator[Problem]:
    """Find the recommendations that no action is about: at their entry, or else at the head of the list."""
    if not plan.known or plan.plan is None:
        return
    if plan.inspection.area.identity.stage != "final" and plan.plan.submitted is None:
        return
    named = (plan.meant(each.recommendation) for each in plan.plan.recommendations)
    entries = {meant.number: at for at, meant in enumerate(named) if meant}
    for asked in plan.asked:
        if any(plan.actions_of(asked)):
            continue
        called = f"{asked.number} ({asked.name or excerpt(asked.says)})"
        at = entries.get(asked.number)
        place = (
            plan.area.at(PLAN_FILE, ("recommendations", at, "recommendation"))
            if at is not None
            else plan.area.at(PLAN_FILE, ("recommendations",), key=True)
        )
        length = len("recommendations") if at is None else len(plan.plan.recommendations[at].recommendation)
        hint = "say what is done; for what is not to be, add an action that is dropped, and why"
        yield RULE.at(place, f"the plan has no action about %(term_recommendation)s {called}", hint, length=length)

"""OMI806: the owner of an action is a person by name, and no role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.language.tags import is_english
from omi_report.lint.declaration import of_plan
from omi_report.lint.rules.language.lexicon import is_common
from omi_report.lint.rules.people.names import is_of_something
from omi_report.lint.rules.people.persons import known_people, people_in
from omi_report.plan.planned import Planned
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import PLAN_FILE

RULE = Rule(
    "OMI806",
    "owner-named",
    Severity.WARNING,
    "The owner of an action reads like a person's name: two or three words with capitals, none of which is a word for "
    "a role or a body; or it is somebody whom area.yaml names. Common given names are found by OMI615.",
    "A plan is kept for years and shown to many. People move on, and the role stays.",
    bad="owner: Szymon Kowalczyk",
    good="owner: Head of Offender Management",
)


@of_plan
def check(plan: Planned) -> Iterator[Problem]:
    """Look at each owner."""
    if not is_english(plan.inspection.framework.language):
        return
    known = known_people(plan.inspection.area)
    for path, action in plan.plan.actions() if plan.plan else ():
        if action.owner and (action.owner in known or _reads_like_name(action.owner)):
            place = plan.area.at(PLAN_FILE, (*path, "owner"))
            message = f"the owner «{action.owner}» reads like the name of a person"
            yield RULE.at(place, message, "name the role: Head of Offender Management", length=len(action.owner))


def _reads_like_name(owner: str) -> bool:
    if not _capitalised().fullmatch(owner):
        return False
    words = owner.split()
    return not any(is_common(word.lower()) or is_of_something(word) for word in words) and not any(people_in(owner, ()))


@cache
def _capitalised() -> re.Pattern[str]:
    name = r"[^\W\d_a-z][^\W\d_]*[a-zà-ÿ](?:['’-][^\W\d_]+)*"
    return re.compile(rf"{name}(?: {name}){{1,2}}")

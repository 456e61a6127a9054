"""What is wrong with the improvement plan of an area. Nothing of it stops a report, which holds nothing of the plan.

Beside the rules of plans it is held against those that protect people, and against those without which its own page
could not be made: what a plan says is printed too.
"""

from __future__ import annotations

from omi_report.inspection import Inspection
from omi_report.lint.codes import NEEDED, codes, ignorable, is_protecting
from omi_report.lint.declaration import OfPlan
from omi_report.lint.engine import CheckedRule, check
from omi_report.lint.registry import registry
from omi_report.lint.rules.people import not_covered
from omi_report.lint.rules.publication import blank
from omi_report.lint.rules.references import duplicate_id
from omi_report.lint.select import narrowed
from omi_report.lint.suppress import without_ignored
from omi_report.plan.planned import Planned, planned
from omi_report.problems import Problem, has_errors
from omi_report.source.places import PLAN_FILE

_ALSO = frozenset({blank.RULE.code, duplicate_id.RULE.code}) | NEEDED
_OF_REPORTS = frozenset({not_covered.RULE.code})
"""What is said of a report as a whole, and once."""


def problems_of_plan(inspection: Inspection) -> list[Problem]:
    """Return what is wrong with the plan of an area, but for what its comments and the settings hide."""
    plan = planned(inspection)
    if plan is None:
        return []
    policy = inspection.policy
    found = [*plan.problems, *_by_rules(plan)]
    found = without_ignored(
        found,
        plan.area.files.values(),
        codes=codes(policy.plugins),
        ignorable=ignorable(policy.plugins),
        complete=plan.plan is not None and not has_errors(found),
    )
    return narrowed(found, policy)


def _by_rules(plan: Planned) -> list[Problem]:
    checks = registry(plan.inspection.policy.plugins).checks
    if plan.plan is None:
        return []
    english = plan.inspection.framework.english
    found = [
        problem.in_words(english.in_terms)
        for checked in checks
        if isinstance(checked.check, OfPlan)
        for problem in checked.check.check(plan)
    ]
    shown = plan.inspection.snapshot.shown_path(PLAN_FILE)
    in_texts = check(plan.alone, [checked for checked in checks if _counts_in_texts(checked)])
    return found + [problem for problem in in_texts if problem.location.file == shown]


def _counts_in_texts(checked: CheckedRule) -> bool:
    """Whether a rule looks at what the area says of its plan, as it does at the texts of a report."""
    code = checked.rule.code
    return code in _ALSO or (is_protecting(code) and code not in _OF_REPORTS)

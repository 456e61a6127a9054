"""What is wrong with the files beside a report: the improvement plan, the comments. Nothing of it stops the report.

Beside the rules of plans a plan is held against those that protect people, and against those without which its own page
could not be made: what a plan says is printed too.
"""

from __future__ import annotations

from typing import Any

from omi_report.beside import beside
from omi_report.comments.commented import commented
from omi_report.inspection import Inspection
from omi_report.lint.codes import NEEDED, codes, ignorable, is_protecting
from omi_report.lint.declaration import OfComments, OfPlan
from omi_report.lint.engine import CheckedRule, check
from omi_report.lint.registry import registry
from omi_report.lint.rules.people import not_covered
from omi_report.lint.rules.publication import blank
from omi_report.lint.rules.references import duplicate_id
from omi_report.lint.select import narrowed
from omi_report.lint.suppress import without_ignored
from omi_report.model.content import faults_of_file
from omi_report.model.evidence_map import EVIDENCE_MAP
from omi_report.plan.planned import Planned, planned
from omi_report.problems import Problem, has_errors
from omi_report.source.places import PLAN_FILE

_ALSO = frozenset({blank.RULE.code, duplicate_id.RULE.code}) | NEEDED
_OF_REPORTS = frozenset({not_covered.RULE.code})
"""What is said of a report as a whole, and once."""


def problems_beside(inspection: Inspection) -> list[Problem]:
    """Return what is wrong with the files beside the report of an area, as `problems_of_plan`, and so on."""
    return [*problems_of_plan(inspection), *problems_of_comments(inspection), *problems_of_map(inspection)]


def problems_of_plan(inspection: Inspection) -> list[Problem]:
    """Return what is wrong with the plan of an area, but for what its comments and the settings hide."""
    plan = planned(inspection)
    if plan is None:
        return []
    return _shown(plan.alone, [*plan.problems, *_by_rules(plan)], complete=plan.plan is not None)


def problems_of_comments(inspection: Inspection) -> list[Problem]:
    """Return what is wrong with the comments on an area's drafts, likewise.

    What is said in them may be anything, and is printed in no report.
    """
    found = commented(inspection)
    if found is None:
        return []
    twice = [each for each in _checks(inspection) if each.rule.code == duplicate_id.RULE.code]
    by_rules = _found(found, OfComments, inspection) if found.held is not None else []
    return _shown(
        found.alone, [*found.problems, *by_rules, *check(found.alone, twice)], complete=found.held is not None
    )


def problems_of_map(inspection: Inspection) -> list[Problem]:
    """Return what is wrong with the map by which an area imports its evidence, likewise."""
    read = beside(inspection, EVIDENCE_MAP)
    if read is None:
        return []
    held = read.held
    found = [*read.problems, *(faults_of_file(read.area, EVIDENCE_MAP, held) if held is not None else ())]
    return _shown(read.alone, found, complete=held is not None)


def _checks(inspection: Inspection) -> tuple[CheckedRule, ...]:
    return registry(inspection.policy.plugins).checks


def _found(looked_at: Any, kind: type[OfPlan | OfComments], inspection: Inspection) -> list[Problem]:
    """What the rules of a kind find in what they look at, in the programme's words for things."""
    english = inspection.framework.english
    rules = (checked.check for checked in _checks(inspection) if isinstance(checked.check, kind))
    return [problem.in_words(english.in_terms) for rule in rules for problem in rule.check(looked_at)]


def _shown(alone: Inspection, found: list[Problem], *, complete: bool) -> list[Problem]:
    """Problems of a file beside a report, without those that comments of YAML in it and settings hide."""
    policy = alone.policy
    found = without_ignored(
        found,
        alone.area.files.values(),
        codes=codes(policy.plugins),
        ignorable=ignorable(policy.plugins),
        complete=complete and not has_errors(found),
    )
    return narrowed(found, policy)


def _by_rules(plan: Planned) -> list[Problem]:
    if plan.plan is None:
        return []
    shown = plan.inspection.snapshot.shown_path(PLAN_FILE)
    in_texts = check(plan.alone, [checked for checked in _checks(plan.inspection) if _counts_in_texts(checked)])
    return _found(plan, OfPlan, plan.inspection) + [problem for problem in in_texts if problem.location.file == shown]


def _counts_in_texts(checked: CheckedRule) -> bool:
    """Whether a rule looks at what the area says of its plan, as it does at the texts of a report."""
    code = checked.rule.code
    return code in _ALSO or (is_protecting(code) and code not in _OF_REPORTS)

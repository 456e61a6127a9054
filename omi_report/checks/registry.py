"""Every rule there is, in the order of the codes."""

from __future__ import annotations

from omi_report.checks.figures import uncomputed, undefined, unused, unwritable
from omi_report.checks.house_style import not_in_format
from omi_report.checks.judgement import departure
from omi_report.checks.publication import blank
from omi_report.checks.references import duplicate_id, unknown_name, unknown_question, unknown_role, unknown_target
from omi_report.checks.subject import CheckedRule, subject_of
from omi_report.model import rules as shape_rules
from omi_report.model.area import Area
from omi_report.problems import Problem, Rule
from omi_report.source import rules as reading_rules

CHECKS: tuple[CheckedRule, ...] = tuple(
    CheckedRule(module.RULE, module.check)
    for module in (
        undefined,
        unused,
        unwritable,
        uncomputed,
        unknown_target,
        unknown_role,
        unknown_question,
        unknown_name,
        duplicate_id,
        departure,
        not_in_format,
        blank,
    )
)

RULES: tuple[Rule, ...] = (*reading_rules.RULES, *shape_rules.RULES, *(checked.rule for checked in CHECKS))
"""All rules: those of reading and shape are found on the way, the others by their checks."""


def check_area(area: Area) -> list[Problem]:
    """Run every check over an area and return all that they find, unsorted."""
    subject = subject_of(area)
    return [problem for checked in CHECKS for problem in checked.check(subject)]

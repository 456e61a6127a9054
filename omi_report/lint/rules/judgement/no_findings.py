"""OMI408: a criterion has no findings."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.criterion import criterion_file
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI408",
    "no-findings",
    Severity.WARNING,
    "A criterion has neither strengths nor areas for improvement.",
    "Its heading would stand in the report with a judgement and nothing to support it.",
    bad="criterion: 2.6\nscore: 85",
    good="criterion: 2.6\nscore: 85\nstrengths:\n  - Licence conditions were necessary and proportionate.",
    since="draft",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find the criteria without findings."""
    framework = inspection.framework
    kinds = [kind.plural for kind in framework.findings]
    lacking = f"neither {' nor '.join(kinds)}" if len(kinds) > 1 else f"no {kinds[0]}"
    for number, criterion in inspection.area.criteria.items():
        if not any(criterion.of_kind(kind) for kind in criterion.finding_kinds):
            place = inspection.area.at(criterion_file(number), ("criterion",))
            message = f"{framework.terms.criterion} {framework.shown(number)} has {lacking}"
            yield RULE.at(place, message, "write what was found", length=len(number))

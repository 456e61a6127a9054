"""OMI319: a recommendation names a finding, and leaves out the criterion under which that stands."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI319",
    "criterion-left-out",
    Severity.WARNING,
    "A recommendation names its criteria and a finding, and the criterion of the finding is not among them.",
    "Either the criteria or the finding is a slip, and both are printed as what the recommendation answers.",
    bad="criteria: [2.1]\nfindings: [1.2/late-plans]",
    good="criteria: [1.2, 2.1]\nfindings: [1.2/late-plans]",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the findings of each recommendation against its criteria."""
    area = inspection.area
    answered: dict[tuple[str, object], set[str]] = {}
    for file, cited in area.ask(lambda kind: kind.citations):
        if cited.sense == "answers":
            answered.setdefault((file, cited.path[:2]), set()).add(cited.criterion)
    known = inspection.outline.findings
    for file, found in area.ask(lambda kind: kind.answered_findings):
        criteria = answered.get((file, found.path[:2]))
        number = found.name.partition("/")[0]
        if criteria and number not in criteria and found.name in known:
            shown = inspection.framework.shown(number)
            message = f"{found.name} stands under %(term_criterion)s {shown}, which is not among the criteria here"
            hint = f"add {number} to the criteria, or correct the finding"
            yield RULE.at(area.at(file, found.path), message, hint, length=len(found.name))

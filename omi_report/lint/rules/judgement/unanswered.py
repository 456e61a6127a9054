"""OMI402: no recommendation answers a criterion that must improve urgently."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.judgement.results import concluded
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI402",
    "urgent-unanswered",
    Severity.WARNING,
    "A criterion is concluded with a band or a grade that the framework calls urgent, and no recommendation names it.",
    "The area is told that it must improve at once, and not what to do.",
    bad="criteria/2.1.yaml: {score: 58}\nrecommendations.yaml: criteria: [1.2, 2.2]",
    good="criteria/2.1.yaml: {score: 58}\nrecommendations.yaml: criteria: [1.2, 2.1, 2.2]",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look for each urgent criterion among those that the recommendations answer."""
    area = inspection.area
    homes = [file for file, kind, _ in area.contents() if kind.answers_criteria]
    if not homes:
        return
    answered = {each.criterion for _, each in area.ask(lambda kind: kind.citations) if each.sense == "answers"}
    for found in concluded(inspection):
        if found.urgent and found.number not in answered:
            yield RULE.at(
                found.place(inspection),
                f"criterion {found.number} is {found.said}, and no recommendation answers it",
                f"add {found.number} to the criteria of a recommendation in {' or '.join(homes)}",
                length=len(found.written),
            )

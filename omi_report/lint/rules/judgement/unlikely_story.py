"""OMI409: an example of good practice belongs to a criterion that must improve urgently."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.judgement.results import concluded
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI409",
    "unlikely-story",
    Severity.INFO,
    "An example of good practice is given for a criterion that is concluded with an urgent rating.",
    "It may well be true of one case. Readers will ask why the area is held up as an example of what it must improve.",
    bad="good-practice.yaml: criterion: 2.1\ncriteria/2.1.yaml: {score: 58}",
    good="good-practice.yaml: criterion: 2.6\ncriteria/2.6.yaml: {score: 85}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the criterion of each example against its judgement."""
    urgent = {found.number: found for found in concluded(inspection) if found.urgent}
    for file, each in inspection.area.ask(lambda kind: kind.citations):
        if each.sense == "example" and each.criterion in urgent:
            place = inspection.area.at(file, each.path)
            number = inspection.framework.shown(each.criterion)
            message = f"the example is of %(term_criterion)s {number}, which is {urgent[each.criterion].said}"
            yield RULE.at(
                place, message, "is this the %(term_criterion)s that it belongs to?", length=len(each.criterion)
            )

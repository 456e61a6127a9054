"""OMI403: a recommendation names a criterion under which nothing was found to improve."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.language.english import a
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI403",
    "answers-no-finding",
    Severity.WARNING,
    "A recommendation names a criterion that has no areas for improvement.",
    "A recommendation stands on what was found; this one cannot be traced to any finding there.",
    bad="recommendations.yaml: criteria: [2.6]\ncriteria/2.6.yaml: without improvements",
    good="recommendations.yaml: criteria: [2.5]\ncriteria/2.5.yaml: improvements:\n  - Too little work was structured.",
    since="draft",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the criteria of each recommendation against their findings."""
    framework, terms = inspection.framework, inspection.framework.terms
    answerable = framework.answerable
    if not answerable:
        return
    missing = " or ".join(kind.plural for kind in answerable)
    cited = [(file, each) for file, each in inspection.area.ask(lambda kind: kind.citations) if each.sense == "answers"]
    for file, each in cited:
        criterion = inspection.area.criteria.get(each.criterion)
        if criterion is None or any(criterion.of_kind(kind) for kind in answerable):
            continue
        beside = [other for _file, other in cited if other.path[:-1] == each.path[:-1]]
        number = framework.shown(each.criterion)
        write = f"write the {missing} into criteria/{each.criterion}.yaml, if they are missing there"
        yield RULE.at(
            inspection.area.at(file, each.path),
            f"{terms.criterion} {number} has no {missing} that {a(terms.recommendation)} could answer",
            f"{write}; else remove {number}, or name the {terms.criterion} in which it was found"
            if any(other.criterion != each.criterion for other in beside)
            else f"{write}; else name the {terms.criterion} whose {missing} it answers",
            length=len(each.criterion),
        )

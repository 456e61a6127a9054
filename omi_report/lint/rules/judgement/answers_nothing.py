"""OMI403: a recommendation names a criterion under which nothing was found to improve."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.subject import Subject
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI403",
    "answers-no-finding",
    Severity.WARNING,
    "A recommendation names a criterion that has no areas for improvement.",
    "A recommendation stands on what was found; this one cannot be traced to any finding there.",
    bad="recommendations.yaml: criteria: [2.6]\ncriteria/2.6.yaml: without improvements",
    good="recommendations.yaml: criteria: [2.5]\ncriteria/2.5.yaml: improvements:\n  - Too little work was structured.",
)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Hold the criteria of each recommendation against their findings."""
    recommendations = subject.area.recommendations
    for index, each in enumerate(recommendations.recommendations if recommendations else ()):
        for inner, number in enumerate(each.criteria):
            criterion = subject.area.criteria.get(number)
            if criterion is None or criterion.improvements:
                continue
            answers = [other for other in each.criteria if other != number]
            yield RULE.at(
                subject.area.at("recommendations.yaml", ("recommendations", index, "criteria", inner)),
                f"criterion {number} has no areas for improvement that a recommendation could answer",
                f"remove {number}, or name the criterion in which it was found"
                if answers
                else "name the criterion whose areas for improvement it answers",
                length=len(number),
            )

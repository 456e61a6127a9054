"""OMI411: a final report has a criterion or thread without its score or grade."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.criterion import criterion_file
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import Unscorable

RULE = Rule(
    "OMI411",
    "unjudged",
    Severity.ERROR,
    "The stage is final, and a criterion has no score (where it is judged by cases) or no grade (where it is judged by "
    "grade), or a thread has no score.",
    "The chart and the tables of scores would be published with a gap.",
    bad="area.yaml: {stage: final}\ncriteria/4.5.yaml:\n  criterion: 4.5\n  strengths: …",
    good="area.yaml: {stage: final}\ncriteria/4.5.yaml:\n  criterion: 4.5\n  grade: not-met\n  strengths: …",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find what a final report leaves without a judgement; what evidence cannot score has its reason there."""
    area = inspection.area
    if area.identity.stage != "final" or not area.evidence.sound:
        return
    for number, result in inspection.scores.criteria.items():
        criterion = area.criteria.get(number)
        if criterion is None or criterion.score is not None or criterion.grade is not None:
            continue  # one of the two where the other is due is a problem of shape, OMI107
        place = area.at(criterion_file(number), ("criterion",))
        if isinstance(result.score, Unscorable) and not result.questions:
            message = f"the report is final, and criterion {number} has no score"
            yield RULE.at(place, message, "state it: score: 64", length=len(number))
        elif result.score is None:
            grades = ", ".join(grade.id for grade in area.framework.grades)
            message = f"the report is final, and criterion {number} has no grade"
            yield RULE.at(place, message, f"state one of {grades}", length=len(number))
    for file, stated in area.ask(lambda kind: kind.thread_scores):
        for thread in inspection.scores.threads:
            if not isinstance(thread.score, Unscorable) or thread.questions:
                continue
            place = area.at(file, (*stated.path, thread.id), key=True)
            message = f"the report is final, and the thread «{thread.title}» has no score"
            yield RULE.at(place, message, f"state it below {thread.id}: score: 64", length=len(thread.id))

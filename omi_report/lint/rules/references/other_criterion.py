"""OMI316: a figure of a criterion answers a question of another one."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI316",
    "question-of-another-criterion",
    Severity.WARNING,
    "An entry of percentages in the file of a criterion names a question of another criterion. Criteria without "
    "questions of their own are left alone.",
    "It is most often a slip in the number, and the figure would be traced to other answers.",
    bad="criterion: 1.4\npercentages:\n  ability-and-style: {percent: 64, question: 1.5.5}",
    good="criterion: 1.4\npercentages:\n  ability-and-style: {percent: 64, question: 1.4.5}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the question of every figure of a criterion against the criterion's own."""
    framework = inspection.area.framework
    shown = framework.shown
    owners = {question.id: each.number for each in framework.criteria.values() for question in each.asked}
    with_questions = set(owners.values())
    for named in inspection.percentages.values():
        question = named.percentage.question
        if question is None or named.percentage.survey is not None or named.scope not in with_questions:
            continue
        owner = owners.get(question, named.scope)
        if owner != named.scope:
            place = inspection.area.at(named.file, (*named.path, "question"))
            there = f"%(term_criterion)s {shown(owner)}"
            hint = f"correct the number, or enter the figure in {there} and write {{{{ {owner}/its-name }}}}"
            yield RULE.at(
                place,
                f"%(term_question)s {shown(question)} is of %(term_criterion)s {shown(owner)}",
                hint,
                length=len(question),
            )

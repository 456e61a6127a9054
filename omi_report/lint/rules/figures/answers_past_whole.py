"""OMI214: the answers to one question of a survey come to more than everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import (
    Cases,
    by_question,
    cases_of,
    decimal_places,
    is_over_the_whole,
    place_of,
)
from omi_report.model.area import Named
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import percent_text

RULE = Rule(
    "OMI214",
    "answers-past-the-whole",
    Severity.WARNING,
    "The percentages that one file gives for one question of a survey, of the same people, add up to more than 100. "
    "They are taken for different answers, such as sufficient and excellent; those of different bases are not added.",
    "Everybody gives one answer, so one of the figures is wrong or belongs to another question.",
    bad="""\
sufficient: {percent: 70, survey: staff, question: supervision-quality}
excellent: {percent: 43, survey: staff, question: supervision-quality}
""",
    good="""\
sufficient: {percent: 57, survey: staff, question: supervision-quality}
excellent: {percent: 43, survey: staff, question: supervision-quality}
""",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Add up the answers to each question of a survey. Two figures of a case question are OMI219's."""
    for (survey, question), group in by_question(inspection).items():
        answers: dict[tuple[str, int | None, Cases], list[Named]] = defaultdict(list)
        for named in group:
            if survey and named.percentage.percent is not None:
                answers[named.scope, named.percentage.base, cases_of(inspection, named)].append(named)
        for alike in answers.values():
            shares = [(Fraction(p), decimal_places(p)) for each in alike if (p := each.percentage.percent) is not None]
            if len(shares) > 1 and is_over_the_whole(shares):
                place, length = place_of(inspection, alike[-1], "percent")
                total = percent_text(sum((share for share, _ in shares), Fraction()), max(p for _, p in shares))
                names = ", ".join(f"«{each.name}»" for each in alike)
                message = f"the answers to «{question}» come to {total}%: {names}"
                hint = "correct a figure or its question, or give the base of each where the people differ"
                yield RULE.at(place, message, hint, length=length)

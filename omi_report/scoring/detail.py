"""How a score is worked out from the counts, step by step, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable

from omi_report.language.known import ENGLISH
from omi_report.model.area import Area
from omi_report.scoring.interval import wilson
from omi_report.scoring.results import (
    CriterionResult,
    QuestionResult,
    Result,
    Scored,
    SectionResult,
    ThreadResult,
)
from omi_report.scoring.sensitivity import Distance, Sensitivity, sensitivity
from omi_report.scoring.workings import (
    FEWEST_PLACES,
    Workings,
    criterion_workings,
    decimal,
    section_workings,
    thread_workings,
)

CAUTION = (
    "The interval is Wilson's, with 95% confidence: where the proportion among all the area's",
    "cases may reasonably lie. Do not compare areas by scores or intervals: samples differ in",
    "size and in their mix of cases, and a difference may be no more than that.",
)


def detail_lines(area: Area, result: Result) -> list[str]:
    """Return the whole derivation of a score as lines of text."""
    match result:
        case SectionResult():
            workings = section_workings(result, area.framework)
            lines = [_heading(result.number, result), "", *(f"  {step}" for step in workings.steps)]
            if result.score is None:
                lines += [f"  {each.number} {each.title}: {_grade(each)}" for each in result.criteria]
            elif workings.steps:
                lines += ["", *(f"  {_heading(each.number, each)}" for each in result.criteria)]
            return lines
        case ThreadResult():
            workings = thread_workings(result)
            return [_heading(result.id, result), *_from_questions(area, result, workings)]
        case CriterionResult():
            if result.score is None:
                head = f"{result.number} {result.title}: {_grade(result)}, by the judgement of inspectors"
                lines = ["", *_question_lines(result.questions, FEWEST_PLACES), "", *CAUTION]
                return [head, *(lines if result.questions else ())]
            workings = criterion_workings(result, area.framework)
            return [
                _heading(result.number, result),
                *_from_questions(area, result, workings),
                *_what_moves_it(sensitivity(area, result)),
            ]


def _from_questions(area: Area, result: CriterionResult | ThreadResult, workings: Workings) -> list[str]:
    if not result.questions:
        return ["", f"There is no evidence to show: {area.shown} has no evidence/cases.csv. The score is as published."]
    lines = ["", *_question_lines(result.questions, workings.places)]
    if workings.steps:
        lines += ["", *(f"  {step}" for step in workings.steps)]
    return [*lines, *_against_published(result), "", *CAUTION]


def _question_lines(questions: Iterable[QuestionResult], places: int) -> list[str]:
    width = max(places + 4, 12)
    lines = [f"  {'question':<10}{'above/of':>9}  {'proportion':<{width}}95% interval"]
    for question in questions:
        mark = " (summary)" if question.summary else ""
        if question.proportion is None:
            lines.append(f"  {question.id:<10}{'–':>9}  left out: relevant in no case{mark}")
            continue
        low, high = wilson(question.count, question.base)
        interval = f"{low:.0f}% to {high:.0f}%"
        fraction, share = f"{question.count}/{question.base}", decimal(question.proportion, places)
        lines.append(f"  {question.id:<10}{fraction:>9}  {share:<{width}}{interval:<14}{mark}".rstrip())
    return lines


def _against_published(result: CriterionResult | ThreadResult) -> list[str]:
    if result.published is None or not isinstance(result.score, Scored):
        return []
    if result.published == result.score.rounded:
        return [f"  as published: {result.published}%"]
    return [f"  but published: {result.published}% (see omi validate, OMI211)"]


def _what_moves_it(found: Sensitivity | None) -> list[str]:
    if found is None:
        return []
    lines = ["", "What would move the score, in percentage points:", ""]
    lines.append(f"  {'question':<10}{'one answer':>11}{'all above':>11}{'none above':>12}")
    for lever in found.levers:
        gain, loss = f"+{decimal(lever.to_gain, 2)}", f"-{decimal(lever.to_lose, 2)}"
        lines.append(f"  {lever.question.id:<10}{decimal(lever.one_answer, 3):>11}{gain:>11}{loss:>12}")
    lines.append("")
    lines += _distance_lines(found.up, "below", "above") if found.up else []
    lines += _distance_lines(found.down, "above", "below") if found.down else []
    return lines


def _distance_lines(distance: Distance, now: str, then: str) -> list[str]:
    """Say how far a score is from a band."""
    cases = f"{distance.cases} case{'s' * (distance.cases != 1)}"
    answers = f"{distance.answers} answer{'s' * (distance.answers != 1)}"
    return [
        f"«{distance.band.name}» is {decimal(distance.points, 2)} points away: at least {answers} now {now} the line",
        f"would have to be {then} it; all of those in {cases} would do.",
    ]


def _heading(number: str, result: Result) -> str:
    title = f"{number} {result.title}"
    if isinstance(result.score, Scored):
        band = "" if isinstance(result, ThreadResult) or result.band is None else f", {result.band.name}"
        return f"{title}: {result.score.rounded}%{band}"
    return f"{title}: no score ({ENGLISH.say(result.score.reason)})" if result.score else title


def _grade(result: CriterionResult) -> str:
    return result.grade.name if result.grade else "no grade"

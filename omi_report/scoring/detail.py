"""How a score is worked out from the counts, step by step, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable

from omi_report.language.language import Language
from omi_report.language.terms import value_for
from omi_report.model.area import Area
from omi_report.numbering import as_printed
from omi_report.scoring.interval import wilson
from omi_report.scoring.next_rating import next_rating
from omi_report.scoring.results import (
    CriterionResult,
    QuestionResult,
    Result,
    Scored,
    SectionResult,
    score_text,
)
from omi_report.scoring.sensitivity import Distance, Sensitivity, sensitivity
from omi_report.scoring.workings import FEWEST_PLACES, Workings, decimal, plain, workings_of

CAUTION = (
    "The interval is Wilson's, with 95% confidence: where the proportion among all the %(term_area)s's",
    "%(terms_case)s may reasonably lie. Do not compare %(terms_area)s by %(terms_score)s or intervals: samples differ",
    "in size and in their mix of %(terms_case)s, and a difference may be no more than that.",
)


def detail_lines(area: Area, result: Result) -> list[str]:
    """Return the whole derivation of a score or a rating as lines of text."""
    english = area.framework.english
    return [english.in_terms(line) for line in _lines(area, result, english)]


def _lines(area: Area, result: Result, english: Language) -> list[str]:
    """The lines with the words for things by their names."""
    workings = workings_of(result, english)
    if result.is_judged:
        head = f"{_name(result)}: {_rating(result)}, by the judgement of inspectors"
        lines = (
            ["", *_question_lines(result.questions, FEWEST_PLACES, english), "", *CAUTION] if result.questions else []
        )
        return [head, *(f"  {step}" for step in workings.steps), *lines]
    if not result.rule.exists:
        return [_name(result), "", *_below(result, english)]
    lines = [_heading(result, english)]
    if result.rule.of == "questions" and result.level != "overall":
        lines += [*_from_questions(area, result, workings)]
    else:
        lines += ["", *(f"  {step}" for step in workings.steps)]
        lines += _against_published(result)
        if workings.steps:
            lines += _below(result, english)
    following = next_rating(result)
    lines += ["", *following] if following else []
    return [*lines, *_what_moves_it(sensitivity(area, result) if result.level in _MOVED else None, english)]


_MOVED = ("criterion", "key-question")
"""The levels of which it is said what would move the score."""


def _below(result: Result, english: Language) -> list[str]:
    """What lies below a section, or a criterion with key questions."""
    inside: tuple[Result, ...] = ()
    if isinstance(result, SectionResult):
        inside = result.criteria
    elif isinstance(result, CriterionResult):
        inside = result.key_questions
    lines = [
        f"  {_heading(each, english) if each.score is not None else f'{_name(each)}: {_rating(each)}'}"
        for each in inside
    ]
    return ["", *lines] if lines and result.rule.exists else lines


def _from_questions(area: Area, result: Result, workings: Workings) -> list[str]:
    if not result.questions:
        none = f"There is no evidence to show: {area.shown} has no evidence/cases.csv."
        return ["", f"{none} The %(term_score)s is as published."]
    lines = ["", *_question_lines(result.questions, workings.places, area.framework.english)]
    if workings.steps:
        lines += ["", *(f"  {step}" for step in workings.steps)]
    return [*lines, *_against_published(result), "", *CAUTION]


def _question_lines(questions: Iterable[QuestionResult], places: int, english: Language) -> list[str]:
    width, named = max(places + 4, 12), english.own_terms.question
    lines = [f"  {named:<10}{'above/of':>9}  {'proportion':<{width}}95% interval"]
    for question in questions:
        mark = " (summary)" if question.summary else ""
        if question.proportion is None:
            lines.append(f"  {as_printed(question.id):<10}{'–':>9}  left out: relevant in no %(term_case)s{mark}")
            continue
        low, high = wilson(question.count, question.base)
        interval = f"{low:.0f}% to {high:.0f}%"
        fraction, share = f"{question.count}/{question.base}", decimal(question.proportion, places)
        lines.append(f"  {as_printed(question.id):<10}{fraction:>9}  {share:<{width}}{interval:<14}{mark}".rstrip())
    return lines


def _against_published(result: Result) -> list[str]:
    if result.published is None or not isinstance(result.score, Scored) or not result.items:
        return []
    sign = "%" if result.score.unit == "per-cent" else ""
    if result.score.agrees_with(result.published):
        return [f"  as published: {plain(result.published)}{sign}"]
    return [f"  but published: {plain(result.published)}{sign} (see omi validate, OMI211)"]


def _what_moves_it(found: Sensitivity | None, english: Language) -> list[str]:
    if found is None:
        return []
    named = english.own_terms.question
    lines = ["", "What would move the %(term_score)s, in percentage points:", ""]
    lines.append(f"  {named:<10}{'one answer':>11}{'all above':>11}{'none above':>12}")
    for lever in found.levers:
        gain, loss = f"+{decimal(lever.to_gain, 2)}", f"-{decimal(lever.to_lose, 2)}"
        lines.append(f"  {as_printed(lever.question.id):<10}{decimal(lever.one_answer, 3):>11}{gain:>11}{loss:>12}")
    lines.append("")
    lines += _distance_lines(found.up, "below", "above") if found.up else []
    lines += _distance_lines(found.down, "above", "below") if found.down else []
    return lines


def _distance_lines(distance: Distance, now: str, then: str) -> list[str]:
    """Say how far a score is from a band."""
    answers = f"{distance.answers} answer{'s' * (distance.answers != 1)}"
    first = (
        f"«{distance.band.name}» is {decimal(distance.points, 2)} points away: at least {answers} now {now} the line"
    )
    if distance.cases is None:
        return [first, f"would have to be {then} it, in several %(terms_score)s at once."]
    cases = f"{distance.cases} {'%(term_case)s' if distance.cases == 1 else '%(terms_case)s'}"
    return [first, f"would have to be {then} it; all of those in {cases} would do."]


def _name(result: Result) -> str:
    if result.level == "overall":
        return "The %(term_inspection)s as a whole"
    if result.level == "thread":
        return result.title  # its id is no number of the report
    return f"{as_printed(result.number)} {result.title}"


def _heading(result: Result, english: Language) -> str:
    title, score = _name(result), result.score
    concluded = f" (concluded: {result.conclusion.name})" if result.departs and result.conclusion else ""
    if isinstance(score, Scored):
        band = (
            f", {result.band.name}"
            if result.band
            else f" (no %(term_rating)s: {_why(result, english)})"
            if result.lacking
            else ""
        )
        return f"{title}: {score_text(score)}{band}{concluded}"
    if result.lacking:
        return f"{title}: no {value_for('score' if score else 'rating')} ({_why(result, english)}){concluded}"
    if result.band is None:
        return f"{title}: {_rating(result)}"
    return f"{title}: {result.band.name}{concluded}"


def _why(result: Result, english: Language) -> str:
    return english.say(result.lacking) if result.lacking else ""


def _rating(result: Result) -> str:
    return result.rating.name if result.rating else "not rated"

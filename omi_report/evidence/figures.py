"""A named percentage → a quantity, and the filters of a text → the form in which it is written.

Arithmetic is exact; a figure is rounded once, half up, when it is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from omi_report.evidence.counts import Tally, question_tally, rows_where, tally
from omi_report.language.language import Language
from omi_report.language.message import Message, message
from omi_report.model.area import Area
from omi_report.model.criterion import Percentage
from omi_report.quantity import Form, Quantity

FILTERS = ("rest", "percent", "count", "number", "base", "words", "capital")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a figure cannot be had or written as asked; ``hint`` says to its writer, in English, what to do."""

    reason: Message
    hint: str = ""


def quantity_of(percentage: Percentage, computed: Tally | Refusal | None = None) -> Quantity | Refusal:
    """Return the quantity of an entry of ``percentages``: what it states, or else what was ``computed``.

    A percentage that is stated keeps the value that it is published with, and takes its count and
    base from the evidence.
    """
    if not percentage.is_stated:
        return _quantity_computed(computed)
    percent = None if percentage.percent is None else Fraction(percentage.percent)
    places = 0
    if percentage.percent is not None:
        exponent = percentage.percent.as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
    elif percentage.count is not None and percentage.base is not None:
        percent = Fraction(100 * percentage.count, percentage.base)
    if percentage.count is None and isinstance(computed, Tally) and computed.base:
        return Quantity(percent, computed.count, computed.base, places)
    return Quantity(percent, percentage.count, percentage.base, places)


def _quantity_computed(computed: Tally | Refusal | None) -> Quantity | Refusal:
    state_it = "state it: {percent: 97} or {count: 5, base: 6}"
    match computed:
        case None:
            return Refusal(message("the %(term_area)s has no evidence to compute this figure from"), state_it)
        case Refusal():
            return computed
        case Tally(count, base) if base:
            return Quantity(Fraction(100 * count, base), count, base)
        case _:
            return Refusal(
                message("the %(term_question)s is relevant in none of the %(terms_case)s that it asks for"), state_it
            )


def quantities(area: Area) -> dict[str, Quantity | Refusal]:
    """Return every figure of an area by its full name (``1.2/screening-done``), stated or computed."""
    return {
        named.full_name: quantity_of(named.percentage, computed(area, named.percentage))
        for named in area.named_percentages()
    }


def computed(area: Area, percentage: Percentage) -> Tally | Refusal | None:
    """Count what an entry of ``percentages`` asks for in the area's evidence.

    Returns None where it names no question or the area has no such evidence, and a refusal where
    the evidence cannot answer.
    """
    if percentage.question is None:
        return None
    if not area.evidence.sound:
        return Refusal(message("the %(term_area)s's evidence has errors"), "fix the evidence first")
    if percentage.survey is not None:
        return _of_survey(area, percentage.survey, percentage)
    cases, question = area.evidence.cases, area.framework.questions.get(percentage.question)
    if cases is None:
        return None
    if question is None:
        return Refusal(message("the framework has no %(term_question)s «%(question)s»", question=percentage.question))
    unknown = next((attribute for attribute in percentage.where if attribute not in cases.columns), None)
    if unknown is not None:
        return Refusal(message("the evidence has no attribute «%(attribute)s»", attribute=unknown))
    rows = rows_where(cases, percentage.where) if percentage.where else None
    return question_tally(area.framework, cases, question, rows)


def _of_survey(area: Area, name: str, percentage: Percentage) -> Tally | Refusal | None:
    answers, survey = area.evidence.surveys.get(name), area.framework.surveys_by_id.get(name)
    if answers is None or survey is None:
        return None
    question = next((each for each in survey.questions if each.id == percentage.question), None)
    if question is None:
        values = {"survey": name, "question": percentage.question or ""}
        return Refusal(message("the survey «%(survey)s» has no %(term_question)s «%(question)s»", **values))
    unknown = next((attribute for attribute in percentage.where if attribute not in survey.attributes), None)
    if unknown is not None:
        reason = message("the survey «%(survey)s» has no attribute «%(attribute)s»", survey=name, attribute=unknown)
        return Refusal(reason, "remove it from «where», or state the figure")
    rows = rows_where(answers, percentage.where) if percentage.where else None
    return tally(answers, question.id, survey.answers_to(question), rows)


def lookup(scope: str, name: str) -> str:
    """Return the full name that a name used in a scope stands for."""
    return name if "/" in name else f"{scope}/{name}"


def form_of(quantity: Quantity, filters: tuple[str, ...]) -> Form | Refusal:
    """Return the form in which filters ask for a quantity, or why it cannot be written so.

    Without a filter a percentage is given where there is one, else the count.
    """
    rest, capital, kind = False, False, None
    for name in filters:
        match name:
            case "rest":
                rest = not rest
            case "capital":
                capital = True
            case "percent" | "count" | "number" | "base" | "words":
                kind = name
            case _:
                return Refusal(
                    message("there is no filter «%(filter)s»", filter=name), f"the filters are {', '.join(FILTERS)}"
                )
    form = Form(kind or ("percent" if quantity.percent is not None else "number"), rest, capital)
    return form if form.can_write(quantity) else _lacking(form)


def _lacking(form: Form) -> Refusal:
    match form.kind:
        case "percent":
            return Refusal(message("the figure has no percentage"), "give it a percent, or a base to its count")
        case "base":
            return Refusal(message("the figure has no base"), "write it as a count and its base: 5 of 6")
        case "count":
            return Refusal(message("the figure has no count with a base"), "write it as a count and its base: 5 of 6")
        case "number" | "words":
            return Refusal(message("the figure has no count"), "write it as a count and its base: 5 of 6")


def written(quantity: Quantity, filters: tuple[str, ...], language: Language) -> str | Refusal:
    """Write a quantity in a language as filters ask: ``97%``, ``five of the six``, ``29``."""
    form = form_of(quantity, filters)
    return form if isinstance(form, Refusal) else language.phrase(quantity, form)

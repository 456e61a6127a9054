"""How a figure is worked out, step by step, from counts. No step shows a single case."""

from __future__ import annotations

from fractions import Fraction

from omi_report.evidence.counts import Tally, distribution, rows_where
from omi_report.evidence.figures import computed, quantity_of
from omi_report.model.area import Area, Named
from omi_report.model.attributes import name_of_attribute, names_of_values
from omi_report.model.criterion import Percentage
from omi_report.model.evidence import Answers
from omi_report.model.questions import Answer
from omi_report.quantity import Quantity, percent_text


def derivation(area: Area, named: Named) -> list[str]:
    """Return the steps by which a named percentage comes about, one a line."""
    percentage = named.percentage
    counted = computed(area, percentage)
    lines = [f"stated: {_stated(quantity_of(percentage))}"] if percentage.is_stated else []
    if percentage.question is None:
        return [*lines, f"it names no {area.framework.terms.question}, so there is nothing to compute it from"]
    lines.append(_question(area, named))
    if percentage.where:
        lines.append(_narrowed(area, percentage))
    match counted:
        case None:
            lines.append("there is no evidence to compute it from: it is as published")
        case Tally():
            lines += _count(area, named, counted)
        case _:
            lines.append(f"not computed: {area.framework.english.say(counted.reason)}")
    return lines


def _narrowed(area: Area, percentage: Percentage) -> str:
    """Which cases, or whose answers, are counted."""
    attributes = area.framework.attributes_of(percentage.survey)
    kinds = " and ".join(
        f"{name_of_attribute(name, attributes)} is {' or '.join(names_of_values(name, values, attributes))}"
        for name, values in percentage.where.items()
    )
    return f"only {area.framework.terms.cases if percentage.survey is None else 'respondents'} whose {kinds}"


def _stated(quantity: object) -> str:
    if not isinstance(quantity, Quantity):
        return "nothing"
    count = "" if quantity.count is None else f"{quantity.count}" + (f" of {quantity.base}" if quantity.base else "")
    percent = "" if quantity.percent is None else f"{percent_text(quantity.percent, quantity.places)}%"
    return f"{percent} ({count})" if percent and count else percent or count


def _question(area: Area, named: Named) -> str:
    percentage = named.percentage
    if percentage.survey is None:
        question = area.framework.questions.get(percentage.question or "")
        number = area.framework.shown(percentage.question or "")
        return f"{area.framework.terms.question} {number}: {question.text if question else 'unknown to the framework'}"
    survey = area.framework.surveys_by_id.get(percentage.survey)
    asked = next((each for each in survey.questions if each.id == percentage.question), None) if survey else None
    title = survey.title.lower() if survey else percentage.survey
    text = asked.text if asked else "unknown to the framework"
    return f"survey of {title}, question {percentage.question}: {text}"


def _count(area: Area, named: Named, counted: Tally) -> list[str]:
    percentage = named.percentage
    question = area.framework.questions.get(percentage.question or "")
    scale: tuple[Answer, ...] = area.framework.answers_to(question) if question else ()
    answers: Answers | None = area.evidence.cases
    what, line = f"relevant {area.framework.terms.cases}", "above the line"
    if percentage.survey is not None:
        survey = area.framework.surveys_by_id[percentage.survey]
        answers = area.evidence.surveys[percentage.survey]
        scale = next(survey.answers_to(each) for each in survey.questions if each.id == percentage.question)
        what, line = "respondents", "answered so"
    if answers is None or percentage.question is None:
        return []
    rows = rows_where(answers, percentage.where) if percentage.where else None
    given = distribution(answers, percentage.question, rows)
    blank = (answers.size if rows is None else rows.bit_count()) - sum(given.values())
    sides = [
        ", ".join(f"{answer.name.lower()} {given[answer.id]}" for answer in scale if answer.line == side)
        for side in ("above", "below", "not-relevant")
    ]
    # A case without an answer is one that the question does not apply to; a respondent may have left it out.
    sides.append(f"{'does not apply to' if percentage.survey is None else 'no answer'} {blank}" if blank else "")
    lines = [f"{answers.file}: {'; '.join(filter(None, sides))}"]
    if not counted.base:
        return [*lines, f"no {what}: there is no percentage"]
    exact = Fraction(100 * counted.count, counted.base)
    quantity = quantity_of(percentage, counted)
    places = quantity.places if isinstance(quantity, Quantity) else 0
    working = f"100 × {counted.count} ÷ {counted.base} = {percent_text(exact, places + 4)}"
    result = f"rounded half up: {percent_text(exact, places)}%"
    return [*lines, f"{counted.count} of {counted.base} {what} {line}: {working}, {result}"]

"""How the questions of a section's criteria were answered: a bar for each criterion, stacked of the answers.

A bar adds up the answers to all questions of a criterion. Where small counts are hidden it says no more than the
results of the questions do: two sides of the line, and nothing of a criterion one of whose results is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from omi_report.document import tree
from omi_report.document.drawn import to_a_tenth
from omi_report.document.general.rounding import rounding_note
from omi_report.evidence.counts import rows_where, size_of
from omi_report.quantity import percent_text

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.evidence import Answers
    from omi_report.model.questions import Question
    from omi_report.scoring.results import CriterionResult, SectionResult

NOTHING = "–"

Series: TypeAlias = tuple[str, Callable[["Question"], tuple[str, ...]]]
"""What pieces are called, and which answers to a question they are made of."""


@dataclass(frozen=True, slots=True)
class _Answered:
    """A criterion with how many answers are in each piece; None where they are left out."""

    result: CriterionResult
    sizes: tuple[int, ...] | None

    @property
    def base(self) -> int:
        return sum(self.sizes or ())

    @property
    def shares(self) -> tuple[Fraction, ...]:
        return tuple(Fraction(100 * size, self.base) for size in self.sizes or ())


def answers_chart(section: SectionResult, context: BuildContext) -> tree.Blocks:
    """Return the chart of a section with what it rests on; nothing where there are no answers."""
    cases = context.area.evidence.cases
    if cases is None or not context.area.evidence.sound:
        return ()
    asked = [each for each in section.criteria if any(question.base for question in each.questions)]
    series = _series([question.id for each in asked for question in each.questions], context)
    answered = [_Answered(each, _sizes(each, series, cases, context)) for each in asked]
    if not any(each.base for each in answered):
        return ()
    place, label = context.references.section(section.number).id, context.label
    chart = tree.ChartBlock(
        id=f"{place}-answers",
        number=0,
        label="",
        caption=(label("How the %(terms_question)s of each %(term_criterion)s were answered"),),
        columns=(
            tree.TableColumn(label("%(Term_criterion)s")),
            *(tree.TableColumn(name, figures=True) for name, _answers in series),
            tree.TableColumn(label("Answers"), figures=True),
        ),
        groups=(tree.ChartGroup(tuple(_row(each, f"{place}-{at}", context) for at, each in enumerate(answered))),),
        legend=tuple(tree.LegendEntry(rank, name, "") for rank, (name, _answers) in enumerate(series)),
        form="stacked",
    )
    return (chart, *_notes(answered, context))


def _series(questions: Iterable[str], context: BuildContext) -> list[Series]:
    """The answers in their order, if all questions have the same; where counts are hidden, or else, two sides."""
    framework, gettext = context.area.framework, context.language.gettext
    scales = {framework.answers_to(framework.questions[each]) for each in questions}
    relevant = [each for each in next(iter(scales), ()) if each.line != "not-relevant"]
    sides = [each.line for each in relevant]
    if len(scales) == 1 and (not framework.disclosure.hides or sorted(sides) == ["above", "below"]):
        return [(gettext(each.name), partial(_alone, each.id)) for each in relevant]

    def on(side: str) -> Callable[[Question], tuple[str, ...]]:
        return lambda question: tuple(each.id for each in framework.answers_to(question) if each.line == side)

    return [(context.label("Above the line"), on("above")), (context.label("Below the line"), on("below"))]


def _alone(answer: str, _question: Question) -> tuple[str, ...]:
    return (answer,)


def _sizes(
    result: CriterionResult, series: list[Series], cases: Answers, context: BuildContext
) -> tuple[int, ...] | None:
    if any(each.base and each.id in context.hidden.questions for each in result.questions):
        return None
    questions = [context.area.framework.questions[each.id] for each in result.questions]
    asked = [rows_where(cases, each.applies_to) for each in questions]
    return tuple(
        sum(size_of(cases, each.id, answers(each), rows) for each, rows in zip(questions, asked, strict=True))
        for _name, answers in series
    )


def _row(answered: _Answered, name: str, context: BuildContext) -> tree.ChartRow:
    result, language = answered.result, context.language
    place = context.references.criterion(result.number)
    label, figures = f"{place.number} {result.title}", len(answered.sizes or ())
    base = language.figures(answered.base) if answered.base else NOTHING
    if answered.base < context.area.framework.minimum_base:
        nothing = ((NOTHING,),) * (figures or 2)
        return tree.ChartRow(label, (*nothing, (base,)), target=place.id)
    return tree.ChartRow(
        label,
        (*((language.percent(percent_text(share, 0)),) for share in answered.shares), (base,)),
        target=place.id,
        pieces=tuple(
            tree.Bar(to_a_tenth(share).as_integer_ratio(), rank, f"{name}-{rank}")
            for rank, share in enumerate(answered.shares)
        ),
    )


def _notes(answered: list[_Answered], context: BuildContext) -> tree.Blocks:
    """What the shares are of, why figures are missing, and that they are rounded."""
    label, cases = context.label, context.stated_cases
    words = [label("Base: all answers to the %(terms_question)s, less those where one was not relevant.")]
    if cases:
        words.append(
            label("Source: the %(number)s %(terms_case)s in the sample.", number=context.language.figures(cases))
        )
    if any(each.sizes is None for each in answered):
        words.append(label("Some figures are left out: a very small count could be read from them, or be worked out."))
    printed = [[Fraction(percent_text(share, 0)) for share in each.shares] for each in answered if each.base]
    return (tree.ParagraphBlock((" ".join(words),), role="answered"), *rounding_note(printed, context))

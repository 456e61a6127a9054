"""Which figures of an area are not shown, because they would give away a small count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from omi_report.disclosure.suppression import CASES, Cell, Sample, Total, suppress
from omi_report.evidence.figures import Refusal
from omi_report.inspection import Inspection
from omi_report.model.area import Area, Named
from omi_report.quantity import Quantity
from omi_report.scoring.results import Scored, Scores


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is left out, so that nobody can read or work out a count under the framework's minimum.

    ``figures`` are full names of percentages (``1.2/screening-done``), ``questions`` ids of questions
    of cases, ``totals`` the numbers of sections and criteria and the ids of threads whose scores are
    left out.
    """

    figures: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    totals: frozenset[str] = frozenset()


NOTHING = Hidden()
"""For those who may see everything."""


def hidden_in(inspection: Inspection) -> Hidden:
    """Return which figures of an area without errors are not shown."""
    framework, scores = inspection.framework, inspection.scores
    named = _named_cells(inspection.area, inspection.figures)
    applies_to = {question.id: question.applies_to for question in framework.questions.values()}
    attributes = {CASES: framework.attributes} | {f"survey {each.id}": each.attributes for each in framework.surveys}
    values = {source: {name: each.ids for name, each in own.items()} for source, own in attributes.items()}
    sample = Sample(values, applies_to)
    asked = _question_cells(scores)
    gone = suppress([*asked.values(), *named.values()], _totals(scores), sample, framework.minimum_cell)
    # Whoever knows a section's score and those of its other criteria can work out the one that is left out.
    sections = (
        section.number
        for section in scores.sections
        if any(criterion.number in gone.totals for criterion in section.criteria)
    )
    return Hidden(
        frozenset(name for name, cell in named.items() if cell in gone.cells),
        frozenset(question for question, cell in asked.items() if cell in gone.cells),
        frozenset((*gone.totals, *sections)),
    )


def _totals(scores: Scores) -> Iterator[Total]:
    for result in scores.results:
        if result.level in ("key-question", "criterion", "thread") and isinstance(result.score, Scored):
            yield Total(result.number, dict(result.score.parts))


def _question_cells(scores: Scores) -> dict[str, Cell]:
    """The cell of each question of cases, for the whole sample."""
    questions = (question for result in scores.criteria.values() for question in result.questions)
    return {question.id: Cell(CASES, question.id, (), question.count, question.base) for question in questions}


def _named_cells(area: Area, figures: Mapping[str, Quantity | Refusal]) -> dict[str, Cell]:
    """The cell of each named percentage whose count is known."""
    cells = {}
    for named in area.named_percentages():
        quantity = figures[named.full_name]
        if isinstance(quantity, Quantity) and quantity.count is not None:
            cells[named.full_name] = _cell(named, quantity.count, quantity.base)
    return cells


def _cell(named: Named, count: int, base: int | None) -> Cell:
    percentage = named.percentage
    if percentage.question is None:
        return Cell("stated", named.full_name, (), count, base)
    source = CASES if percentage.survey is None else f"survey {percentage.survey}"
    where = tuple(sorted((name, tuple(sorted(values))) for name, values in percentage.where.items()))
    return Cell(source, percentage.question, where, count, base)

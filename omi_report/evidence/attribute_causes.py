"""A case whose attribute does not go with its answers: one wrong value looks like many wrong answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.cell_causes import against
from omi_report.evidence.table import Cells, Explained, Table, listed
from omi_report.problems import Problem, excerpt

_FEWEST = 3
"""From so many answers on that do not go with a case, its attribute is the likelier mistake."""

_MOST = 20
"""In how many cases an attribute is looked for."""


@dataclass(frozen=True, slots=True)
class _Question:
    """A question that depends on attributes, and what says of a row that its answer goes against them."""

    name: str
    attributes: tuple[str, ...]
    contradicts: Callable[[Cells], bool]


def wrong_attribute(table: Table) -> Explained | None:
    """With another value of one attribute all answers of a case would go with it."""
    questions = [
        _Question(name, tuple(depends), against(table, index, depends))
        for index, name in enumerate(table.names)
        if (depends := table.known.depends.get(name)) and all(each in table.names for each in depends)
    ]
    rows = ((line, cells) for line, cells in table.whole if _are_many(questions, cells))
    problems: list[Problem] = []
    mended = dict(table.rows)
    for line, cells in islice(rows, _MOST):
        wrong = [each for each in questions if each.contradicts(cells)]
        found = next(_others(table, questions, wrong, cells), None)
        if found is not None:
            index, values = found
            problems.append(_problem(table, line, cells, index, values, [each.name for each in wrong]))
            mended[line] = _with(cells, index, values[0])
    return Explained(problems, table.with_rows(list(mended.items()))) if problems else None


def _are_many(questions: list[_Question], cells: Cells) -> bool:
    return sum(each.contradicts(cells) for each in questions) >= _FEWEST


def _others(
    table: Table, questions: list[_Question], wrong: list[_Question], cells: Cells
) -> Iterator[tuple[int, list[str]]]:
    """The columns of attributes, each with the values with which all answers would go."""
    for attribute in dict.fromkeys(name for each in wrong for name in each.attributes):
        index = table.names.index(attribute)
        values = [
            value
            for value in table.known.columns[attribute].answers
            if not any(each.contradicts(_with(cells, index, value)) for each in questions)
        ]
        if values:
            yield index, values


def _with(cells: Cells, index: int, value: str) -> Cells:
    return [*cells[:index], value, *cells[index + 1 :]]


def _problem(table: Table, line: int, cells: Cells, index: int, values: list[str], wrong: list[str]) -> Problem:
    attribute, cell, either = table.names[index], cells[index].strip(), " or ".join(f"«{each}»" for each in values)
    message = f"«{excerpt(cell)}» does not go with {len(wrong)} answers of this case, and {either} goes with all"
    hint = (
        f"write {either} as its {attribute}, or look at {listed(wrong)}: there the case has an answer that such a case "
        "does not get, or lacks one that it gets"
    )
    return table.problem(rules.ATTRIBUTE_AGAINST_ANSWERS, line, index, message, hint, len(cell))

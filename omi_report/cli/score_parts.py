"""The tables of `omi score --by` in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich import box
from rich.table import Table

from omi_report.cli.terminal import cell, console as new_console
from omi_report.disclosure.parts import ShownParts
from omi_report.language.english import a
from omi_report.model.area import Area
from omi_report.model.attributes import name_of_attribute
from omi_report.numbering import as_printed
from omi_report.opendata.part_views import ALL, name_of_group
from omi_report.scoring.breakdown import Group, Where
from omi_report.scoring.results import QuestionResult, Result, Scored, score_text

NONE, LEFT_OUT, DROPPED, FEW = "–", "[c]", "^", "*"
"""What stands for no result and for a small count that is left out, beside what lacks a question, and few cases."""

_TITLE = 24
"""So many characters of titles stand beside the groups at least."""


def show_parts(area: Area, parts: ShownParts) -> None:
    """Print the scores of each group, or the counts of one result's questions.

    There is a table for the values of the last attribute within each value of the others. One that is too wide goes on
    below.
    """
    console = new_console()
    view = _View(area, parts)
    console.print(cell(view.heading, style="bold"))
    for title, groups in _blocks(parts):
        if title:
            console.print()
            console.print(cell(title, style="bold"))
        for some in _folded([view.column(group) for group in groups], console.width):
            console.print(view.table(some))
    for note in view.notes():
        console.print(cell(note))


class _Cells(NamedTuple):
    """The column of a group: its heading, and a cell for each row."""

    heading: str
    cells: tuple[str, ...]

    @property
    def width(self) -> int:
        lines = (*self.heading.split("\n"), *self.cells)
        return max(map(len, lines)) + 1


def _blocks(parts: ShownParts) -> Iterator[tuple[str, list[Group]]]:
    """The groups that have the same values of all attributes but the last, and what these values are called."""
    last = parts.attributes[-1]
    blocks: dict[Where, list[Group]] = {}
    for group in parts.groups:
        blocks.setdefault(tuple(pair for pair in group.where if pair[0] != last), []).append(group)
    for where, groups in blocks.items():
        yield (name_of_group(parts.group(where)) if len(parts.attributes) > 1 else ""), groups


def _folded(columns: Sequence[_Cells], width: int) -> Iterator[list[_Cells]]:
    """The columns in as many tables as it takes for each to have room."""
    some: list[_Cells] = []
    for column in columns:
        if some and _TITLE + sum(each.width for each in (*some, column)) > width:
            yield some
            some = []
        some.append(column)
    yield some


@dataclass(frozen=True, slots=True)
class _View:
    """What the tables of a breakdown say."""

    area: Area
    parts: ShownParts

    @property
    def heading(self) -> str:
        names = " and ".join(name_of_attribute(each, self.area.framework.attributes) for each in self.parts.attributes)
        terms = self.area.framework.terms
        if not self.parts.detail:
            return f"{self.area.identity.area}: {terms.scores} by {names}"
        result = self._detail(self.parts.groups[-1])
        named = result.title if result.level == "thread" else f"{as_printed(result.number)} {result.title}".strip()
        return f"{self.area.identity.area}: {named} by {names}"

    def column(self, group: Group) -> _Cells:
        terms = self.area.framework.terms
        if group.where in self.parts.hidden.sizes:
            size = LEFT_OUT
        else:
            mark = FEW if group.cases < self.area.framework.minimum_base else ""
            size = f"{group.cases} {terms.case if group.cases == 1 else terms.cases}{mark}"
        own = dict(group.where).get(self.parts.attributes[-1])
        name = group.names[-1] if own is not None else ALL
        return _Cells(f"{name}\n{size}", tuple(self._cells(group)))

    def table(self, columns: Sequence[_Cells]) -> Table:
        table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
        table.add_column("", no_wrap=True)
        table.add_column("", overflow="fold")
        for column in columns:
            table.add_column(cell(column.heading), justify="right", no_wrap=True)
        for at, (number, title, style) in enumerate(self._rows()):
            table.add_row(cell(number), cell(title), *(cell(column.cells[at]) for column in columns), style=style)
        return table

    def _rows(self) -> Iterator[tuple[str, str, str]]:
        """Number, title and style of each row."""
        framework, whole = self.area.framework, self.parts.groups[-1]
        if self.parts.detail:
            for question in self._detail(whole).questions:
                yield as_printed(question.id), question.text, ""
            yield "", framework.english.label("%(Term_score)s"), "bold"
            return
        for result in _results(whole):
            inside = result.number in framework.criteria or result.number in framework.key_questions
            yield as_printed(result.number), result.title or "Overall", "" if inside else "bold"

    def _cells(self, group: Group) -> Iterator[str]:
        if self.parts.detail:
            result = self._detail(group)
            yield from (self._count(group, question) for question in result.questions)
            yield self._score(group, result)
            return
        yield from (self._score(group, result) for result in _results(group))

    def _detail(self, group: Group) -> Result:
        return group.scores.named(self.parts.detail)

    def _count(self, group: Group, question: QuestionResult) -> str:
        if self.parts.hidden.has_count(group, question.id):
            return LEFT_OUT
        if question.base:
            return f"{question.count}/{question.base}"
        return NONE + (DROPPED if question.id in group.dropped else "")

    def _score(self, group: Group, result: Result) -> str:
        if self.parts.hidden.has_score(group, result):
            return LEFT_OUT
        if isinstance(result.score, Scored):
            lacks = any(question.id in group.dropped for question in result.questions)
            return score_text(result.score) + (DROPPED if lacks else "")
        return result.band.name if result.band and result.score is None else NONE

    def notes(self) -> Iterator[str]:
        """What the marks mean, those that stand there."""
        framework, terms = self.area.framework, self.area.framework.terms
        columns = [self.column(group) for group in self.parts.groups]
        cells = [each for column in columns for each in column.cells]
        question, cases = a(terms.question), terms.cases
        if any(each.startswith(NONE) for each in cells):
            yield f"{NONE}: no result: {question} that it needs is relevant in no {terms.case}, or inspectors judge it."
        if any(each.endswith(DROPPED) for each in cells):
            yield f"{DROPPED}: {question} that counts for all {cases} drops out: it is relevant in none of these."
        if any(FEW in column.heading for column in columns):
            yield f"{FEW}: fewer than {framework.minimum_base} {cases}, which is too few to say anything of the work."
        if any(LEFT_OUT in (*column.heading.split("\n"), *column.cells) for column in columns):
            small = f"a count under {framework.disclosure.smallest}"
            yield f"{LEFT_OUT}: left out: {small} could be read from it, or be worked out. --confidential shows it."
        if self.parts.hidden.is_hasty:
            yield "More is left out than may be needed: it would take too long to find out. Name fewer attributes."


def _results(group: Group) -> list[Result]:
    """Everything that is worked out from cases."""
    return [each for each in group.scores.results if each.rule.exists and not each.is_judged]

"""What is printed of the answers in parts of a sample → sums that other answers would have to agree with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from omi_report.disclosure.bounds import Sum
from omi_report.disclosure.protecting import SmallNumber
from omi_report.disclosure.score_lines import ScoreLine, count_sums
from omi_report.disclosure.score_ways import EXTREMES, ScoreWays, score_ways
from omi_report.disclosure.units import parts_of
from omi_report.evidence.counts import all_rows, rows_where, rows_with
from omi_report.model.evidence import Answers
from omi_report.model.framework import Framework
from omi_report.scoring.breakdown import Group, Where

ABOVE, BELOW, OTHERS = range(3)
"""The answers above the line and below it, and those that are not relevant."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows whose answer to a question lies above the line, and those in which it was relevant, or asked at all."""

    above: int
    relevant: int
    asked: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers that are not known, as they are and as large as each could be, and what everybody knows of their sums."""

    truth: tuple[int, ...]
    most: tuple[int, ...]
    known: tuple[Sum, ...] = ()


@dataclass(frozen=True)
class PartCounts:
    """The counts of a breakdown. ``rows`` are those of each part, ``questions`` those of each question by its id."""

    groups: tuple[Group, ...]
    rows: Mapping[Where, int]
    questions: Mapping[str, _Rows]
    whole: int
    minimum: int
    ways: dict[Where, ScoreWays] = field(default_factory=dict)

    @classmethod
    def of(cls, framework: Framework, cases: Answers, groups: Sequence[Group], minimum: int) -> PartCounts:
        """Read the answers of the groups of a breakdown."""
        rows = {group.where: rows_where(cases, {name: (value,) for name, value in group.where}) for group in groups}
        found = {}
        for question in framework.questions.values():
            lines = [(answer.id, answer.line) for answer in framework.answers_to(question)]
            above, below = (
                rows_with(cases, question.id, [name for name, own in lines if own == line])
                for line in ("above", "below")
            )
            asked = rows_where(cases, question.applies_to) if question.applies_to else all_rows(cases)
            found[question.id] = _Rows(above, above | below, asked)
        return cls(tuple(groups), rows, found, all_rows(cases), minimum)

    @cached_property
    def parts(self) -> tuple[int, ...]:
        """The smallest sets of cases that the groups tell apart."""
        return parts_of(self.whole, self.rows.values())

    def base(self, question: str, group: Group) -> int:
        """In how many cases of a group a question was relevant."""
        return (self.questions[question].relevant & self.rows[group.where]).bit_count()

    def sizes(self, question: str, group: Group) -> tuple[int, int, int]:
        """How many answers lie above the line, how many below it, and how many are relevant."""
        above, base = (self.questions[question].above & self.rows[group.where]).bit_count(), self.base(question, group)
        return above, base - above, base

    def is_small(self, question: str, group: Group) -> bool:
        """Whether what is printed of a question in a group is small; that it is relevant in no case tells of nobody."""
        sizes = self.sizes(question, group)
        return sizes[-1] > 0 and min(sizes) < self.minimum

    # --- how many are above the line, where it is known in which cases a question was relevant -------------------

    def numbers(self, questions: Sequence[str]) -> Numbers:
        """How many answers are above the line: for each question, in each of the smallest parts."""
        every = [(self.questions[name], part) for name in questions for part in self.parts]
        return Numbers(
            tuple((own.above & part).bit_count() for own, part in every),
            tuple((own.relevant & part).bit_count() for own, part in every),
        )

    def small(self, questions: Sequence[str], groups: Iterable[Group]) -> list[SmallNumber]:
        """The small counts among these numbers, and those of which what is left is small."""
        return [
            SmallNumber(self._places(at, group), min(self.minimum - 1, self.base(name, group)))
            for group in groups
            for at, name in enumerate(questions)
            if self.is_small(name, group)
        ]

    def count(self, questions: Sequence[str], name: str, group: Group) -> Sum:
        """Return the sum that a printed count of a question is."""
        size = self.sizes(name, group)[ABOVE]
        return Sum(tuple((place, 1) for place in self._places(questions.index(name), group)), size, size)

    def lines(self, group: Group, questions: Sequence[str]) -> dict[str, tuple[Sum, ...]]:
        """Return what the scores of a group say of some questions, by the numbers of its results.

        The counts of all other questions are as they are in truth.
        """
        bases = {name: self.base(name, group) for name in questions}
        found: dict[str, tuple[Sum, ...]] = {}
        for line in _in_truth(self._ways(group), frozenset(name for name, base in bases.items() if base)):
            for terms, low, high in count_sums([line], bases):
                inside = tuple((place, weight) for at, weight in terms for place in self._places(at, group))
                found[line.result] = (*found.get(line.result, ()), Sum(inside, low, high))
        return found

    def summed(self, group: Group) -> set[str]:
        """Return the numbers of the results of a group whose scores are sums of questions, or the lowest of sums."""
        names = self._ways(group).names
        extremes = [result for key, result in self._ways(group).scored.items() if result.rule.take in EXTREMES]
        partly = {
            result.number
            for result in extremes
            if any(item.level != "question" and (item.level, item.number) not in names for item in result.items)
        }
        return {number for _level, number in names} - partly

    def _ways(self, group: Group) -> ScoreWays:
        if group.where not in self.ways:
            self.ways[group.where] = score_ways(group.scores)
        return self.ways[group.where]

    def _places(self, at: int, group: Group) -> tuple[int, ...]:
        rows, width = self.rows[group.where], len(self.parts)
        return tuple(at * width + index for index, part in enumerate(self.parts) if part & rows)

    # --- all answers to one question, where it is not known in which cases it was relevant -----------------------

    def answers(self, question: str) -> Numbers:
        """How many answers are above the line, below it and not relevant, in each of the smallest parts."""
        own, width = self.questions[question], len(self.parts)
        asked = [(own.asked & part).bit_count() for part in self.parts]
        kinds = (own.above, own.relevant & ~own.above, own.asked & ~own.relevant)
        truth = tuple((kind & part & own.asked).bit_count() for kind in kinds for part in self.parts)
        known = (
            Sum(tuple((kind * width + at, 1) for kind in range(len(kinds))), size, size)
            for at, size in enumerate(asked)
        )
        return Numbers(truth, tuple(asked) * len(kinds), tuple(known))

    def printed(self, question: str, group: Group) -> tuple[Sum, ...]:
        """Return the sums that the count of a question and its base are, among all of its answers."""
        above, _below, base = self.sizes(question, group)
        return self._sum((ABOVE,), group, above), self._sum((ABOVE, BELOW), group, base)

    def small_answers(self, question: str, groups: Iterable[Group]) -> list[SmallNumber]:
        """The small numbers among all answers to a question: counts, what is left of their bases, and bases."""
        found = []
        for group in groups:
            asked = (self.questions[question].asked & self.rows[group.where]).bit_count()
            above, below, base = self.sizes(question, group)
            for kinds, size in (((ABOVE,), above), ((BELOW,), below), ((ABOVE, BELOW), base)):
                if base and size < self.minimum:
                    places = tuple(place for kind in kinds for place in self._places(kind, group))
                    found.append(SmallNumber(places, min(self.minimum - 1, asked)))
        return found

    def _sum(self, kinds: Iterable[int], group: Group, size: int) -> Sum:
        return Sum(tuple((place, 1) for kind in kinds for place in self._places(kind, group)), size, size)


def _in_truth(ways: ScoreWays, questions: frozenset[str]) -> tuple[ScoreLine, ...]:
    """What scores say of some questions in the way in which they came about: who knows that one knows most."""
    found = ways.ways(questions)
    true = next((way for way in found if all(line.holds for line in way)), None)
    return true if true is not None else tuple(line for line in found[0] if line.holds)

"""An attack on the breakdowns of scores: nobody can work out a count or a size that they leave out.

The attacker has a breakdown by two attributes, with all of its counts and margins. Of the answers he
knows more than any reader: the attributes of each case, and in which cases each question was relevant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from omi_report.opendata.part_views import parts_view
from tests.attack.random_reports import ATTRIBUTES, CRITERIA, Made, make, write
from tests.attack.solver import Attack
from tests.samples import inspected

MINIMUM = 5
NAMES = ("kind", "sex")
AREAS = 4
TRIED = 25
"""So many small counts of an area are asked for."""
ABOVE, BELOW = ("yes",), ("partly", "no")

Where = tuple[tuple[str, str], ...]
CELLS: tuple[Where, ...] = tuple(
    tuple(zip(NAMES, values, strict=True)) for values in product(*(ATTRIBUTES[name] for name in NAMES))
)


@dataclass
class Printed:
    """What the breakdowns print: sizes, scores and counts with their bases; what is left out is not there."""

    sizes: dict[Where, int]
    scores: dict[tuple[Where, str], float]
    counts: dict[tuple[Where, str], tuple[int, int]]


def printed_of(folder: Path, made: Made) -> Printed:
    inspection = inspected(write(folder, made, set()))
    found = Printed({}, {}, {})
    for part in _parts(parts_view(inspection, NAMES).data):
        if part["cases"] is not None:
            found.sizes[_where(part)] = part["cases"]
        for record in part["scores"]:
            if record["score"] is not None:
                found.scores[_where(part), record["number"]] = record["score"]
    for number in CRITERIA:
        for part in _parts(parts_view(inspection, NAMES, number).data):
            for record in part["questions"]:
                if record["count"] is not None:
                    found.counts[_where(part), record["question"]] = record["count"], record["base"]
    return found


def _parts(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [*data["parts"], *data["margins"]]


def _where(part: dict[str, Any]) -> Where:
    return tuple(sorted(part["where"].items()))


GROUPS: tuple[Where, ...] = tuple(
    tuple(pair for pair in zip(NAMES, values, strict=True) if pair[1])
    for values in product(*((*ATTRIBUTES[name], "") for name in NAMES))
)


def size(made: Made, where: Where, question: str = "", answers: tuple[str, ...] = ()) -> int:
    """How many cases there are of a kind, or of those that gave some answers."""
    own = (row for row in made.cases if all(row[name] == value for name, value in where))
    return sum(not question or row[question] in answers for row in own)


# ---- answers ----------------------------------------------------------------------------------------


class OnAnswers:
    """What is known of the answers above the line: one number for each question and each smallest group."""

    def __init__(self, made: Made, printed: Printed, groups: tuple[Where, ...] = GROUPS) -> None:
        self.made, self.attack = made, Attack()
        self.places = {
            (cell, each.id): self.attack.number(size(made, cell, each.id, ABOVE + BELOW))
            for cell in CELLS
            for each in made.questions
        }
        for where in groups:
            for each in made.questions:
                if (where, each.id) in printed.counts:
                    count, base = printed.counts[where, each.id]
                    assert base == size(made, where, each.id, ABOVE + BELOW)
                    self.attack.know(self.of(where, each.id), count)
            self._know_scores(where, printed)

    def of(self, where: Where, question: str) -> list[int]:
        return [place for (cell, own), place in self.places.items() if own == question and set(where) <= set(cell)]

    def _know_scores(self, where: Where, printed: Printed) -> None:
        weights = {number: self._criterion(where, number) for number in CRITERIA}
        for number, own in weights.items():
            self._know(where, printed.scores.get((where, number)), own, 0.5)
        risk = [each.id for each in self.made.questions if each.in_thread and self._base(where, each.id)]
        self._know(where, printed.scores.get((where, "risk")), dict.fromkeys(risk, 1 / max(1, len(risk))), 0.5)
        if all(weights.values()):
            both = {name: weight / 2 for own in weights.values() for name, weight in own.items()}
            self._know(where, printed.scores.get((where, "1")), both, 0.5 if self.made.exact_sections else 1)

    def _criterion(self, where: Where, number: str) -> dict[str, float]:
        asked = [each for each in self.made.questions if each.criterion == number and self._base(where, each.id)]
        single = [each.id for each in asked if not (each.summary and self.made.summary)]
        summary = [each.id for each in asked if each.summary and self.made.summary]
        own = self.made.summary / 100 if summary else 0.0
        return {name: (1 - own) / len(single) for name in single} | dict.fromkeys(summary, own) if single else {}

    def _base(self, where: Where, question: str) -> int:
        return size(self.made, where, question, ABOVE + BELOW)

    def _know(self, where: Where, score: float | None, weights: dict[str, float], half: float) -> None:
        if score is None or not weights:
            return
        terms: dict[int, float] = {}
        for name, weight in weights.items():
            terms |= dict.fromkeys(self.of(where, name), 100 * weight / self._base(where, name))
        self.attack.know(terms, score - half, score + half - 1e-6)

    def reach(self, where: Where, question: str) -> int:
        low, high = self.attack.between(self.of(where, question)) or (0, 0)
        assert low <= size(self.made, where, question, ABOVE) <= high
        return high - low


def small_counts(made: Made) -> Iterator[tuple[Where, str, int]]:
    """Small counts above or below the line, each with over how many numbers it has to reach."""
    for where in GROUPS:
        for each in made.questions:
            above, below = (size(made, where, each.id, answers) for answers in (ABOVE, BELOW))
            if above + below and min(above, below) < MINIMUM:
                yield where, each.id, min(MINIMUM - 1, above + below)


@pytest.mark.parametrize("seed", range(AREAS))
def test_no_small_count_can_be_worked_out(seed: int, tmp_path: Path) -> None:
    random = Random(f"parts {seed}")
    made = make(random)
    printed = printed_of(tmp_path, made)
    attacker = OnAnswers(made, printed)
    assert printed.scores
    small = list(small_counts(made))
    assert not {(where, question) for where, question, _needed in small if where} & printed.counts.keys()
    for where, question, needed in random.sample(small, min(len(small), TRIED)):
        if attacker.reach(where, question) < needed:
            of_whole = OnAnswers(made, printed, ((),))  # published scores are never hidden: OMI262 says what they tell
            assert of_whole.reach(where, question) < needed, (where, question)


@pytest.mark.parametrize("seed", range(AREAS))
def test_no_small_size_can_be_worked_out(seed: int, tmp_path: Path) -> None:
    """Of the sizes of groups he knows those that are printed."""
    made = make(Random(f"parts {seed}"))
    inspection = inspected(write(tmp_path, made, set()))
    printed = {_where(part): part["cases"] for part in _parts(parts_view(inspection, NAMES).data)}
    attack = Attack()
    places = {cell: attack.number(len(made.cases)) for cell in CELLS}

    def of(where: Where) -> list[int]:
        return [place for cell, place in places.items() if set(where) <= set(cell)]

    for where, cases in printed.items():
        if cases is not None:
            assert cases == size(made, where) >= MINIMUM
            attack.know(of(where), cases)
    for where in (where for where, cases in printed.items() if cases is None):
        low, high = attack.between(of(where)) or (0, 0)
        assert low <= size(made, where) <= high
        assert size(made, where) >= MINIMUM or high - low >= MINIMUM - 1, where


def test_the_order_of_the_attributes_changes_nothing(tmp_path: Path) -> None:
    inspection = inspected(write(tmp_path, make(Random("parts 1")), set()))
    one, other = (
        {_where(part): part for part in _parts(parts_view(inspection, names, "1.1").data)}
        for names in (NAMES, NAMES[::-1])
    )
    assert one.keys() == other.keys()
    for where, part in one.items():
        assert part["cases"] == other[where]["cases"]
        assert part["questions"] == other[where]["questions"]
        assert part["result"] == other[where]["result"]


def test_with_confidential_nothing_is_left_out(tmp_path: Path) -> None:
    made = make(Random("parts 1"))
    inspection = inspected(write(tmp_path, made, set()))
    for part in _parts(parts_view(inspection, NAMES, "1.1", confidential=True).data):
        assert part["cases"] == size(made, _where(part))
        for record in part["questions"]:
            above, below = (size(made, _where(part), record["question"], answers) for answers in (ABOVE, BELOW))
            assert (record["count"], record["base"], record["suppressed"]) == (above, above + below, False)

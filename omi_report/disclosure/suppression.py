"""Which of the numbers that a report prints are left out, so that no small count can be read or worked out.

Left out first is each number under the minimum, with all that is printed together with it: a count, what is left of
its base, the base itself. Then as many more as are needed for none of these to follow from what remains: from other
parts of the sample by adding and subtracting, or from published scores and the other questions. Scores stay as they
are. Where they alone give a small count away, that is said.

A number under the minimum is safe when other answers would print the very same report, and the number is there so far
from what it is that all from 0 to the minimum come into question, or as many as there are people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from omi_report.disclosure.answer_systems import AnswerSystem, answer_system
from omi_report.disclosure.published import Published
from omi_report.disclosure.score_lines import ScoreLine
from omi_report.disclosure.units import CASES, Family, FamilyKey, PrintedNumber, Unit
from omi_report.disclosure.worlds import Work
from omi_report.evidence.counts import Tally

MOST_WORK = 6_000_000
"""How many numbers may be looked at, which takes some ten seconds; the areas that come with omi need a tenth of it.

What is not settled by then is left out with all that hangs together with it.
"""

TRIED = 12
"""How many single numbers are tried, before several are left out together."""


class GivenAway(NamedTuple):
    """A small count that published scores give away: what prints it, and the results whose scores these are."""

    unit: Unit
    results: tuple[str, ...]


@dataclass(slots=True)
class Suppression:
    """What is left out, what scores give away all the same, and whether more is left out for want of time."""

    hidden: set[Unit] = field(default_factory=set)
    given_away: list[GivenAway] = field(default_factory=list)
    is_hasty: bool = False


@dataclass(frozen=True, slots=True)
class Scoring:
    """What scores say of questions about cases; ``prints_the_same`` says whether other counts give the same scores.

    ``results`` are the numbers of the results that have a score, by each question that they are about.
    """

    lines: tuple[ScoreLine, ...] = ()
    results: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    prints_the_same: Callable[[Mapping[str, Tally]], bool] = lambda _tallies: True


def suppress(published: Published, scoring: Scoring, minimum: int, work: Work) -> Suppression:
    """Return what is not printed, so that nobody can read or work out a number under the minimum.

    More than that is left out where the ``work`` is over before it is settled.
    """
    found = Suppression({unit for unit in published.units if unit.small})
    suppressor = _Suppressor(published, scoring, minimum, found, work)
    for unit in published.units:
        for part in unit.small:
            suppressor.protect(unit, part)
    return found


class _Suppressor:
    def __init__(self, published: Published, scoring: Scoring, minimum: int, found: Suppression, work: Work) -> None:
        self.families, self.scoring = published.families, scoring
        self.minimum, self.found, self.work = minimum, found, work
        self.units: dict[FamilyKey, list[Unit]] = defaultdict(list)
        for unit in published.units:
            self.units[unit.family].append(unit)
        self.beside: dict[str, set[str]] = defaultdict(set)
        for line in scoring.lines:
            for name in line.parts:
                self.beside[name] |= line.parts.keys()

    # --- one number -------------------------------------------------------------------------------------

    def protect(self, unit: Unit, part: PrintedNumber) -> None:
        """Leave out as much as it takes for a small number not to be worked out."""
        needed = self._needed(self.families[unit.family], part)
        if self._reach(unit, part, (), needed) == needed:
            return
        own = [each for each in self.units[unit.family] if each not in self.found.hidden]
        linked = self._linked(unit.family)
        every = (*own, *(each for units in linked for each in units))
        if self.work.is_over:
            self.found.hidden |= set(every)
            self.found.is_hasty = True
            return
        most = self._reach(unit, part, every, needed)
        if most < needed:
            self.found.given_away.append(GivenAway(unit, self._telling(unit.family)))
            self._leave_out(
                [[each] for each in own], lambda more: self._reach(unit, part, more, needed, scores=False) == needed
            )
        if most:
            choices = [*([each] for each in own if each not in self.found.hidden), *linked]
            self._leave_out(choices, lambda more: self._reach(unit, part, more, most) == most)

    def _telling(self, key: FamilyKey) -> tuple[str, ...]:
        """The results whose scores tell of a question: those that are a sum of it, or else those that are about it."""
        if key.source != CASES:
            return ()
        sums = tuple(line.result for line in self.scoring.lines if key.question in line.parts)
        return sums or self.scoring.results.get(key.question, ())

    def _leave_out(self, choices: list[list[Unit]], is_safe: Callable[[Collection[Unit]], bool]) -> None:
        """Leave out the smallest choice that is enough by itself, or else one after the other until it is enough."""
        choices.sort(key=lambda units: min(unit.order for unit in units))
        enough = () if is_safe(()) else next((units for units in choices[:TRIED] if is_safe(units)), None)
        if enough is not None:
            self.found.hidden |= set(enough)
            return
        for units in choices:
            self.found.hidden |= set(units)
            if is_safe(()):
                return

    def _linked(self, key: FamilyKey) -> list[list[Unit]]:
        """What is still shown of each question that stands in a score beside one."""
        if key.source != CASES:
            return []
        names = sorted(self.beside[key.question] - {key.question})
        shown = (
            [each for each in self.units[FamilyKey(CASES, name)] if each not in self.found.hidden] for name in names
        )
        return [units for units in shown if units]

    # --- whether it is safe -----------------------------------------------------------------------------

    def _reach(
        self, unit: Unit, part: PrintedNumber, more: Collection[Unit], needed: int, *, scores: bool = True
    ) -> int:
        """Return over how many numbers a small one can reach for all that is published, if ``more`` is left out too.

        No more than is ``needed`` is looked for.
        """
        if not needed:
            return 0
        size = self.families[unit.family].size(part)
        systems = _Systems(self, unit.family, self.found.hidden.union(more), scores=scores)
        up = _farthest(needed, lambda by: systems.has(part, size + by))
        return up + _farthest(min(needed - up, size), lambda by: systems.has(part, size - by))

    def _needed(self, family: Family, part: PrintedNumber) -> int:
        """Over how many numbers a small one must be able to reach: to the minimum, or as many as there are rows."""
        everybody = family.everybody & part.rows
        always = not family.may_be_blank and part.answers >= set(family.answers)
        return 0 if always else min(self.minimum - 1, everybody.bit_count())


def _farthest(most: int, is_reached: Callable[[int], bool]) -> int:
    return next((by for by in range(most, 0, -1) if is_reached(by)), 0)


class _Systems:
    """The sums that other answers must agree with, when some units are left out."""

    def __init__(self, of: _Suppressor, key: FamilyKey, hidden: Collection[Unit], *, scores: bool) -> None:
        self.of, self.key, self.hidden, self.scores = of, key, hidden, scores
        self.families = dict(self._families())
        self.known: dict[int, AnswerSystem] = {}

    def _families(self) -> Iterator[tuple[FamilyKey, Family]]:
        """The family itself, and each whose whole count is left out and that scores link with it."""
        yield self.key, self.of.families[self.key]
        if self.key.source != CASES or not self.scores:
            return
        seen, wanted = {self.key.question}, [self.key.question]
        while wanted:
            for name in sorted(self.of.beside[wanted.pop()] - seen):
                key = FamilyKey(CASES, name)
                if key in self.of.families and self._is_open(key):
                    seen.add(name)
                    wanted.append(name)
                    yield key, self.of.families[key]

    def _is_open(self, key: FamilyKey) -> bool:
        return any(unit in self.hidden for unit in self.of.units[key])

    def has(self, part: PrintedNumber, size: int) -> bool:
        """Say whether other answers print the same, and have so many there."""
        return not self.of.work.is_over and any(self._agrees(system, part, size) for system in self._systems())

    def _systems(self) -> Iterator[AnswerSystem]:
        """The sums with the base of the question as it is, and with others where that is small itself."""
        base = self._base
        yield self._system(base)
        if base and base < self.of.minimum:
            whole = self.families[self.key].everybody.bit_count()
            for other in range(base + 1, min(base + self.of.minimum, whole + 1)):
                yield self._system(other)
            for other in range(base - 1, 0, -1):
                yield self._system(other)

    @property
    def _base(self) -> int:
        """The base of the question in the whole sample; 0 where no score is made of it."""
        question, scoring = self.key.question, self.of.scoring
        scored = self.scores and self.key.source == CASES and question in self.of.beside
        return scoring.tallies[question].base if scored else 0

    def _system(self, base: int) -> AnswerSystem:
        if base not in self.known:
            scoring = self.of.scoring
            bases = {name: each.base for name, each in scoring.tallies.items()}
            bases |= {self.key.question: base} if base else {}
            shown = (unit for key in self.families for unit in self.of.units[key] if unit not in self.hidden)
            lines = [each for each in scoring.lines if self.scores and self.key.source == CASES]
            found = answer_system(self.families, shown, lines, set(self.of.beside) if lines else (), bases)
            self.of.work.spend(found.system.size)
            self.known[base] = found
        return self.known[base]

    def _agrees(self, system: AnswerSystem, part: PrintedNumber, size: int) -> bool:
        if self.of.work.is_over:
            return False
        numbers = system.system.other(system.wanted(self.key, part, size), self.of.work)
        if numbers is None:
            return False
        if self.key.source != CASES or not self.scores:
            return True
        self.of.work.spend(len(self.of.scoring.tallies))
        return self.of.scoring.prints_the_same(system.tallies(numbers))

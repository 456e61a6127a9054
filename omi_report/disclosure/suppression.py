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
from functools import cache, cached_property
from typing import NamedTuple

from omi_report.disclosure.answer_systems import AnswerSystem, answer_system
from omi_report.disclosure.bounds import Work
from omi_report.disclosure.number_search import NumberSearch
from omi_report.disclosure.published import Published
from omi_report.disclosure.score_lines import count_sums
from omi_report.disclosure.score_ways import ScoreWays, Way
from omi_report.disclosure.units import CASES, Family, FamilyKey, PrintedNumber, Unit
from omi_report.evidence.counts import Tally

MOST_WORK = 15_000_000
"""How many numbers may be looked at, which takes some ten seconds; the areas that come with omi need far less.

What is not settled by then is left out with all that hangs together with it.
"""

COUNT_STEPS = 1000
"""How many counts of questions are tried in one search for those that give the same scores."""

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

    ways: ScoreWays = field(default_factory=ScoreWays)
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
    for unit in published.units:
        suppressor.look_again(unit)
    return found


class _Suppressor:
    def __init__(self, published: Published, scoring: Scoring, minimum: int, found: Suppression, work: Work) -> None:
        self.families, self.scoring = published.families, scoring
        self.minimum, self.found, self.work = minimum, found, work
        self.units: dict[FamilyKey, list[Unit]] = defaultdict(list)
        for unit in published.units:
            self.units[unit.family].append(unit)
        self.beside = scoring.ways.beside
        self.systems: dict[tuple[FamilyKey, tuple[Unit, ...], int], AnswerSystem] = {}

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

    def system(self, key: FamilyKey, shown: tuple[Unit, ...], base: int) -> AnswerSystem:
        """Return the sums of a question of which some units are shown; each is made once."""
        found = self.systems.get((key, shown, base))
        if found is None:
            found = self.systems[key, shown, base] = answer_system(self.families[key], shown, base)
            self.work.spend(found.system.size)
        return found

    def look_again(self, unit: Unit) -> None:
        """Note a number that is left out and just large enough, where a reader would take it for a small one.

        What a report prints is the same then as if it were small, and so is what has to be said of it.
        """
        if unit not in self.found.hidden or any(each.unit == unit for each in self.found.given_away):
            return
        family = self.families[unit.family]
        for part in unit.looked_at:
            needed, size = self._needed(family, part), family.size(part)
            if not self.minimum <= size < self.minimum + needed - 1:
                continue
            systems = _Systems(self, unit.family, self.found.hidden, scores=True)
            may_be_small = any(systems.has(part, small) for small in range(self.minimum - 1, size - needed, -1))
            if may_be_small and self._reach(unit, part, (), needed) < needed:
                self.found.given_away.append(GivenAway(unit, self._telling(unit.family)))
                return

    def _telling(self, key: FamilyKey) -> tuple[str, ...]:
        """The results whose scores tell of a question: those that are a sum of it, or else those that are about it."""
        if key.source != CASES:
            return ()
        return self.scoring.ways.results.get(key.question, ()) or self.scoring.results.get(key.question, ())

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
        names = sorted(self.beside.get(key.question, frozenset()) - {key.question})
        shown = (
            [each for each in self.units[FamilyKey(CASES, name)] if each not in self.found.hidden] for name in names
        )
        return [units for units in shown if units]

    # --- whether it is safe -----------------------------------------------------------------------------

    def _reach(
        self, unit: Unit, part: PrintedNumber, more: Collection[Unit], needed: int, *, scores: bool = True
    ) -> int:
        """Return how far apart the least and the greatest are that a small number can be, if ``more`` is left out too.

        No more than is ``needed`` is looked for.
        """
        if not needed:
            return 0
        family = self.families[unit.family]
        size, rows = family.size(part), (family.everybody & part.rows).bit_count()
        systems = _Systems(self, unit.family, self.found.hidden.union(more), scores=scores)
        low, high = systems.ends(part)
        has = cache(lambda other: low <= other <= high and systems.has(part, other))
        if has(size + needed) or has(size - needed):
            return needed
        up, down = (next((by for by in range(needed - 1, 0, -1) if has(size + way * by)), 0) for way in (1, -1))
        if up + down >= needed or any(has(size + way * by) for by in range(needed + 1, rows + 1) for way in (1, -1)):
            return needed
        return up + down

    def _needed(self, family: Family, part: PrintedNumber) -> int:
        """Over how many numbers a small one must be able to reach: to the minimum, or as many as there are rows."""
        everybody = family.everybody & part.rows
        always = not family.may_be_blank and part.answers >= set(family.answers)
        return 0 if always else min(self.minimum - 1, everybody.bit_count())


class _Systems:
    """The sums that other answers must agree with, when some units are left out."""

    def __init__(self, of: _Suppressor, key: FamilyKey, hidden: Collection[Unit], *, scores: bool) -> None:
        self.of, self.key, self.hidden = of, key, hidden
        self.is_scored = scores and key.source == CASES and key.question in of.beside
        self.linked = tuple(self._linked()) if self.is_scored else ()
        self.bases = {name: of.scoring.tallies[name].base for name in (key.question, *self.linked) if self.is_scored}
        self.known: dict[tuple[FamilyKey, int], AnswerSystem] = {}

    def _linked(self) -> Iterator[str]:
        """Each other question of which something is left out, and that scores link with this one."""
        seen, wanted = {self.key.question}, [self.key.question]
        while wanted:
            for name in sorted(self.of.beside[wanted.pop()] - seen):
                key = FamilyKey(CASES, name)
                if key in self.of.families and any(unit in self.hidden for unit in self.of.units[key]):
                    seen.add(name)
                    wanted.append(name)
                    yield name

    def has(self, part: PrintedNumber, size: int) -> bool:
        """Say whether other answers print the same, and have so many there."""
        if self.of.work.is_over:
            return False
        if not self.is_scored:
            return self._system(self.key, 0).has(((part, size),), self.of.work)
        return any(self._has(part, size, base) for base in self._bases(part, size))

    def ends(self, part: PrintedNumber) -> tuple[int, int]:
        """Between what a number lies for what is shown of its question alone, whatever scores say."""
        system = self._system(self.key, 0)
        least, most = system.system.between((), self.of.work) or (system.system.truth, system.system.truth)
        places = system.family.places(part)
        return sum(least[place] for place in places), sum(most[place] for place in places)

    def _bases(self, part: PrintedNumber, size: int) -> Iterator[int]:
        """The base of the question as it is, and others where that is small itself."""
        base, family = self.bases[self.key.question], self.of.families[self.key]
        everybody = family.everybody
        if part == PrintedNumber(family.relevant, everybody) and (base == size or base < self.of.minimum):
            yield size
            return
        yield base
        if base < self.of.minimum:
            yield from range(base + 1, min(base + self.of.minimum, everybody.bit_count() + 1))
            yield from range(base - 1, 0, -1)

    def _has(self, part: PrintedNumber, size: int, base: int) -> bool:
        """Whether there are such answers where the question was relevant in so many cases."""
        work, wanted = self.of.work, ((part, size),)
        bases = self.bases | {self.key.question: base}
        systems = [self._system(FamilyKey(CASES, name), each) for name, each in bases.items()]
        ends = [each.between(wanted if not at else (), work) for at, each in enumerate(systems)]
        between = [each for each in ends if each is not None]
        if len(between) < len(ends) or not systems[0].has(wanted, work):
            return False
        truth = [self.of.scoring.tallies[name].count for name in bases]

        def is_possible(place: int, count: int) -> bool:
            system = systems[place]
            return system.has((*(() if place else wanted), (system.whole, count)), work)

        def is_wanted(counts: tuple[int, ...]) -> bool:
            work.spend(len(self.of.scoring.tallies))
            tallies = {name: Tally(count, bases[name]) for name, count in zip(bases, counts, strict=True)}
            return self.of.scoring.prints_the_same(tallies)

        least, most = ([each[end] for each in between] for end in (0, 1))
        for way in self.ways:
            search = NumberSearch(count_sums(way, bases), truth, work, COUNT_STEPS, is_possible, is_wanted)
            if search.found([*least], [*most]) is not None:
                return True
        return False

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which scores can have come about."""
        return self.of.scoring.ways.ways(frozenset(self.bases))

    def _system(self, key: FamilyKey, base: int) -> AnswerSystem:
        if (key, base) not in self.known:
            shown = [unit for unit in self.of.units[key] if unit not in self.hidden]
            self.known[key, base] = self.of.system(key, tuple(shown), base)
        return self.known[key, base]

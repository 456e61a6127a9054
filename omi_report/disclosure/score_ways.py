"""Published scores → the ways in which they can have come about, each as sums.

The lowest score of several items says that one of them is so low, and that none is lower. Which one it is, no report
says. So there is a way for each item that may have settled it, and whoever asks what a reader can work out has to
look at all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice, product

from omi_report.disclosure.score_lines import ScoreLine, printed_ends
from omi_report.model.rating_rules import Level
from omi_report.scoring.results import Item, RatedResult, Scored, Scores

Key = tuple[Level, str]
Parts = Mapping[str, Fraction]
Way = tuple[ScoreLine, ...]

MOST_WAYS = 24
"""How many ways are looked at of one set of questions."""

EXTREMES = ("lowest", "highest")


@dataclass(frozen=True, slots=True)
class ScoreWays:
    """What the scores of an area say of the answers to its questions.

    ``beside`` are the questions that stand in a score with each question, ``results`` the numbers of the results whose
    scores are sums of it. ``scored`` are all results by level and number, ``names`` the questions in the sum of each,
    where its score is one, and ``shares`` the proportions of all questions in truth.
    """

    beside: Mapping[str, frozenset[str]] = field(default_factory=dict)
    results: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scored: Mapping[Key, RatedResult] = field(default_factory=dict)
    names: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    shares: Mapping[str, Fraction] = field(default_factory=dict)

    def ways(self, open_to: frozenset[str]) -> tuple[Way, ...]:
        """Return the ways in which all scores can have come about, as far as they tell of some questions.

        The counts of all other questions are as they are in truth.
        """
        choosing = [key for key, names in self.names.items() if self._is_extreme(key) and names & open_to]
        items = [self._candidates(key, open_to) for key in choosing]
        chosen = (dict(zip(choosing, each, strict=True)) for each in islice(product(*items), MOST_WAYS))
        ways = (tuple(_Lines(self, each).touching(open_to)) for each in chosen)
        return tuple(ways)

    def _is_extreme(self, key: Key) -> bool:
        return self.scored[key].rule.take in EXTREMES

    def _candidates(self, key: Key, open_to: frozenset[str]) -> list[str]:
        """The items that can have settled a lowest or highest score.

        One that is known to have the score leaves all others as free as any does.
        """
        result = self.scored[key]
        found = [item for item in result.items if item.printed and self._may_settle(result, item, open_to)]
        settled = [item.number for item in found if not open_to & self.names_of(item)]
        if settled and not any(self.names[key] <= names for other, names in self.names.items() if other[0] != key[0]):
            return settled[:1]
        return [item.number for item in found]

    def _may_settle(self, result: RatedResult, item: Item, open_to: frozenset[str]) -> bool:
        assert isinstance(result.score, Scored)
        low, high = printed_ends(result, result.score)
        if item.level != "question":  # its own score is printed too
            assert item.printed is not None
            own = printed_ends(self.scored[item.level, item.number], item.printed)
            return own[0] < high and low < own[1]
        if open_to & self.names_of(item):
            return True
        assert item.printed is not None
        return low <= item.printed.value < high

    def names_of(self, item: Item) -> frozenset[str]:
        """Return the questions that the score of an item is a sum of."""
        if item.level == "question":
            return frozenset((item.number,))
        return self.names.get((item.level, item.number), frozenset())


@dataclass(frozen=True)
class _Lines:
    """The sums of one way; ``chosen`` are the items that settle lowest and highest scores."""

    of: ScoreWays
    chosen: Mapping[Key, str]

    def touching(self, open_to: frozenset[str]) -> Iterator[ScoreLine]:
        for key, names in self.of.names.items():
            if names & open_to:
                yield from (line for line in self._lines(key) if open_to & line.parts.keys())

    def _lines(self, key: Key) -> Iterator[ScoreLine]:
        result = self.of.scored[key]
        score = result.score
        assert isinstance(score, Scored)
        low, high = printed_ends(result, score)
        if key not in self.chosen:
            yield ScoreLine(result.number, self._parts(key), self.of.shares, low, high)
            return
        ends = (low, Fraction(1000)) if result.rule.take == "lowest" else (Fraction(-1), high)
        for item in result.items:
            parts = self._of_item(item)
            if parts:
                own = (low, high) if item.number == self.chosen[key] else ends
                yield ScoreLine(result.number, parts, self.of.shares, *own)

    def _parts(self, key: Key) -> Parts:
        """The weights of a result's questions, where other items than in truth settle the scores below it."""
        result = self.of.scored[key]
        assert isinstance(result.score, Scored)
        if key in self.chosen:
            return self._of_item(next(item for item in result.items if item.number == self.chosen[key]))
        found: dict[str, Fraction] = defaultdict(Fraction)
        found.update(result.score.parts)
        for item in result.items:
            known, now = dict(item.printed.parts) if item.printed else {}, self._of_item(item)
            if item.level == "question" or known == now:
                continue
            first = next(iter(known))
            weight = dict(result.score.parts).get(first, Fraction()) / known[first]
            for name in known:
                found[name] -= weight * known[name]
            for name, part in now.items():
                found[name] += weight * part
        return {name: part for name, part in found.items() if part}

    def _of_item(self, item: Item) -> Parts:
        if item.printed is None:
            return {}
        if item.level == "question":
            return dict(item.printed.parts)
        key = item.level, item.number
        return self._parts(key) if key in self.of.names else {}


def score_ways(scores: Scores) -> ScoreWays:
    """Return what the scores of an area say of the answers to its questions."""
    scored: dict[Key, RatedResult] = {each.key: each for each in scores.results if isinstance(each.score, Scored)}
    names = {key: found for key in scored if (found := _names(scored, key))}
    beside: dict[str, set[str]] = defaultdict(set)
    results: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for key, found in names.items():
        for name in found:
            beside[name] |= found
            results[name] = (*results[name], scored[key].number)
    asked = (each for result in scores.criteria.values() for each in result.questions)
    shares = {each.id: each.proportion or Fraction() for each in asked}
    return ScoreWays({name: frozenset(each) for name, each in beside.items()}, results, scored, names, shares)


def _names(scored: Mapping[Key, RatedResult], key: Key) -> frozenset[str]:
    """The questions that a score is a sum of, or the lowest or highest of such sums; none where it is neither."""
    result = scored.get(key)
    if result is None or not (result.rule.take in EXTREMES or _is_sum(scored, key)):
        return frozenset()
    items = [item for item in result.items if item.printed]
    return frozenset().union(
        *(
            (item.number,) if item.level == "question" else _names(scored, (item.level, item.number))
            for item in items
            if item.level == "question" or _is_sum(scored, (item.level, item.number))
        )
    )


def _is_sum(scored: Mapping[Key, RatedResult], key: Key) -> bool:
    """Whether a score is an exact sum of questions, or of such sums, whichever items settle it."""
    result = scored.get(key)
    if result is None or not isinstance(result.score, Scored) or not result.score.parts:
        return False
    if result.rule.counts != "score" or result.rule.scores == "printed":
        return False
    items = [item for item in result.items if item.printed]
    return all(item.level == "question" or _is_sum(scored, (item.level, item.number)) for item in items)

"""What is left out of the scores of parts of a sample, so that no small count can be read or worked out.

Nobody is taken to know how many cases have some values, beyond what is printed; but of the answers to questions it is
taken for granted that everybody knows the attributes of each case, and in which cases a question was relevant.

What is left out of a breakdown by some attributes is settled before that by more of them. There it is left out too,
and more of it only where nothing else would do. So one breakdown does not tell what the other hides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from omi_report.disclosure.bounds import Sum, Work
from omi_report.disclosure.groups import Source, hidden_groups
from omi_report.disclosure.hidden import hidden_in
from omi_report.disclosure.part_counts import PartCounts
from omi_report.disclosure.protecting import Protector
from omi_report.disclosure.units import CASES, GroupSize
from omi_report.inspection import Inspection
from omi_report.model.rating_rules import RatingRule
from omi_report.scoring.breakdown import EVERYBODY, Group, Where, by_attributes
from omi_report.scoring.results import RatedResult, Result

MOST_WORK = 4_000_000
"""How many numbers may be looked at for one breakdown; what is not settled by then is left out."""

MOST_TOGETHER = 8
"""So many questions are looked at together, unless a single criterion has more; all others are as they are in truth."""

Told = tuple[Where, str]
"""A part of the sample, and the number of a result or the id of a question."""


@dataclass(frozen=True, slots=True)
class HiddenParts:
    """What a breakdown does not print.

    ``sizes`` are the parts of which nothing is printed, ``scores`` the results of others by their numbers, and
    ``counts`` questions by their ids. Where it ``is_hasty``, more is left out than may be needed.
    """

    sizes: frozenset[Where] = frozenset()
    scores: frozenset[Told] = frozenset()
    counts: frozenset[Told] = frozenset()
    is_hasty: bool = False

    def has_score(self, group: Group, result: RatedResult) -> bool:
        """Say whether the score of a result is left out."""
        return group.where in self.sizes or (group.where, result.number) in self.scores

    def has_count(self, group: Group, question: str) -> bool:
        """Say whether the count of a question is left out."""
        return group.where in self.sizes or (group.where, question) in self.counts


NOTHING_HIDDEN = HiddenParts()


def hidden_parts(inspection: Inspection, groups: Sequence[Group], detail: Result | None = None) -> HiddenParts:
    """Return what is left out of the scores of parts, and with ``detail`` of the counts of a result's questions.

    ``groups`` are those of all values of some attributes and of all of these, as `by_attributes` returns them.
    """
    minimum = inspection.framework.disclosure.smallest
    if not minimum:
        return NOTHING_HIDDEN
    ordered = _in_order(inspection, groups)
    settling = _Settling(inspection, tuple(ordered.values()), minimum)
    levels = [
        [group for group in ordered.values() if tuple(name for name, _value in group.where) == names]
        for names in _from_few_to_many(ordered.values())
    ]
    for own in levels:
        settling.settle(own)
    wanted = frozenset(question.id for question in detail.questions) if detail else frozenset[str]()
    for own in levels if wanted else ():
        settling.settle_counts(own, wanted)
    found, named = settling.found, {group.where: where for where, group in ordered.items()}
    return HiddenParts(
        frozenset(named[where] for where in found.sizes),
        frozenset((named[where], number) for where, number in found.scores),
        frozenset((named[where], number) for where, number in found.counts),
        settling.work.is_over,
    )


def _in_order(inspection: Inspection, groups: Iterable[Group]) -> dict[Where, Group]:
    """The groups by their values, as if the attributes were named in the framework's order: it changes nothing."""
    names = list(inspection.framework.attributes)
    own = {name: inspection.framework.attributes[name].ids for name in names}
    ordered = {
        group.where: replace(group, where=tuple(sorted(group.where, key=lambda pair: names.index(pair[0]))))
        for group in groups
    }
    return dict(
        sorted(
            ordered.items(),
            key=lambda item: [(names.index(name), own[name].index(value)) for name, value in item[1].where],
        )
    )


def _from_few_to_many(groups: Iterable[Group]) -> Iterator[tuple[str, ...]]:
    """The attributes of groups: none of them, each, each two, in the order in which they are settled."""
    every = max((tuple(name for name, _value in group.where) for group in groups), key=len)
    for number in range(len(every) + 1):
        yield from combinations(every, number)


@dataclass(slots=True)
class _Found:
    """What is settled so far."""

    sizes: set[Where] = field(default_factory=set)
    scores: set[Told] = field(default_factory=set)
    counts: set[Told] = field(default_factory=set)


class _Settling:
    """Settles what is left out of the parts by some attributes, when that of fewer of them is settled."""

    def __init__(self, inspection: Inspection, groups: Sequence[Group], minimum: int) -> None:
        cases = inspection.area.evidence.cases
        assert cases is not None, "there are groups of cases"
        self.inspection, self.answers, self.minimum = inspection, cases, minimum
        self.counts = PartCounts.of(inspection.framework, cases, groups, minimum)
        self.work, self.found = Work(MOST_WORK), _Found()
        self.before: list[Group] = []
        self.whole = next(group for group in groups if group.where == EVERYBODY)
        criteria = inspection.framework.criteria.values()
        self.asked = [tuple(question.id for question in criterion.asked) for criterion in criteria]

    def settle(self, own: Sequence[Group]) -> None:
        """Settle which sizes and scores are left out. All cases have both: these are published."""
        if own[0].where != EVERYBODY:
            self._sizes(own)
            self.found.scores |= {told for group in own if self._is_few(group) for told in _every_result(group)}
            for questions in self.asked:
                self._scores(own, questions)
            shown = [group for group in own if group.where not in self.found.sizes]
            for group in shown:
                self.found.scores |= self._without_line(group)
        self.before += own

    def _is_few(self, group: Group) -> bool:
        """Whether a group has so few cases that each question has a small count, or what is left of it is small."""
        return group.cases < 2 * self.minimum

    def _sizes(self, own: Sequence[Group]) -> None:
        framework, sample = self.inspection.framework, self.inspection.area.identity.sample
        names = [name for name, _value in own[0].where]
        fewer = self._fewer(own)
        settled = {_size(group): group.where in self.found.sizes for group in fewer}
        sizes = {_size(group): group.where for group in own}
        public = frozenset({framework.sample_by} & set(names)) if sample else frozenset[str]()
        source = Source(self.answers, {name: framework.attributes[name].ids for name in names}, (), public)
        hidden, lost = hidden_groups([*settled, *sizes], source, self.minimum, self.work, settled)
        if lost:  # those of fewer attributes give it away
            sizes |= {_size(group): group.where for group in fewer}
            hidden = hidden_groups([*sizes], source, self.minimum, self.work)[0]
        self.found.sizes |= {where for size, where in sizes.items() if size in hidden}

    def _fewer(self, own: Sequence[Group]) -> list[Group]:
        """The groups that are settled, of some attributes among those of other groups."""
        names = {name for name, _value in own[0].where}
        return [group for group in self.before if group.where and {name for name, _value in group.where} < names]

    def _scores(self, own: Sequence[Group], questions: Sequence[str]) -> None:
        fewer, together = self._fewer(own), self._with_others(questions)
        printed, known = self._lines([*own, *fewer], together), self._lines([self.whole], together)
        numbers = self.counts.numbers(together)
        sums = tuple(each for sums in known.values() for each in sums)
        protector = Protector(numbers.truth, numbers.most, sums, printed, self.work)
        protector.protect(self.counts.small(questions, [self.whole, *fewer, *own]))
        self.found.scores |= protector.hidden

    def _with_others(self, questions: Sequence[str]) -> tuple[str, ...]:
        """The questions of a criterion, and of those after it whose answers may be others too: not too many."""
        at, together = self.asked.index(tuple(questions)), tuple(questions)
        for others in (*self.asked[at + 1 :], *self.asked[:at]):
            if len(together) + len(others) <= MOST_TOGETHER:
                together += others
        return together

    def _lines(self, groups: Iterable[Group], questions: Sequence[str]) -> dict[Told, tuple[Sum, ...]]:
        """What scores that are still shown say of some questions, in the order in which they are left out."""
        return {
            (group.where, number): sums
            for group in _first_left_out(groups, lambda group: group.cases)
            if group.where not in self.found.sizes
            for number, sums in self.counts.lines(group, questions).items()
            if (group.where, number) not in self.found.scores
        }

    def _without_line(self, group: Group) -> set[Told]:
        """The results of a group of which no sum of questions tells, and that could tell of what is left out."""
        hidden = {number for where, number in self.found.scores if where == group.where}
        summed, rules = self.counts.summed(group), {each.number: each.rule for each in group.scores.results}
        for result in reversed(group.scores.results):  # what others are made of comes first
            if result.number not in summed and _tells(result, hidden, rules):
                hidden.add(result.number)
        return {(group.where, number) for number in hidden}

    # --- counts ---------------------------------------------------------------------------------------

    def settle_counts(self, own: Sequence[Group], wanted: frozenset[str]) -> None:
        """Settle which counts are left out of all criteria that some questions belong to."""
        for questions in (each for each in self.asked if wanted & {*each}):
            if own[0].where == EVERYBODY:  # as the report
                hidden = hidden_in(self.inspection).questions
                self.found.counts |= {(EVERYBODY, name) for name in questions if name in hidden}
                continue
            self.found.counts |= {
                (group.where, name)
                for group in own
                for name in questions
                if group.where in self.found.sizes or self.counts.is_small(name, group)
            }
            for name in questions:
                self._counts_of(own, name)
            self._counts_beside_scores(own, questions)

    def _counts_of(self, own: Sequence[Group], name: str) -> None:
        """Settle what follows from other groups, by adding and subtracting."""
        numbers, fewer = self.counts.answers(name), self._fewer(own)
        shown = self._showing([*own, *fewer], name)
        settled = [*self._showing([self.whole], name), *(each for each in shown if not self.counts.base(name, each))]
        known = (each for group in settled for each in self.counts.printed(name, group))
        printed = {
            (group.where, name): self.counts.printed(name, group) for group in shown if self.counts.base(name, group)
        }
        protector = Protector(numbers.truth, numbers.most, (*numbers.known, *known), printed, self.work)
        protector.protect(self.counts.small_answers(name, [self.whole, *fewer, *own]))
        self.found.counts |= protector.hidden

    def _counts_beside_scores(self, own: Sequence[Group], questions: Sequence[str]) -> None:
        """Settle what follows from other questions of the same scores."""
        fewer, together = self._fewer(own), self._with_others(questions)
        numbers = self.counts.numbers(together)
        scores = self._lines([self.whole, *fewer, *own], together).values()
        known = [each for sums in scores for each in sums]
        known += [
            self.counts.count(together, name, self.whole)
            for name in together
            if (EVERYBODY, name) not in self.found.counts
        ]
        printed = {
            (group.where, name): (self.counts.count(together, name, group),)
            for name in together
            for group in self._showing([*own, *fewer], name)
        }
        protector = Protector(numbers.truth, numbers.most, tuple(known), printed, self.work)
        protector.protect(self.counts.small(questions, [self.whole, *fewer, *own]))
        self.found.counts |= protector.hidden

    def _showing(self, groups: Iterable[Group], name: str) -> list[Group]:
        """The groups that still show a question, in the order in which they are left out."""
        shown = (each for each in groups if (each.where, name) not in self.found.counts)
        return _first_left_out(shown, lambda group: self.counts.base(name, group))


def _every_result(group: Group) -> Iterator[Told]:
    return ((group.where, result.number) for result in group.scores.results)


def _first_left_out(groups: Iterable[Group], size_of: Callable[[Group], int]) -> list[Group]:
    """Groups in the order in which they are left out: those of most attributes, and the smallest of these."""
    return sorted(groups, key=lambda group: (-len(group.where), size_of(group)))


def _tells(result: Result, hidden: Collection[str], rules: Mapping[str, RatingRule]) -> bool:
    """Whether a result that is no sum of questions is no plain outcome of other results that are all shown."""
    if any(item.level == "question" or item.number in hidden for item in result.items):
        return True
    has_limits = any(rules[item.number].limits for item in result.items if item.number in rules)
    return bool(result.rule.limits) or (result.rule.counts != "score" and has_limits)


def _size(group: Group) -> GroupSize:
    where = tuple((name, frozenset((value,))) for name, value in sorted(group.where))
    return GroupSize(CASES, where, group.cases, ("part", *(value for pair in group.where for value in pair)))


@dataclass(frozen=True, slots=True)
class ShownParts:
    """A breakdown as it may be shown: the groups, what is left out of them, and the result that is shown in detail.

    ``hides`` says that small counts are left out, ``detail`` is empty where all scores are shown.
    """

    attributes: tuple[str, ...]
    groups: tuple[Group, ...]
    hidden: HiddenParts
    hides: bool
    detail: str = ""

    @property
    def cells(self) -> tuple[Group, ...]:
        """The groups that have a value of each attribute."""
        return tuple(group for group in self.groups if len(group.where) == len(self.attributes))

    @property
    def margins(self) -> tuple[Group, ...]:
        """All other groups, those of all cases among them."""
        return tuple(group for group in self.groups if len(group.where) < len(self.attributes))

    def group(self, where: Where) -> Group:
        """Return the group of some values, which are in the order of the attributes."""
        return next(group for group in self.groups if group.where == where)


def shown_parts(
    inspection: Inspection, attributes: Sequence[str], detail: str = "", *, confidential: bool = False
) -> ShownParts:
    """Break the scores of an area down by some attributes, and leave out what its framework hides of small counts.

    With ``detail``, the number of a result, the counts of its questions are shown. Where it is ``confidential``,
    nothing is left out. Raises as `by_attributes`, and UnknownNameError where the framework has nothing of that number.
    """
    groups = by_attributes(inspection.area, attributes)
    named = inspection.scores.named(detail) if detail else None
    hides = inspection.framework.disclosure.hides and not confidential
    hidden = hidden_parts(inspection, groups, named) if hides else NOTHING_HIDDEN
    return ShownParts(tuple(attributes), groups, hidden, hides, named.number if named else "")

"""Which sizes of groups are left out of charts, so that nobody can read or work out a small one.

A chart of attributes prints how many cases, or people, have each value, or each two values. Attributes that a question
depends on hang together: what is printed of the question says something of them. Such attributes are taken as known to
everybody, and so is how large each of their groups is. What nobody knows is how those of one are spread over the
others.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

from omi_report.disclosure.bounds import Sum, Work
from omi_report.disclosure.units import GroupSize
from omi_report.disclosure.worlds import System
from omi_report.model.evidence import BLANK, Answers

MOST_CLASSES = 600
"""With more combinations than this nothing is worked out, and every size is left out."""

Values = tuple[str, ...]
"""The values of some attributes, in their order; empty where a row has none."""


NOTHING_SETTLED: Mapping[GroupSize, bool] = {}


@dataclass(frozen=True, slots=True)
class Source:
    """A source of answers: which values each attribute may have, and which attributes hang together by a question.

    ``public`` are attributes of whose values everybody knows the sizes.
    """

    answers: Answers
    values: Mapping[str, Values]
    together: tuple[frozenset[str], ...] = ()
    public: frozenset[str] = frozenset()


def hidden_groups(
    groups: Collection[GroupSize],
    source: Source,
    minimum: int,
    work: Work,
    settled: Mapping[GroupSize, bool] = NOTHING_SETTLED,
) -> tuple[set[GroupSize], list[GroupSize]]:
    """Return the groups of one source that are left out, and those that can be worked out all the same.

    ``settled`` says of some of the groups whether they are left out; they stay so. All others are left out where the
    ``work`` is over before that is settled.
    """
    hidden = {group for group in groups if settled.get(group, group.size < minimum)}
    every = {group for group in groups if settled.get(group, True)}
    if not hidden:
        return set(), []
    tied, free = _Table.of(groups, source), _Table.of(groups, replace(source, together=()))
    if tied is None or free is None:
        return every, []
    lost = []
    for group in sorted((each for each in hidden if each.size < minimum), key=lambda each: each.owner):
        table = tied
        is_safe = tied.is_safe(group, every, minimum, work)
        if work.is_over:
            break
        if not is_safe:
            # what is printed of questions gives it away: what charts alone would give away is hidden all the same
            lost.append(group)
            table = free
        hidden |= _with_others(hidden, every, partial(table.is_safe, group, minimum=minimum, work=work))
    return every if work.is_over else hidden, lost


def _with_others(
    hidden: Collection[GroupSize],
    groups: Collection[GroupSize],
    is_safe: Callable[[Collection[GroupSize]], bool],
) -> set[GroupSize]:
    """Return what is left out for the sake of one group: the smallest that is enough, or one after the other."""
    more = set(hidden)
    while not is_safe(more):
        shown = sorted((each for each in groups if each not in more), key=lambda each: (each.size, each.owner))
        if not shown:
            break
        chosen = next((each for each in shown if is_safe(more | {each})), shown[0])
        more |= {each for each in groups if each.where == chosen.where}
    return more


@dataclass(frozen=True, slots=True)
class _Table:
    """How many rows have each combination of values. ``margins`` are sums that everybody knows."""

    attributes: tuple[str, ...]
    combinations: tuple[Values, ...]
    sizes: tuple[int, ...]
    margins: tuple[tuple[int, ...], ...]
    groups: tuple[GroupSize, ...]

    @classmethod
    def of(cls, groups: Iterable[GroupSize], source: Source) -> _Table | None:
        """Count the combinations; None where there are too many."""
        every = tuple(groups)
        used = sorted({name for group in every for name, _values in group.where})
        blocks = _blocks(used, source.together)
        attributes = tuple(name for block in blocks for name in block.names)
        rows = list(zip(*(_column(source.answers, name) for name in attributes), strict=True))
        ranges = []
        for block in blocks:
            places = [attributes.index(name) for name in block.names]
            seen = {tuple(row[place] for place in places) for row in rows}
            possible = set(product(*(source.values[name] for name in block.names))) if block.is_free else set()
            ranges.append(sorted(seen | possible))
        if math.prod(map(len, ranges)) > MOST_CLASSES:
            return None
        combinations = tuple(tuple(value for piece in each for value in piece) for each in product(*ranges))
        counted = Counter(rows)
        margins = list(_margins(blocks, ranges, combinations, attributes, source.public))
        return cls(attributes, combinations, tuple(counted[each] for each in combinations), tuple(margins), every)

    def places(self, group: GroupSize) -> tuple[int, ...]:
        """Return the combinations that belong to a group."""
        wanted = dict(group.where)
        return tuple(
            at
            for at, values in enumerate(self.combinations)
            if all(value in wanted[name] for name, value in zip(self.attributes, values, strict=True) if name in wanted)
        )

    def is_safe(self, group: GroupSize, hidden: Collection[GroupSize], minimum: int, work: Work) -> bool:
        """Say whether the size of a group could be others for all that is shown: to the minimum, or to its margins."""
        if work.is_over:
            return False
        inside = self.places(group)
        shown = [self.places(each) for each in self.groups if each not in hidden]
        sums = [self._sum(places) for places in (*self.margins, *shown)]
        most = sum(self.sizes)
        system = System(self.sizes, (most,) * len(self.sizes), tuple(sums))
        work.spend(system.size + len(self.combinations) * len(shown))
        reach = min(minimum - 1, self._most_of(set(inside)))
        terms = tuple((place, 1) for place in inside)

        def has(size: int) -> bool:
            return size >= 0 and system.other((Sum(terms, size, size),), work) is not None

        up = next((by for by in range(reach, 0, -1) if has(group.size + by)), 0)
        return up == reach or has(group.size - (reach - up))

    def _sum(self, places: Iterable[int]) -> Sum:
        inside = tuple(places)
        size = sum(self.sizes[place] for place in inside)
        return Sum(tuple((place, 1) for place in inside), size, size)

    def _most_of(self, inside: set[int]) -> int:
        """How large a group could be, as far as the margins say."""
        around = [margin for margin in self.margins if inside <= set(margin)]
        return min((sum(self.sizes[place] for place in margin) for margin in around), default=sum(self.sizes))


@dataclass(frozen=True, slots=True)
class _Block:
    """Attributes that hang together; they are free where no question depends on them."""

    names: tuple[str, ...]
    is_free: bool


def _blocks(used: Iterable[str], together: Iterable[frozenset[str]]) -> list[_Block]:
    sets: list[set[str]] = []
    for names in together:
        joined = set(names).union(*(each for each in sets if each & names))
        sets = [each for each in sets if not each & names] + [joined]
    home: dict[str, list[str]] = defaultdict(list)
    for name in used:
        own = next((each for each in sets if name in each), None)
        home[min(own) if own else name].append(name)
    tied = {name for each in sets for name in each}
    return [_Block(tuple(names), names[0] not in tied) for _key, names in sorted(home.items())]


def _margins(
    blocks: list[_Block],
    ranges: list[list[Values]],
    combinations: tuple[Values, ...],
    attributes: tuple[str, ...],
    public: Collection[str],
) -> Iterable[tuple[int, ...]]:
    """The whole, each combination of attributes that hang together, each value of a public attribute."""
    yield tuple(range(len(combinations)))
    for block, own in zip(blocks, ranges, strict=True):
        places = [attributes.index(name) for name in block.names]
        for values in own if not block.is_free else ():
            yield _having(combinations, places, values)
        for name in block.names if block.is_free else ():
            place = attributes.index(name)
            for value in sorted({each[place] for each in combinations}):
                if name in public or not value:  # how many rows have no value follows from the total of a chart
                    yield _having(combinations, [place], (value,))


def _having(combinations: tuple[Values, ...], places: list[int], values: Values) -> tuple[int, ...]:
    return tuple(at for at, each in enumerate(combinations) if tuple(each[place] for place in places) == values)


def _column(answers: Answers, name: str) -> list[str]:
    known = answers.values[name]
    return [known[code - 1] if code != BLANK else "" for code in answers.columns[name]]

"""The cheapest choice of whole numbers under a few conditions, exactly.

A sample must be the same on every machine. A solver that reckons with rounded numbers may settle a tie one way here and
another way there, so this one reckons with whole numbers and fractions alone. It is made for few conditions, such as
the types of case and the minimums of a sample: the simplex method for the question in which fractions may be chosen
too, and a search that halves what is left where its answer is no whole number.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from omi_report import limits

Exact = int | Fraction

_PATIENCE = 40
"""After so many steps that make nothing cheaper, the next one is chosen so that none comes again."""


class Option(NamedTuple):
    """Something to choose again and again: what each time costs, the cheapest first, and what it adds to conditions."""

    costs: tuple[int, ...]
    adds: tuple[int, ...]


class Condition(NamedTuple):
    """What all choices together are to add up to, and what each that is too few or too many costs."""

    target: int
    too_few: int
    too_many: int


Bounds = tuple[tuple[int, int], ...]
"""How often each option is chosen, at least and at most."""


def cheapest(options: Sequence[Option], conditions: Sequence[Condition], unit: int) -> tuple[int, ...]:
    """Return how often each option is chosen, so that choices and missed conditions together cost least.

    Costs count in whole units: the parts of a unit that options cost, which add up to less than a 65,536th of one, say
    what to try first. The same choice comes back for the same options in the same order. Where the search takes longer
    than `limits.DRAW_NODES`, the best choice found so far is returned.
    """
    best: tuple[int, tuple[int, ...]] | None = None
    waiting: list[Bounds] = [tuple((0, len(option.costs)) for option in options)]
    nodes = 0
    while waiting and (nodes < limits.DRAW_NODES or best is None):
        nodes += 1
        bounds = waiting.pop()
        search = _Fractional(options, conditions, bounds)
        chosen = search.chosen()
        units = -((unit // 2**16 - search.cost(chosen)) // unit)  # no whole choice within the bounds costs less
        if best is not None and units >= best[0]:
            continue
        broken = next((at for at, each in enumerate(chosen) if each != int(each)), None)
        if broken is None:
            best = units, tuple(map(int, chosen))
            continue
        below = chosen[broken].__floor__()
        lowest, highest = bounds[broken]
        waiting.append((*bounds[:broken], (lowest, below), *bounds[broken + 1 :]))
        waiting.append((*bounds[:broken], (below + 1, highest), *bounds[broken + 1 :]))
    assert best is not None, "conditions can be missed, so that there is always a choice"
    return best[1]


class _Fractional:
    """The simplex method: a ``basis`` of one variable for each condition, whose ``values`` follow from all others.

    A variable is an option, by its place, or what is too few or too many for a condition. Of an option the times that
    are ``full`` are chosen; the next time may be in the basis, with a value from 0 to 1. ``inverse`` is that of the
    matrix of the basis.
    """

    def __init__(self, options: Sequence[Option], conditions: Sequence[Condition], bounds: Bounds) -> None:
        self.options, self.conditions, self.bounds = options, conditions, bounds
        self.adds = [[(at, each) for at, each in enumerate(option.adds) if each] for option in options]
        self.full = [lowest for lowest, _highest in bounds]
        self.values: list[Exact] = []
        self.basis: list[int] = []
        self.inverse: list[list[Exact]] = []
        for at, condition in enumerate(conditions):
            left = condition.target - sum(
                option.adds[at] * times for option, times in zip(options, self.full, strict=True) if times
            )
            self.values.append(abs(left))
            self.basis.append(len(options) + 2 * at + (left < 0))
            self.inverse.append([(1 if left >= 0 else -1) * (at == each) for each in range(len(conditions))])

    def chosen(self) -> list[Exact]:
        """Exchange variables of the basis until nothing is cheaper. Returns how often each option is chosen."""
        in_vain = 0
        while (step := self._step(careful=in_vain > _PATIENCE)) is not None:
            in_vain = 0 if self._go(*step) else in_vain + 1
        found: list[Exact] = list(self.full)
        for variable, value in zip(self.basis, self.values, strict=True):
            if variable < len(self.options):
                found[variable] += value
        return found

    def cost(self, chosen: Sequence[Exact]) -> Exact:
        """The cost of a choice, with that of the conditions that it misses."""
        total: Exact = 0
        for option, times in zip(self.options, chosen, strict=True):
            whole = int(times)
            total += sum(option.costs[:whole])
            if times != whole:
                total += option.costs[whole] * (times - whole)
        for at, condition in enumerate(self.conditions):
            added = sum(option.adds[at] * times for option, times in zip(self.options, chosen, strict=True) if times)
            left = condition.target - added
            total += left * condition.too_few if left > 0 else -left * condition.too_many
        return total

    def _cost_of(self, variable: int) -> int:
        """What the next time of an option costs, or each that is too few or too many for a condition."""
        if variable < len(self.options):
            return self.options[variable].costs[self.full[variable]]
        at, is_many = divmod(variable - len(self.options), 2)
        return self.conditions[at].too_many if is_many else self.conditions[at].too_few

    def _column(self, variable: int) -> list[Exact]:
        """A variable, expressed by those of the basis."""
        if variable < len(self.options):
            adds = self.adds[variable]
        else:
            at, is_many = divmod(variable - len(self.options), 2)
            adds = [(at, -1 if is_many else 1)]
        return [sum(row[at] * each for at, each in adds) for row in self.inverse]

    def _prices(self) -> list[Exact]:
        """What one more of each condition costs."""
        costs = [self._cost_of(variable) for variable in self.basis]
        return [
            sum(cost * row[at] for cost, row in zip(costs, self.inverse, strict=True) if row[at])
            for at in range(len(self.conditions))
        ]

    def _step(self, *, careful: bool) -> tuple[int, int] | None:
        """The variable whose change makes most cheaper, and the way that it goes: 1 up, -1 down.

        ``careful`` takes the first that makes anything cheaper: then no step can come again.
        """
        prices, scale = _whole(self._prices())
        best: tuple[int, int] | None = None
        gain = 0
        inside = set(self.basis)
        for variable, (lowest, highest) in enumerate(self.bounds):
            if variable in inside:
                continue
            worth = sum(prices[at] * each for at, each in self.adds[variable])
            costs, full = self.options[variable].costs, self.full[variable]
            up = worth - scale * costs[full] if full < highest else 0
            down = scale * costs[full - 1] - worth if full > lowest else 0
            if max(up, down) > gain:
                best, gain = (variable, 1 if up > down else -1), max(up, down)
                if careful:
                    return best
        for at, condition in enumerate(self.conditions):
            for is_many, price in enumerate((prices[at], -prices[at])):
                better = price - scale * (condition.too_many if is_many else condition.too_few)
                if better > gain:
                    best, gain = (len(self.options) + 2 * at + is_many, 1), better
                    if careful:
                        return best
        return best

    def _go(self, entering: int, way: int) -> bool:
        """Change a variable as far as it goes. Returns whether it went anywhere."""
        is_option = entering < len(self.options)
        column = self._column(entering)
        furthest: Exact | None = 1 if is_option else None
        leaving: int | None = None
        for at, each in enumerate(column):
            rate = way * each
            if rate > 0:
                room = _over(self.values[at], rate)
            elif rate < 0 and self.basis[at] < len(self.options):
                room = _over(1 - self.values[at], -rate)
            else:
                continue
            first = leaving is not None and self.basis[at] < self.basis[leaving]
            if furthest is None or room < furthest or (room == furthest and first):
                furthest, leaving = room, at
        assert furthest is not None, "no cost is below nothing without end"
        self.values = [value - way * each * furthest for value, each in zip(self.values, column, strict=True)]
        if leaving is None:
            self.full[entering] += way
        else:
            self._exchange(leaving, entering, way, furthest, column)
        return furthest != 0

    def _exchange(self, leaving: int, entering: int, way: int, furthest: Exact, column: Sequence[Exact]) -> None:
        """Put a variable into the basis in the place of another, which has gone down to 0 or up to 1."""
        left = self.basis[leaving]
        if way * column[leaving] < 0:
            self.full[left] += 1
        if way < 0:
            self.full[entering] -= 1
        self.basis[leaving] = entering
        self.values[leaving] = furthest if way > 0 else 1 - furthest
        pivot = self.inverse[leaving] = [_over(each, column[leaving]) if each else 0 for each in self.inverse[leaving]]
        for at, times in enumerate(column):
            if at != leaving and times:
                self.inverse[at] = [one - times * other for one, other in zip(self.inverse[at], pivot, strict=True)]


def _over(one: Exact, other: Exact) -> Exact:
    """A quotient, which stays a whole number where it is one: those are reckoned with much quicker."""
    quotient = Fraction(one) / other
    return quotient.numerator if quotient.denominator == 1 else quotient


def _whole(numbers: Sequence[Exact]) -> tuple[list[int], int]:
    """Numbers times what makes whole numbers of them all, and that."""
    scale = lcm(*(each.denominator for each in numbers))
    return [int(each * scale) for each in numbers], scale

"""How a programme draws the cases that are inspected: how many, of which types, and who judges them.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from typing import Annotated

from omi_report.model.base import OneOrMore, Words, as_tuple
from omi_report.model.constraints import Before, Filled, Range
from omi_report.model.record import Record, field

MOST_CASES = 10_000
"""The largest sample: a hundred times that of an inspection."""

SampleSize = Annotated[int, Range(1, MOST_CASES)]
Some = Annotated[int, Range(0, MOST_CASES)]

Which = dict[Words, OneOrMore]
"""Some cases: those that have one of these values of each attribute."""


class Minimum(Record):
    """Cases of a kind of which the sample holds so many at least."""

    name: Words = field(about="what they are called, in the middle of a sentence: cases of high risk of harm")
    where: Annotated[Which, Filled()]
    at_least: SampleSize


class Proportion(Record):
    """Cases of a kind that have at least the share in the sample that they have in the caseload."""

    name: Words = field(about="what they are called, in the middle of a sentence: women")
    where: Annotated[Which, Filled()]


class Sampling(Record):
    """How the sample is drawn from the caseload, and how its cases are given to those who judge them."""

    size: Annotated[tuple[SampleSize, ...], Filled(), Before(as_tuple, SampleSize)] = field(
        about="how many cases; or the fewest and the most: [110, 120]"
    )
    quotas: dict[Words, dict[Words, SampleSize]] = field(
        default={}, about="an attribute, and how many cases of each of its values in the smallest sample"
    )
    minimums: tuple[Minimum, ...] = ()
    proportion: tuple[Proportion, ...] = ()
    reserve: Some = field(default=0, about="how many cases stand by, to replace those that cannot be inspected")
    twice: Some = field(
        default=0, about="how many cases are judged twice, by two who do not know of each other's answers"
    )
    assessors: Annotated[int, Range(0, 100)] = field(
        default=0, about="per cent of the cases that the area's own assessors judge"
    )

    @property
    def least(self) -> int:
        """The size of the smallest sample."""
        return self.size[0]

    @property
    def most(self) -> int:
        """The size of the largest sample."""
        return self.size[-1]

    @property
    def strata(self) -> str:
        """The attribute by whose values quotas are given; empty where there are none."""
        return next(iter(self.quotas), "")

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes that the sampling goes by, each once, in the order in which they are named."""
        wheres = [*(each.where for each in self.minimums), *(each.where for each in self.proportion)]
        named = [*self.quotas, *(name for where in wheres for name in where)]
        return tuple(dict.fromkeys(named))

"""How the answers of an invented area come about: the chance of each, and the words of its scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Case = dict[str, str]
"""A row of the evidence: attributes and answers by the names of their columns."""


@dataclass(frozen=True, slots=True)
class Rate:
    """The chance of an answer above the line, among the cases in which the question is relevant.

    Relevant are, of the cases that the framework's ``applies_to`` leaves, those that have all the
    attributes of ``where``, are above the line in the question ``after``, are below it in
    ``failing`` and have a relevant answer to ``along``; and of these only the part ``share``. A
    case above the line in one of ``implied_by`` is so here too, one above it in ``excluded_by`` is
    not. ``lean`` moves the chance by attribute.
    """

    above: float
    share: float = 1
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after: str = ""
    failing: str = ""
    along: str = ""
    implied_by: tuple[str, ...] = ()
    excluded_by: str = ""
    lean: Mapping[str, float] = field(default_factory=dict)

    @property
    def hangs_on_others(self) -> bool:
        """Whether other questions have to be answered first."""
        return bool(self.after or self.failing or self.along or self.implied_by or self.excluded_by)


class Answers(NamedTuple):
    """The answers of a scale, each side from the best to the worst."""

    above: tuple[str, ...]
    below: tuple[str, ...]
    not_relevant: str = "not-relevant"


@dataclass(frozen=True, slots=True)
class Plan:
    """What the answers of an area follow.

    A summary question is above the line where about the part of its bar, in ``bars``, of the
    answers that it sums up is. ``summed_up`` names these. What a case itself settles stands in
    ``settled``.
    """

    answers: Answers
    rates: Mapping[str, Rate]
    bars: Mapping[str, float]
    summed_up: Callable[[str], tuple[str, ...]]
    settled: Mapping[str, Callable[[Case], bool]] = field(default_factory=dict)

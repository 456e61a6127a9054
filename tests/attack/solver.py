"""An attacker: everything that is published as sums of whole numbers, and between what each hidden number then lies.

He knows the attributes of every case and how many cases each question was relevant in, which is more than any reader
does. The sums are solved exactly, as whole numbers, by HiGHS.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

Terms = Mapping[int, float]


@dataclass
class Attack:
    """Numbers that are not known, and what is known of their sums."""

    most: list[int] = field(default_factory=list)
    known: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def number(self, most: int) -> int:
        """Add a number from 0 to its most, and return its place."""
        self.most.append(most)
        return len(self.most) - 1

    def know(self, places: Iterable[int] | Terms, low: float, high: float | None = None) -> None:
        """Add what is known of a sum: its value, or between what it lies."""
        terms = dict(places) if isinstance(places, Mapping) else dict.fromkeys(places, 1.0)
        self.known.append((terms, low, low if high is None else high))

    def between(self, places: Iterable[int]) -> tuple[int, int] | None:
        """Return the least and the greatest that a sum can be; None where nothing agrees with what is known."""
        aim = np.zeros(len(self.most))
        aim[list(places)] = 1
        ends = [self._solved(sign * aim) for sign in (1, -1)]
        if None in ends:
            return None
        return round(ends[0] or 0), round(-(ends[1] or 0))

    def numbers_with(self, places: Iterable[int], total: int) -> list[int] | None:
        """Return numbers that agree with what is known, some of which have a total; None where there are none."""
        self.know(places, total)
        found = self._solution(np.zeros(len(self.most)))
        self.known.pop()
        return None if found.x is None else [round(number) for number in found.x]

    def _solved(self, aim: Any) -> float | None:
        found = self._solution(aim)
        return None if found.x is None else float(found.fun)

    def _solution(self, aim: Any) -> Any:
        matrix = np.zeros((len(self.known), len(self.most)))
        for row, (terms, _low, _high) in enumerate(self.known):
            for place, weight in terms.items():
                matrix[row, place] = weight
        low, high = ([each[end] for each in self.known] for end in (1, 2))
        return milp(
            aim,
            constraints=LinearConstraint(matrix, low, high),
            bounds=Bounds(np.zeros(len(self.most)), np.array(self.most)),
            integrality=np.ones(len(self.most)),
        )

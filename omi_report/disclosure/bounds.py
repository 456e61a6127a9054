"""Between what whole numbers lie, for all that is known of their sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

ROUNDS = 20
"""How often all sums are gone through; each time tells at least one number better."""


class Sum(NamedTuple):
    """Numbers with their weights, over 0, by their places, and between what their sum must lie."""

    terms: tuple[tuple[int, int], ...]
    low: int
    high: int


@dataclass(slots=True)
class Work:
    """How much work has been done, and how much may be: a number that is looked at is one."""

    most: int
    done: int = 0

    def spend(self, amount: int) -> None:
        """Note some work."""
        self.done += amount

    @property
    def is_over(self) -> bool:
        """Whether all that may be done has been."""
        return self.done >= self.most


def narrowed(least: list[int], most: list[int], sums: Sequence[Sum]) -> bool:
    """Narrow what each number can be at ``least`` and at ``most``; return False where no numbers agree with all sums.

    True does not mean that there are some.
    """
    for _ in range(ROUNDS):
        is_other = False
        for terms, low, high in sums:
            smallest = sum(weight * least[place] for place, weight in terms)
            greatest = sum(weight * most[place] for place, weight in terms)
            if smallest > high or greatest < low:
                return False
            if smallest >= low and greatest <= high:
                continue
            for place, weight in terms:
                up, down = least[place] + (high - smallest) // weight, most[place] - (greatest - low) // weight
                if up < most[place] or down > least[place]:
                    most[place], least[place] = min(up, most[place]), max(down, least[place])
                    is_other = True
                if least[place] > most[place]:
                    return False
        if not is_other:
            break
    return True

"""Chances that come out the same on every machine.

They use ``Random.random`` alone, whose numbers Python promises to keep.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from random import Random


def chance(random: Random, probability: float) -> bool:
    """Say yes with a probability."""
    return random.random() < probability


def one_of(random: Random, weights: Mapping[str, float]) -> str:
    """Choose one of the keys, each as often as its weight is large."""
    mark = random.random() * sum(weights.values())
    for key, weight in weights.items():
        mark -= weight
        if mark < 0:
            return key
    return list(weights)[-1]


def shuffled(random: Random, items: Sequence[str]) -> list[str]:
    """Return the items in an order of chance."""
    left = list(items)
    return [left.pop(int(random.random() * len(left))) for _ in items]


def leaned(probability: float, lean: float) -> float:
    """Move a probability up or down; nothing moves 0 and 1, and 1.0 of lean takes one half to nearly three quarters."""
    if probability in (0, 1):
        return probability
    return 1 / (1 + math.exp(-math.log(probability / (1 - probability)) - lean))

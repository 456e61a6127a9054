"""Many problems in an order and a shape that a person can take in: the worst together, and what is alike folded.

What is alike is of one rule and as severe. In one file it is folded after a few; what stands all over a report is
folded over all files, because nobody mends it file by file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from omi_report.problems import Problem, Severity

SHOWN: Final = 3
"""How many of those that are alike are shown in full."""

SPREAD: Final = 8
"""A rule that has found more than this stands all over a report."""

_RANKS: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_Kind: TypeAlias = "tuple[Severity, str, str]"


@dataclass(frozen=True)
class Fold:
    """Problems that are alike: those to show in full, and the rest, which are counted, perhaps in other files."""

    shown: tuple[Problem, ...]
    rest: tuple[Problem, ...] = ()


def by_severity(problems: Iterable[Problem], *, errors_last: bool) -> list[Problem]:
    """Return problems with the errors first, or on a screen last, where the eye is; the order is kept otherwise."""
    sign = -1 if errors_last else 1
    return sorted(problems, key=lambda problem: sign * _RANKS[problem.severity])


def folded(problems: Sequence[Problem]) -> list[Fold]:
    """Return problems in their order, with those that are alike together at the place of the first."""
    counts = Counter((problem.severity, problem.code) for problem in problems)
    groups: dict[_Kind, list[Problem]] = {}
    for problem in problems:
        spread = counts[problem.severity, problem.code] > SPREAD
        file = "" if spread else problem.location.file
        groups.setdefault((problem.severity, problem.code, file), []).append(problem)
    return [_fold(group) for group in groups.values()]


def _fold(group: list[Problem]) -> Fold:
    if len(group) <= SHOWN + 1:  # one that is folded away would take as much room
        return Fold(tuple(group))
    return Fold(tuple(group[:SHOWN]), tuple(group[SHOWN:]))

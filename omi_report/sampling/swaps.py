"""Which cases of a sample are exchanged for others of their stratum, so that it meets what is asked of it.

As few cases as can be are exchanged. Those come in that have low random numbers, and those go out that have high ones;
among cases of which the sampling asks the same, the lowest and the highest. So chance alone settles between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from omi_report.sampling.whole_numbers import Condition, Option, cheapest

_A_SWAP = 2**96
"""More than twice the random numbers, of 64 bits, of all cases of a sample together."""

_A_SHORTAGE = _A_SWAP * 2**24
_A_STRATUM = _A_SHORTAGE * 2**24
"""One shortage is worse than all swaps, and a stratum of another size worse than all shortages."""


class Candidate(NamedTuple):
    """A case in the draw: its stratum, its random number, whether it was drawn, and which needs it answers."""

    stratum: str
    number: int
    drawn: bool
    answers: frozenset[int]


def swaps(candidates: Sequence[Candidate], needs: Sequence[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of the candidates that come into the sample, and of those that go out of it.

    ``needs`` says how many cases of the sample are to answer each need. As many of these as can be are met: the cases
    that are missing in the end, counted over all needs, are as few as possible.
    """
    missing = [
        asked - sum(need in each.answers for each in candidates if each.drawn) for need, asked in enumerate(needs)
    ]
    if all(each <= 0 for each in missing):
        return frozenset(), frozenset()
    strata = sorted({each.stratum for each in candidates})
    groups = _groups(candidates)
    options = [
        Option(
            tuple(-candidates[at].number if candidates[at].drawn else _A_SWAP + candidates[at].number for at in places),
            _adds(candidates[places[0]], strata, len(needs)),
        )
        for places in groups
    ]
    conditions = [Condition(0, _A_STRATUM, _A_STRATUM) for _stratum in strata]
    conditions += [Condition(each, _A_SHORTAGE, 0) for each in missing]
    moved = {
        at
        for places, times in zip(groups, cheapest(options, conditions, _A_SWAP), strict=True)
        for at in places[:times]
    }
    return (
        frozenset(at for at in moved if not candidates[at].drawn),
        frozenset(at for at in moved if candidates[at].drawn),
    )


def _groups(candidates: Sequence[Candidate]) -> list[list[int]]:
    """The places of candidates that are alike in all but their numbers, those that move first before the others."""
    groups: dict[tuple[str, bool, tuple[int, ...]], list[int]] = {}
    for at in sorted(range(len(candidates)), key=lambda place: candidates[place].number):
        each = candidates[at]
        groups.setdefault((each.stratum, each.drawn, tuple(sorted(each.answers))), []).append(at)
    return [places[::-1] if drawn else places for (_stratum, drawn, _answers), places in sorted(groups.items())]


def _adds(candidate: Candidate, strata: Sequence[str], needs: int) -> tuple[int, ...]:
    """What moving a candidate adds to the size of each stratum and to each need."""
    way = -1 if candidate.drawn else 1
    of_strata = (way * (candidate.stratum == stratum) for stratum in strata)
    return (*of_strata, *(way * (need in candidate.answers) for need in range(needs)))

"""A caseload and a seed → a sample with its reserve, as a framework asks for it.

Each case has a number that its id and the seed give it, and nothing else. Of each stratum the cases with the lowest
numbers are drawn. So the order of the list does not matter, and a case that is added to it, or taken away, changes the
sample by little. Where the draw misses a minimum, cases are exchanged within their strata (`swaps`).
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from omi_report.evidence.tabulate import form_of_id
from omi_report.model.framework import Framework
from omi_report.model.sample import is_of
from omi_report.model.sampling import Sampling, Which
from omi_report.sampling.swaps import Candidate, swaps


@dataclass(frozen=True, slots=True)
class CaseloadCase:
    """A case of the caseload: its id there, its attributes and the team that has it."""

    id: str
    values: Mapping[str, str]
    team: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """Cases of a kind that a sample asks for: how many, how many it has, and how many there are in the caseload."""

    name: str
    where: Which
    asked: int
    drawn: int
    there: int

    @property
    def is_met(self) -> bool:
        """Whether the sample has as many as it asks for."""
        return self.drawn >= self.asked


@dataclass(frozen=True, slots=True)
class Draw:
    """A sample: its cases and those in reserve, both in the order of their numbers, by the value of the strata.

    ``quotas`` and ``needs`` say what was asked and what was drawn. ``outside`` is how many cases of the caseload have a
    value of the strata for which there is no quota: nothing is drawn from them.
    """

    size: int
    sample: tuple[CaseloadCase, ...]
    reserve: tuple[CaseloadCase, ...]
    quotas: tuple[Need, ...]
    needs: tuple[Need, ...]
    swapped: int
    outside: int


def draw(caseload: Sequence[CaseloadCase], sampling: Sampling, seed: str, size: int) -> Draw:
    """Draw a sample of a size. No two cases of the caseload have the same id."""
    strata = sampling.strata
    quotas = quotas_at(sampling, size)
    numbers = {case.id: number_of(case.id, seed) for case in caseload}
    known = sorted(
        (case for case in caseload if not strata or case.values[strata] in quotas),
        key=lambda case: (numbers[case.id], form_of_id(case.id)),
    )
    asked = [(each.name, each.where, each.at_least) for each in sampling.minimums]
    for share in sampling.proportion:
        among = sum(is_of(case.values, share.where) for case in known)
        asked.append((share.name, share.where, -(-_taken(known, strata, quotas) * among // max(1, len(known)))))
    candidates = [
        _Numbered(
            case,
            case.values.get(strata, ""),
            numbers[case.id],
            frozenset(at for at, (_name, where, _asked) in enumerate(asked) if is_of(case.values, where)),
        )
        for case in known
    ]
    chosen, swapped = _chosen(candidates, quotas, [each for _name, _where, each in asked])
    sample = tuple(each.case for each in chosen)
    ids = {each.case.id for each in chosen}
    rest = [each for each in candidates if each.case.id not in ids]
    # its kinds of case are those of the sample: one of a kind with a minimum is replaced by another of it
    in_reserve = [-(-each * sampling.reserve // max(1, size)) for _name, _where, each in asked]
    reserve, _swapped = _chosen(rest, apportioned(sampling.reserve, quotas), in_reserve)
    return Draw(
        size,
        sample,
        tuple(each.case for each in reserve),
        tuple(
            _need(value, {strata: (value,)} if strata else {}, quota, sample, known) for value, quota in quotas.items()
        ),
        tuple(_need(name, where, number, sample, known) for name, where, number in asked),
        swapped,
        len(caseload) - len(known),
    )


def counts_of(cases: Sequence[CaseloadCase], framework: Framework) -> dict[str, dict[str, int]]:
    """Return how many cases have each value of the attributes that the sampling goes by."""
    assert framework.sampling is not None
    found: dict[str, dict[str, int]] = {}
    for name in framework.sampling.attributes:
        found[name] = dict.fromkeys(framework.attributes[name].ids, 0)
        for case in cases:
            found[name][case.values[name]] += 1
    return found


class _Numbered(NamedTuple):
    """A case of the caseload with its stratum, its random number, and which needs it answers."""

    case: CaseloadCase
    stratum: str
    number: int
    answers: frozenset[int]


def _taken(cases: Sequence[CaseloadCase], strata: str, quotas: Mapping[str, int]) -> int:
    """How many cases are drawn: the quotas, as far as there are cases."""
    there = Counter(case.values.get(strata, "") for case in cases)
    return sum(min(quota, there[stratum]) for stratum, quota in quotas.items())


def _chosen(cases: Sequence[_Numbered], quotas: Mapping[str, int], needs: Sequence[int]) -> tuple[list[_Numbered], int]:
    """The first cases of each stratum, some of them exchanged so that needs are met; and how many were exchanged.

    The cases are in the order of their numbers.
    """
    there = dict.fromkeys(quotas, 0)
    candidates: list[Candidate] = []
    for each in cases:
        there[each.stratum] += 1
        candidates.append(
            Candidate(each.stratum, each.number, there[each.stratum] <= quotas[each.stratum], each.answers)
        )
    into, out = swaps(candidates, needs)
    drawn = [each for at, each in enumerate(cases) if (candidates[at].drawn or at in into) and at not in out]
    return drawn, len(into)


def number_of(case: str, seed: str) -> int:
    """Return the random number of a case, from 0 to 2⁶⁴: it follows from the seed and the id alone, however spaced."""
    written = f"{seed}\0{unicodedata.normalize('NFC', form_of_id(case))}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(written).digest()[:8])


def quotas_at(sampling: Sampling, size: int) -> dict[str, int]:
    """Return how many cases of each stratum a sample of a size has; without quotas all cases are one stratum.

    What a sample has beyond the smallest is divided as the quotas are.
    """
    if not sampling.strata:
        return {"": size}
    quotas = sampling.quotas[sampling.strata]
    more = apportioned(max(0, size - sampling.least), quotas)
    return {value: quota + more[value] for value, quota in quotas.items()}


def apportioned(number: int, shares: Mapping[str, int]) -> dict[str, int]:
    """Divide a number of cases by shares, in whole cases: what is left goes to the largest remainders."""
    total = sum(shares.values())
    found = {name: number * share // total for name, share in shares.items()}
    left = number - sum(found.values())
    in_order = sorted(shares, key=lambda name: -(number * shares[name] % total))
    for name in in_order[:left]:
        found[name] += 1
    return found


def _need(name: str, where: Which, asked: int, sample: Sequence[CaseloadCase], known: Sequence[CaseloadCase]) -> Need:
    drawn, there = (sum(is_of(case.values, where) for case in cases) for cases in (sample, known))
    return Need(name, where, asked, drawn, there)

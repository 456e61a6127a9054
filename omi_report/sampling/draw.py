"""A caseload and a seed → a sample with its reserve, as a framework asks for it.

Each case has a number that its id and the seed give it, and nothing else. Of each stratum the cases with the lowest
numbers are drawn. So the order of the list does not matter, and a case that is added to it, or taken away, changes the
sample by little. Where the draw misses a minimum, cases are exchanged within their strata (`swaps`).
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from omi_report.evidence.tabulate import form_of_id
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
    first: list[bool] = []
    there = dict.fromkeys(quotas, 0)
    for case in known:
        stratum = case.values.get(strata, "")
        there[stratum] += 1
        first.append(there[stratum] <= quotas[stratum])
    total = sum(first)
    asked = [(each.name, each.where, each.at_least) for each in sampling.minimums]
    for share in sampling.proportion:
        among = sum(is_of(case.values, share.where) for case in known)
        asked.append((share.name, share.where, -(-total * among // max(1, len(known)))))
    candidates = [
        Candidate(
            case.values.get(strata, ""),
            numbers[case.id],
            drawn,
            frozenset(at for at, (_name, where, _asked) in enumerate(asked) if is_of(case.values, where)),
        )
        for case, drawn in zip(known, first, strict=True)
    ]
    into, out = swaps(candidates, [each for _name, _where, each in asked])
    drawn = [at for at in range(len(known)) if (first[at] or at in into) and at not in out]
    chosen = set(drawn)
    sample = tuple(known[at] for at in drawn)
    rest = [known[at] for at in range(len(known)) if at not in chosen]
    return Draw(
        size,
        sample,
        tuple(_reserve(rest, strata, apportioned(sampling.reserve, quotas))),
        tuple(
            _need(value, {strata: (value,)} if strata else {}, quota, sample, known) for value, quota in quotas.items()
        ),
        tuple(_need(name, where, number, sample, known) for name, where, number in asked),
        len(into),
        len(caseload) - len(known),
    )


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


def _reserve(rest: Sequence[CaseloadCase], strata: str, wanted: Mapping[str, int]) -> list[CaseloadCase]:
    """The next cases of each stratum."""
    left = dict(wanted)
    found = []
    for case in rest:
        stratum = case.values.get(strata, "")
        if left[stratum]:
            left[stratum] -= 1
            found.append(case)
    return found


def _need(name: str, where: Which, asked: int, sample: Sequence[CaseloadCase], known: Sequence[CaseloadCase]) -> Need:
    drawn, there = (sum(is_of(case.values, where) for case in cases) for cases in (sample, known))
    return Need(name, where, asked, drawn, there)

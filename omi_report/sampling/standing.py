"""How a sample stands now: what it was asked for, what it has after cases were replaced, and who judges how many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from omi_report.model.sample import Sample, SampleCase
from omi_report.model.sampling import Sampling, Which
from omi_report.sampling.draw import Need


@dataclass(frozen=True, slots=True)
class JudgeLoad:
    """How many cases a judge has: as the first who judges them, and as the second."""

    judge: str
    role: str
    first: int
    second: int
    capacity: int | None

    @property
    def cases(self) -> int:
        """All of them."""
        return self.first + self.second


def quotas_now(sample: Sample, sampling: Sampling) -> tuple[Need, ...]:
    """Return the quotas with how many cases of each stratum are inspected now."""
    strata = sampling.strata
    return tuple(
        Need(
            each.name, {strata: (each.name,)}, each.asked, _count(sample.inspected, {strata: (each.name,)}), each.there
        )
        for each in sample.drawn.quotas
    )


def needs_now(sample: Sample, sampling: Sampling) -> tuple[Need, ...]:
    """Return the minimums and proportions with how many such cases are inspected now.

    What the framework has come to ask for since the draw, or asks for no more, is left out.
    """
    where = wheres(sampling)
    return tuple(
        Need(each.name, where[each.name], each.asked, _count(sample.inspected, where[each.name]), each.there)
        for each in sample.drawn.needs
        if each.name in where
    )


def wheres(sampling: Sampling) -> dict[str, Which]:
    """Return which cases a minimum or a proportion is about, by its name."""
    shares = {each.name: each.where for each in sampling.proportion}
    return shares | {each.name: each.where for each in sampling.minimums}


def loads(sample: Sample) -> tuple[JudgeLoad, ...]:
    """Return how many cases each judge has."""
    cases = sample.inspected
    return tuple(
        JudgeLoad(
            judge.id,
            judge.role,
            sum(case.judge == judge.id for case in cases),
            sum(case.second == judge.id for case in cases),
            judge.capacity,
        )
        for judge in sample.judges
    )


def _count(cases: Iterable[SampleCase], where: Which) -> int:
    return sum(case.is_of(where) for case in cases)

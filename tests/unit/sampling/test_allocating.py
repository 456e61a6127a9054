"""Cases given to judges, held against all ways in which they could be."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import product

from omi_report.model.sample import Sample, SampleCase
from omi_report.model.sample_record import Judge
from omi_report.model.sampling import Sampling
from omi_report.sampling.allocating import allocated
from tests.sampled import sample_of_cases


def case(number: int, team: str = "") -> SampleCase:
    return SampleCase(f"C{number:03}", "sample", number + 1, {}, team)


def asked(size: int, assessors: int, twice: int) -> Sampling:
    return Sampling(size=(size,), assessors=assessors, twice=twice)


def random_sample(chance: random.Random) -> Sample:
    cases = [case(number, chance.choice(["N", "S", "E", ""])) for number in range(chance.randint(1, 6))]
    judges = [
        Judge(
            id=f"j-{number}",
            role=chance.choice(["inspector", "assessor"]),
            team=chance.choice(["N", "S", None]),
            capacity=chance.choice([None, 0, 1, 2, 3]),
        )
        for number in range(chance.randint(1, 4))
    ]
    return sample_of_cases(cases, judges)


def most_by_assessors(sample: Sample, share: int) -> int:
    """How many first judgements assessors could give, up to their share."""
    assessors = [each for each in sample.judges if each.is_assessor]
    best = 0
    for chosen in product([None, *assessors], repeat=len(sample.cases)):
        pairs = [(each, judge) for each, judge in zip(sample.cases, chosen, strict=True) if judge]
        counts = Counter(judge.id for _case, judge in pairs)
        if all(not each.team or judge.team != each.team for each, judge in pairs) and all(
            judge.capacity is None or counts[judge.id] <= judge.capacity for judge in assessors
        ):
            best = max(best, min(share, len(pairs)))
    return best


def test_as_many_cases_go_to_assessors_as_can() -> None:
    chance = random.Random(3)
    for _ in range(120):
        sample = random_sample(chance)
        percent = chance.choice([0, 33, 50, 100])
        share = (2 * len(sample.cases) * percent + 100) // 200
        found = allocated(sample, asked(len(sample.cases), percent, 0))
        roles = {each.id: each.is_assessor for each in sample.judges}
        assert sum(roles.get(each.judge, False) for each in found.sample.cases) == most_by_assessors(sample, share)


def test_nobody_judges_twice_or_their_own_team_or_more_than_they_can() -> None:
    chance = random.Random(4)
    for _ in range(300):
        sample = random_sample(chance)
        rule = asked(len(sample.cases), chance.choice([0, 33, 100]), chance.randint(0, 4))
        found = allocated(sample, rule)
        assert allocated(sample, rule) == found
        judges = {each.id: each for each in sample.judges}
        load: Counter[str] = Counter()
        for each in found.sample.cases:
            assert not each.second or (each.judge and each.judge != each.second)
            for given in filter(None, (each.judge, each.second)):
                load[given] += 1
                assert not (judges[given].is_assessor and each.team and judges[given].team == each.team)
        assert all(each.capacity is None or load[each.id] <= each.capacity for each in sample.judges)
        if not any(each.capacity is not None for each in sample.judges) and len({*judges}) > 1:
            roles = {each.is_assessor for each in sample.judges}
            assert roles == {True} or all(each.judge for each in found.sample.cases)


def test_the_method_of_the_published_reports() -> None:
    cases = [case(number, ["North", "South", "East"][number % 3]) for number in range(110)]
    inspectors = [Judge(id=f"inspector-{number}") for number in range(6)]
    assessors = [Judge(id=f"assessor-{team.lower()}", role="assessor", team=team) for team in ("North", "South")]
    found = allocated(sample_of_cases(cases, [*inspectors, *assessors]), asked(110, 33, 11))
    assert not found.lacking
    first = Counter(each.judge for each in found.sample.cases)
    second = Counter(each.second for each in found.sample.cases if each.second)
    assert sum(first[each.id] for each in assessors) == 36
    assert sum(second.values()) == 11
    total = first + second
    assert max(total[each.id] for each in inspectors) - min(total[each.id] for each in inspectors) <= 1
    assert abs(total["assessor-north"] - total["assessor-south"]) <= 1
    assert all((each.judge[0] == "a") != (each.second[0] == "a") for each in found.sample.cases if each.second)


def test_who_has_a_case_keeps_it() -> None:
    cases = [case(number) for number in range(6)]
    judges = [Judge(id="i-1"), Judge(id="i-2"), Judge(id="a-1", role="assessor")]
    kept = [replace(cases[0], judge="i-2", second="a-1"), replace(cases[1], judge="a-1"), *cases[2:]]
    rule = asked(6, 33, 1)
    found = allocated(sample_of_cases(kept, judges), rule).sample.cases
    assert found[:2] == (kept[0], kept[1])
    assert all(each.judge for each in found)
    assert sum(bool(each.second) for each in found) == 1
    anew = allocated(sample_of_cases(kept, judges), rule, anew=True).sample
    assert anew == allocated(sample_of_cases(cases, judges), rule).sample


def test_a_team_is_the_same_in_other_letters() -> None:
    cases = [case(number, "North  Side") for number in range(4)]
    judges = [
        Judge(id="i-1"),
        Judge(id="a-1", role="assessor", team="north side"),
        Judge(id="a-2", role="assessor", team="Nroth"),
    ]
    sample = sample_of_cases(cases, judges)
    assert {each.judge for each in allocated(sample, asked(4, 50, 0)).sample.cases} == {"i-1", "a-2"}
    assert [each.id for each in sample.judges_of_no_team] == ["a-2"]
    assert not sample_of_cases([case(1)], judges).judges_of_no_team


def test_what_cannot_be_met_is_told() -> None:
    cases = [case(number, "North") for number in range(4)]
    judges = [Judge(id="i-1", capacity=3), Judge(id="a-1", role="assessor", team="North")]
    found = allocated(sample_of_cases(cases, judges), asked(4, 50, 2))
    assert [tuple(each) for each in found.lacking] == [("judged", 4, 3), ("assessors", 2, 0), ("twice", 2, 0)]

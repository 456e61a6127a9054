"""A case that cannot be inspected → the next one of the reserve in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from omi_report.errors import OmiError
from omi_report.model.sample import Sample, SampleCase
from omi_report.model.sampling import Sampling
from omi_report.sampling.draw import Need
from omi_report.sampling.standing import needs_now


class ReplacingError(OmiError):
    """A case cannot be replaced; the message says why."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A sample in which a case was replaced: the case that came in, and the minimums that are not met any more."""

    sample: Sample
    case: SampleCase
    missed: tuple[Need, ...]


def replaced(sample: Sample, sampling: Sampling, case: str, reason: str) -> Replaced:
    """Take a case out of a sample, for a reason, and the next of the reserve of its stratum into it.

    The next is the first with which all minimums are met that were met before. Where none is such a one, it is the
    first of those that miss fewest. Nobody judges it yet. Raises ReplacingError where the case is not inspected, or
    where nothing is left in reserve.
    """
    out = next((each for each in sample.cases if each.case == case), None)
    if out is None:
        raise ReplacingError(f"there is no case «{case}» in the sample")
    if out.place != "sample":
        why = "stands in reserve" if out.place == "reserve" else "was withdrawn already"
        raise ReplacingError(f"the case {case} {why}: only a case that is inspected can be replaced")
    strata = sampling.strata
    stratum = out.values.get(strata, "")
    reserve = sorted(
        (each for each in sample.at("reserve") if each.values.get(strata, "") == stratum), key=lambda each: each.order
    )
    if not reserve:
        named = f" with {strata} {stratum}" if strata else ""
        raise ReplacingError(f"no case{named} is left in reserve, so that {case} cannot be replaced")
    before = {each.name for each in needs_now(sample, sampling) if each.is_met}
    found = [_with(sample, out, each, reason, strata) for each in reserve]
    missed = [
        tuple(each for each in needs_now(one, sampling) if each.name in before and not each.is_met) for one in found
    ]
    best = min(range(len(found)), key=lambda at: (_short(missed[at]), at))
    came = next(each for each in found[best].cases if each.case == reserve[best].case)
    return Replaced(found[best], came, missed[best])


def _with(sample: Sample, out: SampleCase, into: SampleCase, reason: str, strata: str) -> Sample:
    last = max(
        each.order
        for each in sample.cases
        if each.place != "reserve" and each.values.get(strata, "") == out.values.get(strata, "")
    )
    changed = {
        out.case: replace(out, place="withdrawn", reason=reason, judge="", second=""),
        into.case: replace(into, place="sample", order=last + 1),
    }
    return replace(sample, cases=tuple(changed.get(each.case, each) for each in sample.cases))


def _short(needs: Iterable[Need]) -> int:
    return sum(each.asked - each.drawn for each in needs)

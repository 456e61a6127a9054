"""46 invented cases: their attributes, which hang together as those of real ones would.

No case stands for anybody, and the area does not exist.
"""

from __future__ import annotations

from random import Random

from tests.invented.chance import chance, one_of, shuffled
from tests.invented.rates import Case

CASE_TYPES = {"pre-court": 6, "first-tier": 14, "community": 20, "custody": 6}

_ROH = {
    "pre-court": {"low": 80, "medium": 20},
    "first-tier": {"low": 60, "medium": 35, "high": 5},
    "community": {"low": 25, "medium": 55, "high": 20},
    "custody": {"medium": 35, "high": 55, "very-high": 10},
}
_VULNERABILITY = {
    "pre-court": {"low": 60, "medium": 30, "high": 10},
    "first-tier": {"low": 45, "medium": 45, "high": 10},
    "community": {"low": 30, "medium": 45, "high": 25},
    "custody": {"low": 10, "medium": 45, "high": 45},
}
_AGE = {
    "pre-court": {"under-16": 70, "16-17": 30},
    "first-tier": {"under-16": 55, "16-17": 45},
    "community": {"under-16": 35, "16-17": 55, "18-over": 10},
    "custody": {"under-16": 10, "16-17": 70, "18-over": 20},
}


def cases(random: Random) -> list[Case]:
    """Make the cases of the sample, in an order of chance."""
    kinds = [kind for kind, number in CASE_TYPES.items() for _ in range(number)]
    return [_case(number, kind, random) for number, kind in enumerate(shuffled(random, kinds), start=1)]


def _case(number: int, kind: str, random: Random) -> Case:
    roh, vulnerability = one_of(random, _ROH[kind]), one_of(random, _VULNERABILITY[kind])
    vulnerable, dangerous = vulnerability in ("high", "very-high"), roh in ("high", "very-high")
    looked_after = chance(random, 0.5 if vulnerable else 0.08)
    case = {
        "case": f"TM-{number:02}",
        "case_type": kind,
        "sex": one_of(random, {"male": 80, "female": 20}),
        "age": one_of(random, _AGE[kind]),
        "ethnicity": one_of(random, {"white": 86, "minority-ethnic": 12, "not-recorded": 2}),
        "roh": roh,
        "vulnerability": vulnerability,
    }
    flags = {
        "looked_after": looked_after,
        "social_care": looked_after or chance(random, 0.6 if vulnerable else 0.15),
        "victim": chance(random, 0.8 if roh != "low" else 0.5),
        "court_report": kind == "custody" or (kind == "community" and chance(random, 0.9)),
        "mappa": dangerous and chance(random, 0.6),
        "substance_misuse": chance(random, 0.45),
    }
    return case | {name: "yes" if flag else "no" for name, flag in flags.items()}

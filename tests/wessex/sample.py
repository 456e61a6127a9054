"""110 invented cases: their attributes, which hang together as those of real ones would.

No case stands for anybody, and the area does not exist.
"""

from __future__ import annotations

from random import Random

from tests.invented.chance import chance, one_of, shuffled
from tests.invented.rates import Case

CASE_TYPES = {"community": 60, "licence": 40, "custody": 10}

_ROH = {
    "community": {"low": 32, "medium": 56, "high": 12},
    "licence": {"low": 14, "medium": 54, "high": 28, "very-high": 4},
    "custody": {"low": 10, "medium": 50, "high": 35, "very-high": 5},
}
_TIER = {
    "low": {"1": 45, "2": 40, "3": 15},
    "medium": {"2": 35, "3": 55, "4": 10},
    "high": {"3": 55, "4": 45},
    "very-high": {"4": 100},
}
_MAPPA = {
    "low": {"none": 95, "level-1": 5},
    "medium": {"none": 82, "level-1": 15, "level-2": 3},
    "high": {"none": 35, "level-1": 15, "level-2": 45, "level-3": 5},
    "very-high": {"level-2": 40, "level-3": 60},
}


def cases(random: Random) -> list[Case]:
    """Make the cases of the sample, in an order of chance."""
    kinds = [kind for kind, number in CASE_TYPES.items() for _ in range(number)]
    return [_case(number, kind, random) for number, kind in enumerate(shuffled(random, kinds), start=1)]


def _case(number: int, kind: str, random: Random) -> Case:
    roh = one_of(random, _ROH[kind])
    ppo = chance(random, 0.04 if kind == "community" else 0.16)
    case = {
        "case": f"WX-{number:03}",
        "case_type": kind,
        "tier": "4" if ppo else one_of(random, _TIER[roh]),
        "roh": roh,
        "mappa": one_of(random, _MAPPA[roh]),
        "gender": one_of(random, {"male": 88, "female": 12}),
        "ethnicity": one_of(random, {"white": 90, "minority-ethnic": 8, "not-recorded": 2}),
    }
    flags = _before_sentence(case, random) | _requirements(case, random) | _needs(case, random)
    case |= {name: "yes" if flag else "no" for name, flag in ({"ppo": ppo} | flags).items()}
    return case


def _before_sentence(case: Case, random: Random) -> dict[str, bool]:
    kind = case["case_type"]
    psr = chance(random, {"community": 0.85, "licence": 0.4, "custody": 0.5}[kind])
    return {
        "psr": psr,
        "eoasys": psr and chance(random, 0.6),
        "oasys_scored": case["tier"] != "1" or chance(random, 0.4),
        "self_harm_concern": chance(random, 0.3 if kind == "custody" else 0.13),
    }


def _requirements(case: Case, random: Random) -> dict[str, bool]:
    """What the sentence consists of: custody and licences by what they are, orders by their requirements."""
    kind, dangerous = case["case_type"], case["roh"] in ("high", "very-high")
    order, licence, custody = kind == "community", kind == "licence", kind == "custody"
    unpaid_work = order and chance(random, 0.9 if case["tier"] == "1" else 0.4)
    supervision = not order or case["tier"] != "1" or not unpaid_work
    return {
        "approved_premises": licence and chance(random, 0.45 if dangerous else 0.06),
        "unpaid_work": unpaid_work,
        "supervision": supervision,
        "programme": supervision and chance(random, 0.28 if case["tier"] in ("3", "4") else 0.06),
        "drr": order and supervision and chance(random, 0.17),
        "electronic_monitoring": not custody and chance(random, 0.15),
        "recalled": licence and chance(random, 0.18),
        "parole": not order and dangerous and chance(random, 0.4),
        "moved_prison": custody and chance(random, 0.5),
        "long_custody": custody and chance(random, 0.7),
        "transferred_in": chance(random, 0.08),
    }


def _needs(case: Case, random: Random) -> dict[str, bool]:
    """What the offender needs, and whom the offender could harm."""
    dangerous, custodial = case["roh"] in ("high", "very-high"), case["case_type"] != "community"
    violence = case["gender"] == "male" and chance(random, 0.1 if case["roh"] == "low" else 0.3)
    return {
        "domestic_violence": violence,
        "child_safeguarding": chance(random, 0.5 if violence else 0.14),
        "victim_contact": custodial and chance(random, 0.6 if dangerous else 0.25),
        "victim_safety": violence or chance(random, 0.5 if dangerous else 0.15),
        "basic_skills_need": chance(random, 0.24),
        "singleton": (case["gender"] == "female" or case["ethnicity"] == "minority-ethnic") and chance(random, 0.3),
        "change_in_roh": chance(random, 0.4 if dangerous else 0.2),
    }

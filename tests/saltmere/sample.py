"""60 invented cases: their attributes, which hang together as those of real ones would.

No case stands for anybody, and the area does not exist.
"""

from __future__ import annotations

from random import Random

from tests.invented.chance import chance, one_of, shuffled
from tests.invented.rates import Case

SENTENCES = {"community-order": 24, "suspended-sentence": 15, "licence": 21}

_ROSH = {
    "community-order": {"low": 25, "medium": 65, "high": 10},
    "suspended-sentence": {"low": 20, "medium": 70, "high": 10},
    "licence": {"low": 5, "medium": 45, "high": 45, "very-high": 5},
}


def cases(random: Random) -> list[Case]:
    """Make the cases of the sample, in an order of chance."""
    sentences = [sentence for sentence, number in SENTENCES.items() for _ in range(number)]
    return [_case(number, each, random) for number, each in enumerate(shuffled(random, sentences), start=1)]


def _case(number: int, sentence: str, random: Random) -> Case:
    rosh = one_of(random, _ROSH[sentence])
    sex = one_of(random, {"male": 82, "female": 18})
    abuse = sex == "male" and rosh != "low" and chance(random, 0.55)
    children = rosh != "low" and chance(random, 0.6 if abuse else 0.25)
    return {
        "case": f"SM-{number:03}",
        "sentence": sentence,
        "sex": sex,
        "age": one_of(random, {"young": 18, "middle": 64, "older": 18}),
        "ethnicity": one_of(random, {"white": 82, "minority": 14, "not-recorded": 4}),
        "disability": one_of(random, {"yes": 32, "no": 62, "not-recorded": 6}),
        "rosh": rosh,
        "domestic_abuse": "yes" if abuse else "no",
        "children": "yes" if children else "no",
    }

"""`python -m tests.tarnmouth.generate`: write the evidence of areas/tarnmouth anew.

Tarnmouth is an invented area, and so is every case and answer here; a test holds the files against
what ``files`` returns.
"""

from __future__ import annotations

from random import Random

from tests.invented.evidence import AREAS, evidence, framework_of, write
from tests.invented.rates import Answers, Plan
from tests.invented.surveys import Asked, Survey
from tests.tarnmouth.rates import RATES
from tests.tarnmouth.sample import cases

TARNMOUTH = AREAS / "tarnmouth"
SEED = 2001

# The framework has no summary questions.
_PLAN = Plan(Answers(("yes",), ("no",)), RATES, bars={}, summed_up=lambda _: ())

_SURVEYS = {
    "young-people": Survey(
        31,
        {
            "knew-why": Asked(0.94),
            "knew-what-would-happen": Asked(0.9),
            "listened": Asked(0.94),
            "took-action": Asked(0.85),
            "plan-discussed": Asked(0.84, 0.95),
            "plan-own": Asked(0.6, 0.9),
            "afraid": Asked(0.2),
            "helped-when-afraid": Asked(0.8, 0.2),
            "school-better": Asked(0.66, 0.9),
            "less-likely": Asked(0.8, 0.95),
            "treated-fairly": Asked(0.94),
        },
    ),
    "victims": Survey(
        9,
        {
            "explained": Asked(0.9),
            "needs-considered": Asked(0.8),
            "chance-to-talk": Asked(0.8),
            "safety": Asked(0.7, 0.8),
            "benefit": Asked(0.55, 0.9),
            "satisfied": Asked(0.8),
        },
    ),
}


def files() -> dict[str, str]:
    """Return the text of every file of evidence, by its path inside of the area."""
    return evidence(framework_of(TARNMOUTH), cases(Random(f"{SEED} cases")), _PLAN, _SURVEYS, SEED)


if __name__ == "__main__":
    write(TARNMOUTH, files())

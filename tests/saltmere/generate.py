"""`python -m tests.saltmere.generate`: write the evidence of areas/saltmere anew.

Saltmere is an invented area, and so is every case and answer here; a test holds the files against
what ``files`` returns.
"""

from __future__ import annotations

from random import Random

from tests.invented.evidence import AREAS, evidence, framework_of, write
from tests.invented.rates import Answers, Plan
from tests.saltmere.rates import BARS, RATES
from tests.saltmere.sample import cases
from tests.saltmere.surveys import SURVEYS

SALTMERE = AREAS / "saltmere"
SEED = 2023


def files() -> dict[str, str]:
    """Return the text of every file of evidence, by its path inside of the area."""
    plan = Plan(Answers(("yes",), ("no",)), RATES, BARS, _of_its_key_question)
    return evidence(framework_of(SALTMERE), cases(Random(f"{SEED} cases")), plan, SURVEYS, SEED)


def _of_its_key_question(summary: str) -> tuple[str, ...]:
    """The three prompts before a summary question: 2.1.5, 2.1.6 and 2.1.7 for 2.1.8."""
    standard, _, last = summary.rpartition(".")
    return tuple(f"{standard}.{number}" for number in range(int(last) - 3, int(last)))


if __name__ == "__main__":
    write(SALTMERE, files())

"""`python -m tests.wessex.generate`: write the evidence of areas/wessex anew.

Wessex is an invented area, and so is every case and answer here; a test holds the files against
what ``files`` returns.
"""

from __future__ import annotations

from random import Random

from omi_report.model.framework import Framework
from tests.invented.evidence import AREAS, evidence, framework_of, write
from tests.invented.rates import Answers, Plan
from tests.wessex.rates import BARS, RATES
from tests.wessex.sample import cases
from tests.wessex.surveys import SURVEYS

WESSEX = AREAS / "wessex"
SEED = 1874


def files() -> dict[str, str]:
    """Return the text of every file of evidence, by its path inside of the area."""
    framework = framework_of(WESSEX)
    return evidence(framework, cases(Random(f"{SEED} cases")), _plan(framework), SURVEYS, SEED)


def _plan(framework: Framework) -> Plan:
    """A summary question sums up its criterion; 1.1.1 asks whether a report was prepared."""

    def of_its_criterion(summary: str) -> tuple[str, ...]:
        criterion = summary.rpartition(".")[0]
        ids = (each.id for each in framework.questions.values() if not each.summary)
        return tuple(each for each in ids if each.rpartition(".")[0] == criterion)

    return Plan(
        Answers(("excellent", "sufficient"), ("insufficient", "poor")),
        RATES,
        BARS,
        of_its_criterion,
        settled={"1.1.1": lambda case: case["psr"] == "yes"},
    )


if __name__ == "__main__":
    write(WESSEX, files())

"""OMI208: a percentage in a text contradicts the count that it stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omi_report.lint.rules.figures.neighbours import disagree, neighbours
from omi_report.lint.rules.figures.statements import Passage, Stated, each_passage
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import percent_text

RULE = Rule(
    "OMI208",
    "contradicting-neighbour",
    Severity.ERROR,
    "A percentage in brackets is not that of the count and base that it stands beside, whether they are literals "
    "or figures by name.",
    "One of the two is wrong, and the sentence shows it.",
    bad="A visit had been made in {{ home-visit-prompt | count }} cases (45%).",
    good="A visit had been made in {{ home-visit-prompt | count }} cases ({{ home-visit-prompt }}).",
)


@each_passage()
def check(passage: Passage) -> Iterator[Problem]:
    """Compare each percentage with the count beside it."""
    for percent, count in neighbours(passage):
        if disagree(percent, count):
            message = f"{percent.text} stands beside {_beside(percent, count)}"
            yield passage.problem(RULE, percent, message, _hint(passage.scope, percent, count))


def _beside(percent: Stated, count: Stated) -> str:
    number, base = count.quantity.count, count.quantity.base
    if not base:
        return f"{number}, which is not {percent.text} of any number"
    return f"{number} of {base}, which is {_computed(percent, count)}%"


def _computed(percent: Stated, count: Stated) -> str:
    return percent_text(Fraction(100 * (count.quantity.count or 0), count.quantity.base or 1), percent.quantity.places)


def _hint(scope: str, percent: Stated, count: Stated) -> str:
    if not count.quantity.base:
        return "correct the percentage or the count"
    if count.name:
        use = count.name.removeprefix(f"{scope}/") + " | rest" * count.rest
        return f"write {{{{ {use} }}}}, or say what the percentage is of"
    return f"write {_computed(percent, count)}%, or correct the count"

"""Evidence that differs from an area's own, and agrees with all that an attacker has read of its report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.attack.random_reports import Made
from tests.attack.test_attack import MINIMUM, Answers, Attacker, Wanted

Rows = tuple[dict[str, str], ...]


def twins(made: Made, attacker: Attacker, wanted: Wanted) -> Iterator[Made]:
    """Yield areas in which a hidden number is another one that is small too."""
    family = attacker.families[wanted.source, wanted.question]
    places, truth = family.of(wanted.answers, wanted.where), wanted.size(made)
    for size in range(MINIMUM):
        if size != truth and (numbers := attacker.attack.numbers_with(places, size)):
            yield _with_numbers(made, attacker, numbers)


def _with_numbers(made: Made, attacker: Attacker, numbers: Sequence[int]) -> Made:
    cases, people = made.cases, made.people
    for (source, question), family in attacker.families.items():
        if source:
            people = _answered(people, question, family, numbers)
        else:
            cases = _answered(cases, question, family, numbers)
    return replace(made, cases=cases, people=people)


def _answered(rows: Rows, question: str, family: Answers, numbers: Sequence[int]) -> Rows:
    """Rows with so many answers of each to a question as is wanted in each kind of row; the rest are blank."""
    left: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for (kind, answer), place in family.places.items():
        left[kind] += [answer] * numbers[place]
    found = []
    for row in rows:
        waiting = left[tuple(row[name] for name in family.names)]
        is_asked = family.may_be_blank or bool(row[question])
        found.append(row | {question: waiting.pop() if is_asked and waiting else ""})
    assert not any(left.values())
    return tuple(found)

"""The scores of parts of a sample: one set of scores for each value of an attribute, or for each two and more."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from omi_report.errors import TooManyPartsError, UnknownNameError
from omi_report.model.area import Area
from omi_report.problems import meant_or_all
from omi_report.scoring.results import Scores
from omi_report.scoring.score import expect_cases, score_area

MOST_PARTS = 400
"""So many parts of a sample are scored at once, those of everybody among them."""

Where: TypeAlias = tuple[tuple[str, str], ...]
"""A part of the sample: the value of each attribute that narrows it; empty for all cases."""

EVERYBODY: Where = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The cases that have some values, with their scores; ``cases`` is how many, ``names`` what the values are called.

    ``dropped`` are the questions that count for all cases, and that are relevant in none of these.
    """

    where: Where
    names: tuple[str, ...]
    cases: int
    scores: Scores
    dropped: frozenset[str] = frozenset()


def score_where(area: Area, where: Mapping[str, str | Iterable[str]]) -> Scores:
    """Score the cases whose attributes all have the value, or one of the values, given for them.

    Raises UnknownNameError for an attribute or a value that the framework does not have, NoEvidenceError where there
    are no cases.
    """
    wanted = {name: (values,) if isinstance(values, str) else tuple(values) for name, values in where.items()}
    for attribute, values in wanted.items():
        known = _values(area, attribute)
        for value in values:
            if value not in known:
                hint = meant_or_all(value, known)
                raise UnknownNameError(f"the attribute {attribute} has no value «{value}»: {hint}")
    expect_cases(area)
    return score_area(area, wanted)


def by_attributes(area: Area, attributes: Sequence[str]) -> tuple[Group, ...]:
    """Score the cases of each combination of values of some attributes, and of each of fewer of them, down to none.

    They stand in the framework's order; after the values of an attribute come the cases of all of these, so that all
    cases of the sample are the last group.

    Raises UnknownNameError where the framework has no such attribute or one is named twice, TooManyPartsError where
    there would be more than `MOST_PARTS`, NoEvidenceError where there are no cases.
    """
    values = [_values(area, attribute) for attribute in attributes]
    twice = next((each for each in attributes if attributes.count(each) > 1), None)
    if twice:
        raise UnknownNameError(f"the attribute {twice} is named twice: name each once")
    parts = math.prod(len(each) + 1 for each in values)
    if parts > MOST_PARTS:
        raise TooManyPartsError(f"that makes {parts:,} parts of the sample, and {MOST_PARTS} are the most: name fewer")
    expect_cases(area)
    whole = score_area(area, {})
    asked = _relevant(whole)
    groups = []
    for chosen in product(*((*each, None) for each in values)):
        where = tuple(
            (attribute, value) for attribute, value in zip(attributes, chosen, strict=True) if value is not None
        )
        scores = score_area(area, {attribute: (value,) for attribute, value in where}) if where else whole
        names = tuple(area.framework.attributes[attribute].names[value] for attribute, value in where)
        dropped = asked - _relevant(scores) if scores.cases else frozenset[str]()
        groups.append(Group(where, names, scores.cases or 0, scores, dropped))
    return tuple(groups)


def _relevant(scores: Scores) -> frozenset[str]:
    """The questions that are relevant in some case."""
    return frozenset(each.id for result in scores.criteria.values() for each in result.questions if each.base)


def _values(area: Area, attribute: str) -> tuple[str, ...]:
    known = area.framework.attributes
    if attribute not in known:
        raise UnknownNameError(f"the framework has no attribute «{attribute}»: {meant_or_all(attribute, known)}")
    return known[attribute].ids

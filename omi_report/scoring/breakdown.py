"""The scores of parts of a sample: one set of scores for each value of an attribute."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from omi_report.errors import UnknownNameError
from omi_report.model.area import Area
from omi_report.problems import meant_or_all
from omi_report.scoring.results import Scores
from omi_report.scoring.score import expect_cases, score_area


@dataclass(frozen=True, slots=True)
class Group:
    """The cases that have one value of an attribute, with their scores; ``cases`` is how many."""

    value: str
    name: str
    cases: int
    scores: Scores


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


def by_attribute(area: Area, attribute: str) -> tuple[Group, ...]:
    """Score the cases of each value of an attribute, in the framework's order.

    Raises UnknownNameError where the framework has no such attribute, NoEvidenceError where there are no cases.
    """
    values = _values(area, attribute)
    expect_cases(area)
    groups = []
    for value in values:
        scores = score_area(area, {attribute: (value,)})
        groups.append(Group(value, area.framework.attributes[attribute].names[value], scores.cases or 0, scores))
    return tuple(groups)


def _values(area: Area, attribute: str) -> tuple[str, ...]:
    known = area.framework.attributes
    if attribute not in known:
        raise UnknownNameError(f"the framework has no attribute «{attribute}»: {meant_or_all(attribute, known)}")
    return known[attribute].ids

"""For random frameworks and random areas omi's scores and ratings are those of the reference, item by item."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import assume, given, strategies as st

from omi_report import api
from omi_report.problems import Severity
from tests.ratings.plain_items import Item, items_of
from tests.ratings.random_areas import Programme, programmes, write
from tests.ratings.reference import POINTS, Outcome, Outcomes, work_out

STATED = {"OMI211", "OMI401"}
"""What may be wrong with a random area: a score that is not that of the evidence, and a reason that is missing."""


@given(programmes())
def test_scores_and_ratings_are_those_of_the_reference(programme: Programme) -> None:
    with tempfile.TemporaryDirectory() as folder:
        area = api.load(write(Path(folder), programme))
        errors = [each for each in api.validate(area).problems if each.severity is Severity.ERROR]
    assert [each for each in errors if each.code not in STATED] == []
    expected = work_out(programme.framework, programme.area)
    assert_same(area.scores, expected, programme)


@given(programmes(), st.sampled_from([{"case_type": ["licence"]}, {"tier": ["1", "3"], "case_type": ["community"]}]))
def test_a_part_of_the_sample_is_scored_so_too(programme: Programme, where: dict[str, list[str]]) -> None:
    assume(programme.area.cases is not None)
    with tempfile.TemporaryDirectory() as folder:
        scores = api.score(write(Path(folder), programme), where)
    assert_same(scores, work_out(programme.framework, programme.area, where), programme)


def assert_same(scores: api.Scores, expected: Outcomes, programme: Programme) -> None:
    """Compare item by item, and question by question."""
    for item in items_of(programme.framework):
        if item.rule is not None:
            wanted = wanted_of(item, expected[item.level, item.name], programme.area.cases is None)
            found = found_of(scores.by_name[item.name or "overall"])
            assert {key: found[key] for key in wanted} == wanted, f"{item.level} {item.name}: {item.rule}"
    asked = {name: o.score for (level, name), o in expected.items() if level == "question" and o.score is not None}
    rows = [row for row in scores.question_rows() if row["base"]]
    assert {row["question"]: Fraction(100 * row["count"], row["base"]) for row in rows} == asked


def wanted_of(item: Item, outcome: Outcome, is_published: bool) -> dict[str, Any]:
    """What the reference says of an item, as far as there is something to compare."""
    wanted = {"score": outcome.score, "concluded": outcome.concluded}
    if outcome.score is not None:
        wanted |= {"printed": outcome.printed, "unit": outcome.form.unit}
        if outcome.form.unit == POINTS:
            wanted["most"] = outcome.form.most
    elif is_published and outcome.before is None and outcome.concluded is not None:
        return wanted  # a rating that stands as it was published
    lacks = outcome.score is None if outcome.scale is None else outcome.after is None
    return wanted | {"before": outcome.before, "after": outcome.after, "says why": lacks}


def found_of(result: Any) -> dict[str, Any]:
    """What omi says of an item."""
    score = result.score if isinstance(result.score, api.Scored) else None
    return {
        "score": score and score.value,
        "printed": score and Fraction(score.printed),
        "unit": score and score.unit,
        "most": score and score.out_of,
        "before": result.unlimited and result.unlimited.id,
        "after": result.band and result.band.id,
        "concluded": result.conclusion and result.conclusion.id,
        "says why": result.lacking is not None,
    }

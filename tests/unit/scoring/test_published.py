"""Scores and ratings that an area publishes, of which the exact scores are not known."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from omi_report.scoring.results import RatedResult, Scored
from tests.changes import change
from tests.samples import inspected

SECTION = "section: {of: criteria, take: mean, scores: printed, scale: bands}"
THREAD = "thread: {of: questions, take: mean}"


def result(area: Path, name: str) -> RatedResult:
    return inspected(area).scores.by_name[name]


def score_of(area: Path, name: str) -> Fraction:
    score = result(area, name).score
    assert isinstance(score, Scored)
    return score.value


def test_a_limit_on_a_score_of_which_the_rating_alone_is_published_leaves_no_rating(small_area: Path) -> None:
    limit = "limits: [{when: {number: 1.10, below: 60}, at_most: poor}]"
    change(
        small_area / "framework.yaml",
        SECTION,
        f"section: {{of: criteria, take: lowest, by: rating, scale: bands, {limit}}}",
    )
    change(small_area / "criteria/1.10.yaml", "score: 51", "rating: good\nrating_reason: All plans were there.")
    found = result(small_area, "1")
    assert (found.unlimited and found.unlimited.id, found.band) == ("good", None)
    assert found.lacking is not None
    assert found.lacking.key == "a limit looks at %(item)s, which has no result"


@pytest.mark.parametrize(("published", "stands"), [(71, True), (72, True), (70, False), (73, False)])
def test_a_lowest_score_stands_as_far_as_those_below_it_may_have_been_rounded(
    small_area: Path, published: int, stands: bool
) -> None:
    change(small_area / "framework.yaml", SECTION, SECTION.replace("printed", "exact"))
    change(small_area / "framework.yaml", THREAD, "thread: {of: sections, take: lowest}")
    change(small_area / "criteria/1.10.yaml", "score: 51", "score: 71")
    change(small_area / "summary.yaml", "score: 71", f"score: {published}")
    assert score_of(small_area, "1") == Fraction(143, 2)  # (72 + 71) ÷ 2; exactly from 71 to 72
    assert score_of(small_area, "safety") == (published if stands else Fraction(143, 2))

"""What second answers would change, against the scores of an area that holds them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pytest

from omi_report.judging.moderation import moderation_of
from omi_report.judging.swapped import Moved, ToDiscuss
from omi_report.moderation.pairs import Pair
from omi_report.scoring.results import Result, Scored
from tests.moderated import moderated_area, rows_of, sheet_text
from tests.samples import inspected


def results_of(area: Path) -> dict[tuple[str, str], Result]:
    return {(each.level, each.number): each for each in inspected(area).scores.results}


def with_second(area: Path, pairs: Iterable[Pair]) -> dict[tuple[str, str], Result]:
    """The results of an area whose sheet of cases has the second answers."""
    sheet = area / "evidence/cases.csv"
    before = sheet.read_bytes()
    rows = rows_of(sheet)
    for pair in pairs:
        next(row for row in rows if row["case"] == pair.case)[pair.question] = pair.second
    sheet.write_text(sheet_text(rows), encoding="utf-8")
    found = results_of(area)
    sheet.write_bytes(before)
    return found


def differing(before: dict[tuple[str, str], Result], after: dict[tuple[str, str], Result]) -> dict[object, object]:
    found: dict[object, object] = {}
    for key, one in before.items():
        other = after[key]
        points = None
        if isinstance(one.score, Scored) and isinstance(other.score, Scored):
            points = other.score.value - one.score.value
        ratings = tuple(each.rating.name if each.rating else "" for each in (one, other))
        if points or ratings[0] != ratings[1] or type(one.score) is not type(other.score):
            found[key] = (points, ratings if ratings[0] != ratings[1] else None)
    return found


def as_found(moved: Iterable[Moved]) -> dict[object, object]:
    return {(each.level, each.number): (each.points, each.ratings) for each in moved}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_a_case_would_change_is_what_scoring_says(tmp_path: Path, seed: int) -> None:
    area = moderated_area(tmp_path, size=12, twice=6, seed=seed)
    before = results_of(area)
    found = moderation_of(inspected(area))
    assert found.to_discuss
    for case in found.to_discuss:
        assert case.moved is not None
        assert as_found(case.moved) == differing(before, with_second(area, case.pairs))


def test_cases_stand_in_the_order_of_what_they_change(tmp_path: Path) -> None:
    found = moderation_of(inspected(moderated_area(tmp_path, seed=4))).to_discuss

    def weight(case: ToDiscuss) -> tuple[object, ...]:
        assert case.moved is not None
        most = {
            level: max(
                (abs(each.points or Fraction(0)) for each in case.moved if each.level == level), default=Fraction(0)
            )
            for level in ("section", "criterion")
        }
        return sum(each.ratings is not None for each in case.moved), most["section"], most["criterion"]

    weights = [weight(case) for case in found]
    assert len(set(weights)) > 3
    assert weights == sorted(weights, reverse=True)


def test_a_case_that_is_not_complete_waits(tmp_path: Path) -> None:
    area = moderated_area(tmp_path, seed=5)
    sheet = area / "evidence/cases.csv"
    rows = rows_of(sheet)
    (first, *_rest) = moderation_of(inspected(area)).to_discuss
    row = next(row for row in rows if row["case"] == first.case)
    row[
        next(
            name for name in row if name not in (pair.question for pair in first.pairs) and name != "case" and row[name]
        )
    ] = ""
    sheet.write_text(sheet_text(rows), encoding="utf-8")
    found = {case.case: case for case in moderation_of(inspected(area)).to_discuss}
    assert found[first.case].moved is None
    assert all(case.moved is not None for name, case in found.items() if name != first.case)


def test_the_cases_of_each_two_judges_are_compared_by_themselves(tmp_path: Path) -> None:
    found = moderation_of(inspected(moderated_area(tmp_path)))
    assert list(found.by_judges) == [("assessor-1", "inspector-1"), ("assessor-1", "inspector-2")]
    assert sum(each.answers for each in found.by_judges.values()) == len(found.pairs)
    assert found.whole is not None
    assert sum(each.alike for each in found.by_question.values()) == found.whole.alike
    assert found.assessors is not None
    assert found.assessors.cases <= found.twice == 10

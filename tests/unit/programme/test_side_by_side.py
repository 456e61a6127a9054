"""Scores of several areas side by side."""

from __future__ import annotations

import csv
import io
import json
import random
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from omi_report.errors import UnlikeFrameworksError
from omi_report.inspection import Inspection
from omi_report.programme.side_by_side import side_by_side
from omi_report.scoring.score import score_area
from omi_report.scoring.score_interval import score_spread
from tests.samples import (
    WESTMARK,
    area_with,
    inspection_of,
    random_cases,
    westmark_framework,
    westmark_with,
    with_minimum,
)

FRAMEWORK = westmark_framework()
HAMPSHIRE = Path(__file__).parents[3] / "areas" / "hampshire"


def made(seed: int, size: int = 50) -> Inspection:
    return inspection_of(area_with(FRAMEWORK, random_cases(FRAMEWORK, size, random.Random(seed))))


def test_areas_stand_in_the_order_in_which_they_are_named() -> None:
    one, other = made(1, 50), made(2, 8)
    for areas in ((one, other), (other, one)):
        sides = side_by_side(areas)
        assert [area.cases for area in sides.areas] == [each.scores.cases for each in areas]
        for row in sides.rows:
            for cell, inspection in zip(row.cells, areas, strict=True):
                result = score_area(inspection.area).named(row.number)
                spread = score_spread(inspection.area, result)
                assert cell.text.rstrip("%") == result.to_row()["score"].__str__()
                assert cell.interval == (spread.interval if spread else None)


@pytest.mark.parametrize("seed", range(6))
def test_a_row_says_whether_the_difference_may_be_chance(seed: int) -> None:
    words = set()
    for row in side_by_side([made(10 * seed + at, 15 * at) for at in (1, 2, 6)]).rows:
        cells = [cell for cell in row.cells if cell.text]
        known = [cell.interval for cell in cells if cell.interval]
        overlaps = [max(one.low, other.low) <= min(one.high, other.high) for one, other in combinations(known, 2)]
        if len({cell.text for cell in cells}) == 1:
            assert row.difference == "same"
        elif len(known) > 1 and len(known) == len(cells):
            assert row.difference == {(True, True): "chance", (False, True): "some-chance"}.get(
                (all(overlaps), any(overlaps)), "apart"
            )
        words.add(row.difference)
    assert words & {"chance", "some-chance", "apart"}


def test_what_frameworks_ask_otherwise_is_marked() -> None:
    (section, *others), one = FRAMEWORK.sections, made(1)
    first, *rest = section.criteria
    question = first.questions[0].replaced(text="Was it otherwise?")
    changed = first.replaced(questions=(question, *first.questions[1:]))
    framework = FRAMEWORK.replaced(sections=(section.replaced(criteria=(changed, *rest)), *others))
    other = inspection_of(replace(one.area, framework=framework))
    unlike = {row.number for row in side_by_side([one, other]).rows if row.difference == "unlike"}
    assert {first.number, section.number} <= unlike
    assert not {each.number for each in rest} & unlike


def test_areas_that_have_nothing_in_common_are_refused() -> None:
    other = FRAMEWORK.replaced(answers=FRAMEWORK.answers[:3])
    with pytest.raises(UnlikeFrameworksError, match="nothing in common that is scored"):
        side_by_side([made(1), inspection_of(replace(made(1).area, framework=other))])


def test_small_numbers_of_cases_are_left_out_where_the_framework_hides_them() -> None:
    few = with_minimum(made(3, 4))
    for confidential in (False, True):
        sides = side_by_side([few, made(1)], confidential=confidential)
        assert sides.areas[0].cases == (4 if confidential else None)
        cells = [row.cells[0] for row in sides.rows if row.cells[0].hidden]
        assert bool(cells) != confidential
        assert all(cell.cases is None and cell.interval is None for cell in cells)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["compare", *map(str, arguments)])


@pytest.fixture(scope="module")
def areas(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    cases = (random_cases(FRAMEWORK, 40, random.Random(seed)) for seed in (5, 6))
    return [westmark_with(each, tmp_path_factory.mktemp("areas")) for each in cases]


@pytest.mark.parametrize("width", [60, 80, 200])
def test_the_table_fits_the_terminal(areas: list[Path], width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = run(*areas, WESTMARK)
    assert result.exit_code == 0
    assert all(len(line) <= width for line in result.stdout.splitlines())
    assert "as published" in result.stdout
    assert "no league" in result.stdout


def test_data_say_what_the_table_says(areas: list[Path]) -> None:
    data = json.loads(run(*areas, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run(*areas, "--format", "csv").stdout)))
    assert len(data["areas"]) == 2
    assert len(rows) == 2 * len(data["scores"])
    said = [(row["number"], row["score"], row["low"]) for row in rows]
    assert said == [
        (each["number"], *("" if cell[key] is None else str(cell[key]) for key in ("score", "low")))
        for each in data["scores"]
        for cell in each["areas"]
    ]
    table = run(*areas).stdout
    assert all(f"{cell['score']}%" in table for each in data["scores"] for cell in each["areas"] if cell["score"])


@pytest.mark.parametrize(
    ("paths", "status", "words"),
    [
        ([HAMPSHIRE], 2, "two areas or more"),
        ([HAMPSHIRE, "nowhere"], 2, "there is no folder nowhere"),
        ([HAMPSHIRE, WESTMARK], 2, "nothing in common"),
    ],
)
def test_what_cannot_stand_side_by_side_says_why(paths: list[object], status: int, words: str) -> None:
    result = run(*paths)
    assert (result.exit_code, words in result.stderr) == (status, True)

"""Charts of scores: as text, as SVG and as PNG."""

from __future__ import annotations

import io
import random
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from omi_report.cli.charts_view import BLOCKS, PLAIN, bar_of, chart_lines
from omi_report.cli.main import main
from omi_report.disclosure.parts import shown_parts
from omi_report.programme.score_charts import LEFT_OUT, area_chart, parts_chart
from omi_report.render.charts.lines import ChartLine, ChartPart, LineChart, line_chart
from omi_report.scoring.results import Scored
from tests.samples import area_with, inspection_of, random_cases, westmark_framework, westmark_with, with_minimum

FRAMEWORK = westmark_framework()
SVG = "{http://www.w3.org/2000/svg}"
SAMPLE = inspection_of(area_with(FRAMEWORK, random_cases(FRAMEWORK, 40, random.Random(31))))


@pytest.fixture(scope="module")
def areas(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    cases = (random_cases(FRAMEWORK, 40, random.Random(seed)) for seed in (31, 32))
    return [westmark_with(each, tmp_path_factory.mktemp("areas")) for each in cases]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["charts", *map(str, arguments)])


def test_a_chart_has_each_score_in_per_cent_as_it_is_printed() -> None:
    lines = [line for part in area_chart(SAMPLE).parts for line in part.lines]
    scores = [each.score for each in SAMPLE.scores.results if isinstance(each.score, Scored)]
    assert [line.value for line in lines] == [float(score.printed) for score in scores if score.unit == "per-cent"]
    assert all(line.figure.startswith(f"{line.value:g}%") for line in lines)
    assert all(line.interval for line in lines if line.value not in (0, 100))


def test_a_chart_of_parts_leaves_out_what_the_table_does() -> None:
    hiding = with_minimum(SAMPLE)
    for confidential in (False, True):
        shown = shown_parts(hiding, ("year", "case_type"), confidential=confidential)
        lines = [line for part in parts_chart(hiding, shown).parts for line in part.lines]
        results = [each for each in shown.groups[-1].scores.results if isinstance(each.score, Scored)]
        left_out = sum(shown.hidden.has_score(group, each) for each in results for group in shown.groups)
        assert sum(line.figure == LEFT_OUT for line in lines) == left_out
        assert bool(left_out) != confidential
        assert all(line.value is None for line in lines if line.figure == LEFT_OUT)


def test_where_small_counts_are_hidden_parts_have_no_intervals_and_the_whole_has_its_own() -> None:
    hiding = with_minimum(SAMPLE)
    alone = [line.interval for part in area_chart(hiding).parts for line in part.lines]
    parts = parts_chart(hiding, shown_parts(hiding, ("year",))).parts
    assert [part.lines[-1].interval for part in parts] == alone
    assert all(alone)
    assert not any(line.interval for part in parts for line in part.lines[:-1])


def test_a_drawing_is_told_to_those_who_cannot_see_it() -> None:
    chart = area_chart(SAMPLE)
    root = ET.fromstring(line_chart(chart).svg)
    assert root.get("role") == "img"
    named = {each.get("id"): each.text for each in root if each.tag in (f"{SVG}title", f"{SVG}desc")}
    assert list(named) == (root.get("aria-labelledby") or "").split()
    assert named["title"] == chart.title
    for line in (each for part in chart.parts for each in part.lines):
        assert f"{line.label}, {line.figure}" in (named["desc"] or "")
        assert line.figure in "".join(each.text or "" for each in root.iter(f"{SVG}text"))
    assert (root.get("font-family") or "").endswith("sans-serif")


@pytest.mark.parametrize("seed", range(4))
def test_bars_and_intervals_are_as_long_as_their_figures(seed: int) -> None:
    chance = random.Random(seed)
    low, value, high = sorted(chance.uniform(1, 99) for _ in range(3))
    drawn = line_chart(LineChart("<&>", (ChartPart("", (ChartLine("a & b", "x", value, (low, high)),)),)))
    root = ET.fromstring(drawn.svg)
    bars = [each for each in root.iter(f"{SVG}rect") if (each.get("class") or "").startswith("bar-edge")]
    assert [float((each.get("width") or "").rstrip("%")) for each in bars] == [pytest.approx(value, abs=0.05)]
    frame = next(each for each in root if each.tag == f"{SVG}svg")
    left, width = (float(frame.get(name) or 0) for name in ("x", "width"))
    line = next(each for each in root if each.tag == f"{SVG}line")
    ends = [100 * (float(line.get(name) or 0) - left) / width for name in ("x1", "x2")]
    assert ends == [pytest.approx(low, abs=0.1), pytest.approx(high, abs=0.1)]


@pytest.mark.parametrize("marks", [BLOCKS, PLAIN])
@pytest.mark.parametrize("width", [30, 80, 160])
def test_text_fits_the_terminal(marks: tuple[str, ...], width: int) -> None:
    lines = list(chart_lines(area_chart(SAMPLE), width, type(BLOCKS)(*marks)))
    assert all(len(line) <= width for line in lines)
    assert sum(marks[0] in line or marks[-1] in line for line in lines) >= 3


def test_a_bar_of_text_shows_score_and_interval() -> None:
    assert bar_of(ChartLine("", "", 50), 20, PLAIN) == "#" * 10
    assert bar_of(ChartLine("", "", 50, (25, 75)), 20, PLAIN) == "#####|----o----|"
    assert bar_of(ChartLine("", "", 100, (90, 100)), 20, PLAIN) == "#" * 18 + "|o"
    assert bar_of(ChartLine("", ""), 20, PLAIN) == ""


def test_files_are_written_and_the_same_each_time(areas: list[Path], tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.svg", "a.png")]
    for _ in range(2):
        assert run(*areas, "--svg", files[0], "--png", files[1]).exit_code == 0
    drawn, picture = files[0].read_text(), Image.open(io.BytesIO(files[1].read_bytes()))
    width, height = (int(each) for each in re.findall(r'(?:width|height)="(\d+)"', drawn)[:2])
    assert abs(picture.width - 2 * width) <= 2
    assert abs(picture.height - 2 * height) <= 2
    assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 10
    assert "may be chance" in drawn or "intervals apart" in drawn or "no difference" in drawn


def test_without_a_file_the_chart_is_shown(areas: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    for arguments in ((areas[0],), areas, (areas[0], "--by", "year,case_type")):
        result = run(*arguments)
        assert result.exit_code == 0
        assert all(len(line) <= 70 for line in result.stdout.splitlines())


def test_misuse_is_told(areas: list[Path], tmp_path: Path) -> None:
    assert "--by is of one area" in run(*areas, "--by", "year").stderr
    assert "a file of their own" in run(areas[0], "--svg", tmp_path / "x", "--png", tmp_path / "x").stderr

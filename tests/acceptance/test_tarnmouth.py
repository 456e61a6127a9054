"""The Tarnmouth report and its framework, cci-2009: every score worked out by hand, apart from omi's own scoring."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner

from omi_report.cli.main import main
from omi_report.document.build import build_document
from omi_report.document.printed import line
from omi_report.document.tree import Block, ChartBlock, TableBlock
from omi_report.render.html.page import Renderer
from omi_report.render.pdf.layout import render_pdf
from tests.samples import inspected
from tests.tarnmouth.generate import TARNMOUTH, files
from tests.unit.document.blocks import of_type, part_of

# Of the cases in which a question arises, those above the line: counted in evidence/cases.csv, in the order
# of the questions (1.1.1, 1.1.2, …). Above each line, the arithmetic: the percentages, their sum, their mean.
COUNTED: Final = {
    # 95.65 + 79.55 + 61.36 + 70.37 + 26.32 + 76.09 + 53.49 + 51.52 + 55.56 + 66.67 + 40.00 + 37.04 = 713.60
    # 713.60 / 12 = 59.47, printed 59: substantial (45 to 59)
    "1.1": "44/46 35/44 27/44 19/27 5/19 35/46 23/43 17/33 15/27 10/15 6/15 10/27",
    # 97.83 + 86.67 + 75.56 + 78.26 + 36.96 + 67.39 + 80.00 + 91.30 + 73.81 + 59.52 + 44.44 + 52.38 = 844.12
    # 844.12 / 12 = 70.34, printed 70: moderate (60 to 74)
    "1.2": "45/46 39/45 34/45 36/46 17/46 31/46 20/25 42/46 31/42 25/42 12/27 22/42",
    # 93.48 + 90.70 + 69.77 + 60.00 + 60.00 + 53.33 + 56.00 + 50.00 + 78.95 + 32.00 = 644.22
    # 644.22 / 10 = 64.42, printed 64: moderate
    "1.3": "43/46 39/43 30/43 15/25 9/15 8/15 14/25 3/6 15/19 8/25",
    # 71.74 + 58.33 + 40.00 + 0.00 + 66.67 + 67.50 + 45.45 + 55.56 + 16.67 + 71.43 = 493.34
    # 493.34 / 10 = 49.33, printed 49: substantial
    "2.1": "33/46 14/24 8/20 0/3 14/21 27/40 15/33 15/27 1/6 5/7",
    # 76.09 + 80.43 + 91.30 + 63.04 + 60.87 + 54.35 + 83.33 + 89.13 + 86.96 + 84.78 + 80.43 + 84.21 = 934.94
    # 934.94 / 12 = 77.91, printed 78: minimum (from 75)
    "2.2": "35/46 37/46 42/46 29/46 28/46 25/46 5/6 41/46 40/46 39/46 37/46 16/19",
    # 92.86 + 81.48 + 68.42 + 80.00 + 75.00 + 60.00 + 56.00 + 66.67 + 70.00 + 52.00 = 702.43
    # 702.43 / 10 = 70.24, printed 70: moderate
    "2.3": "13/14 22/27 13/19 28/35 24/32 15/25 14/25 4/6 28/40 13/25",
    # 51.85 + 63.04 + 58.82 + 54.35 + 60.87 + 58.70 + 60.00 + 71.74 = 479.37
    # 479.37 / 8 = 59.92, printed 60: moderate, though the exact score is below 60
    "3.1": "14/27 29/46 10/17 25/46 28/46 27/46 15/25 33/46",
    # 50.00 + 43.48 + 35.00 + 40.00 = 168.48
    # 168.48 / 4 = 42.12, printed 42: drastic (under 45)
    "3.2": "23/46 20/46 14/40 4/10",
}

WORKED_OUT: Final = {
    ("criterion", "1.1"): (59, "Substantial improvement required"),
    ("criterion", "1.2"): (70, "Moderate improvement required"),
    ("criterion", "1.3"): (64, "Moderate improvement required"),
    ("criterion", "2.1"): (49, "Substantial improvement required"),
    ("criterion", "2.2"): (78, "Minimum improvement required"),
    ("criterion", "2.3"): (70, "Moderate improvement required"),
    ("criterion", "3.1"): (60, "Moderate improvement required"),
    ("criterion", "3.2"): (42, "Drastic improvement required"),
    # Its criteria as printed: (59 + 70 + 64) / 3 = 64.33. From the exact scores it would be 64.74, and 65 in print.
    ("section", "1"): (64, None),
    # (49 + 78 + 70) / 3 = 65.67
    ("section", "2"): (66, None),
    # (60 + 42) / 2 = 51.00
    ("section", "3"): (51, None),
    # All of 1.3 and 2.3: (644.22 + 702.43) / (10 + 10) = 1346.65 / 20 = 67.33
    ("thread", "safeguarding"): (67, "Moderate improvement required"),
    # All of 1.1 and 2.1, the risk in plans (1.2.11, 44.44) and the frequency of contact (2.2.8, 89.13):
    # (713.60 + 493.34 + 44.44 + 89.13) / (12 + 10 + 1 + 1) = 1340.51 / 24 = 55.85
    ("thread", "roh"): (56, "Substantial improvement required"),
    # All of 1.2 but the risk in plans, and all of 2.2, the frequency of contact once more among them:
    # (844.12 - 44.44 + 934.94) / (12 - 1 + 12) = 1734.62 / 23 = 75.42
    ("thread", "lor"): (75, "Minimum improvement required"),
}
"""What each comes to: the printed score, and how much improvement is needed."""


def scored() -> dict[tuple[str, str], dict[str, Any]]:
    result = CliRunner().invoke(main, ["score", "--format", "json", str(TARNMOUTH)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    records = json.loads(result.stdout)["scores"]
    return {(record["kind"], record["number"]): record for record in records}


def test_the_evidence_is_what_the_generator_makes() -> None:
    made = files()
    assert {str(path.relative_to(TARNMOUTH)) for path in TARNMOUTH.glob("evidence/**/*.csv")} == set(made)
    for name, text in made.items():
        assert (TARNMOUTH / name).read_bytes() == text.encode(), "run python -m tests.tarnmouth.generate"


def test_the_answers_are_those_that_were_counted_by_hand() -> None:
    rows = list(csv.DictReader(io.StringIO((TARNMOUTH / "evidence/cases.csv").read_text(encoding="utf-8"))))
    assert len(rows) == 46
    for criterion, counted in COUNTED.items():
        names = [name for name in rows[0] if name.rpartition(".")[0] == criterion]
        found = [[row[name] for row in rows] for name in names]
        assert " ".join(f"{each.count('yes')}/{each.count('yes') + each.count('no')}" for each in found) == counted


@pytest.mark.parametrize("criterion", COUNTED)
def test_the_score_of_a_criterion_is_exact(criterion: str) -> None:
    shares = [Fraction(each) for each in COUNTED[criterion].split()]
    assert Fraction(scored()["criterion", criterion]["fraction"]) == 100 * sum(shares, Fraction()) / len(shares)


def test_every_score_and_every_level_worked_out_by_hand() -> None:
    found = {key: (record["score"], record["band"]) for key, record in scored().items()}
    assert {key: found[key] for key in WORKED_OUT} == WORKED_OUT
    assert set(found) == set(WORKED_OUT)


def scores() -> tuple[Block, ...]:
    return part_of(build_document(inspected(TARNMOUTH)), "scores").blocks


def test_the_headline_scores_stand_in_one_table() -> None:
    (table,) = of_type(scores(), TableBlock)
    assert [column.heading for column in table.columns] == ["Headline", "Score", "Comment"]
    (group,) = table.groups
    assert [[line(row.header), *(line(cell.children) for cell in row.cells)] for row in group.rows] == [
        ["Safeguarding", "67%", "Moderate improvement required"],
        ["Risk of Harm", "56%", "Substantial improvement required"],
        ["Likelihood of Reoffending", "75%", "Minimum improvement required"],
    ]


def test_a_section_has_a_score_and_no_level() -> None:
    (chart,) = of_type(scores(), ChartBlock)
    sections = [row for group in chart.groups for row in group.rows if row.role == "total"]
    assert [(row.bar and row.bar.rank, row.cells[0]) for row in sections] == [(-1, ())] * 3
    others = {row.bar.rank for group in chart.groups for row in group.rows if row.bar} - {-1}
    assert others == {0, 1, 2, 3}


def test_the_stage_of_a_draft_stands_at_the_head_of_its_pages_and_the_title_at_the_foot(tmp_path: Path) -> None:
    area = Path(shutil.copytree(TARNMOUTH, tmp_path / "tarnmouth"))
    identity = area / "area.yaml"
    identity.write_text(identity.read_text(encoding="utf-8").replace("stage: final", "stage: draft"), encoding="utf-8")
    renderer = Renderer(build_document(inspected(area)))
    file = tmp_path / "report.pdf"
    file.write_bytes(render_pdf(renderer.print_page(), tuple(renderer.folders)).data)
    words = subprocess.run(["pdftotext", "-f", "2", "-l", "2", "-bbox", file, "-"], capture_output=True, check=True)
    found = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">([^<]+)<', words.stdout.decode())
    head = " ".join(word for top, word in found if float(top) < 60)
    foot = " ".join(word for top, word in found if float(top) > 780)
    assert "Draft for the area" in head
    assert foot.startswith("A report on youth offending work in Tarnmouth")
    assert "Draft" not in foot


def test_there_is_nothing_wrong_with_it() -> None:
    result = CliRunner().invoke(main, ["validate", "--strict", "--no-cache", str(TARNMOUTH)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert "no problems" in result.output

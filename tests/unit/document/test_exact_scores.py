"""What a report prints of a score agrees with what it prints of its rating, in every place."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from omi_report.document import tree
from omi_report.document.build import build_document
from omi_report.document.inlines import Inlines, RatingInline
from omi_report.document.json_form import document_json
from omi_report.document.printed import line
from tests.conftest import write_files
from tests.samples import inspected
from tests.unit.document.blocks import part_of

FRAMEWORK = """\
framework: framework
title: T
report_title: Report on {{ area }}
inspectorate: The Inspectorate
disclosure: {none: Invented}
minimum_base: 5
scales:
  - id: pc
    name: Rating
    bands:
      - {id: top, name: Top, lowest: 80}
      - {id: fine, name: Fine, lowest: 65}
      - {id: bad, name: Bad, lowest: 0}
ratings:
  criterion: {of: questions, take: mean, scale: pc, compare: COMPARE}
  section: {of: criteria, take: mean, scale: pc, compare: COMPARE}
  overall: {of: criteria, take: lowest, scale: pc, compare: COMPARE}
answers:
  - {id: yes, name: 'Yes', line: above}
  - {id: no, name: 'No', line: below}
sections:
  - number: 1
    title: One
    criteria:
CRITERIA
parts:
  - {kind: glance, heading: At a glance}
  - {kind: scores, heading: Ratings}
  - {kind: sections}
  - {kind: questions, heading: Questions}
"""
CRITERION = (
    "      - {number: 1.%s, title: Matter %s, statement: It is done., questions: [{id: 1.%s.1, text: 'Was it?'}]}"
)


def report_of(folder: Path, counts: list[int], base: int, compare: str) -> tree.Document:
    """The report of an area with a question for each criterion, and so many cases above the line of it."""
    numbers = range(1, len(counts) + 1)
    framework = FRAMEWORK.replace("COMPARE", compare)
    rows = [["yes" if at < count else "no" for count in counts] for at in range(base)]
    head = ",".join(["case", *(f"1.{number}.1" for number in numbers)])
    files = {
        "area.yaml": "area: A\nframework: framework.yaml\ninspected: 2025-03\nsample: {}\n"
        "team:\n  - {role: Lead, names: [A B]}\n",
        "framework.yaml": framework.replace("CRITERIA", "\n".join(CRITERION % (each, each, each) for each in numbers)),
        "evidence/cases.csv": "\n".join([head, *(",".join([f"C{at}", *row]) for at, row in enumerate(rows))]) + "\n",
    }
    files |= {f"criteria/1.{number}.yaml": f"criterion: 1.{number}\n" for number in numbers}
    return build_document(inspected(write_files(folder, files)))


def ranges_of(chart: tree.ChartBlock) -> dict[str, tuple[Fraction, Fraction]]:
    """Between what the scores of each band lie, as the legend has it: the first is in it, the second no longer."""
    found: dict[str, tuple[Fraction, Fraction]] = {}
    above = Fraction(1000)
    for entry in chart.legend:
        numbers = [Fraction(each) for each in re.findall(r"[\d.]+", entry.range)]
        # «0 to 64%» ends with 64: nothing that is printed between 64 and 65 is in it.
        found[entry.name] = numbers[0], numbers[1] + Fraction(1, 10**9) if len(numbers) > 1 else above
        above = numbers[0]
    return found


def bands_in(inlines: Inlines) -> str:
    return next(each.text for each in inlines if isinstance(each, RatingInline))


def charts_in(blocks: tree.Blocks) -> list[tree.ChartBlock]:
    found = [each for each in blocks if isinstance(each, tree.ChartBlock) and each.form == "bands"]
    for block in blocks:
        found += charts_in(getattr(block, "blocks", ()))
    return found


@pytest.mark.parametrize("compare", ["exact", "printed"])
@pytest.mark.parametrize("seed", range(8))
def test_no_printed_score_contradicts_the_legend(tmp_path: Path, seed: int, compare: str) -> None:
    random = Random(seed)
    base = random.choice([200, 400, 37, 61])
    counts = [round(base * random.choice([0.645, 0.796, 0.65, 0.8, random.random()])) for _ in range(4)]
    document = report_of(tmp_path, counts, base, compare)
    charts = [chart for part in document.parts for chart in charts_in(part.blocks)]
    assert len(charts) == 2
    for chart in charts:
        ranges = ranges_of(chart)
        for group in chart.groups:
            for row in group.rows:
                rating, score = row.cells
                low, end = ranges[bands_in(rating)]
                assert low <= Fraction(line(score).rstrip("%")) < end


def test_a_score_that_rounding_would_carry_into_another_band_is_printed_with_its_decimals(tmp_path: Path) -> None:
    document = report_of(tmp_path, [129, 130, 159], 200, "exact")
    assert "before rounding" not in document_json(document)
    for kind in ("glance", "scores", "section", "questions"):
        texts = str(part_of(document, kind).blocks)
        assert "64.5%" in texts, kind
        assert "79.5%" in texts, kind


def test_a_score_that_is_placed_as_printed_keeps_to_whole_numbers(tmp_path: Path) -> None:
    document = report_of(tmp_path, [129, 130, 159], 200, "printed")
    assert "64.5%" not in document_json(document)
    assert "0 to 64%" in document_json(document)

"""No part of a report has the address of something else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.build import validate
from omi_report.problems import Problem
from tests.samples import WESTMARK


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def problems_with(area: Path, part: str) -> list[Problem]:
    """What is said of an area whose framework has a further part."""
    file = area / "framework.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    further = f"  - {{kind: standard-text, text: More is to be said., heading: More, id: {part}}}"
    lines.insert(next(at for at, line in enumerate(lines) if "kind: back-cover" in line), further)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [problem for problem in validate(area).problems if problem.code == "OMI108"]


@pytest.mark.parametrize(
    "part",
    [
        "section-1",
        "appendix-1",
        "table-1",
        "chart-1-caption",
        "story-first-friend",
        "recommendation-reviews",
        "recommendation-1",
        "main",
    ],
)
def test_a_part_may_not_be_called_like_another_place(area: Path, part: str) -> None:
    (problem,) = problems_with(area, part)
    written = (area / "framework.yaml").read_text(encoding="utf-8").splitlines()[problem.location.line - 1]
    assert written[problem.location.column - 1 :] == f"{part}}}"
    assert problem.length == len(part)
    assert problem.message == f"the part «{part}» has the address of something else in the report"


@pytest.mark.parametrize("part", ["section-9", "story", "more", "table-99"])
def test_other_names_are_free(area: Path, part: str) -> None:
    assert problems_with(area, part) == []

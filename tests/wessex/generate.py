"""`python -m tests.wessex.generate`: write the evidence of areas/wessex anew.

Wessex is an invented area, and so is every case and answer here. The same seeds give the same
files, byte for byte; a test holds the files against what ``files`` returns.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from random import Random

from omi_report.document.kinds import PART_KINDS
from omi_report.model.framework import Framework
from omi_report.model.load import load_area
from omi_report.source.snapshot import Snapshot
from tests.wessex.answers import answer
from tests.wessex.sample import Case, cases
from tests.wessex.surveys import SURVEYS, answers

WESSEX = Path(__file__).parent.parent.parent / "areas" / "wessex"
SEED = 1874


def files() -> dict[str, str]:
    """Return the text of every file of evidence, by its path inside of the area."""
    framework = _framework()
    sample = cases(Random(f"{SEED} cases"))
    for case in sample:
        answer(case, framework, Random(f"{SEED} {case['case']}"))
    columns = ["case", *framework.attributes, *framework.questions]
    written = {"evidence/cases.csv": _csv(columns, sample)}
    for name, survey in SURVEYS.items():
        rows = answers(survey, Random(f"{SEED} {name}"))
        written[f"evidence/surveys/{name}.csv"] = _csv(["respondent", *survey.questions], rows)
    return written


def write(area: Path = WESSEX) -> None:
    """Write the files of evidence into an area's folder."""
    for name, text in files().items():
        (area / name).parent.mkdir(parents=True, exist_ok=True)
        (area / name).write_text(text, encoding="utf-8", newline="")


def _framework() -> Framework:
    area = load_area(Snapshot.of(WESSEX), PART_KINDS).area
    assert area is not None, WESSEX
    return area.framework


def _csv(columns: Sequence[str], rows: Sequence[Case]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    write()

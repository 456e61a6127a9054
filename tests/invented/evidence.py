"""The files of evidence of an invented area, made by chance.

The same seeds give the same files, byte for byte.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from omi_report.document.kinds import PART_KINDS
from omi_report.model.framework import Framework
from omi_report.model.load import load_area
from omi_report.source.snapshot import Snapshot
from tests.invented.answers import answer
from tests.invented.rates import Case, Plan
from tests.invented.surveys import Survey, answers

AREAS = Path(__file__).parent.parent.parent / "areas"


def framework_of(area: Path) -> Framework:
    """Return the framework that an area goes by."""
    loaded = load_area(Snapshot.of(area), PART_KINDS).area
    assert loaded is not None, area
    return loaded.framework


def evidence(
    framework: Framework, sample: Sequence[Case], plan: Plan, surveys: Mapping[str, Survey], seed: int
) -> dict[str, str]:
    """Answer the questions in every case of a sample, and the surveys; return each file's text by its path."""
    for case in sample:
        answer(case, framework.questions.values(), plan, Random(f"{seed} {case['case']}"))
    columns = ["case", *framework.attributes, *framework.questions]
    written = {"evidence/cases.csv": _csv(columns, sample)}
    for name, survey in surveys.items():
        rows = answers(survey, Random(f"{seed} {name}"))
        written[f"evidence/surveys/{name}.csv"] = _csv(list(rows[0]), rows)
    return written


def write(area: Path, files: Mapping[str, str]) -> None:
    """Write files of evidence into an area's folder."""
    for name, text in files.items():
        (area / name).parent.mkdir(parents=True, exist_ok=True)
        (area / name).write_text(text, encoding="utf-8", newline="")


def _csv(columns: Sequence[str], rows: Sequence[Case]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()

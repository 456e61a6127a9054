"""Areas in which cases were judged twice; no row stands for anybody."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from pathlib import Path

from omi_report.model.framework import Framework
from tests.samples import Case, random_cases, westmark_framework, westmark_with

JUDGES = """\
judges:
  - {id: inspector-1}
  - {id: inspector-2}
  - {id: assessor-1, role: assessor, team: North}
"""


def judged_again(cases: Sequence[Case], framework: Framework, chance: random.Random, share: float = 0.3) -> list[Case]:
    """Return second judgements of some cases, of which a share differs from the first; no question is left out."""
    second = []
    for number, case in enumerate(cases):
        judged = {"case": case["case"], "first": f"inspector-{1 + number % 2}", "judge": "assessor-1"}
        for name, question in framework.questions.items():
            answers = [each.id for each in framework.answers_to(question)]
            judged[name] = chance.choice(answers) if case[name] and chance.random() < share else case[name]
        second.append(judged)
    return second


def sheet_text(rows: Sequence[Case]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def moderated_area(folder: Path, *, size: int = 20, twice: int = 10, seed: int = 1) -> Path:
    """Make Westmark with cases in a folder, of which some were judged twice."""
    chance, framework = random.Random(seed), westmark_framework()
    cases = random_cases(framework, size, chance)
    area = westmark_with(cases, folder)
    second = judged_again(chance.sample(cases, twice), framework, chance)
    (area / "evidence/second.csv").write_text(sheet_text(second), encoding="utf-8")
    (area / "evidence/judges.yaml").write_text(JUDGES, encoding="utf-8")
    return area


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))

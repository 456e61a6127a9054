"""A framework of the former format, of whatever make, becomes a sound one of today's that scores as it did."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings, strategies as st

from omi_report import api
from omi_report.document.kinds import PART_KINDS
from omi_report.migrate.framework import migrated_framework
from omi_report.migrate.soundness import sound_framework
from omi_report.model.shipped import framework_in
from omi_report.workspace.migrating import migrate_area, write_migrated
from tests.unit.migrate import former

PERFORMANCE = "period: P\nsource: S\narea_grade: met\ndomains: [{name: D, grade: met}]\n"
IDENTITY = "area: A\nframework: own.yaml\nstage: draft\ninspected: 2024-05\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("former")


@settings(max_examples=50)
@given(st.data())
def test_a_former_framework_becomes_a_sound_one(folder: Path, data: st.DataObject) -> None:
    framework = data.draw(former.frameworks())
    text = data.draw(former.layouts(framework))
    migrated = sound_framework(text, "framework.yaml", PART_KINDS)
    assert migrated.undecided == ()
    assert migrated_framework(migrated.text, "framework.yaml").changes == ()
    for line in ("# a comment", "# one", "# two"):
        assert migrated.text.count(line) == text.count(line)
    path = folder / "framework.yaml"
    path.write_text(migrated.text, encoding="utf-8")
    found = framework_in(path, PART_KINDS).framework  # raises where it is not sound
    assert found is not None
    falling = sorted((band["lowest"] for band in framework["bands"]), reverse=True)
    assert [band.lowest for band in found.scales[0].bands] == falling
    assert list(found.questions) == former.questions(framework)


@settings(max_examples=30)
@given(st.data())
def test_every_result_is_what_it_was(folder: Path, data: st.DataObject) -> None:
    framework = data.draw(former.frameworks())
    asked = former.questions(framework)
    cases = data.draw(st.integers(1, 4))
    answer = st.lists(st.sampled_from(["yes", "yes", "no", "none"]), min_size=cases, max_size=cases)
    answers = {question: data.draw(answer) for question in asked}
    by_grade = {c["number"] for s in framework["sections"] if s["judged_by"] == "grade" for c in s["criteria"]}
    by_cases = {c["number"] for s in framework["sections"] for c in s["criteria"]} - by_grade
    bands, grades = ([each["id"] for each in framework.get(key, ())] for key in ("bands", "grades"))
    conclusions = {number: data.draw(st.sampled_from(bands)) for number in sorted(by_cases) if data.draw(st.booleans())}
    graded = {number: data.draw(st.sampled_from(grades)) for number in sorted(by_grade) if grades}

    area = folder / "area"
    shutil.rmtree(area, ignore_errors=True)
    (area / "criteria").mkdir(parents=True)
    (area / "evidence").mkdir()
    (area / "area.yaml").write_text(IDENTITY, encoding="utf-8")
    (area / "own.yaml").write_text(data.draw(former.layouts(framework)), encoding="utf-8", newline="")
    for number in sorted(by_grade | by_cases):
        held = {"criterion": number}
        held |= {"grade": graded[number]} if number in graded else {}
        held |= {"conclusion": conclusions[number], "conclusion_reason": "So."} if number in conclusions else {}
        (area / f"criteria/{number}.yaml").write_text(yaml.dump(held), encoding="utf-8")
    if any(part["kind"] == "performance" for part in framework["parts"]):
        (area / "performance.yaml").write_text(PERFORMANCE, encoding="utf-8")
    rows = [["case", *asked], *([str(at), *(answers[q][at] for q in asked)] for at in range(cases))]
    (area / "evidence" / "cases.csv").write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")

    write_migrated(migrate_area(area))
    assert [shown(row) for row in api.score(area).to_rows()] == former.results(framework, answers, conclusions, graded)


def shown(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the scores with what the first edition had of it."""
    rating = row.get("band") or row.get("grade")
    return {
        "kind": row["kind"],
        "number": row["number"],
        "score": None if row["fraction"] is None else Fraction(row["fraction"]),
        "rating": rating,
        "concluded": row.get("conclusion") or rating,
    }

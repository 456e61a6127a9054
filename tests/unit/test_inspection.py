"""One value holds all that is known of an area, and works each thing out once."""

from __future__ import annotations

import shutil
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from omi_report import inspection as inspection_module
from omi_report.build import lint
from omi_report.build_options import BuildOptions
from omi_report.inspection import Unreadable, inspect
from omi_report.making import make
from omi_report.opendata.export import export_data
from omi_report.source.snapshot import Snapshot
from tests.samples import POLICY, WESTMARK, inspected


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def test_equal_folders_are_inspected_equally(area: Path) -> None:
    first, second = inspected(area), inspected(area)
    assert first == second
    assert hash(first) == hash(second)
    assert first.scores == second.scores
    assert first.figures == second.figures
    assert first.outline == second.outline
    path = area / "criteria" / "1.1.yaml"
    path.write_text(path.read_text().replace("late: {count: 3}", "late: {count: 4}"))
    assert inspected(area) != first


def test_nothing_of_it_can_be_changed(area: Path) -> None:
    found = inspected(area)
    with pytest.raises(FrozenInstanceError):
        found.area = replace(found.area, slug="x")  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        found.snapshot.slug = "x"  # type: ignore[misc]


def test_checking_building_and_exporting_work_each_thing_out_once(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    for name in ("load_area", "read_evidence", "outline_of", "quantities", "score_area"):
        work_out = getattr(inspection_module, name)

        def counted(*arguments: object, name: str = name, work_out: object = work_out) -> object:
            done.append(name)
            return work_out(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(inspection_module, name, counted)
    validated = lint(inspect(Snapshot.of(area), POLICY))
    assert validated.sound is not None
    make(validated.sound, BuildOptions(pdf=False), None)
    export_data(validated.sound)
    assert sorted(done) == ["load_area", "outline_of", "quantities", "read_evidence", "score_area"]


def test_what_is_wrong_with_the_evidence_is_among_the_problems(area: Path) -> None:
    (area / "evidence").mkdir()
    (area / "evidence" / "case.csv").touch()
    found = inspected(area)
    assert [problem.code for problem in found.problems] == ["OMI010"]
    assert not found.area.evidence.sound


def test_a_folder_without_a_framework_cannot_be_inspected(area: Path) -> None:
    path = area / "area.yaml"
    path.write_text(path.read_text().replace("framework: framework.yaml", "framework: framewark.yaml"))
    found = inspect(Snapshot.of(area), POLICY)
    assert isinstance(found, Unreadable)
    assert "OMI106" in {problem.code for problem in found.problems}
    assert "area.yaml" in found.files
    assert lint(found).sound is None
    assert inspect(Snapshot.of(area), POLICY) == found


def test_an_unsaved_text_is_inspected_in_place_of_the_file(area: Path) -> None:
    snapshot = Snapshot.of(area)
    text = (area / "criteria" / "1.1.yaml").read_text().replace("{{ met }}", "{{ mett }}")
    found = lint(inspect(snapshot.with_text("criteria/1.1.yaml", text), POLICY))
    assert found.problems[0].code == "OMI201"
    assert lint(inspect(snapshot, POLICY)).problems == []

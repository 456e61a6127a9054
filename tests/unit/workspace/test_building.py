"""Many areas are built on several processors as one after the other, whatever comes of each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report import pool
from omi_report.build_options import BuildOptions
from omi_report.workspace.building import build_all
from omi_report.workspace.outcome import BuildOutcome
from tests.samples import WESTMARK


@pytest.fixture
def areas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Four areas: two that can be built, one with errors, one that is none."""
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(pool, "processors", lambda: 2)
    found = [Path(shutil.copytree(WESTMARK, tmp_path / name)) for name in ("one", "two", "three")]
    (found[1] / "area.yaml").write_text("area: [")
    return [*found, tmp_path / "missing"]


def test_on_several_processors_as_on_one(areas: list[Path], tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []

    def built(jobs: int) -> dict[str, BuildOutcome]:
        options = BuildOptions(pdf=False, output=tmp_path / f"out-{jobs}")
        outcomes = build_all(areas, options, jobs, lambda area, stage: told.append((area.name, stage)))
        return {each.path.name: each for each in outcomes}

    one, several = built(1), built(2)
    for name in ("one", "three"):
        assert [each.sha256 for each in one[name].written] == [each.sha256 for each in several[name].written]
        assert one[name].exit_status == several[name].exit_status == 0
    assert one["two"].errors == several["two"].errors != ()
    assert one["missing"].refusal == several["missing"].refusal != ()
    assert {name: each.exit_status for name, each in several.items()} == {"one": 0, "two": 1, "three": 0, "missing": 2}
    assert {name for name, stage in told if stage == ""} == set(one)
    assert ("one", "compiling") in told


def test_up_to_date_on_several_processors(areas: list[Path], tmp_path: Path) -> None:
    options = BuildOptions(pdf=False, output=tmp_path / "out")
    sound = [areas[0], areas[2]]
    for up_to_date in (False, True):
        assert {each.up_to_date for each in build_all(sound, options, 2, lambda area, stage: None)} == {up_to_date}

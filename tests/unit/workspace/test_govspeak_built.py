"""A report for GOV.UK is built, sealed, verified and known to be up to date as the other files of a report are."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

import pytest

from omi_report import api
from omi_report.build_options import BuildOptions
from omi_report.workspace.building import build_once
from tests.unit.render.docx.everything import picture

WESTMARK = Path(__file__).parents[3] / "tests" / "golden" / "westmark"


def quiet(_stage: str) -> None:
    pass


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def test_it_is_sealed_and_verified(area: Path, tmp_path: Path) -> None:
    built = api.build(area, tmp_path / "build", html=False, pdf=False, govspeak=True)
    assert [each.path.name for each in built.written] == ["report.md"]
    assert api.verify(tmp_path / "build" / "westmark", area).differences == []
    text = built.written[0].path
    text.write_text(text.read_text(encoding="utf-8").replace("a", "b", 1), encoding="utf-8")
    assert [Path(each.what).name for each in api.verify(tmp_path / "build" / "westmark").differences] == ["report.md"]


def test_it_is_not_written_again_where_it_is_up_to_date(area: Path, tmp_path: Path) -> None:
    options = BuildOptions(html=False, pdf=False, govspeak=True, output=tmp_path / "build")
    assert not build_once(area, options, quiet).up_to_date
    assert build_once(area, options, quiet).up_to_date
    other = BuildOptions(html=False, pdf=False, json=True, govspeak=True, output=tmp_path / "build")
    assert not build_once(area, other, quiet).up_to_date


def test_its_pictures_lie_beside_it(area: Path, tmp_path: Path) -> None:
    (area / "images").mkdir(exist_ok=True)
    (area / "images" / "bridge.png").write_bytes(base64.b64decode(picture()))
    criterion = area / "criteria" / "1.1.yaml"
    text = criterion.read_text(encoding="utf-8")
    assert "strengths:" in text
    picture_in_text = (
        '![The bridge at dawn](images/bridge.png "The bridge")\n    Photograph: Office for Training Checks'
    )
    finding = f"strengths:\n  - |\n    A bridge.\n\n    {picture_in_text}\n"
    criterion.write_text(text.replace("strengths:", finding, 1), encoding="utf-8")
    built = api.build(area, tmp_path / "build", html=False, pdf=False, govspeak=True)
    errors = [problem.message for problem in built.validated.problems if problem.severity is api.Severity.ERROR]
    assert errors == []
    first, second = (each.path.name for each in built.written)
    assert first == "report.md"
    assert f"[Image: {second}]" in built.written[0].path.read_text(encoding="utf-8")

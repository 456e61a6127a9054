"""A final report is told of its open warnings as long as one is shown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.build import build
from omi_report.build_options import BuildOptions
from omi_report.policy import Selection
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.area import check, open_area
from tests.rules.runner import GOLDEN_AREA


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """The golden area with a warning: nobody is named as chief inspector."""
    (tmp_path / ".git").mkdir()
    area = tmp_path / "westmark"
    shutil.copytree(GOLDEN_AREA, area)
    identity = area / "area.yaml"
    identity.write_text(identity.read_text(encoding="utf-8").replace("chief_inspector: Ada Quill\n", ""), "utf-8")
    return area


def codes(area: Path, selection: Selection = Selection()) -> list[str]:  # noqa: B008 - it is never changed
    return [problem.code for problem in check(Snapshot.of(area), selection).problems]


def test_comes_with_a_warning(area: Path) -> None:
    assert codes(area) == ["OMI705", "OMI707"]


def test_goes_with_the_last_warning_that_is_hidden(area: Path) -> None:
    assert codes(area, Selection(ignore=("OMI705",))) == []
    (area.parent / "omi.toml").write_text('ignore = ["OMI705"]', encoding="utf-8")
    assert codes(area) == []
    built = build(*open_area(area), BuildOptions(html=False, pdf=False, output=area.parent / "build"))
    assert built.validated.problems == []


def test_can_be_hidden_itself(area: Path) -> None:
    assert codes(area, Selection(ignore=("OMI707",))) == ["OMI705"]


def test_cannot_be_silenced_by_a_comment(area: Path) -> None:
    identity = area / "area.yaml"
    text = identity.read_text(encoding="utf-8").replace("stage: final", "stage: final  # omi: ignore[OMI707]")
    identity.write_text(text, encoding="utf-8")
    assert codes(area) == ["OMI705", "OMI707", "OMI902"]

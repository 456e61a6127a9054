"""A build checks an area once, and again as soon as anything about it has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.build import Validated, lint
from omi_report.inspection import Inspection, Unreadable, inspect
from omi_report.policy import Selection
from omi_report.workspace import remembered
from omi_report.workspace.area import open_area
from omi_report.workspace.remembered import lint_once
from omi_report.workspace.run import check_all

WESTMARK = Path(__file__).parent.parent.parent / "golden" / "westmark"


@pytest.fixture
def area(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The areas that were linted, one entry for each time."""
    found: list[Path] = []

    def watched(inspected: Inspection | Unreadable) -> Validated:
        found.append(inspected.snapshot.folder)
        return lint(inspected)

    monkeypatch.setattr(remembered, "lint_with_known_texts", watched)
    return found


def validated(area: Path) -> Validated:
    return lint_once(inspect(*open_area(area)))


def spoil(area: Path) -> None:
    file = area / "criteria/1.1.yaml"
    file.write_text(file.read_text().replace("{{ met }}", "{{ mett }}"))


def test_an_area_is_linted_once(area: Path, linted: list[Path]) -> None:
    first, second = validated(area), validated(area)
    assert linted == [area]
    assert first == second
    assert second.sound is not None
    assert second.problems == []


def test_a_change_is_seen(area: Path, linted: list[Path]) -> None:
    validated(area)
    spoil(area)
    assert validated(area).has_errors
    assert linted == [area, area]


def test_what_validate_found_need_not_be_found_again(area: Path, linted: list[Path]) -> None:
    spoil(area)
    (checked,) = check_all([area], Selection())
    assert validated(area).problems == checked.problems != []
    assert linted == []


def test_an_area_that_cannot_be_inspected_is_remembered_too(area: Path, linted: list[Path]) -> None:
    (area / "area.yaml").write_text("area: Westmark\n")
    first, second = validated(area), validated(area)
    assert first.area is None
    assert second.sound is None
    assert first.problems == second.problems != []
    assert linted == [area]


def test_what_settings_cannot_hide_is_remembered(area: Path, linted: list[Path]) -> None:
    (area / "omi.toml").write_text('ignore = ["OMI201"]\n')
    spoil(area)
    assert [problem.code for problem in validated(area).problems] == ["OMI201"]
    assert [problem.code for problem in validated(area).problems] == ["OMI201"]
    assert linted == [area]

"""A build checks an area once, and again as soon as anything about it has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.build import Validated, validate
from omi_report.workspace import sound
from omi_report.workspace.sound import validated_once

WESTMARK = Path(__file__).parent.parent.parent / "golden" / "westmark"


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The areas that were checked, one entry for each time."""
    found: list[Path] = []

    def watched(path: Path) -> Validated:
        found.append(path)
        return validate(path)

    monkeypatch.setattr(sound, "validate", watched)
    return found


def test_a_sound_area_is_checked_once(area: Path, checked: list[Path]) -> None:
    first, second = validated_once(area), validated_once(area)
    assert checked == [area]
    assert first.area is not None
    assert second.area == first.area
    assert second.problems == first.problems == []


def test_a_change_is_seen(area: Path, checked: list[Path]) -> None:
    validated_once(area)
    file = area / "criteria/1.1.yaml"
    file.write_text(file.read_text().replace("{{ met }}", "{{ mett }}"))
    assert validated_once(area).has_errors
    assert len(checked) == 2


def test_an_area_with_errors_is_checked_each_time_and_shown_in_full(area: Path, checked: list[Path]) -> None:
    (area / "foreword.yaml").unlink()
    first, second = validated_once(area), validated_once(area)
    assert len(checked) == 2
    assert first.problems == second.problems
    assert first.has_errors


def test_what_settings_hide_does_not_make_an_area_sound(area: Path, checked: list[Path]) -> None:
    (area / "omi.toml").write_text('ignore = ["OMI201"]\n')
    file = area / "criteria/1.1.yaml"
    file.write_text(file.read_text().replace("{{ met }}", "{{ mett }}"))
    assert validated_once(area).has_errors
    assert validated_once(area).has_errors
    assert len(checked) == 2

"""What is known of texts is kept from one run to the next, for the same program and the same framework."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.build import Validated, lint
from omi_report.inspection import Inspection, Unreadable, inspect
from omi_report.lint.clean_texts import CleanTexts
from omi_report.workspace import known_texts
from omi_report.workspace.area import open_area
from omi_report.workspace.known_texts import lint_with_known_texts
from tests.changes import change
from tests.samples import WESTMARK


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many texts were known in each check."""
    found: list[int] = []

    def watched(inspected: Inspection | Unreadable, clean: CleanTexts | None = None) -> Validated:
        found.append(len(clean.known) if clean else 0)
        return lint(inspected, clean)

    monkeypatch.setattr(known_texts, "lint", watched)
    return found


def checked(folder: Path) -> Validated:
    return lint_with_known_texts(inspect(*open_area(folder)))


def test_texts_are_known_in_the_next_check(folder: Path, known: list[int]) -> None:
    first = checked(folder)
    change(folder / "summary.yaml", "The first days were well planned", "The first days were were planned")
    second = checked(folder)
    assert known[0] == 0 < known[1]
    assert first.problems == []
    assert [problem.code for problem in second.problems] == ["OMI707", "OMI507"]


def test_texts_are_not_known_under_another_framework(folder: Path, known: list[int]) -> None:
    checked(folder)
    change(folder / "framework.yaml", "minimum_base: 5", "minimum_base: 6")
    checked(folder)
    assert known == [0, 0]


@pytest.mark.parametrize("damaged", [b"", b"[]", b'{"key": 1}', b"\xff", b'{"key": "x", "texts": []}'])
def test_what_is_kept_may_be_damaged(
    folder: Path, known: list[int], monkeypatch: pytest.MonkeyPatch, damaged: bytes
) -> None:
    monkeypatch.setattr(known_texts, "kept", lambda _name: damaged)
    assert checked(folder).problems == []
    assert known == [0]

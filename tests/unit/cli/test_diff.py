from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.changes import change
from tests.samples import POLICY, WESTMARK


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """An area, and one in which something was changed."""
    old, new = (Path(shutil.copytree(WESTMARK, tmp_path / name / "westmark")) for name in ("old", "new"))
    change(new / "criteria" / "2.1.yaml", "No plan for the coming year", "No other plan for the coming year")
    return old, new


def diff(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


def test_the_same_is_told_with_status_0(both: tuple[Path, Path]) -> None:
    result = diff(both[0], both[0])
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "The two reports say the same.")


def test_a_difference_is_told_with_status_1(both: tuple[Path, Path]) -> None:
    result = diff(*both)
    assert result.exit_code == 1
    assert "No{+ other+} plan" in result.output


def test_quiet_says_nothing(both: tuple[Path, Path]) -> None:
    result = diff(*both, "--quiet")
    assert (result.exit_code, result.output) == (1, "")


def test_what_is_no_report_is_misuse(both: tuple[Path, Path]) -> None:
    result = diff(both[0], both[0] / "area.yaml")
    assert result.exit_code == 2
    assert "is no report" in result.output


def test_json_has_every_difference_with_its_words(both: tuple[Path, Path]) -> None:
    result = diff(*both, "--format", "json")
    found = json.loads(result.stdout)
    assert found["format"] == 1
    assert found["old"]["name"] == str(both[0])
    (word,) = found["words"]
    assert {each["fate"] for each in word["words"]} >= {"same", "inserted"}


def test_markdown_marks_what_came_and_escapes_what_is_no_mark(both: tuple[Path, Path]) -> None:
    change(both[1] / "area.yaml", "area: Westmark", "area: West*mark")
    result = diff(*both, "--format", "markdown")
    assert "**other" in result.output
    assert "West\\*mark" in result.output


def test_redlines_are_written(both: tuple[Path, Path], tmp_path: Path) -> None:
    html, pdf = tmp_path / "r.html", tmp_path / "r.pdf"
    result = diff(*both, "--html", html, "--pdf", pdf, "--quiet")
    assert result.exit_code == 1
    assert "<ins>" in html.read_text()
    assert pdf.read_bytes().startswith(b"%PDF")


def test_two_files_of_one_name_are_misuse(both: tuple[Path, Path], tmp_path: Path) -> None:
    result = diff(*both, "--html", tmp_path / "r", "--pdf", tmp_path / "r")
    assert (result.exit_code, (tmp_path / "r").exists()) == (2, False)


def test_nothing_is_written_into_an_area(both: tuple[Path, Path]) -> None:
    result = diff(*both, "--html", both[0] / "r.html")
    assert result.exit_code == 2
    assert not (both[0] / "r.html").exists()


def test_colours_stand_around_every_word(both: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\033[32mother+}\033[0m plan" in diff(*both).output


def test_a_file_of_a_sealed_report_is_not_written_over(both: tuple[Path, Path], tmp_path: Path) -> None:
    from omi_report.build import build
    from omi_report.build_options import BuildOptions
    from omi_report.source.snapshot import Snapshot

    build(Snapshot.of(both[0]), POLICY, BuildOptions(pdf=False, output=tmp_path / "out"))
    page = tmp_path / "out" / "westmark" / "report.html"
    before = page.read_bytes()
    result = diff(*both, "--html", page)
    assert (result.exit_code, page.read_bytes()) == (2, before)

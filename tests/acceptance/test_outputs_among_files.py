"""What omi writes never takes the place of a file of an area, nor lies among its files, where it would be an error."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report import api
from omi_report.cli.main import main
from omi_report.errors import OutputError
from tests.samples import WESTMARK


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


@pytest.fixture(autouse=True)
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "command",
    [
        ["build", "--html", "westmark", "-o", "."],
        ["build", "--html", "westmark", "-o", "westmark"],
        ["build", "--html", "westmark", "-o", "westmark/criteria/new"],
        ["build", "--html", "westmark", "-o", "link"],
        ["export", "westmark", "-o", "westmark/open.json"],
        ["export", "westmark", "--format", "json", "-o", "westmark/area.yaml"],
        ["export", "westmark", "-o", "westmark", "--format", "csv"],
        ["validate", "westmark", "-o", "westmark/foreword.yaml"],
        ["validate", "westmark", "-o", "link/problems.txt"],
        ["validate", "westmark", "--baseline", "westmark/known.jsonl", "--write-baseline"],
        ["schema", "-o", "westmark/schemas"],
        ["init", "westmark/inner"],
    ],
)
def test_what_would_lie_among_the_files_of_an_area_is_not_written(area: Path, command: list[str]) -> None:
    Path("link").symlink_to("westmark")
    before = files(area)
    result = run(*command)
    assert result.exit_code == 2
    assert "would lie among the files of the area westmark: name a place outside of it\n" in result.output
    assert files(area) == before


def test_a_report_is_not_built_into_the_folder_that_it_is_made_of(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(area)
    result = run("build", "--html", ".")
    assert (result.exit_code, Path("build").exists()) == (2, False)
    with pytest.raises(OutputError, match="among the files of the area westmark"):
        api.build(api.load("."), pdf=False)


def test_hidden_folders_of_an_area_are_nobody_s(area: Path) -> None:
    assert run("validate", "westmark", "-o", "westmark/.checks/problems.txt").exit_code == 0
    assert run("build", "--html", "westmark", "-o", "westmark/.build").exit_code == 0
    assert run("schema", "--for", "westmark", "-o", "westmark/.schema").exit_code == 0
    assert run("validate", "westmark").exit_code == 0

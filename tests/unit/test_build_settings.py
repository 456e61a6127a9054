"""`omi build` goes by the settings and comments of an area, except where there could be no report."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from omi_report.build import BuildOptions, build
from omi_report.cli.main import main
from omi_report.problems import has_errors
from omi_report.workspace.area import open_area

GOLDEN = Path(__file__).parent.parent / "golden" / "westmark"


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    shutil.copytree(GOLDEN, "westmark")
    return Path("westmark")


def test_what_a_report_needs_is_never_hidden(area: Path) -> None:
    Path("omi.toml").write_text('ignore = ["OMI"]')
    path = area / "criteria" / "1.1.yaml"
    path.write_text(path.read_text().replace("{{ safety-told | count }}", "{{ safety-tol | count }}"))
    built = build(*open_area(area), BuildOptions(pdf=False))
    assert built.written == ()
    assert has_errors(built.validated.problems)


def test_what_is_ignored_is_not_shown(area: Path) -> None:
    path = area / "criteria" / "1.1.yaml"
    path.write_text(path.read_text().replace("late: {count: 3}", "late: {count: 3}\n  spare: {count: 4}"))
    assert "OMI202" in {problem.code for problem in build(*open_area(area), BuildOptions(pdf=False)).validated.problems}
    Path("omi.toml").write_text('ignore = ["OMI202"]')
    built = build(*open_area(area), BuildOptions(pdf=False))
    assert built.written
    assert "OMI202" not in {problem.code for problem in built.validated.problems}


def test_settings_that_cannot_be_used(area: Path) -> None:
    Path("omi.toml").write_text("ignor = []")
    result = CliRunner().invoke(main, ["build", "--html", str(area)], catch_exceptions=False)
    assert result.exit_code == 2
    assert "omi.toml:1: unknown setting «ignor»" in result.output

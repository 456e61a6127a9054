from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.changes import change
from tests.samples import WESTMARK


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    change(made / "area.yaml", "stage: final\ninspected: 2024-05\npublished: 2024-09-16\nisbn: 978-0-306-40615-7\n",
           "stage: draft\ninspected: 2024-05\n")  # fmt: skip
    return made


def draft(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["draft", *map(str, arguments)])


def test_it_says_where_the_draft_is_and_what_has_changed(area: Path) -> None:
    first = draft("westmark", "--next", "--dated", "2024-06-03")
    assert first.exit_code == 0
    assert first.stdout.startswith("Draft 1 is in drafts/westmark/draft-1: ")
    second = draft("westmark", "--next", "--dated", "2024-06-10")
    assert second.stdout.splitlines()[-1].startswith("Since draft 1: ")


def test_a_date_without_next_is_misuse(area: Path) -> None:
    result = draft("westmark", "--dated", "2024-06-03")
    assert (result.exit_code, "say --next too" in result.output) == (2, True)
    assert "drafted: 2008-01-14" in result.output


def test_a_date_that_is_none_is_refused_before_anything_is_written(area: Path) -> None:
    result = draft("westmark", "--next", "--dated", "tomorrow")
    assert (result.exit_code, "--dated" in result.output) == (2, True)
    assert "tomorrow" not in (area / "area.yaml").read_text()


def test_a_person_stops_it_with_status_1(area: Path) -> None:
    change(area / "criteria" / "2.1.yaml", "No plan for", "Ring me on 020 7946 0018. No plan for")
    result = draft("westmark", "--next")
    assert result.exit_code == 1
    assert "--in-spite-of" in result.output

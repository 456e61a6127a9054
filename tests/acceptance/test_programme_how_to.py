"""The example of docs/how-to/programme.md: from nothing to a report, as it stands there."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "how-to" / "programme.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`visits/(\S+)`\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
COMMANDS = re.findall(r"^\$ omi (.*)$", PAGE, re.MULTILINE)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the project, with the framework alone."""
    monkeypatch.chdir(tmp_path)
    for name in ("omi.toml", "frameworks/library-visits.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    return tmp_path


def run(command: str) -> Result:
    return CliRunner().invoke(main, shlex.split(command), catch_exceptions=False)


def write_area(project: Path) -> None:
    for name, text in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")


def test_a_new_area_is_made_for_the_framework_and_only_waits_to_be_filled_in(project: Path) -> None:
    (command,) = (each for each in COMMANDS if each.startswith("init "))
    assert run(command).exit_code == 0
    made = {path.relative_to(project).as_posix() for path in (project / "libraries").rglob("*.yaml")}
    assert {name for name in FILES if name.endswith(".yaml")} - {"frameworks/library-visits.yaml"} <= made
    done = run("validate --no-cache --format json libraries/quayside")
    assert not [each for each in json.loads(done.stdout) if each["severity"] == "error"]


def test_every_command_of_the_page_does_what_it_says(project: Path) -> None:
    write_area(project)
    said = {}
    for command in COMMANDS:
        if not command.startswith("init "):
            done = run(command)
            assert done.exit_code == 0, f"{command}: {done.output}"
            said[command] = done.output.replace("\u00a0", " ")
    assert said["validate frameworks/library-visits.yaml"].endswith("no problems\n")
    assert said["validate libraries/quayside"].endswith("no problems\n")
    assert "2.1-children: 25%  ← the lowest" in said["score libraries/quayside --detail L2.1"]
    whole = said["score libraries/quayside --detail overall"]
    assert "The inspection as a whole: 6 out of 9, Thin" in whole
    assert "limit 1 must no longer hold: L 2.1 is rated «failing»" in whole
    page = (project / "build/quayside/report.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "The rating can be no better than Thin because of L 2.1 Welcome." in page
    assert "Draft for the library to check." in page


def test_the_numbers_of_the_page_are_worked_out() -> None:
    """2.1.1: 9 of 10; 2.1.2: 8 of 9; 2.1.3: 1 of 4; 2.2.1: 9 of 10. 3 + 0 + 3 points, and 0 at the limit."""
    assert "(9/10 + 8/9) ÷ 2 = 89.4% and 1/4 = 25%" in PAGE
    assert round(50 * (9 / 10 + 8 / 9), 1) == 89.4
    rows = [line.split(",") for line in FILES["libraries/quayside/evidence/cases.csv"].splitlines()[1:]]
    counts = [
        (sum(row[at] == "yes" for row in rows), sum(row[at] in ("yes", "no") for row in rows)) for at in range(2, 6)
    ]
    assert counts == [(9, 10), (8, 9), (1, 4), (9, 10)]

"""`omi validate --baseline`: known problems are counted, and new ones stop."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main

WESTMARK = Path(__file__).parent.parent.parent / "golden" / "westmark"


@pytest.fixture
def areas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two areas with an error and a warning each, below the current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    for name in ("east", "west"):
        shutil.copytree(WESTMARK, tmp_path / "areas" / name)
        change(Path("areas", name, "criteria/1.1.yaml"), "{{ safety-told | count }}", "{{ safety-tol | count }}")
        change(Path("areas", name, "criteria/2.1.yaml"), "criterion: 2.1", "criterion: 2.1  # omi: ignore[OMI401]")
    return Path("areas")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["validate", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def known(areas: Path) -> str:
    """A baseline in which all that is wrong is known."""
    result = run("--baseline", "known.jsonl", "--write-baseline", areas)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "known.jsonl: 2 errors, 4 warnings written as known\n"
    return "known.jsonl"


def test_what_is_known_is_counted_and_does_not_stop(areas: Path, known: str) -> None:
    assert run("--strict", areas).exit_code == 1
    result = run("--strict", "--baseline", known, areas)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [
        "known.jsonl: 2 errors, 4 warnings known, and no report can be built before the errors are mended",
        "areas/east: no problems",
        "areas/west: no problems",
    ]


def test_a_new_problem_stops_and_is_shown_alone(areas: Path, known: str) -> None:
    change(areas / "east/foreword.yaml", "small scheme", "small {{ sheme }}")
    result = run("--concise", "--baseline", known, areas)
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["areas/east/foreword.yaml"]


def test_one_more_of_the_same_is_new(areas: Path, known: str) -> None:
    path = areas / "east/criteria/1.1.yaml"
    change(path, "{{ safety-tol | count }}", "{{ safety-tol | count }} {{ safety-tol | count }}")
    assert run("--concise", "--baseline", known, areas).stdout.count("OMI201") == 1


def test_what_moves_stays_known(areas: Path, known: str) -> None:
    path = areas / "east/criteria/1.1.yaml"
    path.write_text("# one line\n# and another\n" + path.read_text(), encoding="utf-8")
    assert run("--baseline", known, areas).exit_code == 0


def test_entries_that_are_found_no_more_are_told_and_taken_away(areas: Path, known: str) -> None:
    change(areas / "east/criteria/1.1.yaml", "safety-tol ", "safety-told ")
    result = run("--baseline", known, areas)
    assert result.exit_code == 0
    told = "known.jsonl: 1 entry is stale: its problem is gone (--write-baseline takes it away)"
    assert told in result.stderr.splitlines()
    assert "stale" not in run("--baseline", known, "areas/west").stderr, "the other area was not checked"
    assert "stale" not in run("--baseline", known, "--select", "OMI9", areas).stderr, "not all rules ran"
    run("--baseline", known, "--write-baseline", "areas/east")
    assert len(Path(known).read_text().splitlines()) == 1 + 5, "what is known of the other area stays"


def test_the_same_from_anywhere(areas: Path, known: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Path(known).read_text()
    monkeypatch.chdir(areas / "east")
    assert run("--baseline", "../../known.jsonl").exit_code == 0
    run("--baseline", "../../known.jsonl", "--write-baseline", "..")
    assert Path("../../known.jsonl").read_text() == text


def test_for_a_commit_and_for_machines(areas: Path, known: str) -> None:
    change(areas / "west/foreword.yaml", "small scheme", "small {{ sheme }}")
    assert run("--skip-other-files", "--baseline", known, areas / "east/area.yaml").exit_code == 0
    assert run("--skip-other-files", "--baseline", known, areas / "west/area.yaml").exit_code == 1
    (found,) = json.loads(run("--format", "json", "--baseline", known, areas).stdout)
    assert found["message"] == "there is no figure «sheme»"


def test_nothing_of_a_report_stands_in_it(areas: Path, known: str) -> None:
    rows = [json.loads(line) for line in Path(known).read_text().splitlines()]
    assert rows[0] == {"omi-baseline": 1}
    assert [(row["file"], row["code"], row["count"]) for row in rows[1:]] == [
        ("areas/east/area.yaml", "OMI707", 1),
        ("areas/east/criteria/1.1.yaml", "OMI201", 1),
        ("areas/east/criteria/2.1.yaml", "OMI901", 1),
        ("areas/west/area.yaml", "OMI707", 1),
        ("areas/west/criteria/1.1.yaml", "OMI201", 1),
        ("areas/west/criteria/2.1.yaml", "OMI901", 1),
    ]
    assert "safety" not in Path(known).read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "there is no baseline known.jsonl: --write-baseline makes one"),
        ("", "known.jsonl:1: this is no baseline"),
        ('{"omi-baseline": 2}\n', "known.jsonl:1: this is no baseline"),
        ('{"omi-baseline": 1}\n<<<<<<< HEAD\n', "known.jsonl:2: this is no entry of a baseline"),
        ('{"omi-baseline": 1}\n{"file": "x", "code": 3}\n', "known.jsonl:2: this is no entry of a baseline"),
        ("[" * 100_000, "known.jsonl:1: this is no baseline"),
    ],
)
def test_a_baseline_that_cannot_be_used(areas: Path, text: str | None, said: str) -> None:
    if text is not None:
        Path("known.jsonl").write_text(text)
    result = run("--baseline", "known.jsonl", areas)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("arguments", [["--write-baseline"], ["--baseline", "x.jsonl", "--write-baseline", "--fix"]])
def test_what_does_not_go_together(areas: Path, arguments: list[str]) -> None:
    result = run(*arguments, areas)
    assert result.exit_code == 2
    assert "--write-baseline goes with --baseline FILE" in result.stderr
    assert not Path("x.jsonl").exists()

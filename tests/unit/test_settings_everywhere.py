"""Settings and comments mean the same whether an area is checked, built, exported or verified."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main

GOLDEN = Path(__file__).parent.parent / "golden" / "westmark"

COMMANDS = {
    "validate": ("validate", "--no-cache", "westmark"),
    "validate, remembered": ("validate", "westmark"),
    "build": ("build", "--html", "westmark", "-o", "out"),
    "export": ("export", "westmark"),
    "verify": ("verify", "sealed/westmark", "--area", "westmark"),
}


@pytest.fixture(autouse=True)
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The golden area in a repository of its own, in the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    shutil.copytree(GOLDEN, "westmark")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def change(file: str, before: str, after: str) -> Callable[[], None]:
    def changing() -> None:
        path = Path("westmark", file)
        text = path.read_text(encoding="utf-8")
        assert re.search(before, text), before
        path.write_text(re.sub(before, after, text, count=1), encoding="utf-8")

    return changing


def settings(path: str, text: str) -> Callable[[], None]:
    return lambda: (Path(path).write_text(text, encoding="utf-8"), None)[1]


BAD_ISBN = change("area.yaml", "isbn: .*", "isbn: 978-0-306-40615-8")
BAD_ISBN_ON_PURPOSE = change("area.yaml", "isbn: .*", "isbn: 978-0-306-40615-8  # omi: ignore[OMI702] as printed")
NO_FIGURE = change("criteria/1.1.yaml", "safety-told \\| count", "safety-tol | count")
NO_FIGURE_ON_PURPOSE = change("criteria/1.1.yaml", "text: \\|", "text: |  # omi: ignore[OMI201] later")
PRISON_NUMBER = change("foreword.yaml", "signatory: .*", "signatory: A1234BC Quill")
PRISON_NUMBER_ON_PURPOSE = change(
    "foreword.yaml", "signatory: .*", "signatory: A1234BC Quill  # omi: ignore[OMI601] a title"
)
DRAFT = change("area.yaml", "stage: final", "stage: draft")

CASES: dict[str, tuple[list[Callable[[], None]], bool]] = {
    "nothing wrong": ([], True),
    "an error": ([BAD_ISBN], False),
    "an error that the project hides": ([BAD_ISBN, settings("omi.toml", 'ignore = ["OMI702"]')], True),
    "an error that is not selected": ([BAD_ISBN, settings("omi.toml", 'select = ["OMI2"]')], True),
    "an error hidden in its file": (
        [BAD_ISBN, settings("omi.toml", '[per-file-ignores]\n"area.yaml" = ["OMI7"]')],
        True,
    ),
    "an error that the area hides": ([BAD_ISBN, settings("westmark/omi.toml", 'ignore = ["OMI702"]')], True),
    "an error with a comment": ([BAD_ISBN_ON_PURPOSE], True),
    "no report without it, hidden by the project": ([NO_FIGURE, settings("omi.toml", 'ignore = ["OMI"]')], False),
    "no report without it, hidden by the area": ([NO_FIGURE, settings("westmark/omi.toml", 'ignore = ["OMI"]')], False),
    "no report without it, with a comment": ([NO_FIGURE, NO_FIGURE_ON_PURPOSE], False),
    "a person, hidden by the project": ([PRISON_NUMBER, settings("omi.toml", 'ignore = ["OMI601"]')], True),
    "a person, hidden by the area": ([PRISON_NUMBER, settings("westmark/omi.toml", 'ignore = ["OMI6"]')], False),
    "a person, hidden by the area of a draft": (
        [DRAFT, PRISON_NUMBER, settings("westmark/omi.toml", 'select = ["OMI2"]')],
        False,
    ),
    "a person, with a comment": ([PRISON_NUMBER_ON_PURPOSE], True),
}


@pytest.mark.parametrize("name", CASES)
def test_every_command_comes_to_the_same(name: str) -> None:
    changes, passes = CASES[name]
    assert run("build", "--html", "westmark", "-o", "sealed").exit_code == 0
    for each in changes:
        each()
    found = {command: run(*arguments) for command, arguments in COMMANDS.items()}
    refused = {command for command, result in found.items() if result.exit_code}
    if passes:
        # To verify also compares, and these reports were built before.
        assert refused <= {"verify"}
        assert "has errors" not in found["verify"].output
    else:
        assert refused == set(COMMANDS)
        assert {result.exit_code for result in found.values()} == {1}
        assert "has errors and cannot be built again" in found["verify"].output
    assert Path("out/westmark/report.html").exists() == passes


def test_what_is_ignored_is_not_counted() -> None:
    change("criteria/1.1.yaml", "late: {count: 3}", "late: {count: 3}\n  spare: {count: 4}")()
    assert "2 warnings" in run("build", "--html", "westmark").output  # the other says so: a final report has warnings
    settings("omi.toml", 'ignore = ["OMI202"]')()
    assert "warning" not in run("build", "--html", "westmark").output


def test_strict_settles_how_a_check_ends_and_stops_no_build() -> None:
    change("criteria/1.1.yaml", "late: {count: 3}", "late: {count: 3}\n  spare: {count: 4}")()
    settings("omi.toml", "strict = true")()
    assert run("validate", "westmark").exit_code == 1
    assert run("build", "--html", "westmark").exit_code == 0


@pytest.mark.parametrize("file", ["omi.toml", "westmark/omi.toml"])
def test_settings_that_cannot_be_used_stop_every_command(file: str) -> None:
    assert run("build", "--html", "westmark", "-o", "sealed").exit_code == 0
    settings(file, "ignor = []")()
    for arguments in (*COMMANDS.values(), ("score", "westmark"), ("why", "63%", "westmark")):
        result = run(*arguments)
        assert result.exit_code == 2, arguments
        assert f"omi: {Path(file).absolute()}:1: unknown setting «ignor»" in result.output or (
            f"omi: {file}:1: unknown setting «ignor»" in result.output
        )

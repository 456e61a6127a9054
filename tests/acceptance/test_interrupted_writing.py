"""A command that is killed, or fails, while it writes harms nothing: all that it writes is there, or nothing of it."""

from __future__ import annotations

import os
import random
import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.api import load
from omi_report.build import _write, build
from omi_report.build_options import BuildOptions
from omi_report.cli.main import main
from omi_report.files import STAGING, is_unsettled
from omi_report.making import Made, make
from omi_report.workspace.area import open_area
from tests import kills
from tests.changes import change
from tests.samples import WESTMARK


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def made(area: Path) -> Made:
    return make(load(area), BuildOptions(pdf=False, json=True), None)


@pytest.fixture
def two_reports(area: Path) -> tuple[Made, Made]:
    first = made(area)
    change(area / "area.yaml", "area: Westmark", "area: Eastmark")
    second = made(area)
    assert first.outputs.keys() == second.outputs.keys()
    assert all(first.outputs[name] != second.outputs[name] for name in first.outputs)
    return first, second


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def sealed(report: Made) -> dict[str, bytes]:
    return report.outputs | {"manifest.json": report.manifest.as_json()}


@pytest.mark.parametrize("function", ["replace", "link", "fsync", "unlink"])
def test_after_a_kill_verify_finds_the_old_report_or_the_new_one(
    two_reports: tuple[Made, Made], tmp_path: Path, function: str
) -> None:
    old, new = two_reports
    folder = tmp_path / "out"
    _write(old, folder)
    seen = []
    moment = 0
    while kills.before_call(partial(_write, new, folder), moment := moment + 1, function):
        result = run("verify", folder)
        assert (result.exit_code, result.output) == (0, f"{folder}: 2 files as built\n")
        seen.append(files(folder) == sealed(new))
        assert files(folder) == sealed(new if seen[-1] else old)
        _write(old, folder)
        assert [path for path in folder.iterdir() if path.name.startswith(".")] == []
    assert moment > 2
    assert files(folder) == sealed(new)


def test_after_a_kill_the_next_build_puts_it_right_even_if_it_fails(area: Path, tmp_path: Path) -> None:
    assert run("build", "--html", "--json", area, "-o", tmp_path / "out").exit_code == 0
    folder = tmp_path / "out" / "westmark"
    change(area / "area.yaml", "area: Westmark", "area: Eastmark")
    new = made(area)
    assert kills.before_call(partial(_write, new, folder), 3, "replace")
    assert is_unsettled(folder)
    assert files(folder) != sealed(new)
    (area / "foreword.yaml").unlink()
    assert run("build", "--html", "--json", area, "-o", tmp_path / "out").exit_code == 1
    assert files(folder) == sealed(new)
    assert run("verify", folder).exit_code == 0


def test_a_build_that_is_killed_at_any_moment_leaves_a_report_that_is_as_built(area: Path, tmp_path: Path) -> None:
    options = BuildOptions(pdf=False, json=True, output=tmp_path / "out")
    folder = tmp_path / "out" / "westmark"
    build(*open_area(area), options)
    seconds = build(*open_area(area), options).seconds
    chance = random.Random(10)
    killed = 0
    for number in range(25):
        change(area / "area.yaml", re.search(r"area: .*", (area / "area.yaml").read_text())[0], f"area: Mark {number}")  # type: ignore[index]
        killed += kills.after(lambda: build(*open_area(area), options), chance.uniform(0, 1.5 * seconds))
        result = run("verify", folder)
        assert (result.exit_code, result.output) == (0, f"{folder}: 2 files as built\n")
    assert killed


def test_verify_says_that_it_cannot_finish_what_was_begun(
    two_reports: tuple[Made, Made], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = two_reports
    folder = tmp_path / "out"
    _write(old, folder)
    assert kills.before_call(partial(_write, new, folder), 3, "replace")

    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(30, "Read-only file system")

    for function in ("replace", "unlink"):
        monkeypatch.setattr(os, function, refuse)
    result = run("verify", folder)
    assert (result.exit_code, result.output) == (
        2,
        f"omi: {folder} cannot be written: Read-only file system; no file was changed\n",
    )


def test_files_of_an_area_are_changed_all_or_none(area: Path) -> None:
    before = {path: path.read_bytes() for path in area.rglob("*.yaml")}
    plan = run("ids", "--diff", area)
    changed = re.findall(r"^\+\+\+ (.*)$", plan.stdout, re.MULTILINE)
    assert len(changed) > 2
    assert kills.before_call(lambda: run("ids", area), 3, "replace")
    assert is_unsettled(area)
    for command in ("validate", "build", "score"):
        result = run(command, area)
        assert result.exit_code == 2
        assert "a command was killed while it changed files here" in result.output
    result = run("ids", area)
    assert (result.exit_code, result.output) == (0, f"{area}: no id is missing\n")
    assert sum(path.read_bytes() != data for path, data in before.items()) == len(changed)
    assert not (area / STAGING).exists()


def test_where_one_file_cannot_be_changed_none_is(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in area.rglob("*.yaml")}
    replace = os.replace
    calls: list[object] = []

    def third_fails(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 4:
            raise PermissionError(1, "Operation not permitted")
        replace(source, target)

    monkeypatch.setattr(os, "replace", third_fails)
    result = run("ids", area)
    assert result.exit_code == 2
    assert "cannot be written: Operation not permitted; no file was changed" in result.stderr
    assert {path: path.read_bytes() for path in area.rglob("*.yaml")} == before


def test_a_new_area_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "area"
    assert run("init", tmp_path / "other", "--evidence").exit_code == 0
    whole = len([path for path in (tmp_path / "other").rglob("*") if path.is_file()])
    for moment in (1, 2, 20):
        assert kills.before_call(lambda: run("init", folder, "--evidence"), moment, "replace")
        begun = run("init", folder, "--evidence")
        finished = "is there already" in begun.output
        assert finished == (moment > 1)
        assert len([path for path in folder.rglob("*") if path.is_file()]) == whole
        shutil.rmtree(folder)

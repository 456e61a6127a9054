"""`omi migrate` as a user meets it: what it shows, what it writes, and when it leaves an area whole."""

from __future__ import annotations

import codecs
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main

FIRST_EDITION = Path(__file__).parents[2] / "first_edition" / "areas"


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An area of the former format with a framework of its own, ``areas/westmark`` below the current folder."""
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(FIRST_EDITION / "westmark", tmp_path / "areas" / "westmark")
    return Path("areas/westmark")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["migrate", *map(str, arguments)], catch_exceptions=False)


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_without_write_the_difference_is_shown_and_nothing_is_changed(area: Path) -> None:
    before = contents(area)
    result = run(area)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "areas/westmark: would change 5 files; --write changes them"
    assert "areas/westmark: conclusion → rating (criteria/1.2.yaml)" in result.stderr.splitlines()
    assert contents(area) == before
    subprocess.run(["patch", "-p1"], input=result.stdout.encode(), check=True, capture_output=True)
    patched = contents(area)
    shutil.rmtree(area)
    shutil.copytree(FIRST_EDITION / "westmark", area)
    assert run("--write", area).exit_code == 0
    assert contents(area) == {path: data for path, data in patched.items() if path.suffix != ".orig"} != before


def test_a_second_time_there_is_nothing_to_do(area: Path) -> None:
    written = run("--write", area)
    assert (written.exit_code, written.stdout) == (0, "")
    assert written.stderr.splitlines()[-1] == "areas/westmark: migrated 5 files"
    after = contents(area)
    for again in (run(area), run("--write", area)):
        assert (again.exit_code, again.stdout) == (0, "")
        assert again.stderr == "areas/westmark: there is nothing to migrate\n"
    assert contents(area) == after


def test_line_ends_and_the_mark_of_windows_stay(area: Path) -> None:
    path = area / "criteria/2.1.yaml"
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert run("--write", area).exit_code == 0
    assert path.read_bytes() == before.replace(b"grade:", b"rating:")


def test_what_is_undecided_is_said_and_other_areas_are_changed(area: Path) -> None:
    other = Path(shutil.copytree(area, "areas/eastmark"))
    criterion = other / "criteria/2.1.yaml"
    criterion.write_text(f"{criterion.read_text(encoding='utf-8')}conclusion: weak\n", encoding="utf-8")
    before = contents(other)
    result = run("--write", "areas")
    assert result.exit_code == 1
    said = result.stderr.splitlines()
    place = "areas/eastmark/criteria/2.1.yaml:10:1"
    message = "the file has «grade» and «conclusion», and both are its rating now: remove the one that does not count"
    assert said[0] == f"{place}: {message}"
    assert said[1] == "areas/eastmark: nothing is changed: decide this first"
    assert said[-1] == "areas/westmark: migrated 5 files"
    assert contents(other) == before


@pytest.mark.parametrize("damage", [b"grade: \xff\n", b"grade: [\n"])
def test_a_file_that_cannot_be_read_leaves_the_area_whole(area: Path, damage: bytes) -> None:
    (area / "criteria/2.1.yaml").write_bytes(damage)
    before = contents(area)
    result = run("--write", area)
    assert result.exit_code == 1
    assert result.stderr.startswith("areas/westmark/criteria/2.1.yaml:")
    assert contents(area) == before


def test_an_area_without_a_framework_that_is_known_is_left_whole(area: Path) -> None:
    (area / "area.yaml").write_text("area: Westmark\nframework: nowhere\n", encoding="utf-8")
    result = run("--write", area)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].startswith("areas/westmark/area.yaml:2:12: the framework of this area is not")


def test_a_framework_in_no_area_is_changed_by_itself(area: Path) -> None:
    framework = Path(shutil.copy(area / "framework.yaml", "ours.yaml"))
    assert run("--write", framework).exit_code == 0
    run("--write", area)
    assert framework.read_bytes() == (area / "framework.yaml").read_bytes()


def test_a_failure_leaves_no_area_half_changed(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(area)
    rename = Path.replace
    refused: list[Path] = []

    def failing(source: Path, target: Path) -> None:
        if target.name == "performance.yaml" and not refused:
            refused.append(target)
            raise OSError(28, "No space left on device")
        rename(source, target)

    monkeypatch.setattr(Path, "replace", failing)
    result = run("--write", area)
    assert result.exit_code == 2
    assert "cannot be written: No space left on device; no file was changed" in result.stderr
    assert refused != []
    assert contents(area) == before


def test_a_file_that_changed_meanwhile_is_not_written_over(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from omi_report.workspace import migrating

    write, before = migrating.write_migrated, contents(area)

    def late(migrated: migrating.MigratedFolder) -> None:
        (area / "criteria/2.1.yaml").write_text("criterion: 2.1\n", encoding="utf-8")
        write(migrated)

    monkeypatch.setattr(migrating, "write_migrated", late)
    result = run("--write", area)
    assert result.exit_code == 2
    assert "criteria/2.1.yaml has changed since it was read and was left as it is" in result.stderr
    assert contents(area) == before | {area / "criteria/2.1.yaml": b"criterion: 2.1\n"}


@pytest.mark.parametrize("path", ["nowhere", "areas"])
def test_what_is_no_area_is_misuse(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "areas").mkdir()
    result = run(path)
    assert result.exit_code == 2
    assert path in result.stderr


def test_a_file_that_is_no_framework_is_misuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("picture.png").write_bytes(b"\x89PNG\xff")
    result = run("--write", "picture.png")
    assert (result.exit_code, result.stderr) == (2, "omi: picture.png is in no area, and no framework\n")


def test_a_framework_that_is_no_text_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ours.yaml").write_bytes(b"framework: \xff\n")
    result = run("--write", "ours.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("ours.yaml: the file cannot be read: ")


@pytest.mark.parametrize("path", ["areas/westmark/framework.yaml", "areas/westmark/criteria/2.1.yaml"])
def test_a_file_of_an_area_stands_for_the_whole_of_it(area: Path, path: str) -> None:
    assert run(path, area).stderr.splitlines()[-1] == "areas/westmark: would change 5 files; --write changes them"


def test_a_framework_of_the_project_is_changed_where_its_folder_is_named(area: Path) -> None:
    Path("omi.toml").write_text('frameworks = "frameworks"\n', encoding="utf-8")
    Path("frameworks").mkdir()
    framework = Path(shutil.move(area / "framework.yaml", "frameworks/training-checks.yaml"))
    identity = area / "area.yaml"
    identity.write_text(identity.read_text(encoding="utf-8").replace("framework.yaml", "training-checks"), "utf-8")
    alone = run(area)
    assert f"{framework}:1:1: this framework is of the former format too, and is no file of the area" in alone.stderr
    assert run("--write", ".").exit_code == 0
    assert "scales:" in framework.read_text(encoding="utf-8")
    assert run(".").exit_code == 0


def test_an_area_must_be_named() -> None:
    assert run().exit_code == 2

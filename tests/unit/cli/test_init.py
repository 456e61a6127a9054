"""`omi init` makes an area that is valid but for its blanks, and never touches what is there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from omi_report.build import validate
from omi_report.cli.main import main
from omi_report.document.kinds import PART_KINDS
from omi_report.model.area import Area
from omi_report.model.shipped import load_framework, shipped_frameworks
from tests.projects import NAME, project_in


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["init", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "avon-and-somerset"
    assert run(folder, "--inspected", "2007-12").exit_code == 0
    return folder


def area_of(folder: Path) -> Area:
    area = validate(folder).area
    assert area is not None
    return area


def test_is_valid_but_for_its_blanks(folder: Path) -> None:
    validated = validate(folder)
    assert not validated.has_errors
    assert "OMI701" in {problem.code for problem in validated.problems}


def test_has_a_file_for_every_criterion_of_the_framework(folder: Path) -> None:
    assert list(area_of(folder).criteria) == list(load_framework("omi-2006", PART_KINDS).criteria)


def test_is_named_after_its_folder_unless_told_otherwise(folder: Path, tmp_path: Path) -> None:
    assert area_of(folder).identity.area == "Avon And Somerset"
    run(tmp_path / "other", "--name", 'St "Mary": east')
    assert area_of(tmp_path / "other").identity.area == 'St "Mary": east'


def test_says_what_was_made_and_what_comes_next(tmp_path: Path) -> None:
    result = run(tmp_path / "new")
    assert f"omi validate {tmp_path / 'new'}" in result.output
    assert "29 files" in result.output


def test_never_overwrites(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = run(folder)
    assert result.exit_code == 2
    assert "nothing in it is overwritten" in result.output
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("arguments", [["--framework", "omi-1999"], ["--inspected", "December"]])
def test_wrong_options_are_misuse_and_make_nothing(tmp_path: Path, arguments: list[str]) -> None:
    assert run(tmp_path / "new", *arguments).exit_code == 2
    assert not (tmp_path / "new").exists()


def test_each_file_names_a_schema_that_it_keeps(folder: Path) -> None:
    files = sorted(folder.rglob("*.yaml"))
    assert len(files) == 29
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        schema = json.loads((path.parent / first.partition("=")[2]).read_text(encoding="utf-8"))
        data = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
        jsonschema.validate(data, schema)


def test_ids_come_when_there_are_texts(folder: Path) -> None:
    path = folder / "criteria/1.1.yaml"
    assert "`omi ids` writes the ids that are missing" in path.read_text(encoding="utf-8")
    before = {each: each.read_bytes() for each in folder.rglob("*.yaml")}
    assert CliRunner().invoke(main, ["ids", str(folder)]).exit_code == 0
    assert {each: each.read_bytes() for each in folder.rglob("*.yaml")} == before, "all is TODO yet"
    text = path.read_text(encoding="utf-8").replace("TODO: the first strength.", "Plans were on time.")
    path.write_text(text, encoding="utf-8")
    assert CliRunner().invoke(main, ["ids", str(folder)]).exit_code == 0
    expected = text.replace(
        "  - text: |\n      Plans", "  - id: plans-time-letter-comes-itself\n    text: |\n      Plans"
    )
    assert path.read_text(encoding="utf-8") == expected


TESTS = Path(__file__).parents[2]
FRAMEWORKS = [*shipped_frameworks(), str(TESTS / "harbour.yaml"), str(TESTS / "golden" / "westmark" / "framework.yaml")]


TO_FILL_IN = {"OMI701", "OMI705", "OMI711"}
"""Blanks, evidence that is still to come, and what a glance could say."""


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda name: Path(name).stem)
@pytest.mark.parametrize("evidence", [(), ("--evidence",)], ids=["", "evidence"])
def test_an_area_of_any_framework_lacks_nothing_but_what_is_to_be_filled_in(
    framework: str, evidence: tuple[str, ...], tmp_path: Path
) -> None:
    assert run(tmp_path / "new", "--framework", framework, *evidence).exit_code == 0
    validated = validate(tmp_path / "new")
    assert {problem.code for problem in validated.problems} <= TO_FILL_IN
    assert (tmp_path / "new" / "evidence").exists() == bool(evidence)
    for path in sorted((tmp_path / "new").rglob("*.yaml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        if first.startswith("# yaml-language-server") and data is not None:
            schema = json.loads((path.parent / first.partition("=")[2]).read_text(encoding="utf-8"))
            jsonschema.validate(json.loads(json.dumps(data, default=str)), schema)


def test_nor_does_one_with_every_kind_of_part(tmp_path: Path) -> None:
    text = (TESTS / "harbour.yaml").read_text(encoding="utf-8")
    there = [line.split("kind: ")[1].split(",")[0].rstrip("}\n") for line in text.splitlines() if "{kind: " in line]
    others = {name: kind for name, kind in PART_KINDS.items() if name not in (*there, "sections")}
    for name, kind in others.items():
        words = "" if kind.names_itself else f", heading: {name}"
        words += ", text: Words." if "text" in kind.part_keys else ""
        text += f"  - {{kind: {name}, id: a-{name}{words}}}\n"
    text = f"sampling: {{size: 10}}\n{text}"  # without it there is nothing to tell of a sample
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    assert run(tmp_path / "new", "--framework", tmp_path / "ours.yaml").exit_code == 0
    validated = validate(tmp_path / "new")
    assert {part.kind for part in area_of(tmp_path / "new").framework.parts} == set(PART_KINDS)
    assert {problem.code for problem in validated.problems} <= TO_FILL_IN


def test_a_framework_of_the_project_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = project_in(tmp_path)
    monkeypatch.chdir(project)
    for name in (NAME, f"frameworks/{NAME}.yaml"):
        folder = project / "areas" / Path(name).name
        result = run(folder, "--framework", name)
        assert f"for Training Scheme Check (frameworks/{NAME}.yaml)" in result.output.replace(f"{project}/", "")
        assert f"framework: {NAME}\n" in (folder / "area.yaml").read_text(encoding="utf-8")
        assert not (folder / "framework.yaml").exists()


def test_of_another_file_the_area_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(TESTS / "harbour.yaml", tmp_path / "harbour.yaml")
    result = run("quay", "--framework", "harbour.yaml")
    assert "Its framework is a copy of its own, quay/framework.yaml: harbour.yaml stays as it is." in result.output
    assert (tmp_path / "quay" / "framework.yaml").read_bytes() == (TESTS / "harbour.yaml").read_bytes()
    assert area_of(tmp_path / "quay").framework.framework == "harbour"


def test_a_file_in_the_folder_is_used_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        shutil.copy(TESTS / "harbour.yaml", tmp_path / name / "ours.yaml")
    assert run("here", "--framework", "ours.yaml").exit_code == 0
    assert run("there", "--framework", "there/ours.yaml").exit_code == 0
    for name in ("here", "there"):
        assert "framework: ours.yaml\n" in (tmp_path / name / "area.yaml").read_text(encoding="utf-8")
        assert area_of(tmp_path / name).framework.framework == "harbour"
        assert not (tmp_path / name / "framework.yaml").exists()


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("absent.yaml", "the framework absent.yaml cannot be read: No such file or directory"),
        ("elsewhere/ours", "the framework elsewhere/ours cannot be read: No such file or directory"),
        ("broken.yaml", "the framework broken cannot be used:\n  broken.yaml:1:1: "),
        ("omi-2060", "there is no framework «omi-2060»: did you mean omi-2006?"),
    ],
)
def test_a_framework_that_cannot_be_used_makes_nothing(
    named: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.yaml").write_text("framework: broken\n")
    result = run("new", "--framework", named)
    assert (result.exit_code, result.output.startswith(f"omi: {said}")) == (2, True), result.output
    assert not (tmp_path / "new").exists()


def test_a_command_that_is_shown_can_be_copied(tmp_path: Path) -> None:
    assert f"omi validate '{tmp_path / 'North Mere'}'" in run(tmp_path / "North Mere").stdout

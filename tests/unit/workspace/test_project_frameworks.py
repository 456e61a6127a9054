"""A folder of frameworks in a project: what its areas name, what is said of it, and what depends on it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report import limits
from omi_report.build import build, expect_unchanged
from omi_report.build_options import BuildOptions
from omi_report.cli.main import main
from omi_report.errors import OutputError, SettingsError
from omi_report.inspection import Inspection, Unreadable, inspect
from omi_report.lint import framework as lint_framework
from omi_report.lint.registry import check_area
from omi_report.model.framework_file import read_framework
from omi_report.model.shipped import shipped_frameworks
from omi_report.problems import Problem
from omi_report.source.project_frameworks import ProjectFrameworks
from omi_report.workspace.area import check, open_area
from omi_report.workspace.cache import Cache
from omi_report.workspace.reading import read_snapshot
from omi_report.workspace.settings import frameworks_folder_of
from omi_report.workspace.verified import verify
from tests.acceptance.test_each_input_once import opened_by
from tests.changes import change
from tests.projects import NAME, framework_of, project_in
from tests.samples import WESTMARK

KNOWN = [*shipped_frameworks(), NAME]
STATEMENT = "Each trainee learns, and knows how far he or she has come."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two areas, in which one stands."""
    project = project_in(tmp_path, "east", "west")
    monkeypatch.chdir(project)
    return project


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def validate(*arguments: str) -> list[dict[str, object]]:
    """The problems that `omi validate` shows."""
    found: list[dict[str, object]] = json.loads(run("validate", "--no-cache", "--format", "json", *arguments).stdout)
    return found


def places(found: list[dict[str, object]]) -> list[tuple[object, ...]]:
    return [(each["code"], each["file"], each["line"], each["column"]) for each in found]


def line_of(project: Path, text: str) -> int:
    return framework_of(project).read_text(encoding="utf-8").partition(text)[0].count("\n") + 1


# What an area can name ------------------------------------------------------------------------------------------------


def test_an_area_goes_by_a_framework_of_the_project(project: Path) -> None:
    assert validate("areas") == []
    inspection = inspect(*open_area(Path("areas/east")))
    assert isinstance(inspection, Inspection)
    assert inspection.framework.title == "Training Scheme Check"
    assert inspection.of_project is not None
    assert inspection.of_project.file.shown == f"frameworks/{NAME}.yaml"
    assert inspection.area.framework_data == framework_of(project).read_bytes()


def test_paths_are_shown_as_the_area_was_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(framework_of(project), "minimum_base: 5", "minimun_base: 5")
    assert {each["file"] for each in validate(str(project / "areas" / "east"))} == {str(framework_of(project))}
    monkeypatch.chdir(project / "areas" / "east")
    assert {each["file"] for each in validate()} == {f"../../frameworks/{NAME}.yaml"}


@pytest.mark.parametrize(
    ("named", "message", "hint"),
    [
        (f"{NAME}.yaml", f"there is no framework «{NAME}.yaml» in this folder", f"write «{NAME}», without .yaml"),
        (
            f"../../frameworks/{NAME}.yaml",
            f"«../../frameworks/{NAME}.yaml» is a path, and an area names no file outside of its folder",
            f"write «framework: {NAME}»",
        ),
        ("training-cheks", "there is no framework «training-cheks»", f"did you mean «{NAME}»?"),
        (
            "zzz",
            "there is no framework «zzz»",
            f"use {', '.join(KNOWN)}, or a YAML file in this folder",
        ),
    ],
)
def test_other_names_are_refused_with_what_to_write(project: Path, named: str, message: str, hint: str) -> None:
    change(Path("areas/east/area.yaml"), f"framework: {NAME}", f"framework: {named}")
    (found,) = validate("areas/east")
    assert (found["code"], found["file"], found["message"], found["hint"]) == (
        "OMI106",
        "areas/east/area.yaml",
        message,
        hint,
    )


def test_only_what_area_yaml_may_name_is_read(project: Path) -> None:
    shutil.copy(framework_of(project), project / "frameworks" / "another.yaml")
    snapshot = read_snapshot(Path("areas/east"))
    assert snapshot.frameworks.names == ("another", NAME)
    assert list(snapshot.frameworks.files) == [NAME]
    change(Path("areas/east/area.yaml"), f"framework: {NAME}", f'framework: "\\x74{NAME[1:]}"')
    assert list(read_snapshot(Path("areas/east")).frameworks.files) == ["another", NAME]
    assert validate("areas/east") == []


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.symlink_to(WESTMARK / "framework.yaml"), "this is a link, and links are not followed"),
        (lambda path: path.mkdir(), "a folder stands where a file is expected"),
        (lambda path: path.write_bytes(b"#" * 101), "the file is larger than 100 bytes"),
        (lambda path: path.write_bytes(b"title: \xff"), "the byte 0xFF is not UTF-8 text"),
        (lambda path: path.write_text(""), "the file is empty"),
    ],
)
def test_what_cannot_be_read_is_a_problem_of_that_file(
    project: Path, monkeypatch: pytest.MonkeyPatch, make: object, message: str
) -> None:
    framework_of(project).unlink()
    assert callable(make)
    make(framework_of(project))
    monkeypatch.setattr(limits, "FRAMEWORK_BYTES", 100)
    for target in ("areas", "frameworks", *([f"frameworks/{NAME}.yaml"] if framework_of(project).is_file() else [])):
        (found,) = validate(target)
        assert (found["file"], found["message"]) == (f"frameworks/{NAME}.yaml", message)


# Settings -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ('"../elsewhere"', "«../elsewhere» does not lie inside"),
        ('"/etc"', "«/etc» does not lie inside"),
        ('"outside"', "«outside» does not lie inside"),
        ('"absent"', "there is no folder «absent»"),
        ('"omi.toml"', "there is no folder «omi.toml»"),
        ('["frameworks"]', 'the name of a folder is expected: "frameworks"'),
        ('""', "the name of a folder is expected"),
        ('"a\\u0000b"', "there is no folder"),
    ],
)
def test_settings_name_a_folder_of_the_project(project: Path, value: str, message: str) -> None:
    (project.parent / "elsewhere").mkdir()
    (project / "outside").symlink_to(project.parent / "elsewhere")
    (project / "omi.toml").write_text(f"strict = true\nframeworks = {value}\n", encoding="utf-8")
    done = run("validate", "areas/east")
    assert done.exit_code == 2
    assert f"omi.toml:2: «frameworks»: {message}" in done.output
    with pytest.raises(SettingsError):
        frameworks_folder_of(Path("areas/east"))


def test_pyproject_may_name_it_too(project: Path) -> None:
    (project / "omi.toml").unlink()
    (project / "pyproject.toml").write_text('[tool.omi]\nframeworks = "frameworks"\n', encoding="utf-8")
    assert validate("areas") == []


def test_an_area_names_no_folder_for_itself(project: Path) -> None:
    (project / "areas" / "east" / "omi.toml").write_text('frameworks = "."\n', encoding="utf-8")
    done = run("validate", "areas/east")
    assert done.exit_code == 2
    assert "areas/east/omi.toml:1: «frameworks»: this can be set for the project only" in done.output


def test_the_settings_of_an_area_are_no_projects_for_a_file_in_it(project: Path) -> None:
    area = project / "areas" / "east"
    (area / "omi.toml").write_text('frameworks = "evidence"\nplugins = ["omi-absent"]\n', encoding="utf-8")
    shutil.copy(framework_of(project), area / "draft.yaml")
    done = run("validate", "--concise", "areas/east/draft.yaml")
    assert (done.exit_code, done.output) == (0, "areas/east/draft.yaml: no problems\n")
    assert frameworks_folder_of(area / "draft.yaml") == project / "frameworks"


# What is wrong in it --------------------------------------------------------------------------------------------------


def test_a_flaw_is_said_once_at_its_line(project: Path) -> None:
    change(framework_of(project), "minimum_base: 5", "minimun_base: 5")
    file, line = f"frameworks/{NAME}.yaml", line_of(project, "minimun_base")
    for target in ("areas", ".", f"frameworks/{NAME}.yaml", "frameworks"):
        assert places(validate(target)) == [("OMI101", file, line, 1)]
    found = inspect(*open_area(Path("areas/east")))
    assert isinstance(found, Unreadable)
    done = run("validate", "--no-cache", "areas")
    assert done.exit_code == 1
    assert f"{line:>5} | minimun_base: 5\n" in done.stdout
    assert done.stderr == (
        f"areas/east: no problems beside those of its framework {file}\n"
        f"areas/west: no problems beside those of its framework {file}\n"
        f"{file}: 1 error\n"
    )


def test_every_format_says_it_once(project: Path) -> None:
    change(framework_of(project), "minimum_base: 5", "minimun_base: 5")
    file, line = f"frameworks/{NAME}.yaml", line_of(project, "minimun_base")
    sarif = json.loads(run("validate", "areas", "--format", "sarif").stdout)
    (result,) = sarif["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == (file, line)
    assert place["region"]["endColumn"] == 1 + len("minimun_base")
    github = run("validate", "areas", "--format", "github").stdout
    assert github.startswith(f"::error file={file},line={line},col=1,endColumn=12,title=OMI101::")
    assert github.count("\n") == 1
    junit = run("validate", "areas", "--format", "junit").stdout
    assert junit.count(f'classname="{file}"') == 1


def test_its_texts_are_checked_with_its_areas(project: Path) -> None:
    change(framework_of(project), STATEMENT, "Each trainee is told {{ 1.2/nothing }} the the work.")
    file, line = f"frameworks/{NAME}.yaml", line_of(project, "Each trainee is told")
    for target in ("areas", f"frameworks/{NAME}.yaml"):
        assert places(validate(target)) == [("OMI201", file, line, 32), ("OMI507", file, line, 54)]
    (undefined, _twice) = validate("areas/east")
    assert undefined["hint"] == "only {{ area }} may stand in the framework's own texts, which are those of every area"
    assert build(*open_area(Path("areas/east")), BuildOptions(output=Path("out"))).validated.has_errors


def test_comments_and_settings_hide_what_they_may(project: Path) -> None:
    change(framework_of(project), STATEMENT, "Each trainee learns the the work.")
    statement = "        statement: |\n          Each trainee learns the the"
    change(framework_of(project), statement, statement.replace("|", "|  # omi: ignore[OMI507] as it is spoken"))
    assert validate("areas") == []
    change(framework_of(project), "the the work", "the work")
    assert [each["code"] for each in validate("areas")] == ["OMI901"]
    (project / "omi.toml").write_text('frameworks = "frameworks"\n[per-file-ignores]\n"frameworks/*" = ["OMI9"]\n')
    assert validate("areas") == []
    assert validate("frameworks") == []


def test_a_language_without_a_catalogue_is_said_in_it(project: Path) -> None:
    change(framework_of(project), "language: en-GB", "language: xx")
    place = [("OMI109", f"frameworks/{NAME}.yaml", line_of(project, "language: xx"), 11)]
    assert places(validate("areas")) == place
    assert places(validate("frameworks")) == place


def test_a_part_with_the_address_of_something_else_is_said_in_it(project: Path) -> None:
    part = "  - {kind: title-page}\n"
    added = "  - {kind: standard-text, id: section-1, heading: More, text: More.}\n"
    change(framework_of(project), part, part + added)
    assert places(validate("areas")) == [("OMI108", f"frameworks/{NAME}.yaml", line_of(project, added), 31)]


def test_its_name_is_that_of_its_file(project: Path) -> None:
    change(framework_of(project), f"framework: {NAME}", "framework: checks")
    (found,) = validate("areas")
    assert found["message"] == f"the framework calls itself «checks», and its file is named {NAME}.yaml"
    assert (found["line"], found["column"], found["end_column"]) == (2, 12, 18)
    assert validate("frameworks") == [found]


def test_a_name_that_omi_has_too_stands_for_neither(project: Path) -> None:
    framework_of(project).rename(project / "frameworks" / "omi-2006.yaml")
    change(project / "frameworks" / "omi-2006.yaml", f"framework: {NAME}", "framework: omi-2006")
    for area in ("east", "west"):
        change(Path(f"areas/{area}/area.yaml"), f"framework: {NAME}", "framework: omi-2006")
    (found,) = validate("areas")
    assert found["file"] == "frameworks/omi-2006.yaml"
    assert found["message"] == "there is another framework «omi-2006»: omi's own"
    assert validate("frameworks") == [found]
    change(Path("areas/east/area.yaml"), "framework: omi-2006\n", "")  # which is the same
    assert validate("areas/east") == [found]


# What is fixed --------------------------------------------------------------------------------------------------------


def test_it_is_fixed_by_itself_and_not_with_an_area(project: Path) -> None:
    change(framework_of(project), STATEMENT, "Each trainee learns the the work.")
    before = framework_of(project).read_bytes()
    done = run("validate", "--fix", "areas")
    assert framework_of(project).read_bytes() == before
    assert "fixed" not in done.stderr
    shown = run("validate", "--diff", "frameworks")
    assert f"+++ b/frameworks/{NAME}.yaml" in shown.stdout
    assert framework_of(project).read_bytes() == before
    done = run("validate", "--fix", f"frameworks/{NAME}.yaml")
    assert done.stderr == f"frameworks/{NAME}.yaml: fixed 1, no problems left\n"
    assert "Each trainee learns the work." in framework_of(project).read_text(encoding="utf-8")
    assert validate("areas", "frameworks") == []


# What depends on it ---------------------------------------------------------------------------------------------------


def test_what_is_remembered_depends_on_it(project: Path) -> None:
    area = Path("areas/east")
    first = Cache().key(read_snapshot(area))
    assert Cache().key(read_snapshot(area)) == first
    found = [run("validate", "--concise", "areas/east").output]
    change(framework_of(project), "minimum_base: 5", "minimun_base: 5")
    assert Cache().key(read_snapshot(area)) != first
    found += [run("validate", "--concise", "areas/east").output for _ in range(2)]
    assert found[0] == "areas/east: no problems\n"
    assert "OMI101" in found[1]
    assert found[2] == found[1]
    change(framework_of(project), "minimun_base: 5", "minimum_base: 5")
    (project / "frameworks" / "other.yaml").write_text("")  # hints name the frameworks that there are
    assert Cache().key(read_snapshot(area)) != first


def test_the_manifest_has_its_digest_and_verify_says_that_it_changed(project: Path) -> None:
    area, out = Path("areas/east"), Path("out")
    options = BuildOptions(pdf=False, output=out)
    build(*open_area(area), options)
    manifest = json.loads((out / "east" / "manifest.json").read_text(encoding="utf-8"))
    content = read_snapshot(area).frameworks.files[NAME]
    assert manifest["framework"] == {"name": NAME, "sha256": content.sha256}
    assert verify(out / "east", area).differences == []
    change(framework_of(project), STATEMENT, "Each trainee learns.")
    changed = (f"framework {NAME}", "was changed since the report was built")
    assert changed in verify(out / "east", area).differences
    change(framework_of(project), "minimum_base: 5", "minimun_base: 5")
    found = verify(out / "east", area).differences
    assert found[0] == changed
    assert found[1].how == "has errors and cannot be built again: omi validate shows them"


def test_a_framework_that_changes_while_the_report_is_made_stops_it(project: Path) -> None:
    snapshot = read_snapshot(Path("areas/east"))
    expect_unchanged(snapshot)
    os.utime(framework_of(project), (1, 1))
    with pytest.raises(OutputError, match=rf"^frameworks/{NAME}\.yaml was changed while the report was made of it"):
        expect_unchanged(snapshot)


def test_a_build_opens_it_once(project: Path, tmp_path: Path) -> None:
    for command in (("build", "--html"), ("validate",), ("score",)):
        shutil.rmtree(tmp_path / "cache", ignore_errors=True)
        opened = opened_by(project, tmp_path, *command, "areas/east")
        assert opened[f"frameworks/{NAME}.yaml"] == 1, command
        assert opened["areas/east/area.yaml"] == 1, command


def test_a_check_of_many_areas_looks_its_texts_through_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def watched(inspection: Inspection) -> list[Problem]:
        seen.append(inspection.area.slug)
        return check_area(inspection)

    monkeypatch.setattr("omi_report.lint.framework.check_area", watched)
    lint_framework._found.cache_clear()
    for area in ("east", "west"):
        check(read_snapshot(Path("areas", area)))
    assert seen == [NAME]


# By itself ------------------------------------------------------------------------------------------------------------


def test_any_file_of_a_framework_can_be_checked_by_itself(project: Path, tmp_path: Path) -> None:
    alone = tmp_path / "elsewhere.yaml"
    shutil.copy(framework_of(project), alone)
    assert run("validate", str(alone)).output == f"{alone}: no problems\n"
    change(alone, "minimum_base: 5", "minimum_base: none")
    assert places(validate(str(alone))) == [("OMI103", str(alone), line_of(project, "minimum_base"), 15)]
    other = tmp_path / "other.yaml"
    other.write_text("a: b\n")
    assert run("validate", str(other)).stderr == f"omi: {other} is in no area\n"


def test_one_in_an_areas_folder_can_be_checked_without_the_area(tmp_path: Path) -> None:
    area = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    (area / "foreword.yaml").unlink()
    change(area / "framework.yaml", STATEMENT, "Each trainee learns the the work.")
    assert [each["code"] for each in validate(str(area / "framework.yaml"))] == ["OMI507"]
    assert [each["code"] for each in validate(str(area))] == ["OMI707", "OMI011", "OMI507"]
    for_commit = validate("--skip-other-files", str(area / "framework.yaml"))
    assert [each["code"] for each in for_commit] == ["OMI707", "OMI011", "OMI507"]


def test_a_commit_that_changes_a_framework_checks_its_areas(project: Path) -> None:
    change(Path("areas/west/area.yaml"), f"framework: {NAME}", "framework: omi-2006")
    done = run("validate", "--skip-other-files", f"frameworks/{NAME}.yaml")
    assert done.stderr == f"frameworks/{NAME}.yaml: no problems\nareas/east: no problems\n"
    (project / "notes.yaml").write_text("framework: of sorts\n")
    assert run("validate", "--skip-other-files", "notes.yaml").output == ""


def test_the_folder_is_looked_through_with_what_it_lies_in(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "frameworks" / "draft.yaml").write_text("framework: draft\n")
    drafts = [f"frameworks/{name}.yaml" for name in ("draft", NAME)]
    for arguments in ((), (".",), ("frameworks", "areas")):
        checked = [line.partition(":")[0] for line in run("validate", *arguments).stderr.splitlines()]
        assert checked == [*drafts, "areas/east", "areas/west"]
    assert run("validate", "areas").stderr == "areas/east: no problems\nareas/west: no problems\n"
    monkeypatch.chdir(project / "areas" / "east")
    assert run("validate").stderr == ".: no problems\n"


def test_a_file_that_is_no_mapping_is_read_without_a_name(project: Path) -> None:
    read = read_framework(b"- a\n", "x.yaml", "x.yaml", {})
    assert read.framework is None
    assert [problem.code for problem in read.problems] == ["OMI103"]


def test_a_folder_that_cannot_be_listed_holds_none(tmp_path: Path) -> None:
    assert ProjectFrameworks.of(tmp_path / "absent", "absent", b"x").names == ()
    assert ProjectFrameworks().changed() == ()


# The list -------------------------------------------------------------------------------------------------------------


def test_the_frameworks_are_listed_with_their_titles_and_places(project: Path) -> None:
    (project / "frameworks" / "broken.yaml").write_text("framework: broken\n")
    (project / "frameworks" / "omi-2006.yaml").write_text("")
    lines = run("frameworks").output.splitlines()
    assert "omi-2006         Offender Management Inspection  (omi)" in lines
    assert f"{NAME}  Training Scheme Check  (frameworks/{NAME}.yaml)" in lines
    (broken,) = (line for line in lines if line.startswith("broken "))
    assert broken.endswith(" errors (omi validate frameworks/broken.yaml)  (frameworks/broken.yaml)")
    clash = (
        "omi-2006         cannot be used, 1 error (omi validate frameworks/omi-2006.yaml)  (frameworks/omi-2006.yaml)"
    )
    assert clash in lines


def test_the_file_of_one_is_printed_to_be_copied(project: Path) -> None:
    assert run("frameworks", NAME).output == framework_of(project).read_text(encoding="utf-8")
    done = run("frameworks", "omi-2060")
    assert done.exit_code == 2
    assert done.output == "omi: there is no framework «omi-2060»: did you mean omi-2006?\n"
    change(framework_of(project), "minimum_base: 5", "minimun_base: 5")
    done = run("frameworks", NAME)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"the framework {NAME} cannot be used: frameworks/{NAME}.yaml:" in done.stderr

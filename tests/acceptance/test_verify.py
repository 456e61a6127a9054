"""A report is sealed by its manifest, and the same on every machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main

ROOT = Path(__file__).parent.parent.parent
WESTMARK = ROOT / "tests" / "golden" / "westmark"


def run(*arguments: str | Path, **environment: str) -> Result:
    words = [str(argument) for argument in arguments]
    return CliRunner().invoke(main, words, catch_exceptions=False, env=environment)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an area and its report, HTML and PDF."""
    folder = tmp_path_factory.mktemp("original")
    shutil.copytree(WESTMARK, folder / "westmark")
    assert run("build", folder / "westmark", "-o", folder / "build").exit_code == 0
    return folder


@pytest.fixture
def sealed(original: Path, tmp_path: Path) -> Path:
    """A copy of that folder, to tamper with."""
    return Path(shutil.copytree(original, tmp_path / "copy"))


def verify(folder: Path, *options: str | Path) -> Result:
    return run("verify", folder / "build/westmark", *options)


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    value = json.loads(path.read_text())
    change(value)
    path.write_text(json.dumps(value))


def test_as_built(sealed: Path) -> None:
    result = verify(sealed)
    assert (result.exit_code, result.output) == (0, f"{sealed}/build/westmark: 2 files as built\n")
    assert verify(sealed, "--quiet").output == ""


def test_as_built_and_the_same_again(sealed: Path) -> None:
    result = verify(sealed, "--area", sealed / "westmark")
    assert result.exit_code == 0, result.output
    again = f", and the same when built again from {sealed}/westmark\n"
    assert result.output == f"{sealed}/build/westmark: 2 files as built{again}"


def test_a_changed_a_missing_and_an_added_file_are_named(sealed: Path) -> None:
    folder = sealed / "build/westmark"
    (folder / "report.html").write_text((folder / "report.html").read_text().replace("95%", "96%"))
    (folder / "report.pdf").unlink()
    (folder / "report-of-mine.pdf").write_bytes(b"x")
    result = verify(sealed)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{folder}/report.html was changed after it was built",
        f"{folder}/report.pdf is missing",
        f"{folder}/report-of-mine.pdf was added: the manifest does not name it",
        f"{folder}: not as built, 3 differences",
    ]


def test_with_the_area_the_part_that_was_tampered_with_is_named(sealed: Path) -> None:
    page = sealed / "build/westmark/report.html"
    head, found, rest = page.read_text().partition('id="criterion-1.2"')
    page.write_text(head + found + rest.replace("48%", "4%", 1))
    result = verify(sealed, "--area", sealed / "westmark")
    assert result.exit_code == 1
    assert result.output.splitlines()[:2] == [
        f"{page} was changed after it was built",
        f"{page} differs from what is built again, in criterion-1.2",
    ]


def test_a_page_of_the_pdf_is_named(sealed: Path) -> None:
    file = sealed / "build/westmark/report.pdf"
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        pdf.pages[2].contents_add(b"% more")
        pdf.save()
    result = verify(sealed, "--area", sealed / "westmark")
    assert f"{file} differs from what is built again, in page 3" in result.output.splitlines()


def test_an_input_that_was_changed_is_named_and_where_it_shows(sealed: Path) -> None:
    file = sealed / "westmark/criteria/1.2.yaml"
    file.write_text(file.read_text().replace("Monthly", "Weekly"))
    result = verify(sealed, "--area", sealed / "westmark")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0] == "input criteria/1.2.yaml was changed since the report was built"
    assert f"{sealed}/build/westmark/report.html differs from what is built again, in criterion-1.2" in lines
    assert verify(sealed).exit_code == 0  # the report itself is as it was


def test_a_comment_in_an_input_is_a_change_though_nothing_shows(sealed: Path) -> None:
    with (sealed / "westmark/summary.yaml").open("a") as file:
        file.write("# a remark\n")
    result = verify(sealed, "--area", sealed / "westmark")
    assert result.output.splitlines()[0] == "input summary.yaml was changed since the report was built"
    assert result.output.count("\n") == 2


def test_an_area_with_errors_cannot_be_built_again_and_its_changes_are_named(sealed: Path) -> None:
    (sealed / "westmark/foreword.yaml").unlink()
    result = verify(sealed, "--area", sealed / "westmark")
    assert result.exit_code == 1
    assert "input foreword.yaml is missing\n" in result.output
    assert f"{sealed}/westmark has errors and cannot be built again" in result.output


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda value: value["versions"].update(weasyprint="69.0"), "version of weasyprint was 69.0, and is "),
        (lambda value: value["inputs"].update({"area.yaml": "0" * 64}), "input area.yaml was changed since"),
        (lambda value: value["inputs"].pop("area.yaml"), "input area.yaml was added since"),
        (lambda value: value["templates"].update({"css/print.css": "0" * 64}), "template css/print.css was changed"),
        (lambda value: value["framework"].update(sha256="0" * 64), "framework framework.yaml was changed"),
    ],
)
def test_a_manifest_that_was_tampered_with(sealed: Path, change: Callable[[Any], object], message: str) -> None:
    edit(sealed / "build/westmark/manifest.json", change)
    assert verify(sealed).exit_code == 0
    result = verify(sealed, "--area", sealed / "westmark")
    assert result.exit_code == 1
    assert result.output.startswith(message)
    assert "not as built, 1 difference\n" in result.output


def test_a_file_and_its_entry_changed_together_are_found_by_building_again(sealed: Path) -> None:
    from omi_report.seal.manifest import output_of

    page = sealed / "build/westmark/report.html"
    page.write_bytes(page.read_bytes().replace(b"48%", b"4%"))
    entry = dict(output_of(page.read_bytes()).items())
    edit(page.parent / "manifest.json", lambda value: value["outputs"].update({"report.html": entry}))
    assert verify(sealed).exit_code == 0
    result = verify(sealed, "--area", sealed / "westmark")
    assert result.exit_code == 1
    assert f"{page} differs from what is built again, in " in result.output
    assert "the report and its manifest were changed together, or the program was: no input, " in result.output


def test_every_look_in_the_folder_is_verified(sealed: Path) -> None:
    options = ("-o", sealed / "build", "--edition", "large-print", "--html")
    assert run("build", sealed / "westmark", *options).exit_code == 0
    result = verify(sealed, "--area", sealed / "westmark")
    assert result.exit_code == 0, result.output
    assert "3 files as built" in result.output


def test_a_file_of_an_earlier_build_is_not_taken_for_one_of_this(sealed: Path) -> None:
    assert run("build", "--html", sealed / "westmark", "-o", sealed / "build").exit_code == 0
    assert f"{sealed}/build/westmark/report.pdf was added" in verify(sealed).output


def test_own_templates_are_sealed_too(sealed: Path) -> None:
    (sealed / "house/css").mkdir(parents=True)
    (sealed / "house/css/extra.css").write_text(".part { color: black }")
    own = ("--template-dir", sealed / "house")
    assert run("build", "--html", sealed / "westmark", "-o", sealed / "own", *own).exit_code == 0
    report, area = sealed / "own/westmark", ("--area", sealed / "westmark")
    assert run("verify", report, *area, *own).exit_code == 0
    assert run("verify", report).exit_code == 0
    without = run("verify", report, *area)
    told = f"omi: {report}/manifest.json: this report was made with a template folder: name it with --template-dir\n"
    assert (without.exit_code, without.output) == (2, told)
    (sealed / "house/css/extra.css").unlink()
    (sealed / "house/css/screen.css").write_text(".part { color: black }")
    assert "template of --template-dir css/extra.css is missing\n" in run("verify", report, *area, *own).output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere",), "there is no folder"),
        (("westmark",), "holds no manifest.json"),
        (("build/westmark", "--template-dir", "westmark"), "name the area with --area"),
        (("build/westmark", "--area", "nowhere"), "there is no folder"),
    ],
)
def test_misuse(sealed: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str) -> None:
    monkeypatch.chdir(sealed)
    result = run("verify", *arguments)
    assert result.exit_code == 2
    assert message in result.output


# ---- the same on every machine ---------------------------------------------------------------------------------------


def test_another_place_time_zone_language_and_hash_seed_make_the_same_bytes(original: Path, tmp_path: Path) -> None:
    for folder in ("omi_report", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / "other place" / folder)
    shutil.copytree(original / "westmark", tmp_path / "areas" / "westmark")
    environment = os.environ | {
        "PYTHONPATH": str(tmp_path / "other place"),
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
    }
    start = (
        "import omi_report; assert 'other place' in omi_report.__file__; from omi_report.cli.main import main; main()"
    )
    command = [sys.executable, "-c", start, "build", "areas/westmark", "-o", "out"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    for file in sorted((original / "build/westmark").iterdir()):
        assert (tmp_path / "out/westmark" / file.name).read_bytes() == file.read_bytes(), file.name


def test_the_manifest_names_no_place_and_no_day(original: Path) -> None:
    text = (original / "build/westmark/manifest.json").read_text()
    assert str(original) not in text
    assert str(ROOT) not in text
    assert json.loads(text)["epoch"] is None


def test_the_pdf_has_the_dates_of_the_area_or_those_asked_for(sealed: Path) -> None:
    plain = (sealed / "build/westmark/report.pdf").read_bytes()
    made = run("build", sealed / "westmark", "-o", sealed / "build", SOURCE_DATE_EPOCH="1203001200")
    assert made.exit_code == 0
    file = sealed / "build/westmark/report.pdf"
    assert file.read_bytes() != plain
    with pikepdf.open(file) as pdf:
        stamps = [pdf.docinfo.CreationDate, pdf.docinfo.ModDate, pdf.Root.AF[0].EF.F.Params.CreationDate]
    assert {str(each) for each in stamps} == {"D:20080214150000Z"}
    # the manifest keeps what was asked for, so that building again needs no variable
    assert verify(sealed, "--area", sealed / "westmark").exit_code == 0


def test_a_date_that_is_none_is_misuse(sealed: Path) -> None:
    result = run("build", sealed / "westmark", "-o", sealed / "build", SOURCE_DATE_EPOCH="yesterday")
    assert result.exit_code == 2
    assert "omi: SOURCE_DATE_EPOCH is 'yesterday'" in result.output


def test_a_pdf_reader_lists_the_figures(original: Path) -> None:
    file = original / "build/westmark/report.pdf"
    listed = subprocess.run(["pdfdetach", "-list", file], capture_output=True, text=True, check=True).stdout
    assert listed.splitlines() == ["2 embedded files", "1: westmark-figures.csv", "2: westmark-figures.json"]


def test_nothing_is_written_where_a_file_changes_under_the_build(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from omi_report.build import Validated
    from omi_report.inspection import Inspection, Unreadable
    from omi_report.workspace import remembered

    checked = remembered.lint_once

    def touching(inspected: Inspection | Unreadable) -> Validated:
        found = checked(inspected)
        with (inspected.snapshot.folder / "summary.yaml").open("a") as file:
            file.write("# saved meanwhile\n")
        return found

    monkeypatch.setattr(remembered, "lint_once", touching)
    result = run("build", "--html", sealed / "westmark", "-o", sealed / "new")
    assert result.exit_code == 2
    assert "westmark/summary.yaml" in result.output
    assert "was changed while the report was made of it" in result.output
    assert not (sealed / "new").exists()


def test_a_draft_is_not_left_beside_a_final_report(tmp_path: Path) -> None:
    area = shutil.copytree(WESTMARK, tmp_path / "westmark")
    output = ("-o", tmp_path / "build", "--html", "--quiet")
    final = (area / "area.yaml").read_text()
    (area / "area.yaml").write_text(final.replace("stage: final", "stage: draft"))
    assert run("build", "--edition", "large-print", area, *output).output == ""
    (area / "area.yaml").write_text(final)
    large = f"{tmp_path}/build/westmark/report-large-print.html"
    left = f"{large} is a draft, and report.html beside it is final: build it again, or take it away\n"
    assert run("build", area, *output).output == f"warning: {left}"
    found = verify(tmp_path)
    assert found.exit_code == 1
    assert left in found.output
    assert run("build", "--edition", "large-print", area, *output).output == ""
    assert verify(tmp_path).exit_code == 0


def test_a_file_that_the_report_no_longer_has_is_told_when_it_is_built(sealed: Path) -> None:
    result = run("build", sealed / "westmark", "-o", sealed / "build", "--html", "--quiet")
    left = f"{sealed}/build/westmark/report.pdf was left by an earlier build, and no manifest names it"
    assert result.output == f"warning: {left}: build it again, or take it away\n"

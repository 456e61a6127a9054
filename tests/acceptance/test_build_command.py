"""`omi build` as a user meets it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main

ROOT = Path(__file__).parents[2]
WESTMARK = ROOT / "tests" / "golden" / "westmark"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def test_writes_both_and_says_so_in_one_line(area: Path, tmp_path: Path) -> None:
    result = run("build", area, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert re.fullmatch(r"Wrote \S+report\.html, \S+report\.pdf \(\d+ pages\) in \d+\.\d s\n", result.output)
    assert (tmp_path / "out/westmark/report.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_two_builds_are_byte_identical(area: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("build", area, "-o", tmp_path / name).exit_code == 0
    for file in ("report.html", "report.pdf"):
        one, two = (tmp_path / name / "westmark" / file for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_html_alone(area: Path, tmp_path: Path) -> None:
    assert run("build", "--html", area, "-o", tmp_path / "out").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out/westmark").iterdir()) == ["manifest.json", "report.html"]


@pytest.mark.parametrize(
    ("options", "files"),
    [
        (["--json"], ["report.json"]),
        (["--json", "--html"], ["report.html", "report.json"]),
        (["--json", "--html", "--theme", "high-contrast"], ["report-high-contrast.html", "report-high-contrast.json"]),
        (["--json", "--pdf"], ["report.json", "report.pdf"]),
    ],
)
def test_the_report_for_programs(area: Path, tmp_path: Path, options: list[str], files: list[str]) -> None:
    assert run("build", *options, area, "-o", tmp_path / "out").exit_code == 0
    written = [path.name for path in (tmp_path / "out/westmark").iterdir() if not path.name.startswith("manifest")]
    assert sorted(written) == files
    assert run("verify", tmp_path / "out/westmark", "--area", area).exit_code == 0


@pytest.mark.parametrize("name", ["areas/hampshire", "areas/wessex", "tests/golden/westmark"])
def test_it_is_as_its_schema_says(tmp_path: Path, name: str) -> None:
    assert run("build", "--json", ROOT / name, "-o", tmp_path).exit_code == 0
    (file,) = tmp_path.glob("*/report.json")
    schema = json.loads((ROOT / "docs/reference/schema/report.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(file.read_text(encoding="utf-8")))


def test_an_area_with_errors_is_refused_and_the_last_good_report_kept(area: Path, tmp_path: Path) -> None:
    assert run("build", "--html", area, "-o", tmp_path / "out").exit_code == 0
    before = (tmp_path / "out/westmark/report.html").read_bytes()
    (area / "criteria/1.1.yaml").write_text((area / "criteria/1.1.yaml").read_text().replace("{{ met }}", "{{ mett }}"))
    result = run("build", "--html", area, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "OMI201 error there is no figure «mett»" in result.output
    assert "not built, 1 error" in result.output
    assert (tmp_path / "out/westmark/report.html").read_bytes() == before
    assert len(list((tmp_path / "out/westmark").iterdir())) == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [("nowhere", "there is no folder"), ("westmark/criteria", "is not an area"), ("westmark/area.yaml", "is a file")],
)
def test_what_is_no_area_is_misuse(area: Path, tmp_path: Path, name: str, message: str) -> None:
    result = run("build", tmp_path / name)
    assert result.exit_code == 2
    assert message in result.output


def test_several_areas_are_built_in_one_call_and_the_worst_status_wins(area: Path, tmp_path: Path) -> None:
    other = shutil.copytree(area, tmp_path / "eastmark")
    (other / "foreword.yaml").unlink()
    result = run("build", "--html", area, other, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert (tmp_path / "out/westmark/report.html").exists()
    assert not (tmp_path / "out/eastmark").exists()


@pytest.fixture
def years(area: Path, tmp_path: Path) -> Path:
    """The inspections of two years, each a folder of areas; two areas have the same name."""
    shutil.copytree(area, tmp_path / "years" / "2007" / "westmark")
    shutil.copytree(area, tmp_path / "years" / "2010" / "westmark")
    shutil.copytree(area, tmp_path / "years" / "2010" / "eastmark")
    return tmp_path / "years"


def test_a_folder_of_areas_is_built_whole(years: Path, tmp_path: Path) -> None:
    result = run("build", "--html", years / "2010", "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["eastmark", "westmark"]


def test_two_areas_that_would_be_written_to_one_folder_are_refused(years: Path, tmp_path: Path) -> None:
    first, second = years / "2007/westmark", years / "2010/westmark"
    exported = run("export", years, "-o", tmp_path / "data")
    hint = "export them one at a time, each with an --output of its own"
    told = f"omi: {first} and {second} would both be written to {tmp_path}/data/westmark.json: {hint}\n"
    assert (exported.exit_code, exported.output) == (2, told)
    for paths in ((first, second), (years,), (years / "2010/eastmark", years / "2007", second)):
        result = run("build", "--html", *paths, "-o", tmp_path / "out")
        assert result.exit_code == 2
        assert f"omi: {first} and {second} would both be written to {tmp_path}/out/westmark" in result.output
        assert not (tmp_path / "out").exists()


def test_names_that_some_file_systems_take_for_one_are_refused(area: Path, tmp_path: Path) -> None:
    other = shutil.copytree(area, tmp_path / "Westmark")
    result = run("build", "--html", area, other, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "would both be written to" in result.output


def test_an_area_that_is_named_twice_is_built_once(years: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(years / "2010")
    paths = (years / "2010/westmark", years / "2010", tmp_path / "link" / "westmark", years / "2010/../2010/eastmark/")
    result = run("build", "--html", *paths, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert result.output.count("Wrote ") == 2


def test_what_the_settings_exclude_is_not_built_unless_it_is_named(years: Path, tmp_path: Path) -> None:
    (years / ".git").mkdir()
    (years / "omi.toml").write_text('exclude = ["2010"]')
    assert run("build", "--html", years, "-o", tmp_path / "out").exit_code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["westmark"]
    result = run("build", "--html", years / "2010", "-o", tmp_path / "out")
    assert (result.exit_code, "the settings exclude every area in" in result.output) == (2, True)
    assert run("build", "--html", years / "2010/eastmark", "-o", tmp_path / "out").exit_code == 0


def test_a_folder_that_cannot_be_written_is_told_in_one_line(area: Path) -> None:
    result = run("build", "--html", area, "-o", "/dev/null/out")
    assert result.exit_code == 2
    assert "omi: /dev/null/out/westmark cannot be written: Not a directory; no file was changed" in result.output


def test_a_template_folder_is_taken_before_our_own(area: Path, tmp_path: Path) -> None:
    own = tmp_path / "own" / "html" / "parts"
    own.mkdir(parents=True)
    part = '<section class="part" id="{{ part.id }}"><h2>{{ part.heading }}!</h2></section>'
    (own / "next-steps.html").write_text(part)
    assert run("build", "--html", area, "-o", tmp_path / "out", "--template-dir", tmp_path / "own").exit_code == 0
    page = (tmp_path / "out/westmark/report.html").read_text()
    assert "<h2>Next steps!</h2>" in page


def test_a_broken_template_says_what_is_wrong_without_a_traceback(area: Path, tmp_path: Path) -> None:
    own = tmp_path / "own" / "html" / "parts"
    own.mkdir(parents=True)
    (own / "next-steps.html").write_text("<p>{{ part.nothing }}</p>")
    result = run("build", "--html", area, "-o", tmp_path / "out", "--template-dir", tmp_path / "own")
    assert result.exit_code == 2
    assert "next-steps.html" in result.output
    assert not (tmp_path / "out").exists()


def test_text_of_an_area_is_never_markup(area: Path, tmp_path: Path) -> None:
    story = area / "good-practice.yaml"
    story.write_text(story.read_text().replace("A friend for the first week", "<script>alert(1)</script> & co"))
    assert run("build", "--html", area, "-o", tmp_path / "out").exit_code == 0
    page = (tmp_path / "out/westmark/report.html").read_text()
    assert "<script>alert" not in page
    assert page.count("<script") == page.count("</script") == 2  # the block of data, and the program of the page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in page

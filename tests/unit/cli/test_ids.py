"""`omi ids` as a user meets it: what it writes, what it leaves alone, and when it refuses."""

from __future__ import annotations

import codecs
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.build import validate
from omi_report.cli.main import main
from omi_report.document.build import build_document
from omi_report.document.json_form import document_json
from omi_report.inspection import Inspection
from omi_report.opendata.export import export_data
from omi_report.render.html.page import Renderer

ROOT = Path(__file__).parents[3]
WESTMARK = ROOT / "tests" / "golden" / "westmark"


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean area with ids on some of its entries, ``areas/westmark`` below the current folder."""
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(WESTMARK, tmp_path / "areas" / "westmark")
    return Path("areas/westmark")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["ids", *map(str, arguments)], catch_exceptions=False)


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def sound(area: Path) -> Inspection:
    inspection = validate(area).sound
    assert inspection is not None
    return inspection


def test_ids_are_written_once(area: Path) -> None:
    before = contents(area)
    result = run(area)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "areas/westmark: wrote 6 ids\n")
    after = contents(area)
    assert {path.name for path in after if after[path] != before[path]} == {
        "1.1.yaml",
        "1.2.yaml",
        "2.1.yaml",
        "recommendations.yaml",
    }
    again = run(area)
    assert (again.exit_code, again.stderr) == (0, "areas/westmark: no id is missing\n")
    assert contents(area) == after


def test_a_text_becomes_a_mapping_and_the_rest_stays(area: Path) -> None:
    run(area)
    text = (area / "criteria/2.1.yaml").read_text(encoding="utf-8")
    assert text == (
        "criterion: 2.1\n"
        "rating: nearly-ready\n"
        "strengths:\n"
        "  - id: plan-year-money-put-aside\n"
        "    text: |\n"
        "      There was a plan for the year, and money had been put aside for each step of it. How it is judged is "
        "in\n"
        "      {appendix}`~scoring`.\n"
        "improvements:\n"
        "  - id: no-plan-coming-year-written\n"
        "    text: |\n"
        "      No plan for the coming year had been written.\n"
    )


def test_line_ends_and_the_mark_of_windows_stay(area: Path) -> None:
    path = area / "criteria/2.1.yaml"
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    run(area)
    data = path.read_bytes()
    assert data.startswith(codecs.BOM_UTF8 + b"criterion: 2.1\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 11


def test_a_difference_is_shown_and_nothing_is_written(area: Path) -> None:
    before = contents(area)
    result = run(area, "--diff")
    assert result.exit_code == 1
    assert result.stderr == "areas/westmark: would write 6 ids\n"
    assert contents(area) == before
    subprocess.run(["patch", "-p1"], input=result.stdout.encode(), check=True, capture_output=True)
    changed = contents(area)
    shutil.rmtree(area)
    shutil.copytree(WESTMARK, area)
    run(area)
    assert contents(area) == {path: data for path, data in changed.items() if path.suffix != ".orig"}
    clean = run(area, "--diff")
    assert (clean.exit_code, clean.stdout) == (0, "")


def test_an_area_with_errors_in_its_files_is_refused_and_others_are_not(area: Path) -> None:
    other = Path(shutil.copytree(area, "areas/eastmark"))
    (other / "criteria/2.1.yaml").write_text("criterion: 2.1\nstrenghts:\n  - One.\n", encoding="utf-8")
    before = contents(other)
    result = run("areas")
    assert result.exit_code == 1
    assert "areas/eastmark/criteria/2.1.yaml:2:1: OMI101 error unknown key «strenghts»" in result.stdout
    assert result.stderr.splitlines() == [
        "areas/eastmark: 1 error, and no id was written: correct them first",
        "areas/westmark: wrote 6 ids",
    ]
    assert contents(other) == before


def test_what_the_texts_say_wrongly_is_no_reason_to_refuse(area: Path) -> None:
    path = area / "criteria/2.1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("`~scoring`", "`~nowhere`"), encoding="utf-8")
    assert run(area).stderr == "areas/westmark: wrote 6 ids\n"


def test_an_entry_that_an_alias_repeats_is_named(area: Path) -> None:
    (area / "criteria/2.1.yaml").write_text("criterion: 2.1\nstrengths:\n  - &a One.\nimprovements:\n  - *a\n")
    result = run(area)
    assert result.exit_code == 0
    place = "areas/westmark/criteria/2.1.yaml:3:5"
    assert result.stderr.splitlines()[0] == f"{place}: no id can be put here: an alias repeats this entry, write it out"
    assert run(area).stderr.splitlines()[1] == "areas/westmark: no id can be written"


@pytest.mark.parametrize("path", ["nowhere", "areas", "stray.txt"])
def test_what_is_no_area_is_misuse(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "areas").mkdir()
    (tmp_path / "stray.txt").touch()
    result = run(path)
    assert result.exit_code == 2
    assert path in result.stderr


def test_unusable_settings_are_misuse(area: Path) -> None:
    Path("omi.toml").write_text("select = 1\n")
    result = run(area)
    assert result.exit_code == 2
    assert "omi.toml" in result.stderr


def test_an_area_must_be_named() -> None:
    assert run().exit_code == 2


@pytest.mark.parametrize("name", ["hampshire", "wessex", "westmark"])
def test_an_area_with_ids_has_no_new_problem_and_the_same_texts(name: str, tmp_path: Path) -> None:
    original = WESTMARK if name == "westmark" else ROOT / "areas" / name
    copy = Path(shutil.copytree(original, tmp_path / name))
    assert run(copy).exit_code == 0
    before, after = validate(original), validate(copy)
    said = [Counter((each.code, each.message) for each in validated.problems) for validated in (before, after)]
    assert said[0] == said[1]
    assert [str(prose.text) for prose in sound(copy).area.prose()] == [
        str(prose.text) for prose in sound(original).area.prose()
    ]


def test_every_address_of_before_leads_to_the_same_place(area: Path) -> None:
    before = Renderer(build_document(sound(WESTMARK))).screen_page()
    run(area)
    after = Renderer(build_document(sound(area))).screen_page()
    assert ids_of(before) < ids_of(after)
    assert without_addresses(after) == without_addresses(before)


def ids_of(page: str) -> set[str]:
    found = re.findall(r'\bid="([^"]+)"', page)
    assert len(found) == len(set(found))
    return set(found)


def without_addresses(page: str) -> list[str]:
    """The lines of a page's body, less the addresses and the frames that hold them."""
    body = page.split("<body>")[1]
    body = re.sub(r' id="(?:finding|story|recommendation)-[^"]*"| href="#finding-[^"]*"', "", body)
    return [line for line in body.splitlines() if line not in ("<div>", "</div>") and "data:text/csv" not in line]


def test_an_address_is_the_same_in_the_page_in_json_and_in_the_export(area: Path) -> None:
    run(area)
    inspection = sound(area)
    report = build_document(inspection)
    data = export_data(inspection)
    exported = {record["id"] for table in ("findings", "recommendations") for record in data[table]}
    exported |= {record["letter_id"] for record in data["findings"]}
    assert len(exported) == 16
    assert exported <= ids_of(Renderer(report).screen_page())
    written = document_json(report)
    assert all(f'"{each}"' in written for each in exported)


def test_fixing_never_writes_ids(area: Path) -> None:
    before = contents(area)
    fixed = CliRunner().invoke(main, ["validate", "--fix", str(area)])
    assert fixed.exit_code == 0
    assert contents(area) == before

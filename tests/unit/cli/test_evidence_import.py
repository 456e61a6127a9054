"""`omi evidence import`: files in, sheets of evidence out, and what is said of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main

AREA = Path(__file__).parents[3] / "areas" / "tarnmouth"
HEAD = "sources:\n  - file: '*.csv'\n    case: case\n    columns:\n"


def omi(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def respelt(text: str, words: dict[str, str]) -> str:
    """Write some cells of a sheet otherwise."""
    return "".join(f"{','.join(words.get(cell, cell) for cell in line.split(','))}\n" for line in text.splitlines())


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """An area that has a map of its own sheet of cases, and no such sheet."""
    made = Path(shutil.copytree(AREA, tmp_path / "tarnmouth"))
    headings = (made / "evidence" / "cases.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    (made / "evidence" / "cases.csv").replace(tmp_path / "export.csv")
    columns = "".join(f"      {each}: {each}\n" for each in headings[1:])
    (made / "evidence" / "map.yaml").write_text(HEAD + columns, encoding="utf-8")
    return made


def test_the_same_files_twice_are_the_same_evidence(area: Path, tmp_path: Path) -> None:
    export, cases = tmp_path / "export.csv", area / "evidence" / "cases.csv"
    before = export.read_bytes()
    tried = omi("evidence", "import", export, area, "--dry-run")
    assert tried.exit_code == 0, tried.output
    assert not cases.exists()
    done = omi("evidence", "import", export, area)
    assert done.exit_code == 0, done.output
    assert cases.read_bytes() == (AREA / "evidence" / "cases.csv").read_bytes()
    assert f"Wrote {cases}" in done.output
    written = cases.stat().st_mtime_ns
    assert "all of it is there already" in omi("evidence", "import", export, area).output
    assert cases.stat().st_mtime_ns == written
    assert export.read_bytes() == before
    assert omi("validate", "--no-cache", area).exit_code == 0


def test_evidence_is_added_to_and_never_lost_unasked(area: Path, tmp_path: Path) -> None:
    export, cases = tmp_path / "export.csv", area / "evidence" / "cases.csv"
    text = export.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    export.write_text("".join(lines[:20]), encoding="utf-8")
    assert omi("evidence", "import", export, area).exit_code == 0
    export.write_text(text, encoding="utf-8")
    assert omi("evidence", "import", export, area).exit_code == 0
    assert cases.read_text(encoding="utf-8") == text
    export.write_text("".join(lines[:20]), encoding="utf-8")
    refused = omi("evidence", "import", export, area)
    assert refused.exit_code == 2
    assert "27 that are there are not in the exports" in refused.output
    assert "--again" in refused.output
    assert cases.read_text(encoding="utf-8") == text
    assert omi("evidence", "import", export, area, "--again").exit_code == 0
    assert cases.read_text(encoding="utf-8") == "".join(lines[:20])


def test_a_wrong_map_is_told_with_its_places_and_stops_no_build(area: Path, tmp_path: Path) -> None:
    path = area / "evidence" / "map.yaml"
    text = path.read_text(encoding="utf-8").replace("1.1.1: 1.1.1\n", "1.1.1: 1.1.11x\n")
    path.write_text(text + "    answers: {1.1.2: {Partly: partial}}\n    case_: x\n", encoding="utf-8")
    done = omi("evidence", "import", tmp_path / "export.csv", area)
    assert done.exit_code == 1
    assert "map.yaml" in done.output
    assert "case_" in done.output
    path.write_text(text + "    answers: {1.1.2: {Partly: partial}}\n", encoding="utf-8")
    found = omi("validate", "--no-cache", "--format", "concise", area).output
    assert "there is no question or attribute «1.1.11x»" in found
    assert "«partial» is no answer of «1.1.2»" in found
    assert omi("score", area).exit_code == 0


def test_another_map_than_that_of_the_area(area: Path, tmp_path: Path) -> None:
    other = (area / "evidence" / "map.yaml").replace(tmp_path / "other.yaml")
    without = omi("evidence", "import", tmp_path / "export.csv", area)
    assert without.exit_code == 2
    assert "no evidence/map.yaml" in without.output
    assert omi("evidence", "import", tmp_path / "export.csv", area, "--map", other).exit_code == 0
    other.write_text("sources: [{of: nothing}]\n", encoding="utf-8")
    wrong = omi("evidence", "import", tmp_path / "export.csv", area, "--map", other)
    assert wrong.exit_code == 1
    assert f"{other}:1:16" in wrong.output


def test_a_workbook_in_the_place_of_the_sheet_is_not_passed_over(area: Path, tmp_path: Path) -> None:
    (area / "evidence" / "cases.xlsx").write_bytes(b"PK")
    done = omi("evidence", "import", tmp_path / "export.csv", area)
    assert done.exit_code == 2
    assert "move it out of the area first" in done.output


def test_a_file_that_is_no_export(area: Path, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\0\1\2")
    done = omi("evidence", "import", tmp_path / "x.csv", area)
    assert done.exit_code == 2
    assert "zero bytes" in done.output
    assert omi("evidence", "import", tmp_path / "none.csv", area).exit_code == 2


def test_a_map_is_proposed_looked_at_and_used(area: Path, tmp_path: Path) -> None:
    path, export = area / "evidence" / "map.yaml", tmp_path / "export.csv"
    path.unlink()
    text = export.read_text(encoding="utf-8")
    export.write_text("Judged cases\n" + respelt(text, {"1.1.1": "Q1_1_1", "yes": "Y", "no": "N"}), encoding="utf-8")
    done = omi("evidence", "import", export, area, "--guess")
    assert done.exit_code == 0, done.output
    assert "columns recognised: 90, of which 0 not surely" in done.output
    assert "An import would bring 46 rows of evidence/cases.csv" in done.output
    assert (area / ".schema" / "evidence-map.json").is_file()
    before = path.read_text(encoding="utf-8")
    assert "Q1_1_1: 1.1.1  # 95 %, its number" in before
    again = omi("evidence", "import", export, area, "--guess")
    assert again.exit_code == 2
    assert "has an entry for each of these sheets" in again.output
    assert path.read_text(encoding="utf-8") == before
    assert omi("evidence", "import", export, area).exit_code == 0
    assert (area / "evidence" / "cases.csv").read_text(encoding="utf-8") == text
    assert omi("validate", "--no-cache", area).exit_code == 0


def test_nothing_is_imported_by_guesses_that_nobody_has_looked_at(area: Path, tmp_path: Path) -> None:
    path, export = area / "evidence" / "map.yaml", tmp_path / "export.csv"
    text = export.read_text(encoding="utf-8")
    export.write_text(respelt(text, {"yes": "1", "no": "0", "not-relevant": "N/A"}), encoding="utf-8")
    done = omi("evidence", "import", export, area, "--guess", "--again")
    assert "answer «1» → yes (75 %, 1 and 0)" in done.output
    refused = omi("evidence", "import", export, area)
    assert refused.exit_code == 2
    assert "2 guesses under «unsure»" in refused.output
    assert "answer «0» → no" in refused.output
    assert not (area / "evidence" / "cases.csv").exists()
    assert omi("evidence", "import", export, area, "--dry-run").exit_code == 0
    looked_at = path.read_text(encoding="utf-8").partition("    unsure:\n")[0]
    path.write_text(looked_at, encoding="utf-8")
    assert omi("evidence", "import", export, area).exit_code == 0
    assert (area / "evidence" / "cases.csv").read_text(encoding="utf-8") == text
    assert omi("evidence", "import", export, area, "--guess", "--again").exit_code == 0
    assert omi("evidence", "import", export, area, "--accept").exit_code == 0


def test_nothing_can_be_guessed_of_something_else(area: Path, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("Colour,Price\nred,1\nblue,2\n", encoding="utf-8")
    done = omi("evidence", "import", tmp_path / "x.csv", area, "--guess", "--again")
    assert done.exit_code == 2
    assert "nothing in" in done.output


def test_a_map_is_added_to_for_other_exports(area: Path, tmp_path: Path) -> None:
    """What somebody has accepted in a map stays when a survey comes as well, with its comments and line ends."""
    path, survey = area / "evidence" / "map.yaml", area / "evidence" / "surveys" / "victims.csv"
    before = (
        path.read_text(encoding="utf-8")
        .replace("    case: case", "    case: case  # looked at by A")
        .replace("*.csv", "export.csv")
    )
    path.write_text(before, encoding="utf-8", newline="\r\n")
    sheet = survey.read_bytes()
    other = survey.replace(tmp_path / "victims.csv")
    added = omi("evidence", "import", tmp_path / "export.csv", other, area, "--guess")
    assert added.exit_code == 0, added.output
    after = path.read_bytes().decode()
    assert after.startswith(before.replace("\n", "\r\n"))
    assert after.count("\n") == after.count("\r\n")
    assert "- of: victims" in after
    assert omi("evidence", "import", tmp_path / "export.csv", other, area).exit_code == 0
    assert survey.read_bytes() == sheet
    path.write_text("sources: [{of: cases, file: x, case: a}]\n", encoding="utf-8")
    refused = omi("evidence", "import", other, area, "--guess")
    assert refused.exit_code == 2
    assert "nothing can be added to" in refused.output

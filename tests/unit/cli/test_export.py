from __future__ import annotations

import csv
import json
import re
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.samples import WESTMARK

SALTMERE = str(Path(__file__).parents[3] / "areas" / "saltmere")
HAMPSHIRE = str(Path(__file__).parents[3] / "areas" / "hampshire")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def test_json_is_what_comes_without_being_asked() -> None:
    result = run(WESTMARK)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["area"] == "Westmark"


def test_the_name_of_the_file_says_the_format(tmp_path: Path) -> None:
    for name in ("open.json", "open.csv", "open.xlsx", "open.ODS", "open.zip"):
        assert run(WESTMARK, "-o", tmp_path / "new" / name).exit_code == 0
    assert json.loads((tmp_path / "new" / "open.json").read_text())["framework"] == "training-checks"
    assert (tmp_path / "new" / "open.csv").read_bytes().startswith(b"table,kind,number")
    assert (tmp_path / "new" / "open.ODS").read_bytes()[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument")
    assert "csv-metadata.json" in zipfile.ZipFile(tmp_path / "new" / "open.zip").namelist()
    assert openpyxl.load_workbook(tmp_path / "new" / "open.xlsx")["areas"]["A4"].value == "Westmark"


def test_what_the_framework_hides_is_exported_on_demand_alone() -> None:
    data = json.loads(run(SALTMERE).stdout)
    assert data["minimum"] == 5
    assert not any("fraction" in record for record in data["scores"])
    everything = json.loads(run(SALTMERE, "--confidential").stdout)
    assert everything["minimum"] is None
    assert all("fraction" in record for record in everything["scores"])


def test_nothing_is_left_out_where_the_framework_hides_nothing() -> None:
    data = json.loads(run(HAMPSHIRE).stdout)
    assert data["minimum"] is None
    assert not any(record["suppressed"] for record in data["percentages"])
    assert data == json.loads(run(HAMPSHIRE, "--confidential").stdout)


def test_an_area_with_errors_is_not_exported(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text("area: X\n")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "not exported" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "there is no folder nowhere"),
        ([HAMPSHIRE, "--format", "xlsx"], "name its file with --output"),
        ([HAMPSHIRE, "--format", "csvw"], "an archive is no text for the screen"),
        ([HAMPSHIRE, "-o", "data.xls"], "«data.xls» does not say which format"),
        ([HAMPSHIRE, "-o", "/dev/null/x.json"], "cannot be written"),
        ([], "Missing argument 'AREA...'"),
    ],
)
def test_misuse_is_told_in_one_line(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


@pytest.fixture
def areas(tmp_path: Path) -> Path:
    """A folder of two areas."""
    for name in ("westmark", "older/eastmark"):
        shutil.copytree(WESTMARK, tmp_path / "areas" / name)
    return tmp_path / "areas"


def test_each_of_several_areas_gets_a_file(areas: Path, tmp_path: Path) -> None:
    result = run(areas, "-o", tmp_path / "data", "--format", "csv")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["eastmark.csv", "westmark.csv"]
    assert run(areas / "older", "-o", tmp_path / "more").exit_code == 0
    assert json.loads((tmp_path / "more" / "eastmark.json").read_text())["area"] == "Westmark"


def test_one_area_goes_into_a_folder_that_is_there(areas: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert run(areas / "westmark", areas / "westmark", "-o", tmp_path / "data").exit_code == 0
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["westmark.json"]


def test_several_areas_stand_side_by_side_in_one_file(areas: Path, tmp_path: Path) -> None:
    path = areas / "older" / "eastmark" / "area.yaml"
    path.write_text(path.read_text().replace("area: Westmark", "area: Eastmark", 1))
    for name in ("both.json", "both.csv", "both.xlsx"):
        assert run(areas, "-o", tmp_path / name).exit_code == 0
    assert {each["area"] for each in json.loads((tmp_path / "both.json").read_text())["areas"]} == {
        "Eastmark",
        "Westmark",
    }
    with (tmp_path / "both.csv").open(newline="") as file:
        assert {row["area"] for row in csv.DictReader(file)} == {"Eastmark", "Westmark"}
    for sheet in openpyxl.load_workbook(tmp_path / "both.xlsx").worksheets[4:]:
        assert {row[0] for row in sheet.iter_rows(min_row=4, values_only=True)} == {"Eastmark", "Westmark"}


def test_no_file_of_several_areas_lacks_one(areas: Path, tmp_path: Path) -> None:
    (areas / "older" / "eastmark" / "area.yaml").write_text("area: X\n")
    result = run(areas, "-o", tmp_path / "both.xlsx")
    assert result.exit_code == 1
    assert "not written, it would lack an area" in result.stderr
    assert not (tmp_path / "both.xlsx").exists()


def test_a_folder_of_one_area_gives_a_file_of_one(areas: Path, tmp_path: Path) -> None:
    assert run(areas / "older", "-o", tmp_path / "one.json").exit_code == 0
    assert json.loads((tmp_path / "one.json").read_text())["area"] == "Westmark"


def test_several_areas_need_a_place_and_names_that_differ(areas: Path, tmp_path: Path) -> None:
    other = shutil.copytree(WESTMARK, tmp_path / "2010" / "westmark")
    for arguments, words in (
        ([areas], "several areas need a file or a folder: name it with --output"),
        ([areas, other, "-o", tmp_path / "data"], "would both be written to"),
    ):
        result = run(*arguments)
        assert result.exit_code == 2
        assert words in result.stderr
        assert not (tmp_path / "data").exists()


def test_settings_count_as_they_do_in_a_build(areas: Path) -> None:
    (areas / ".git").mkdir()
    path = areas / "westmark" / "area.yaml"
    path.write_text(re.sub("isbn: .*", 'isbn: "978 1 84099 121 6"', path.read_text()))
    assert "OMI702" in run(areas / "westmark").stdout
    (areas / "omi.toml").write_text('ignore = ["OMI702"]')
    assert run(areas / "westmark").exit_code == 0

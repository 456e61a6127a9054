from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.samples import WESTMARK

HAMPSHIRE = str(Path(__file__).parents[3] / "areas" / "hampshire")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def test_json_is_what_comes_without_being_asked() -> None:
    result = run(WESTMARK)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["area"] == "Westmark"


def test_the_name_of_the_file_says_the_format(tmp_path: Path) -> None:
    for name in ("open.json", "open.csv", "open.xlsx"):
        assert run(WESTMARK, "-o", tmp_path / "new" / name).exit_code == 0
    assert json.loads((tmp_path / "new" / "open.json").read_text())["framework"] == "training-checks"
    assert (tmp_path / "new" / "open.csv").read_bytes().startswith(b"table,kind,number")
    assert openpyxl.load_workbook(tmp_path / "new" / "open.xlsx")["about"]["B1"].value == "Westmark"


def test_small_cells_are_left_out_on_demand() -> None:
    data = json.loads(run(HAMPSHIRE, "--suppress-small").stdout)
    assert data["minimum_cell"] == 5
    assert any(record["suppressed"] for record in data["percentages"])


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
        ([HAMPSHIRE, "-o", "data.ods"], "«data.ods» does not say which format"),
        ([HAMPSHIRE, "-o", "/dev/null/x.json"], "cannot be written"),
        ([], "Missing argument 'AREA'"),
    ],
)
def test_misuse_is_told_in_one_line(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr

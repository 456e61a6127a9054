"""A table that is too wide for an upright page: no figure is broken, none stands over another."""

from __future__ import annotations

import shutil
from pathlib import Path

from omi_report.build_options import BuildOptions
from omi_report.making import Made, make
from tests.changes import change
from tests.pdf.structure import Structure
from tests.samples import WESTMARK, inspected

YEARS = range(2016, 2024)


def made(tmp_path: Path, amount: int) -> Made:
    """Westmark with a table of eight columns of an amount of money, as a part of several blocks."""
    area = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    columns = ", ".join(f"{{id: y{year}, heading: {year}, unit: currency, sign: £}}" for year in YEARS)
    values = ", ".join(f"y{year}: {amount}" for year in YEARS)
    table = (
        "  - table:\n      id: costs\n      caption: Costs of each year\n"
        f"      columns: [{{id: name, heading: What}}, {columns}]\n      rows: [{{name: Teaching, {values}}}]\n"
    )
    change(area / "context.yaml", "  - heading: Approved premises\n", f"{table}  - heading: Approved premises\n")
    return make(inspected(area), BuildOptions(html=False), None)


WRONG = ("overprint", "outside", "narrow-column", "broken-word")


def is_across(outputs: dict[str, bytes]) -> bool:
    """Whether a page of a report lies across."""
    (data,) = outputs.values()
    sizes = [[float(side) for side in page.MediaBox] for page in Structure(data).pdf.pages]
    return any(width > height for _left, _bottom, width, height in sizes)


def test_figures_that_fit_on_no_upright_page_lie_across(tmp_path: Path) -> None:
    report = made(tmp_path, 1_234_567)
    assert is_across(report.outputs)
    assert [fault for fault in report.layout if fault.kind in WRONG] == []


def test_figures_that_fit_stay_upright_in_columns_of_their_own_widths(tmp_path: Path) -> None:
    report = made(tmp_path, 1_234)
    assert not is_across(report.outputs)
    assert [fault for fault in report.layout if fault.kind in WRONG] == []

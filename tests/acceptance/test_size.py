"""The HTML of a report is small enough for a phone, with all that it holds: fonts, styles, drawings, data."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from omi_report.cli.main import main

AREAS = Path(__file__).parent.parent.parent / "areas"


@pytest.mark.parametrize(
    ("area", "kilobytes"), [("hampshire", 330), ("wessex", 308), ("tarnmouth", 199), ("saltmere", 162)]
)
def test_a_page_is_small(area: str, kilobytes: int, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["build", "--html", "-o", str(tmp_path), str(AREAS / area)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / area / "report.html").stat().st_size <= 1000 * kilobytes

from __future__ import annotations

import re
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.model.known_addresses import known_addresses
from omi_report.render.html.page import Renderer
from tests.refresh import ROOT
from tests.samples import inspected

OF_DRAWINGS = re.compile(
    r".*-(?:fill|caption)|(?:contents|tables-and-charts)-heading|main|(?:bar|legend|risk)-.*|table-predicted-\d+|criterion-.*-figures"
    r"|section-.*-(?:ratings|answers)|[cd]\.\d+"
)


@pytest.mark.parametrize("area", ["areas/hampshire", "areas/saltmere", "areas/tarnmouth", "tests/golden/westmark"])
def test_they_are_the_ids_of_the_page(area: str) -> None:
    inspection = inspected(Path(ROOT / area))
    page = Renderer(build_document(inspection)).screen_page()
    ids = {found for found in re.findall(r'\bid="([^"]+)"', page) if not OF_DRAWINGS.fullmatch(found)}
    known = known_addresses(inspection.area, inspection.outline)
    assert len(known) > 10
    assert known == ids

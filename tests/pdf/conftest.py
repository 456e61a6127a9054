"""The two reports that the tests of the PDF read: Hampshire, and the tiny area Westmark."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.render.html.page import Renderer
from tests.pdf.pages import BeforeAndAfter, both
from tests.pdf.structure import Structure
from tests.samples import inspected

ROOT = Path(__file__).parent.parent.parent
AREAS = {"hampshire": ROOT / "areas" / "hampshire", "westmark": ROOT / "tests" / "golden" / "westmark"}


@dataclass(frozen=True)
class Made:
    """A report: the page that it was made from, the file before and after the repair, and its structure."""

    html: str
    files: BeforeAndAfter
    structure: Structure


@pytest.fixture(scope="session", params=sorted(AREAS))
def report(request: pytest.FixtureRequest) -> Made:
    """The report of each area in turn."""
    renderer = Renderer(build_document(inspected(AREAS[request.param])))
    files = both(renderer.print_page(), tuple(renderer.folders))
    return Made(renderer.print_page().html, files, Structure(files.after))

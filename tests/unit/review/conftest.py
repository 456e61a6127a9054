"""Reports to compare: that of Wessex, and those that random edits make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.tree import Document
from tests.samples import inspected

AREAS = Path(__file__).parents[3] / "areas"


@pytest.fixture(scope="session")
def wessex() -> Document:
    return build_document(inspected(AREAS / "wessex"))

"""A resolver for texts of the small area."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.document.resolve import Resolver
from omi_report.evidence.figures import quantities
from omi_report.model.area import Area
from omi_report.model.load import load_area
from omi_report.model.outline import outline_of
from omi_report.source.snapshot import Snapshot


@pytest.fixture
def area(small_area: Path) -> Area:
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    return area


@pytest.fixture
def resolver(area: Area) -> Resolver:
    return Resolver(area, outline_of(area), quantities(area))

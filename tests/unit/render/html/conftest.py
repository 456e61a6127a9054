"""A writer of blocks with omi's own templates."""

from __future__ import annotations

import pytest

from omi_report.language.known import ENGLISH
from omi_report.render.charts.bars import STANDARD
from omi_report.render.html.blocks import BlockWriter
from omi_report.render.html.environment import environment_of
from omi_report.resources import templates_folder


@pytest.fixture(scope="session")
def writer() -> BlockWriter:
    environment = environment_of(ENGLISH, [templates_folder()], STANDARD, ("foreword",))
    written = BlockWriter(environment)
    environment.filters |= written.filters
    return written

"""The small area as a report: whole, and what its parts are built from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from omi_report.document.build import build_document, context_of
from omi_report.document.context import BuildContext
from omi_report.document.tree import Document
from tests.conftest import write_files
from tests.samples import inspected

Report = Callable[..., Document]
"""Writes files into the small area, and builds its report."""


@pytest.fixture
def context(small_area: Path) -> BuildContext:
    return context_of(inspected(small_area))


@pytest.fixture
def report(small_area: Path) -> Report:
    def of(files: dict[str, str] | None = None) -> Document:
        return build_document(inspected(write_files(small_area, files or {})))

    return of

"""A small area whose draft goes out for comments."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from omi_report.document.build import build_document
from omi_report.workspace.comment_sheets import comments_workbook
from tests.samples import WESTMARK, inspected


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The golden area as draft 1, in a folder of its own that is the current one."""
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return as_draft(tmp_path)


def as_draft(folder: Path) -> Path:
    made = Path(shutil.copytree(WESTMARK, folder / "westmark"))
    identity = made / "area.yaml"
    text = identity.read_text()
    assert "stage: final\n" in text
    identity.write_text(text.replace("stage: final\n", "stage: draft\ndraft: {number: 1}\n"))
    return made


@pytest.fixture(scope="session")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook of the same draft."""
    inspection = inspected(as_draft(tmp_path_factory.mktemp("sent")))
    return comments_workbook(inspection, build_document(inspection), {})


@pytest.fixture
def comments() -> Callable[..., Result]:
    """Run `omi comments`."""
    return lambda *arguments: CliRunner().invoke(main, ["comments", *map(str, arguments)])

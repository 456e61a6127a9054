"""A small area whose draft goes out for comments."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.samples import WESTMARK


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The golden area as draft 1, in a folder of its own that is the current one."""
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    made = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    identity = made / "area.yaml"
    text = identity.read_text()
    assert "stage: final\n" in text
    identity.write_text(text.replace("stage: final\n", "stage: draft\ndraft: {number: 1}\n"))
    return made


@pytest.fixture
def comments() -> Callable[..., Result]:
    """Run `omi comments`."""
    return lambda *arguments: CliRunner().invoke(main, ["comments", *map(str, arguments)])

"""The program as a process: it says the same, and ends with the same status, as the commands inside another."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

OMI = str(Path(sys.executable).parent / "omi")


@pytest.mark.parametrize(
    ("arguments", "status"), [(["--version"], 0), (["validate", "nowhere"], 2), (["rule", "OMI999"], 2)]
)
def test_status(arguments: list[str], status: int) -> None:
    assert subprocess.run([OMI, *arguments], capture_output=True, check=False).returncode == status


def test_all_is_written_before_the_end(tmp_path: Path) -> None:
    with (tmp_path / "rules").open("wb") as file:
        subprocess.run([OMI, "rules"], stdout=file, check=True)
    inside = subprocess.run(
        [sys.executable, "-c", "from omi_report.cli.main import main; main(['rules'])"], capture_output=True, check=True
    )
    assert (tmp_path / "rules").read_bytes() == inside.stdout


def test_a_closed_pipe_is_no_error() -> None:
    done = subprocess.run(f"'{OMI}' rules | head -1", shell=True, capture_output=True, check=True)
    assert done.stderr == b""

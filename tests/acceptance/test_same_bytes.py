"""The same area gives the same bytes, whatever omi writes: in any folder, time zone, language, order and process.

`test_verify` holds the PDF to it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from omi_report.cli.export import ENDINGS
from omi_report.pool import ENOUGH_FOR_A_POOL

ROOT = Path(__file__).parents[2]

COMMANDS = (
    ("build", "--html", "--json", "areas/saltmere", "-o", "out"),
    *(("export", "areas", "--format", form, "-o", f"data-{form}") for form in ENDINGS),
    ("export", "--confidential", "areas/wessex", "-o", "out/all.xlsx"),
    ("export", "areas", "-o", "out/side-by-side.ods"),
    *(("validate", "areas", "--format", form, "-o", f"out/{form}") for form in ("json", "sarif", "full")),
    ("validate", "--no-cache", "areas", "--format", "json", "-o", "out/anew"),
    ("validate", "areas", "--baseline", "out/known.jsonl", "--write-baseline"),
    ("schema", "--for", "areas/saltmere", "-o", "out/schemas"),
)

PRINTED = (("score", "--format", "csv", "areas/wessex"), ("score", "--sensitivity", "areas/wessex"), ("rules",))

OTHERWISE = """
import os, sys, time
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
now, local = time.time, time.localtime
time.time = lambda: now() + 100_000
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
from omi_report.cli.process import run
run()
"""
"""A program that runs omi on one processor and believes that it is tomorrow."""


@pytest.fixture
def areas(tmp_path: Path) -> Path:
    """The areas that come with omi, one of which has a problem."""
    areas = Path(shutil.copytree(ROOT / "areas", tmp_path / "areas"))
    assert len([*areas.iterdir()]) >= ENOUGH_FOR_A_POOL
    foreword = areas / "hampshire" / "foreword.yaml"
    foreword.write_text(foreword.read_text().replace(" the ", " the the ", 1))
    return areas


def all_written(place: Path, areas: Path, program: list[str], variables: dict[str, str]) -> dict[str, bytes]:
    """What omi writes and prints in a folder, by the names of files and commands."""
    shutil.copytree(areas, place / "areas")
    (place / ".git").mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(place)} | variables
    found = {}
    for command in (*COMMANDS, *PRINTED):
        done = subprocess.run([*program, *command], cwd=place, env=environment, capture_output=True, check=False)
        assert done.returncode in (0, 1), done.stderr
        assert b"Traceback" not in done.stderr
        if command in PRINTED:
            found[" ".join(command)] = done.stdout
    written = (path for folder in (place / "out", *place.glob("data-*")) for path in folder.rglob("*"))
    return found | {path.relative_to(place).as_posix(): path.read_bytes() for path in written if path.is_file()}


def test_every_output_is_the_same_everywhere(areas: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "other place" / "Ŵ"
    for place in (here, there):
        place.mkdir(parents=True)
    usual = [sys.executable, "-c", "from omi_report.cli.process import run; run()"]
    first = all_written(here, areas, usual, {"LANG": "en_GB.UTF-8", "TZ": "Europe/London", "PYTHONHASHSEED": "1"})
    variables = {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1", "COLUMNS": "200"}
    second = all_written(there, areas, [sys.executable, "-c", OTHERWISE], variables)
    assert len(first) > 25
    assert {name for name in first if first[name] != second[name]} == set()
    assert first.keys() == second.keys()

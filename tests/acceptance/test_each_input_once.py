"""A cold build opens each input exactly once: what is checked, printed and sealed are the same bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
AREAS = {
    "westmark": ROOT / "tests" / "golden" / "westmark",
    "wessex": ROOT / "areas" / "wessex",
}

WATCHED_RUN = """
import json, os, sys
opened, folder, log = [], os.fsencode(sys.argv.pop(1)), sys.argv.pop(1)
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes, os.PathLike)):
        path = os.path.abspath(os.fsencode(arguments[0]))
        if path.startswith(folder + b"/"):
            opened.append(os.fsdecode(os.path.relpath(path, folder)))
sys.addaudithook(watch)
from omi_report.cli.main import main
try:
    main()
finally:
    with open(log, "w") as file:
        json.dump(opened, file)
"""


def opened_by(area: Path, scratch: Path, *arguments: str) -> Counter[str]:
    """Run omi with an empty cache and return how often it opened each file of an area's folder."""
    log = scratch / "opened.json"
    command = [sys.executable, "-c", WATCHED_RUN, str(area), str(log), *arguments]
    environment = os.environ | {"OMI_CACHE_DIR": str(scratch / "cache")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Counter(json.loads(log.read_text()))


@pytest.mark.parametrize("name", AREAS)
def test_a_cold_build_opens_each_input_once(name: str, tmp_path: Path) -> None:
    area = Path(shutil.copytree(AREAS[name], tmp_path / name))
    opened = opened_by(area, tmp_path, "build", str(area), "-o", str(tmp_path / "out"))
    manifest = json.loads((tmp_path / "out" / name / "manifest.json").read_text())
    assert len(manifest["inputs"]) > 10
    evidence = manifest["evidence"]["names"] if manifest["evidence"] else []
    assert ("evidence/cases.csv" in evidence) == (name == "wessex")
    assert opened == Counter([*manifest["inputs"], *evidence])


def test_so_does_every_other_command(tmp_path: Path) -> None:
    area = Path(shutil.copytree(AREAS["wessex"], tmp_path / "wessex"))
    every = Counter(path.relative_to(area).as_posix() for path in area.rglob("*.*") if path.name != "README.md")
    commands = (("validate",), ("validate", "--no-cache"), ("export",), ("score",), ("why", "63%"))
    for command in commands:
        shutil.rmtree(tmp_path / "cache", ignore_errors=True)
        assert opened_by(area, tmp_path, *command, str(area)) == every, command

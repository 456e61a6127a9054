"""On a disk that is full every command says so in a line, and nothing that was there is harmed.

The disk is one of 3 MB in memory, mounted where nobody but the test sees it. Where the system lets nobody have one, the
size of files is limited in its place, so that what is written is refused with other words.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.samples import WESTMARK

OMI = str(Path(sys.executable).parent / "omi")

PRIVATE = ("unshare", "--user", "--map-root-user", "--mount")
SMALL_DISK = ("mount", "-t", "tmpfs", "-o", "size=3m", "none")

SCRIPT = f"""
cd disk && export HOME="$PWD" LANG=C.UTF-8
list() {{ find . -name fill -o -name .cache -prune -o -print | sort | while read -r file; do
  [ -f "$file" ] && cksum "$file" || echo "$file"; done; }}
cp -r ../prepared/. . || exit 9
sed -i 's/This was/This  was/' area/foreword.yaml
list > ../before
FILL
'{OMI}' "$@" > ../output 2> ../complaints
status=$?
list > ../after
exit $status
"""

COMMANDS = [
    ["build", "--html", "--json", "area"],
    ["build", "--html", "area", "-o", "new/folder"],
    ["export", "area", "-o", "old.json"],
    ["export", "area", "-o", "new.csv"],
    ["ids", "area"],
    ["init", "new"],
    ["schema", "-o", "new"],
    ["validate", "area", "--format", "json", "-o", "new.json"],
    ["validate", "area", "--baseline", "new", "--write-baseline"],
    ["validate", "--fix", "area"],
]


@cache
def has_disk() -> bool:
    """Whether the system lets a test have a disk of its own."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*PRIVATE, *SMALL_DISK, "/mnt"], capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an area, its report and what is published of it, as they stand before there is no room left."""
    folder = tmp_path_factory.mktemp("prepared")
    shutil.copytree(WESTMARK, folder / "area")
    for command in (["build", "--quiet", "--html", "--json", "area"], ["export", "area", "-o", "old.json"]):
        subprocess.run([OMI, *command], cwd=folder, check=True, capture_output=True)
    return folder


def run_with_little_room(folder: Path, prepared: Path, command: list[str], kilobytes: int) -> int:
    """Run a command where there is room for so many kilobytes, and return its status; a folder says what it did."""
    (folder / "disk").mkdir()
    (folder / "prepared").symlink_to(prepared)
    if has_disk():
        fill = 'head -c "$(( $(stat -f -c "%a * %S" .) - ROOM * 1024 ))" /dev/zero > fill'
        begin = [*PRIVATE, "bash", "-c", f"{' '.join(SMALL_DISK)} disk\n{SCRIPT}"]
    else:
        fill = "ulimit -f ROOM"
        begin = ["bash", "-c", SCRIPT]
    begin[-1] = begin[-1].replace("FILL", fill.replace("ROOM", str(kilobytes)))
    return subprocess.run([*begin, "bash", *command], cwd=folder, capture_output=True, check=False).returncode


@pytest.mark.parametrize("kilobytes", [0, 4, 100])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_has_no_room_is_not_written_and_harms_nothing(
    command: list[str], kilobytes: int, prepared: Path, tmp_path: Path
) -> None:
    status = run_with_little_room(tmp_path, prepared, command, kilobytes)
    complaints = (tmp_path / "complaints").read_text()
    if status == 2:
        *summary, last = complaints.splitlines()
        assert re.fullmatch(r"omi: .+ cannot be written: (No space left on device|File too large)(; .+)?", last)
        assert summary in ([], ["area: 1 note"], ["area: would write 6 ids"], ["area: would fix 1, no problems left"])
        assert (tmp_path / "after").read_text() == (tmp_path / "before").read_text()
    else:
        assert (status, kilobytes > 0) == (0, True)
    assert ".omi-writing" not in (tmp_path / "after").read_text()


@pytest.mark.parametrize("command", [["validate", "area"], ["export", "area"], ["score", "area"]], ids=" ".join)
def test_what_writes_nothing_but_to_the_screen_needs_no_room(
    command: list[str], prepared: Path, tmp_path: Path
) -> None:
    assert run_with_little_room(tmp_path, prepared, command, 0) == 0
    assert (tmp_path / "output").read_text()
    assert (tmp_path / "after").read_text() == (tmp_path / "before").read_text()

"""Random edits of an area in an editor: after each of them the server knows what a fresh check finds.

    python -m tests.random_edits 2000 --seed 7 [--area areas/hampshire]

`make test` makes a few of them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.build import lint
from omi_report.inspection import Inspection, inspect
from omi_report.lsp.completion import offers_at
from omi_report.lsp.folding import folds_of
from omi_report.lsp.homes import AreaHome
from omi_report.lsp.hover import note_at
from omi_report.lsp.live import LiveAreas
from omi_report.lsp.navigation import definition_at, renamable_at, uses_at
from omi_report.lsp.symbols import symbols_of
from omi_report.lsp.tokens import words_of_lines, words_of_texts
from omi_report.problems import Problem
from omi_report.source.reader import read_tree
from omi_report.workspace.area import open_area
from tests.samples import WESTMARK

ROOT = Path(__file__).parent.parent
OMI = str(Path(sys.executable).parent / "omi")

PIECES = (
    *"{{ }} {criterion}`1.1` {{ on-time | count }} 97% the the recieved # omi: ignore[OMI203]".split(" "),
    *("\n", "\n\n", "\n  ", "\n- ", " ", "  ", "\t", "\r\n", ": ", " | ", "|\n    ", "- id: a\n", "'", '"', "[", "]"),
    *(
        "{",
        "}",
        "😀",
        "é",
        "\u2028",
        "\ud83d",
        "\x00",
        "<b>",
        "5 of 6",
        "in five of the six cases",
        "PSR",
        "&a",
        "*a",
        "!",
    ),
)
"""What is typed: pieces of texts and of YAML, whole and broken."""


def edited(text: str, random_: random.Random) -> str:
    """Return a text after one edit such as somebody, or a hand that slips, makes."""
    at = random_.randrange(len(text) + 1)
    lines = text.splitlines(keepends=True) or [""]
    number = random_.randrange(len(lines))
    match random_.randrange(8):
        case 0 | 1 | 2:
            return text[:at] + random_.choice(PIECES) + text[at:]
        case 3:
            return text[:at] + text[at + random_.randrange(1, 4) :]
        case 4:
            return text[:at] + text[at + random_.randrange(1, 80) :]
        case 5:
            return "".join([*lines[:number], *lines[number + 1 :]])
        case 6:
            return "".join([*lines[: number + 1], *lines[number:]])
        case _:
            indent = random_.choice(("  " + lines[number], lines[number].removeprefix("  ")))
            return "".join([*lines[:number], indent, *lines[number + 1 :]])


@dataclass
class Typist:
    """Somebody who edits the files of an area at random. The same files on a disk hold what stands in the editor."""

    area: Path
    saved: Path
    random_: random.Random
    live: LiveAreas = field(default_factory=LiveAreas)
    begun: dict[Path, str] = field(default_factory=dict)
    texts: dict[Path, str] = field(default_factory=dict)

    def edit(self) -> Path:
        """Make one edit in one of the files. After some edits a file is as it was in the beginning."""
        files = sorted(path for path in self.area.rglob("*.yaml"))
        few = [path for path in files if path in self.texts] if len(self.texts) > 2 else files
        path = self.random_.choice(few)
        with path.open(encoding="utf-8", newline="") as file:
            self.begun.setdefault(path, file.read())
        before = self.texts.get(path, self.begun[path])
        anew = self.random_.random() < 0.15
        text = self.begun[path] if anew else edited(before, self.random_)
        self.texts[path] = text
        self.live.put(path, text)
        place = self.saved / path.relative_to(self.area)
        place.write_bytes(text.encode("utf-8", "surrogatepass"))
        if anew and self.random_.random() < 0.5:
            self.live.close(path)
            del self.texts[path]
        return path

    def found(self) -> list[Problem]:
        """Return what the editor is told."""
        found = self.live.check(AreaHome(self.area))
        assert not found.refusal
        return [each.problem for listed in found.by_file.values() for each in listed]

    def found_afresh(self) -> list[Problem]:
        """Return what a check of the saved files finds that knows nothing of earlier ones."""
        return lint(inspect(*open_area(self.saved))).problems

    def answers(self, path: Path) -> tuple[str, str] | None:
        """Ask all that can be asked of a place of a file, here and of an editor that has just been started.

        None where a file cannot be read: what may be typed then depends on what could be read earlier.
        """
        text, afresh = self.texts.get(path, self.begun[path]), LiveAreas()
        offset = self.random_.randrange(len(text) + 1)
        saved = self.saved / path.relative_to(self.area)
        for live, file in ((self.live, path), (afresh, saved)):
            live.put(file, text)
        both = asked(self.live, path, offset), asked(afresh, saved, offset)
        view = self.live.view(path)
        whole = view is not None and isinstance(view.inspected, Inspection) and not view.inspected.area.unread
        return (both[0].replace(str(self.area), str(self.saved)), both[1]) if whole else None

    def told(self, problems: list[Problem]) -> list[str]:
        """Return all of problems, as they are in the copy that is saved."""
        return sorted(repr(each).replace(str(self.area), str(self.saved)) for each in problems)


def asked(live: LiveAreas, path: Path, offset: int) -> str:
    """Return all that an editor is told of a place of a document, and of the whole of it."""
    view = live.view(path)
    assert view is not None
    lines = view.lines_of(path)
    assert lines is not None or "\ud83d" in (live.text(path) or ""), "half a pair is no text"
    found: list[object] = [
        look(view, path, offset) for look in (note_at, definition_at, uses_at, renamable_at, offers_at)
    ]
    if lines is not None:
        found += [symbols_of(read_tree(lines.text, "")[0], lines), list(folds_of(lines)), words_of_lines(lines.text)]
    if isinstance(view.inspected, Inspection) and view.name_of(path) in view.inspected.files:
        found.append(words_of_texts(view.inspected, view.name_of(path)))
    return repr(found)


def compared(count: int, seed: int, source: Path, parent: Path) -> Iterator[int]:
    """Make edits and compare after each. Yields how many problems there were, or raises AssertionError."""
    area, saved = (Path(shutil.copytree(source, parent / name / source.name)) for name in ("edited", "saved"))
    (parent / ".git").mkdir()
    typist = Typist(area, saved, random.Random(seed))
    for number in range(count):
        path = typist.edit()
        problems, afresh = typist.found(), typist.found_afresh()
        assert typist.told(problems) == typist.told(afresh), f"edit {number} of seed {seed}, in {path.name}"
        answers = typist.answers(path)
        assert answers is None or answers[0] == answers[1], f"edit {number} of seed {seed}, in {path.name}"
        yield len(problems)
    assert told_by_command(saved) == as_told(typist.found_afresh())


def told_by_command(area: Path) -> list[tuple[str, str, str, str]]:
    """Return what `omi validate` finds in a process of its own."""
    call = [OMI, "validate", "--no-cache", "--format", "json", str(area)]
    done = subprocess.run(call, capture_output=True, check=False, env=os.environ | {"OMI_CACHE_DIR": ""})
    rows = json.loads(done.stdout)
    return sorted(
        (row["file"], f"{row['line'] or 0}:{row['column'] or 0}", row["code"], row["message"]) for row in rows
    )


def as_told(problems: list[Problem]) -> list[tuple[str, str, str, str]]:
    """Return problems as the command tells them."""
    placed = [(each.location, each) for each in problems]
    rows = (
        (place.file, f"{place.line}:{place.column if place.line else 0}", each.code, each.message)
        for place, each in placed
    )
    return sorted(rows)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("count", type=int)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--area", type=Path, default=WESTMARK)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as parent:
        counts = list(compared(chosen.count, chosen.seed, chosen.area.resolve(), Path(parent)))
    print(f"{len(counts)} edits, the same answers; {sum(counts)} problems, {counts.count(0)} times none")


if __name__ == "__main__":
    main()

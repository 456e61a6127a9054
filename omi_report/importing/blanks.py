"""A file that a report has something for, but not all that it needs: the rest of it is blank."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from omi_report.importing.pieces import Doubt
from omi_report.importing.writing import Placed
from omi_report.source.reader import read_tree
from omi_report.source.tree import Mapping


def keys_of(text: str) -> set[str]:
    """Return the keys at the top of a file."""
    root, _problems = read_tree(text, "")
    return {str(key) for key in root} if isinstance(root, Mapping) else set()


def with_blanks(text: str, blank: str, needed: Collection[str]) -> tuple[str, list[Placed]]:
    """Return a file with what the blank one has for the keys that it needs and lacks, each with a doubt above it."""
    lines = text.splitlines()
    placed: list[Placed] = []
    has = keys_of(text)
    for key in needed:
        block = [] if key in has else _block(blank.splitlines(), key)
        if block:
            doubt = Doubt(0, f"«{key}» was not found in the report, and is blank")
            lines += ["", f"# import: {doubt.message}", *block]
            placed.append(Placed(doubt, len(lines) - len(block)))
    return ("".join(f"{line}\n" for line in lines) if placed else text), placed


def _block(lines: Iterable[str], key: str) -> list[str]:
    """The lines of a key at the top of a file."""
    found: list[str] = []
    for line in lines:
        if line.startswith(f"{key}:") or (found and line.startswith(" ")):
            found.append(line)
        elif found:
            break
    return found

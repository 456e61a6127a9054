"""What a fix changes, as a unified diff that `patch` and `git apply` can read."""

from __future__ import annotations

import difflib
import re

from omi_report.visible import visible

_COLOURS = {"+": "32", "-": "31", "@": "36"}


def diff_of(path: str, before: str, after: str, *, colour: bool = False) -> str:
    """Return the difference between two texts of a file."""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(_shown(line, colour) for line in lines)


def _lines(text: str) -> list[str]:
    """The lines with their ends, parted at line feeds alone, as `patch` does."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _shown(line: str, colour: bool) -> str:
    bare = line.rstrip("\n")
    end = "\n" if line.endswith("\n") else "\n\\ No newline at end of file\n"
    if not colour:
        return bare + end
    style = "1" if line.startswith(("+++", "---")) else _COLOURS.get(line[:1])
    shown = visible(bare.rstrip("\r"))
    return (f"\033[{style}m{shown}\033[0m" if style else shown) + end

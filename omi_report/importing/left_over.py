"""What stands in no file of an area → a file that keeps it, with its place in the report."""

from __future__ import annotations

from collections.abc import Iterable

from omi_report.importing.pieces import Left

_HEAD = """\
# Left over from {source}

`omi import` put none of this into the area. Look through it, move what belongs into the report, and delete this file.
Each line begins with where it stands in {source}.
"""


def left_over(left: Iterable[Left], source: str) -> str:
    """Return the text of the file: the pieces in the order of the report, by runs of one reason; empty for none."""
    lines: list[str] = []
    why = ""
    for each in sorted(left, key=lambda one: one.piece.line):
        if not each.piece.text.strip():
            continue
        if each.why != why:
            why = each.why
            lines += ["", f"## {why[:1].upper()}{why[1:]}", ""]
        first, *rest = each.piece.text.split("\n")
        place = f"{each.piece.line}: " if each.piece.line else ""  # a comment of Word's stands in no line
        lines += [f"- {place}{first.strip()}", *(f"  {line.strip()}" for line in rest)]
    return f"{_HEAD.format(source=source)}{chr(10).join(lines)}\n" if lines else ""

"""A text of a file with edits made.

Everything that an edit does not name stays as it is, byte for byte: comments, layout, line ends.
"""

from __future__ import annotations

from collections.abc import Iterable

from omi_report.problems import Edit
from omi_report.source.positions import line_starts, offset_of


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """Return a text with edits made, and how many were made. Of edits that overlap, only the first is."""
    after, made = edited_by(text, edits)
    return after, len(made)


def edited_by(text: str, edits: Iterable[Edit]) -> tuple[str, list[Edit]]:
    """Return a text with edits made, and those that were made, in order. Of edits that overlap, only the first is."""
    starts = line_starts(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    made: list[Edit] = []
    done, last_start = 0, -1
    for edit in sorted(edits):
        start, end = (offset_of(text, starts, each.line, each.column) for each in (edit.start, edit.end))
        replacement = edit.replacement.replace("\n", newline)
        if start < done or start == last_start or end < start or text[start:end] == replacement:
            continue
        pieces += [text[done:start], replacement]
        made.append(edit)
        done, last_start = end, start
    return "".join([*pieces, text[done:]]), made

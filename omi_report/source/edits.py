"""A text of a file with edits made.

Everything that an edit does not name stays as it is, byte for byte: comments, layout, line ends.
"""

from __future__ import annotations

from collections.abc import Iterable

from omi_report.problems import Edit, Location
from omi_report.source.positions import split_lines


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """Return a text with edits made, and how many were made. Of edits that overlap, only the first is."""
    after, made = edited_by(text, edits)
    return after, len(made)


def edited_by(text: str, edits: Iterable[Edit]) -> tuple[str, list[Edit]]:
    """Return a text with edits made, and those that were made, in order. Of edits that overlap, only the first is."""
    starts = _line_starts(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    made: list[Edit] = []
    done, last_start = 0, -1
    for edit in sorted(edits):
        start, end = _offset(edit.start, starts, text), _offset(edit.end, starts, text)
        replacement = edit.replacement.replace("\n", newline)
        if start < done or start == last_start or end < start or text[start:end] == replacement:
            continue
        pieces += [text[done:start], replacement]
        made.append(edit)
        done, last_start = end, start
    return "".join([*pieces, text[done:]]), made


def _line_starts(text: str) -> list[int]:
    """The offset of each line, counted as in the places of problems."""
    starts, offset = [], 0
    for line in split_lines(text):
        starts.append(offset)
        offset += len(line)
        offset += 2 if text.startswith("\r\n", offset) else 1
    return starts


def _offset(place: Location, starts: list[int], text: str) -> int:
    if not 1 <= place.line <= len(starts):
        return len(text)
    return min(starts[place.line - 1] + place.column - 1, len(text))

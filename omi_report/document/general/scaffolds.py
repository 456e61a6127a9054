"""The files of a new area for parts that are made of blocks."""

from __future__ import annotations

from collections.abc import Callable

from omi_report.document.kinds.blanks import blanks
from omi_report.model.framework import Framework, FrameworkPart


def part_scaffold(text: str) -> Callable[[FrameworkPart, Framework], str]:
    """Return what writes the file of a new area: the part's heading as a comment, and a text with blanks."""
    return lambda part, _framework: f"# {part.heading}\n{blanks(text)}"

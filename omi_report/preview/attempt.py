"""What comes of making a file, and the function that makes one: all that a preview is handed of its sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from omi_report.problems import Problem


@dataclass(frozen=True, slots=True)
class Notice:
    """A problem, and where it is seen: ``anchors`` are ids of the page, the nearest first, ``excerpt`` is its line."""

    problem: Problem
    anchors: tuple[str, ...] = ()
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of making a file.

    ``data`` is the file, None where something stops it. ``remarks`` is what is wrong at no place of a source.
    ``sources`` are the files that problems may stand in, by their paths as shown: an editor may open these, and no
    other.
    ``outdated`` says that the sources were changed meanwhile, so that nothing of this counts.
    """

    data: bytes | None = None
    notices: tuple[Notice, ...] = ()
    remarks: tuple[str, ...] = ()
    sources: Mapping[str, Path] = field(default_factory=dict)
    outdated: bool = False


Build: TypeAlias = Callable[[str], Attempt]
"""Makes the file of a name from what the sources are now. It is called in several threads, for several files."""

"""How far a build has come, on a terminal: the stage of one area, or a bar and the stages of several."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from omi_report.cli.terminal import say_stage
from omi_report.source.places import slug_of

_WIDTH = 12
"""The length of the bar, in characters."""

_SHOWN = 3
"""So many areas are named that are being built."""


class Stages:
    """Shows how far the builds of some areas have come, in one line that the next one takes the place of."""

    def __init__(self, areas: int, *, quiet: bool) -> None:
        self._areas = areas
        self._is_shown = sys.stderr.isatty() and not quiet
        self._done = 0
        self._stages: dict[Path, str] = {}

    def told(self, area: Path, stage: str) -> None:
        """Take in the stage of an area; an empty one says that it is done."""
        if stage:
            self._stages[area] = stage
        else:
            self._stages.pop(area, None)
            self._done += 1
        self._show()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the line away while something else is printed."""
        if self._is_shown:
            say_stage("")
        yield
        self._show()

    def _show(self) -> None:
        if not self._is_shown or (self._done == self._areas):
            return
        if self._areas == 1:
            for area, stage in self._stages.items():
                say_stage(area, stage)
            return
        filled = _WIDTH * self._done // self._areas
        bar = "█" * filled + "░" * (_WIDTH - filled)
        named = [f"{slug_of(area)}: {stage}" for area, stage in list(self._stages.items())[:_SHOWN]]
        more = len(self._stages) - _SHOWN
        say_stage(f"{bar} {self._done} of {self._areas}", ", ".join(named) + (f" and {more} more" if more > 0 else ""))


@contextmanager
def stages_shown(areas: int, quiet: bool) -> Iterator[Stages]:
    """Show how far the builds of some areas have come while they go on, and leave a clean line behind."""
    stages = Stages(areas, quiet=quiet)
    try:
        yield stages
    finally:
        with stages.aside():
            pass

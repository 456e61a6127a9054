"""Making files as they are looked at: a thread for each, so that a slow one holds up no quick one."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Thread

from omi_report.preview.attempt import Attempt, Build
from omi_report.preview.board import Board, FileState

Told = Callable[[str, FileState], None]
"""Is told the name of each file that was made, or not, and what is known of it then."""


def start_building(board: Board, build: Build, told: Told) -> None:
    """Make each file of a board again whenever it is looked at and something has changed, until the board is closed.

    However many changes come while one is made, it is made once after the last of them.
    """
    for name in board.files:
        Thread(target=_make, args=(board, name, build, told), name=name, daemon=True).start()


def _make(board: Board, name: str, build: Build, told: Told) -> None:
    while (change := board.next_change(name)) is not None:
        started = time.monotonic()
        attempt = _attempt(build, name)
        board.put(name, attempt, change, time.monotonic() - started, time.strftime("%H:%M:%S"))
        if not attempt.outdated:
            told(name, board.state(name))


def _attempt(build: Build, name: str) -> Attempt:
    """What comes of making a file. A fault of the program stops one build, and not the preview."""
    try:
        return build(name)
    except Exception as error:
        said = f"{name} could not be made, by a fault of the program: {type(error).__name__}: {error}"
        return Attempt(remarks=(said,))

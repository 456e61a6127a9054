"""The program `omi`: a process that begins and ends quickly, around the commands."""

from __future__ import annotations

import gc
import os
import sys


def run() -> None:
    """Run the command that the arguments ask for, and end the process."""
    _start_quickly()
    from omi_report.cli.main import main

    try:
        main()
    except SystemExit as ending:
        _end_quickly(ending)
        raise


def _start_quickly() -> None:
    """Leave out what costs a short run more time than it saves."""
    # Nearly all that is imported and read lives to the end, and going through it again and again takes a tenth of a
    # run. One area makes half of this number of objects, so the collector has work with many areas only.
    gc.set_threshold(200_000)


def _end_quickly(ending: SystemExit) -> None:
    """End the process at once, after writing out what is buffered. Return, and leave it to Python, if that fails.

    Python would take every module and object apart first. All files are closed by now.
    """
    if not isinstance(ending.code, int | None):
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(ending.code or 0)

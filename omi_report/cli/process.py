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
    """Leave out what takes longer than it is worth in a program that ends soon."""
    # Nearly all that is imported and read lives to the end, and going through it again and again takes a tenth of a
    # run. One area makes half of this number of objects, so the collector has work with many areas only.
    gc.set_threshold(200_000)


def _end_quickly(ending: SystemExit) -> None:
    """End the process here. Returns where there is more to do than to write out what is written.

    Python would take apart every module and object first. All files are closed by now.
    """
    if not isinstance(ending.code, int | None):
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(ending.code or 0)

"""The program `omi`: a process that begins and ends quickly, around the commands."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from omi_report.errors import STOPPED


def run() -> None:
    """Run the command that the arguments ask for, and end the process."""
    _open_streams()
    _start_quickly()
    try:
        from omi_report.cli.main import main

        main()
    except SystemExit as ending:
        _end_quickly(ending)
        raise
    except KeyboardInterrupt:  # before there was a command, or after it
        sys.exit(STOPPED)


def _open_streams() -> None:
    """Put something in the place of standard streams that are closed: a file of a report must not take it.

    What is printed to a closed output is refused, as it is for other programs. Complaints are lost.
    """
    for number, flags in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)  # takes the first number that is free
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - it is closed with the program
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - likewise


def _start_quickly() -> None:
    """Leave out what costs a short run more time than it saves."""
    # Nearly all that is imported and read lives to the end, and going through it again and again takes a tenth of a
    # run. One area makes half of this number of objects, so the collector has work with many areas only.
    gc.set_threshold(200_000)


def _end_quickly(ending: SystemExit) -> None:
    """End the process at once, after writing out what is buffered; leave it to Python where there is no plain status.

    Python would take every module and object apart first. All files are closed by now.
    """
    if not isinstance(ending.code, int | None):
        return
    # What cannot be written has been complained of. Python would try again, and end with a status of its own.
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(ending.code or 0)

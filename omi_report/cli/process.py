"""The program `omi`: a process that begins and ends quickly, around the commands."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from types import ModuleType
from typing import Any


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
    sys.modules.setdefault(_PLUGINS, _NoPlugins(_PLUGINS))


_PLUGINS = "pydantic.plugin._loader"


class _NoPlugins(ModuleType):
    """Stands for the module with which pydantic looks for plug-ins among all packages of the environment.

    omi has none, and the machinery for it has a library for e-mail in it. Asked for anything that
    this class does not know, it gives way to the module itself.
    """

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        del sys.modules[_PLUGINS]
        return getattr(importlib.import_module(_PLUGINS), name)


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

"""The command `omi`: its commands are imported only when one of them is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

import click

from omi_report import __version__
from omi_report.cli.lazy_group import LazyGroup
from omi_report.errors import CLEAN, MISUSE, STOPPED, OmiError

COMMANDS: Final = {
    "build": "Compile an area into its report.",
    "preview": "Show a report in the browser, as it is written.",
    "draft": "Make a draft of a report, with what changed since the last.",
    "comments": "Send a draft out for comments, take them in, and show them.",
    "diff": "Compare two editions of a report.",
    "verify": "Check that a report is as it was built.",
    "validate": "Find what is wrong in an area.",
    "rule": "Explain a rule.",
    "rules": "List the rules.",
    "sample": "Draw the cases that are inspected from a list of all.",
    "evidence": "Bring together the evidence of an area.",
    "score": "Show scores and ratings, and how they are made.",
    "compare": "Show the scores of areas, or of rounds of one, side by side.",
    "charts": "Draw scores as charts, in the terminal or as files.",
    "why": "Show where a number stands and what it comes from.",
    "export": "Write scores, figures and findings as open data.",
    "status": "Show where inspections stand, and what each lacks.",
    "plan": "Show what is done about the recommendations, and what is late.",
    "init": "Make the folder of a new area.",
    "import": "Make an area from a report that exists as Word or text.",
    "migrate": "Change areas of the former format into today's.",
    "ids": "Give findings, stories and recommendations ids.",
    "frameworks": "List the frameworks that there are.",
    "cache": "Show what is kept to save time, or take it away.",
    "schema": "Print the JSON Schema of a kind of file.",
    "lsp": "Serve an editor: complete, explain and check as you type.",
}
"""The commands in the order of the help, with their one-line summaries."""


_MODULES: Final = {"import": "importing"}
"""The modules of commands whose names no module can have."""


class _Omi(LazyGroup):
    """The commands of omi.

    All errors of all commands, and of their arguments, are shown here and end the program with their status.
    """

    SUMMARIES = COMMANDS

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command that the arguments ask for. In its standalone mode this ends the program."""
        if options.pop("standalone_mode", True):
            sys.exit(self._status(*args, **options))
        return self._run(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Where nobody reads any more what it says, there is nobody to complain to either."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _leave_the_pipe()
            ctx.exit(MISUSE)

    def _run(self, *args: Any, **options: Any) -> Any:
        run: Callable[..., Any] = super().main
        return run(*args, **options, standalone_mode=False)

    def _status(self, *args: Any, **options: Any) -> int:
        """Run a command, and return its exit status."""
        try:
            status = self._run(*args, **options)
        except click.ClickException as error:
            from omi_report.cli.terminal import show_click_error

            show_click_error(error)
            return error.exit_code
        except click.Abort:
            return STOPPED
        except (OmiError, OSError) as error:
            from omi_report.cli.inspected import complain

            return complain(error)
        return status if isinstance(status, int) else CLEAN

    def module_of(self, name: str) -> str:
        """Return the name of the module that holds a command."""
        return _MODULES.get(name, name)


def _leave_the_pipe() -> None:
    """Let what is still to be written go nowhere: Python would complain at the end that nobody reads it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())


@click.group(cls=_Omi, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="omi")
def main() -> None:
    """Compile an inspection, kept as a folder of YAML, into its report.

    \b
    Start with a new area, and look at it as you write:
      omi init areas/wiltshire
      omi validate areas/wiltshire
      omi build areas/wiltshire

    Exit status: 0 nothing is wrong; 1 something is wrong in an area or with a report; 2 what was asked for
    cannot be done: misuse, settings or templates that cannot be used, a file or folder that cannot be read
    or written, an output that nobody reads; 130 stopped by the user. With several areas it is the worst.
    """

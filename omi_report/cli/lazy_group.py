"""A group of commands that knows their names and summaries without importing them."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import ClassVar

import click


class LazyGroup(click.Group):
    """A group whose commands are modules of this package: each is imported only when it is asked for.

    ``SUMMARIES`` are the commands in the order of the help, with their one-line summaries. The module of a command has
    its name, behind ``MODULES_BEGIN``.
    """

    SUMMARIES: ClassVar[Mapping[str, str]] = {}
    MODULES_BEGIN: ClassVar[str] = ""

    def module_of(self, name: str) -> str:
        """Return the name of the module that holds a command."""
        return f"{self.MODULES_BEGIN}{name}"

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.SUMMARIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command; None where there is none of the name."""
        if cmd_name not in self.SUMMARIES:
            return None
        command = importlib.import_module(f"omi_report.cli.{self.module_of(cmd_name)}").command
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their summaries, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.SUMMARIES.items()))

"""The command `omi`: its commands are imported only when one of them is asked for."""

from __future__ import annotations

import importlib
from typing import Final

import click

from omi_report import __version__
from omi_report.errors import OmiError

COMMANDS: Final = {
    "build": "Compile an area into its report.",
    "verify": "Check that a report is as it was built.",
    "validate": "Find what is wrong in an area.",
    "rule": "Explain a rule.",
    "rules": "List the rules.",
    "score": "Show scores and ratings, and how they are made.",
    "why": "Show where a number stands and what it comes from.",
    "export": "Write scores, figures and findings as open data.",
    "init": "Make the folder of a new area.",
    "migrate": "Change areas of the former format into today's.",
    "ids": "Give findings, stories and recommendations ids.",
    "frameworks": "List the frameworks that there are.",
    "schema": "Print the JSON Schema of a kind of file.",
}
"""The commands in the order of the help, with their one-line summaries."""


class _LazyGroup(click.Group):
    """A group that knows its commands' names and summaries without importing them.

    An error of any command is shown here, and ends the program with its status.
    """

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OmiError as error:
            from omi_report.cli.inspected import complain

            ctx.exit(complain(error))

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"omi_report.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="omi")
def main() -> None:
    """Compile an inspection, kept as a folder of YAML, into its report.

    \b
    Start with a new area, and look at it as you write:
      omi init areas/wiltshire
      omi validate areas/wiltshire
      omi build areas/wiltshire
    """

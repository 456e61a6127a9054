"""`omi comments`: what others say of the drafts of a report, with a command for each thing that is done with it."""

from __future__ import annotations

from typing import Final

import click

from omi_report.cli.lazy_group import LazyGroup

SUBCOMMANDS: Final = {
    "list": "Show the comments, each at its place; what is done where no other command is named.",
    "out": "Write the files in which others comment on a draft.",
    "in": "Take in what came back, and put each comment at its place.",
    "letter": "Write the answer to those who commented.",
}
"""The commands in the order of the help, with their one-line summaries; each is a module ``comments_NAME``."""


class _Comments(LazyGroup):
    """A group whose first argument may be the area alone: then its comments are shown."""

    SUMMARIES = SUBCOMMANDS
    MODULES_BEGIN = "comments_"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take what is no command for the arguments of ``list``."""
        if args and args[0] not in (*SUBCOMMANDS, *self.get_help_option_names(ctx)):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group("comments", cls=_Comments, options_metavar="", subcommand_metavar="[COMMAND] AREA ...")
def command() -> None:
    """Send a draft out for comments, take in what comes back, and show it: each comment at its place.

    The comments are kept in the area's file comments.yaml. No report holds anything of it. An area whose folder is
    called as a command is named with its path: ./out.

    \b
    Examples:
      omi comments out areas/hampshire                    write the workbook to fill in
      omi comments in answer.xlsx areas/hampshire         take it in when it comes back
      omi comments areas/hampshire --decision open        what is left to decide
      omi comments letter areas/hampshire --pdf it.pdf    the answer to those who commented
    """

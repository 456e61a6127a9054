"""What omi prints. Nothing is printed but here, so that no command can forget to make visible what it prints.

What is said to people goes through `say` or `write_out`; a name from elsewhere can then neither change the screen, nor
end its line, nor be taken for a command by the log of a service. What is for programs goes through `write_data`.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from omi_report.visible import visible, visible_line, visible_lines, without_command

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def say(line: str = "", *, err: bool = False) -> None:
    """Print one line; what in it would end it is written out, but for a list of indented lines below it."""
    first, *listed = line.split("\n  ")
    _write("".join(f"{visible_line(each)}\n" for each in (first, *(f"  {each}" for each in listed))), err=err)


def write_out(text: str, *, err: bool = False, commands: bool = False) -> None:
    """Print lines; what is not to be seen in them is written out, but for colours where they are wanted.

    ``commands`` says that lines which the log of a service takes for commands are meant as such.
    """
    if text:
        shown = visible_lines(text, colour=wants_colour())
        _write(shown if commands else without_command(shown), err=err)


def write_data(data: str | bytes) -> None:
    """Print data for another program as they are; where a terminal shows them, as `write_out` does."""
    if sys.stdout.isatty():
        write_out((data.decode(errors="backslashreplace") if isinstance(data, bytes) else data).replace("\r\n", "\n"))
    else:
        click.echo(data, nl=False)


def say_stage(path: object, stage: str = "") -> None:
    """Show on a terminal what is being done, in a line that the next one takes the place of."""
    if sys.stderr.isatty():
        with suppress(OSError):
            click.echo("\r\033[K" + (visible(f"{path}: {stage} …") if stage else ""), nl=False, err=True)


def wants_colour() -> bool:
    """Say whether the standard output is a terminal whose user has not asked for plain text."""
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        return False
    if os.environ.get("FORCE_COLOR"):  # https://force-color.org
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def console() -> Console:
    """Return where tables are printed."""
    from rich.console import Console

    return Console(file=_Lines(), highlight=False, markup=False, emoji=False)


class _Lines(io.StringIO):
    """Takes the lines of tables, and prints them as all others."""

    def write(self, text: str, /) -> int:
        write_out(text)
        return len(text)

    def isatty(self) -> bool:
        return sys.stdout.isatty()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return getattr(sys.stdout, "encoding", None) or "utf-8"


def cell(text: str, style: str = "") -> Text:
    """Return a text of a table: lines, in which nothing is taken for a style."""
    from rich.text import Text

    return Text(visible_lines(text), style=style)


def show_click_error(error: click.ClickException) -> None:
    """Print what is wrong with the arguments of a command."""
    said = io.StringIO()
    error.show(said)
    write_out(said.getvalue(), err=True)


def _write(text: str, *, err: bool) -> None:
    stream = sys.stderr if err else sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    shown = text.encode(encoding, "backslashreplace").decode(encoding)
    if not err:
        click.echo(shown, nl=False, color=True)
        return
    with suppress(OSError):  # the exit status says it too
        click.echo(shown, nl=False, err=True, color=False)

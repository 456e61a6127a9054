"""The option `--format` of commands that show something to read, or write it as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def data_format(
    *forms: str, what: str = "A table to read, or data for another program."
) -> Callable[[_Command], _Command]:
    """Return the option, whose value is the parameter ``form``: one of ``forms``, of which the first is the usual."""
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help=what)

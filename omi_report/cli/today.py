"""The day by which a command tells what is late."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import click


def today() -> datetime.date:
    """Return the day of today, where the user is."""
    return datetime.datetime.now().astimezone().date()


def a_day(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime.date:
    """Read the day of an option: the day of today where it is left out."""
    if value is None:
        return today()
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"«{value}» is no day: write one as 2008-06-30") from error


def today_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option ``--today``, whose value is a date: the day of today where it is left out."""
    return click.option(
        "--today",
        metavar="DAY",
        callback=a_day,
        help="Tell what is late by this day (2008-06-30) in place of today.",
    )

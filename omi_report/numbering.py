"""The numbers of a programme's sections, criteria and questions: ``1.2``, ``P 1.1``, ``Q1``, ``2.1.1``.

A number has a name, which is the number without a space (``P1.1``). Files, figures, roles, addresses and data have the
name. A report prints the number as the framework writes it. Whoever writes an area may write the one or the other.
"""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\u00a0"

LETTERS, DIGITS = "[A-Z]{1,3}", r"[0-9]{1,2}(?:\.[0-9]{1,3}){0,3}"
PATTERN = rf"^(?:{LETTERS}[ {NO_BREAK_SPACE}]?)?{DIGITS}$"
"""How a number may be written."""

_SPACED = re.compile(rf"({LETTERS})[ {NO_BREAK_SPACE}]({DIGITS})(?=/|$)")


class NumberName(str):
    """The name of a number, with the number as it was ``written``."""

    __slots__ = ("written",)

    written: str

    @classmethod
    def of(cls, written: str) -> NumberName:
        """Return the name of a number, or of anything else that may stand where a number may."""
        name = cls(name_of(written))
        name.written = str(written)
        return name


def name_of(written: str) -> str:
    """Return a number without its space: ``P1.1`` of ``P 1.1``, ``P1.1/plans`` of ``P 1.1/plans``.

    What does not begin with a number is returned as it is.
    """
    found = _SPACED.match(written)
    return found[1] + written[found.start(2) :] if found else written


def as_written(number: str) -> str:
    """Return a number as its file has it."""
    return number.written if isinstance(number, NumberName) else number


def as_printed(number: str) -> str:
    """Return a number as it was written, with a space at which no line ends."""
    return as_written(number).replace(" ", NO_BREAK_SPACE)


def digits_of(number: str) -> str:
    """Return a number without its letters: ``1.1`` of ``P1.1``."""
    return name_of(number).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def letters_of(number: str) -> str:
    """Return the letters with which a number begins; none for ``1.1``."""
    name = name_of(number)
    return name[: len(name) - len(digits_of(name))]

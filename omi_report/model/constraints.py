"""What a value must be beyond its type, written beside the type: ``Annotated[str, Pattern(...)]``.

Those that say no more than their name are no tuples: all empty tuples are equal, and the reader of one type would be
taken for that of another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from omi_report.source.tree import Path


class Pattern(NamedTuple):
    """A text must be written so, from its first character to its last; ``written`` tells a user how."""

    pattern: str
    written: str


class Range(NamedTuple):
    """A number must lie between these two, both of them included."""

    lowest: int
    highest: int | None = None


class Filled:
    """A text or a list must hold something."""


class Once:
    """Each item of a list of words may stand there once."""


class OrSeveral:
    """A list of such values may stand in place of one, and is then read as a tuple of them."""


class Before(NamedTuple):
    """A function that changes the value before it is read. ``schema`` is what may stand there, for an editor."""

    change: Callable[[Any], Any]
    schema: Any = None


class After(NamedTuple):
    """A function that changes the value that was read. To refuse it, it raises ValueError with words for a user.

    Where it knows what is right, or which part of the value is wrong, it raises `MisfitError`.
    """

    change: Callable[[Any], Any]


class MisfitError(ValueError):
    """What is wrong with a value, and a ``hint`` at what is right; ``path`` leads to the part of it that is wrong."""

    def __init__(self, message: str, hint: str, path: Path = ()) -> None:
        super().__init__(message)
        self.hint = hint
        self.path = path

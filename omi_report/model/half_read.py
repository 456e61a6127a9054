"""A framework of which only some keys are sound: whoever asks for another is told so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from omi_report.model.framework import Framework


class UnsoundError(Exception):
    """A key was asked for of which nobody knows what it was meant to say."""


class HalfRead(Framework):
    """A framework with some of its keys. Asking for another one, or for what follows from it, raises UnsoundError."""

    @classmethod
    def of_sound(cls, values: dict[str, Any]) -> Self:
        """Make one of the values of the keys that are sound; what is left out of them has no value at all."""
        made = cls.__new__(cls)
        vars(made).update(values)
        return made

    def items(self) -> Iterator[tuple[str, Any]]:
        """Yield each sound key with its value, in the order of the declaration."""
        return ((name, vars(self)[name]) for name in self.keys if name in vars(self))

    def __getattr__(self, name: str) -> Any:
        if name in type(self).keys:
            raise UnsoundError(name)
        raise AttributeError(f"a framework has no «{name}»")

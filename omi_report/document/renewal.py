"""Going through the tree of a report and making it anew where something changes.

What nothing changes in stays the very same object, so that most of a tree is never copied.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar

from omi_report.document.inlines import PlainData

_READ_FIRST = ("introduction", "lead", "caption")
"""Fields of parts and blocks that are read before the others, whatever their order."""

_Value = TypeVar("_Value", bound=PlainData)


def each_renewed(values: tuple[Any, ...], renewed: Callable[[Any], Any]) -> tuple[Any, ...]:
    """Return values made anew one by one: the same tuple where none of them changes."""
    found = tuple(map(renewed, values))
    return values if all(new is old for new, old in zip(found, values, strict=True)) else found


def with_fields(value: _Value, renewed: Callable[[str, Any], Any]) -> _Value:
    """Return a value of the tree whose fields are made anew, in the order in which they are read.

    ``renewed`` takes the name and the value of a field. Where it changes none, the value itself is returned.
    """
    changed = {}
    for name in _names(type(value)):  # type: ignore[arg-type]  # a class is hashable, whatever mypy makes of it
        old = getattr(value, name)
        new = renewed(name, old)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    names = [each.name for each in fields(kind)]
    return tuple(sorted(names, key=lambda name: name not in _READ_FIRST))

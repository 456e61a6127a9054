"""The shapes of the tree's classes, taken from their annotations. The JSON and its schema are made from them."""

from __future__ import annotations

import dataclasses
import types
from dataclasses import MISSING, dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from omi_report.document import inlines, tree


@dataclass(frozen=True, slots=True)
class Shape:
    """A field of a class: its name, what may stand in it, and its default, ``MISSING`` where there is none."""

    name: str
    annotation: Any
    default: Any

    @property
    def required(self) -> bool:
        """Whether the field stands in every value."""
        return self.default is MISSING


@cache
def shapes_of(cls: type) -> tuple[Shape, ...]:
    """Return the fields of a class of the tree, in their order."""
    hints = get_type_hints(cls, {**vars(inlines), **vars(tree)})
    return tuple(Shape(field.name, hints[field.name], field.default) for field in dataclasses.fields(cls))


def kind_of(cls: type) -> str:
    """Return the ``type`` by which a class is told from others that can stand in its place; empty if there are none."""
    return getattr(cls, "TYPE", "")


@cache
def alternatives(annotation: Any) -> tuple[Any, ...]:
    """Return what may stand in a place: each member of a union, or the one type that it has."""
    return get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)


def class_of(choice: Any) -> type | None:
    """Return a type if it is a class of the tree; None for a string, a number and the like."""
    return choice if isinstance(choice, type) and dataclasses.is_dataclass(choice) else None


def is_literal(annotation: Any) -> bool:
    """Say whether only some strings may stand in a place."""
    return get_origin(annotation) is Literal


@cache
def items_of(annotation: Any) -> tuple[Any, bool] | None:
    """Return what a tuple is made of, and whether it always has two items. None for what is no tuple."""
    if get_origin(annotation) is not tuple:
        return None
    first, second = get_args(annotation)
    return first, second is not Ellipsis

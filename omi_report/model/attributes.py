"""Attributes: what is known of each case, or of each who answered a survey, with names for readers.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Any

from omi_report.model.base import OneOrMore, Words
from omi_report.model.constraints import Before, Filled
from omi_report.model.record import Record, field


class AttributeValue(Record):
    """A value of an attribute: its id, which stands in evidence and in ``where``, and its name for readers."""

    id: Words
    name: Words


def _as_values(node: Any) -> Any:
    """A list of values that are their own names, or a mapping of their ids to their names."""
    if isinstance(node, dict):
        return [{"id": key, "name": name} for key, name in node.items()]
    if isinstance(node, str):
        node = [node]
    return [{"id": each, "name": each} if isinstance(each, str) else each for each in node] if _is_list(node) else node


def _as_it_is(node: Any) -> Any:
    return node


def _as_attribute(node: Any) -> Any:
    return {"values": node} if isinstance(node, str) or _is_list(node) else node


def _is_list(node: Any) -> bool:
    return isinstance(node, list | tuple)


class Attribute(Record):
    """An attribute: its own name, and its values."""

    name: Words | None = field(default=None, about="for readers, as in the middle of a sentence; its id if left out")
    values: Annotated[
        tuple[AttributeValue, ...], Filled(), Before(_as_values, dict[Words, Words]), Before(_as_it_is, OneOrMore)
    ]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the values, in order."""
        return tuple(value.id for value in self.values)

    @property
    def has_names(self) -> bool:
        """Whether the framework gives it, or any of its values, a name beside the id."""
        return self.name is not None or any(value.name != value.id for value in self.values)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the values by their ids."""
        return {value.id: value.name for value in self.values}


Attributes = dict[Words, Annotated[Attribute, Before(_as_attribute, OneOrMore)]]
"""Attributes by their ids. A list of values stands for an attribute whose values are their own names."""


def name_of_attribute(attribute: str, attributes: Mapping[str, Attribute]) -> str:
    """Return the name of an attribute for readers: its own, or else its id, with spaces."""
    found = attributes.get(attribute)
    return (found.name if found else None) or attribute.replace("_", " ").replace("-", " ")


def names_of_values(attribute: str, values: Iterable[str], attributes: Mapping[str, Attribute]) -> list[str]:
    """Return the names of some values for readers; an id that the attribute does not have stands for itself."""
    names = attributes[attribute].names if attribute in attributes else {}
    return [names.get(value, value) for value in values]

"""A record → the JSON Schema of what may stand in its file.

An editor gives a YAML scalar a type by its look: ``criterion: 1.2`` is a number to it. omi reads every scalar as text
first, so a schema lets a number or a yes stand wherever a line of text may. What may be left out is left out: no
schema offers a null.
"""

from __future__ import annotations

import typing
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from omi_report.model.constraints import Before, Filled, Once, Pattern, Range
from omi_report.model.record import Record, Slot

Schema: TypeAlias = dict[str, Any]

_LINE = ["string", "number", "boolean"]
"""What an editor may take a line of text for."""

_PLAIN: dict[Any, Schema] = {
    str: {"type": _LINE},
    int: {"type": "integer"},
    Decimal: {"type": ["number", "string"]},
    bool: {"type": ["boolean", "string"]},
}


def record_schema(record: type[Record]) -> Schema:
    """Return the schema of a record, with those of the records inside it under ``$defs``."""
    definitions: dict[str, Schema] = {}
    schema = _record(record, definitions)
    return ({"$defs": dict(sorted(definitions.items()))} if definitions else {}) | schema


def _record(record: type[Record], definitions: dict[str, Schema]) -> Schema:
    if record.whole:
        return _type(record.keys[record.whole].annotation, definitions)
    schema: Schema = {
        "type": "object",
        "description": (record.__doc__ or "").replace("\n    ", "\n").strip(),
        "properties": {slot.name: _slot(slot, definitions) for slot in record.keys.values()},
        "additionalProperties": False,
    }
    required = [slot.name for slot in record.keys.values() if slot.is_required]
    if required:
        schema["required"] = required
    return {"anyOf": [record.short_schema, schema]} if record.short_schema else schema


def _slot(slot: Slot, definitions: dict[str, Schema]) -> Schema:
    schema = dict(_type(slot.annotation, definitions))
    if slot.about:
        schema["description"] = slot.about
    if isinstance(slot.default, bool | int | str):
        schema["default"] = slot.default
    return schema


def _type(annotation: Any, definitions: dict[str, Schema]) -> Schema:
    if isinstance(annotation, type):
        return _class(annotation, definitions)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _constrained(arguments, definitions)
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if origin is dict:
        return _mapping(arguments, definitions)
    (bare,) = (argument for argument in arguments if argument is not type(None))
    return _type(bare, definitions)


def _class(kind: type, definitions: dict[str, Schema]) -> Schema:
    if kind in _PLAIN:
        return _PLAIN[kind]
    if not issubclass(kind, Record):
        own: Schema = kind.json_schema()  # type: ignore[attr-defined]  # all other classes are read from a text
        return own
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # a record may hold its own kind
        definitions[kind.__name__] = _record(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _mapping(arguments: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    names = {name: value for name, value in _type(arguments[0], definitions).items() if name != "type"}
    schema = {"type": "object", "additionalProperties": _type(arguments[1], definitions)}
    return schema | ({"propertyNames": names} if names else {})


def _constrained(arguments: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    schema = dict(_type(arguments[0], definitions))
    for constraint in arguments[1:]:
        match constraint:
            case Pattern(pattern, _):
                schema["pattern"] = pattern
            case Range(lowest, highest):
                schema |= {"minimum": lowest} | ({} if highest is None else {"maximum": highest})
            case Filled():
                schema["minItems" if schema["type"] == "array" else "minLength"] = 1
            case Once():
                schema["uniqueItems"] = True
            case Before(_, other) if other is not None:
                schema = {"anyOf": [_type(other, definitions), schema]}
    return schema

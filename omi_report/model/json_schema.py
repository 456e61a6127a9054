"""A record → the JSON Schema of what may stand in its file.

An editor gives a YAML scalar a type by its look: ``criterion: 1.2`` is a number to it. omi reads every scalar as text
first, so a schema lets a number or a yes stand wherever a line of text may. What may be left out is left out: no
schema offers a null.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from omi_report.model.choice_schema import keyed, one_of
from omi_report.model.constraints import Before, Filled, Once, OrSeveral, Pattern, Range
from omi_report.model.record import Record, Slot
from omi_report.model.vocabulary import OVERALL, RATING, Choice, Choices, Vocabulary

Schema: TypeAlias = dict[str, Any]

_LINE = ["string", "number", "boolean"]
"""What an editor may take a line of text for."""

_PLAIN: dict[Any, Schema] = {
    str: {"type": _LINE},
    int: {"type": "integer"},
    Decimal: {"type": ["number", "string"]},
    bool: {"type": ["boolean", "string"]},
}


@dataclass(frozen=True, slots=True)
class _Made:
    """The schemas of records that have been made, and the names that an area can use, where its framework is known."""

    vocabulary: Vocabulary | None
    definitions: dict[str, Schema]


def record_schema(record: type[Record], vocabulary: Vocabulary | None = None) -> Schema:
    """Return the schema of a record, with those of the records inside it under ``$defs``.

    The names of ``vocabulary`` may stand where a key says what its value names, and no others.
    """
    made = _Made(vocabulary, {})
    schema = _record(record, made)
    return ({"$defs": dict(sorted(made.definitions.items()))} if made.definitions else {}) | schema


def _record(record: type[Record], made: _Made) -> Schema:
    if record.whole:
        return _type(record.keys[record.whole].annotation, made)
    schema: Schema = {
        "type": "object",
        "description": (record.__doc__ or "").replace("\n    ", "\n").strip(),
        "properties": {slot.name: _slot(slot, made) for slot in record.keys.values()},
        "additionalProperties": False,
    }
    required = [slot.name for slot in record.keys.values() if slot.is_required]
    if required:
        schema["required"] = required
    return {"anyOf": [record.short_schema, schema]} if record.short_schema else schema


def _slot(slot: Slot, made: _Made) -> Schema:
    schema = dict(_type(slot.annotation, made))
    if made.vocabulary and slot.names:
        schema = _named(slot, schema, made.vocabulary)
    if slot.about:
        schema["description"] = slot.about
    if isinstance(slot.default, bool | int | str):
        schema["default"] = slot.default
    return schema


def _named(slot: Slot, schema: Schema, vocabulary: Vocabulary) -> Schema:
    """The schema of a value that names something in a framework, or of a mapping whose keys do."""
    if slot.names.startswith(RATING):
        return one_of(vocabulary.ratings(slot.names.removeprefix(RATING)))
    if slot.names == OVERALL:
        return with_rating(schema, vocabulary.ratings(OVERALL))
    choices = vocabulary.choices(slot.names)
    if schema.get("type") == "array":
        return schema | {"items": one_of(choices)}
    if schema.get("type") == "object":
        inside = schema["additionalProperties"]
        return keyed(choices, {choice.name: _held(slot, inside, choice, vocabulary) for choice in choices})
    return one_of(choices)


def _held(slot: Slot, schema: Schema, choice: Choice, vocabulary: Vocabulary) -> Schema:
    """The schema of what stands under a key that names something."""
    match slot.holds:
        case "rating":
            return one_of(vocabulary.ratings(slot.names, choice.name))
        case "result":
            return with_rating(schema, vocabulary.ratings(slot.names, choice.name))
        case "value":
            value = one_of(tuple(Choice(*each) for each in choice.values))
            return {"anyOf": [value, {"type": "array", "items": value}]}
        case _:
            return schema


def with_rating(schema: Schema, choices: Choices) -> Schema:
    """Return the schema of a record with a rating that is one of these."""
    return {"allOf": [schema, {"properties": {"rating": one_of(choices)}}]}


def _type(annotation: Any, made: _Made) -> Schema:
    if isinstance(annotation, type):
        return _class(annotation, made)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _constrained(arguments, made)
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0], made)}
    if origin is dict:
        return _mapping(arguments, made)
    (bare,) = (argument for argument in arguments if argument is not type(None))
    return _type(bare, made)


def _class(kind: type, made: _Made) -> Schema:
    if kind in _PLAIN:
        return _PLAIN[kind]
    if not issubclass(kind, Record):
        own: Schema = kind.json_schema()  # type: ignore[attr-defined]  # all other classes are read from a text
        return own
    if kind.__name__ not in made.definitions:
        made.definitions[kind.__name__] = {}  # a record may hold its own kind
        made.definitions[kind.__name__] = _record(kind, made)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _mapping(arguments: tuple[Any, ...], made: _Made) -> Schema:
    names = {name: value for name, value in _type(arguments[0], made).items() if name != "type"}
    schema = {"type": "object", "additionalProperties": _type(arguments[1], made)}
    return schema | ({"propertyNames": names} if names else {})


def _constrained(arguments: tuple[Any, ...], made: _Made) -> Schema:
    schema = dict(_type(arguments[0], made))
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
            case OrSeveral():
                schema = {"anyOf": [schema, {"type": "array", "items": schema, "minItems": 1}]}
            case Before(_, other) if other is not None:
                schema = {"anyOf": [_type(other, made), schema]}
    return schema

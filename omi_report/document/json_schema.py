"""The JSON Schema of ``report.json``, made from the classes of the tree."""

from __future__ import annotations

from typing import Any

from omi_report.document.json_form import FORMAT
from omi_report.document.shapes import alternatives, class_of, is_literal, items_of, kind_of, shapes_of
from omi_report.document.tree import Document

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SIMPLE = {str: "string", int: "integer", bool: "boolean", type(None): "null"}


def document_schema() -> dict[str, Any]:
    """Return the JSON Schema of a report as JSON."""
    definitions: dict[str, dict[str, Any]] = {}
    whole = _object(Document, definitions)
    return {
        "$schema": DIALECT,
        "title": "report.json",
        **whole,
        "properties": {"format": {"const": FORMAT}, **whole["properties"]},
        "required": ["format", *whole["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    kind = {"type": {"const": kind_of(cls)}} if kind_of(cls) else {}
    shapes = shapes_of(cls)
    properties: dict[str, Any] = {}
    for shape in shapes:
        default = {} if shape.required else {"default": list(shape.default) if shape.default == () else shape.default}
        properties[shape.name] = _schema(shape.annotation, definitions) | default
    return {
        "description": " ".join((cls.__doc__ or "").replace("``", "`").split()),
        "type": "object",
        "properties": kind | properties,
        "required": [*kind, *(shape.name for shape in shapes if shape.required)],
        "additionalProperties": False,
    }


def _schema(annotation: Any, definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    choices = alternatives(annotation)
    if len(choices) == 1:
        return _one(choices[0], definitions)
    return {"anyOf": [_one(choice, definitions) for choice in choices]}


def _one(choice: Any, definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if is_literal(choice):
        return {"enum": list(choice.__args__)}
    items = items_of(choice)
    if items:
        inner, is_pair = items
        return {
            "type": "array",
            "items": _schema(inner, definitions),
            **({"minItems": 2, "maxItems": 2} if is_pair else {}),
        }
    cls = class_of(choice)
    if cls:
        name = cls.__name__
        if name not in definitions:
            definitions[name] = {}  # before it is described: a block can hold blocks
            definitions[name] |= _object(cls, definitions)
        return {"$ref": f"#/$defs/{name}"}
    return {"type": _SIMPLE[choice]}

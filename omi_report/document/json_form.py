"""A report ↔ JSON. There and back gives the same report, and the same report gives the same bytes.

A class is an object with its fields by their names, and its ``type`` where others can stand in its
place. A field that has its default is left out, so that a digest stays what it is when a later
edition adds a field.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from omi_report.document.shapes import Shape, alternatives, class_of, is_literal, items_of, kind_of, shapes_of
from omi_report.document.tree import Document, Part
from omi_report.errors import DocumentError

FORMAT = 2
"""The number of the format, which stands in each file. It changes when programs that read the files must change."""


def document_json(document: Document) -> str:
    """Return a report as the text of ``report.json``."""
    value = {"format": FORMAT, **_value(document)}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def document_of(text: str) -> Document:
    """Read a report from the text of a ``report.json``. Raises DocumentError for anything else."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"this is no JSON: {error}") from error
    if not isinstance(value, dict) or value.pop("format", None) != FORMAT:
        raise DocumentError(f'this is no report of omi: it has no "format": {FORMAT}')
    found = _read(Document, value, "")
    assert isinstance(found, Document)
    return found


def digest_of(part: Part) -> str:
    """Return the SHA-256 of a part in hexadecimal figures. Parts are equal where their digests are."""
    text = json.dumps(_value(part), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _value(node: Any) -> Any:
    """A value of the tree as one of JSON."""
    if isinstance(node, tuple):
        return [_value(inner) for inner in node]
    cls = class_of(type(node))
    if cls is None:
        return node
    found: dict[str, Any] = {"type": kind_of(cls)} if kind_of(cls) else {}
    for shape in shapes_of(cls):
        value = getattr(node, shape.name)
        if shape.required or value != shape.default:
            found[shape.name] = _value(value)
    return found


def _read(annotation: Any, value: Any, place: str) -> Any:
    """Read a value of JSON as what may stand in a place of the tree; ``place`` is the path to it."""
    for choice in alternatives(annotation):
        if _is_of(choice, value):
            return _read_as(choice, value, place)
    raise DocumentError(f"{place or 'the report'}: {_shown(value)} cannot stand here")


def _is_of(choice: Any, value: Any) -> bool:
    """Say whether a value of JSON is meant as one of several types of a place."""
    if is_literal(choice):
        return value in choice.__args__
    if items_of(choice):
        return isinstance(value, list)
    cls = class_of(choice)
    if cls:
        return isinstance(value, dict) and value.get("type", "") == kind_of(cls)
    return type(value) is choice


def _read_as(choice: Any, value: Any, place: str) -> Any:
    items = items_of(choice)
    if items:
        inner, is_pair = items
        if is_pair and len(value) != 2:
            raise DocumentError(f"{place}: two values are needed, not {len(value)}")
        return tuple(_read(inner, each, f"{place}/{index}") for index, each in enumerate(value))
    cls = class_of(choice)
    return _read_object(cls, value, place) if cls else value


def _read_object(cls: type, value: dict[str, Any], place: str) -> Any:
    shapes = {shape.name: shape for shape in shapes_of(cls)}
    unknown = value.keys() - shapes.keys() - ({"type"} if kind_of(cls) else set())
    if unknown:
        raise DocumentError(f"{place or 'the report'}: there is no «{min(unknown)}» here")
    return cls(**{name: _field(shape, value, place) for name, shape in shapes.items()})


def _field(shape: Shape, value: dict[str, Any], place: str) -> Any:
    if shape.name in value:
        return _read(shape.annotation, value[shape.name], f"{place}/{shape.name}")
    if shape.required:
        raise DocumentError(f"{place or 'the report'}: «{shape.name}» is missing")
    return shape.default


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:40]}…"

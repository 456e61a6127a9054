"""The JSON Schema of what `omi export` writes as JSON, made from the tables and their columns."""

from __future__ import annotations

from typing import Any, Final

from omi_report.document.json_schema import DIALECT
from omi_report.model.kinds import Kinds
from omi_report.opendata.columns import AREA_COLUMNS, OpenColumn, column_of, title_of
from omi_report.opendata.export import tables_of

_TYPES: Final = {"date": "string"}
"""What JSON has in place of a type that it does not have."""

_TEXTS: Final = {"type": "array", "items": {"type": "string"}}
_FORMS: Final[dict[tuple[str, str], dict[str, Any]]] = {
    ("percentages", "where"): {"type": "object", "additionalProperties": _TEXTS},
    ("recommendations", "criteria"): _TEXTS,
    ("recommendations", "findings"): _TEXTS,
}
"""The values that are no single ones, by table and column."""

_NOT_ALWAYS: Final = {"scores": frozenset(("unrounded", "fraction"))}
"""What the records of a table do not have where small counts are left out."""

_OPTIONAL: Final = frozenset(("attributes",))
"""The tables that not every area has."""


def data_schema(kinds: Kinds) -> dict[str, Any]:
    """Return the JSON Schema of the open data of one area, or of several. Tables of plug-ins may stand beside these."""
    tables = {"attributes": ("survey", "attribute", "attribute_name", "value", "value_name"), **tables_of(kinds)}
    area = {
        "type": "object",
        "properties": {name: _value("areas", column_of("areas", name)) for name in AREA_COLUMNS}
        | {name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in tables},
        "required": [*AREA_COLUMNS, *(name for name in tables if name not in _OPTIONAL)],
    }
    several = {"type": "object", "properties": {"areas": {"type": "array", "items": {"$ref": "#/$defs/area"}}}}
    return {
        "$schema": DIALECT,
        "title": "omi export",
        "description": "The open data of an area, or of several",
        "anyOf": [{"$ref": "#/$defs/area"}, several | {"required": ["areas"], "additionalProperties": False}],
        "$defs": {"area": area, **{name: _record(name, columns) for name, columns in tables.items()}},
    }


def _record(table: str, names: tuple[str, ...]) -> dict[str, Any]:
    return {
        "title": title_of(table),
        "type": "object",
        "properties": {name: _value(table, column_of(table, name)) for name in names},
        "required": [name for name in names if name not in _NOT_ALWAYS.get(table, ())],
    }


def _value(table: str, column: OpenColumn) -> dict[str, Any]:
    form = _FORMS.get((table, column.name))
    return {"description": column.about} | (form or {"type": [_TYPES.get(column.type, column.type), "null"]})

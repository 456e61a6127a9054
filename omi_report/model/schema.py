"""JSON Schemas of the kinds of file, for editors that complete and check while one types.

An editor gives a YAML scalar a type by its look: ``criterion: 1.2`` is a number to it. omi reads
every scalar as text first, so a schema lets a number or a yes stand wherever a line of text may.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from omi_report.model.criterion import Criterion
from omi_report.model.files import PART_FILES, Identity, file_of
from omi_report.model.framework import Framework

DIALECT = "https://json-schema.org/draft/2020-12/schema"

KINDS: dict[str, tuple[type[BaseModel], str]] = {
    "area": (Identity, "area.yaml"),
    **{kind: (model, file_of(kind)) for kind, model in PART_FILES.items()},
    "criterion": (Criterion, "criteria/N.N.yaml"),
    "framework": (Framework, "a framework"),
}
"""Each kind of file: its model and the file or files that it describes."""


def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file. Raises KeyError for an unknown kind."""
    model, file = KINDS[kind]
    schema = model.model_json_schema(mode="validation")
    head = {"$schema": DIALECT, "title": file, "description": _first_line(model)}
    return head | {key: _as_editors_see_it(value) for key, value in schema.items() if key not in head}


def _first_line(model: type[BaseModel]) -> str:
    text = " ".join((model.__doc__ or "").split()).replace("``", "")
    return text.partition(": ")[2] or text


def _as_editors_see_it(node: Any) -> Any:
    """Let a scalar have any of the types that an editor may take it for."""
    if isinstance(node, list):
        return [_as_editors_see_it(item) for item in node]
    if not isinstance(node, dict):
        return node
    widened = {key: _as_editors_see_it(value) for key, value in node.items()}
    match node.get("type"):
        case "string" if "Markdown" not in node.get("description", "") and "enum" not in node:
            widened["type"] = ["string", "number", "boolean"]
        case "boolean":
            widened["type"] = ["boolean", "string"]
        case "object" | "array" if node.get("default") in ({}, []):
            widened["type"] = [node["type"], "null"]
    return widened

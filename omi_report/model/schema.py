"""JSON Schemas of the kinds of file, for editors that complete and check while one types.

An editor gives a YAML scalar a type by its look: ``criterion: 1.2`` is a number to it. omi reads
every scalar as text first, so a schema lets a number or a yes stand wherever a line of text may.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import BaseModel

from omi_report.model.criterion import criterion_model
from omi_report.model.file_kinds import CRITERION, IDENTITY
from omi_report.model.findings import DEFAULT_FINDINGS, FindingKind
from omi_report.model.framework import Framework
from omi_report.model.identity import Identity
from omi_report.model.kinds import Kinds

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FRAMEWORK = "framework"


class Described(NamedTuple):
    """What a schema is of: the model, and the name of the file or files, as it is shown."""

    model: type[BaseModel]
    file: str


def described(kinds: Kinds, findings: tuple[FindingKind, ...] = DEFAULT_FINDINGS) -> dict[str, Described]:
    """Return all that has a schema, by the schema's name: area.yaml, the files of the kinds of part, and so on.

    ``findings`` are the kinds of finding whose lists may stand in the file of a criterion.
    """
    return {
        IDENTITY.id: Described(Identity, IDENTITY.file),
        **{kind.id: Described(kind.model, kind.file) for kind in kinds.values() if kind.model},
        CRITERION.id: Described(criterion_model(findings), CRITERION.file),
        FRAMEWORK: Described(Framework, "a framework"),
    }


def schema_of(name: str, kinds: Kinds, findings: tuple[FindingKind, ...] = DEFAULT_FINDINGS) -> dict[str, Any]:
    """Return the JSON Schema of a name. Raises KeyError for an unknown one."""
    model, file = described(kinds, findings)[name]
    schema = model.model_json_schema(mode="validation")
    if name == FRAMEWORK:
        schema["$defs"]["Part"]["properties"]["kind"] = {"enum": list(kinds), "title": "Kind", "type": "string"}
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

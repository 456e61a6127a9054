"""JSON Schemas of the kinds of file, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any, NamedTuple

from omi_report.model.criterion import criterion_model
from omi_report.model.file_kinds import CRITERION, IDENTITY
from omi_report.model.framework import Framework
from omi_report.model.identity import Identity
from omi_report.model.json_schema import record_schema
from omi_report.model.kinds import FileKind, Kinds
from omi_report.model.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FRAMEWORK = "framework"


class Described(NamedTuple):
    """What a schema is of: the model, and the name of the file or files, as it is shown."""

    model: type[Record]
    file: str


def described(kinds: Kinds, framework: Framework | None = None) -> dict[str, Described]:
    """Return all that has a schema, by the schema's name: area.yaml, the files of the kinds of part, and so on.

    The ``framework`` settles what may stand in some of the files; without one it is what most frameworks ask for.
    """

    def under(kind: FileKind[Any]) -> FileKind[Any]:
        return kind.under(framework) if framework and kind.under else kind

    return {
        IDENTITY.id: Described(Identity, IDENTITY.file),
        **{kind.id: Described(kind.model, kind.file) for kind in map(under, kinds.values()) if kind.model},
        CRITERION.id: Described(_criterion(framework), CRITERION.file),
        FRAMEWORK: Described(Framework, "a framework"),
    }


def schema_of(name: str, kinds: Kinds, framework: Framework | None = None) -> dict[str, Any]:
    """Return the JSON Schema of a name, under a framework as above. Raises KeyError for an unknown one."""
    model, file = described(kinds, framework)[name]
    schema = record_schema(model)
    if name == FRAMEWORK:
        schema["$defs"]["FrameworkPart"]["properties"]["kind"] = {"type": "string", "enum": list(kinds)}
    elif framework and "BoxEntry" in schema.get("$defs", {}):
        schema["$defs"]["BoxEntry"]["properties"]["kind"] |= {"enum": framework.names("kind of box")}
    elif framework and "to" in (entry := schema.get("$defs", {}).get("Recommendation", {}).get("properties", {})):
        entry["to"] |= {"enum": framework.names("addressee")}
    return {"$schema": DIALECT, "title": file} | schema | {"description": _first_line(model)}


def _criterion(framework: Framework | None) -> type[Record]:
    if framework is None:
        return criterion_model()
    return criterion_model(framework.findings, boxes=bool(framework.boxes))


def _first_line(model: type[Record]) -> str:
    text = " ".join((model.__doc__ or "").split()).replace("``", "")
    return text.partition(": ")[2] or text

"""JSON Schemas of the kinds of file, for editors that complete and check while one types.

Those of an area know its framework: its criteria, bands, kinds of finding, questions and attributes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from omi_report.model.choice_schema import keyed, one_of
from omi_report.model.comments import COMMENTS, Comments
from omi_report.model.criterion import criterion_model
from omi_report.model.evidence_map import EVIDENCE_MAP, EvidenceMap
from omi_report.model.file_kinds import CRITERION, IDENTITY
from omi_report.model.framework import Framework
from omi_report.model.identity import Identity
from omi_report.model.json_schema import record_schema
from omi_report.model.kinds import FileKind, Kinds
from omi_report.model.part_files import kinds_in_area
from omi_report.model.plan import PLAN, Plan
from omi_report.model.record import Record
from omi_report.model.sample_record import JUDGES, SAMPLING, DrawnSample, Judges
from omi_report.model.vocabulary import Choices, Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FRAMEWORK = "framework"

Schema: TypeAlias = dict[str, Any]


class Described(NamedTuple):
    """What a schema is of: the model, and the name of the file or files, as it is shown."""

    model: type[Record]
    file: str


def described(kinds: Kinds) -> dict[str, Described]:
    """Return all that has a schema, by the schema's name: area.yaml, the files of the kinds of part, and so on."""
    return {
        IDENTITY.id: Described(Identity, IDENTITY.file),
        **{kind.id: Described(kind.model, kind.file) for kind in kinds.values() if kind.model},
        CRITERION.id: Described(criterion_model(), CRITERION.file),
        PLAN.id: Described(Plan, PLAN.file),
        COMMENTS.id: Described(Comments, COMMENTS.file),
        EVIDENCE_MAP.id: Described(EvidenceMap, EVIDENCE_MAP.file),
        SAMPLING.id: Described(DrawnSample, SAMPLING.file),
        JUDGES.id: Described(Judges, JUDGES.file),
        FRAMEWORK: Described(Framework, "a framework"),
    }


def schema_of(name: str, kinds: Kinds) -> Schema:
    """Return the JSON Schema of a name, as most frameworks have it. Raises KeyError for an unknown one."""
    schema = _schema(described(kinds)[name])
    return _with_kinds(schema, kinds) if name == FRAMEWORK else schema


def described_in_area(framework: Framework, kinds: Kinds) -> dict[str, Described]:
    """Return all that an area of a framework may hold and that has a schema, by the schema's name.

    A part that has a file of its own has a schema of its own.
    """

    def under(kind: FileKind[Any]) -> FileKind[Any]:
        return kind.under(framework) if kind.under else kind

    parts = map(under, kinds_in_area(framework, kinds))
    criterion = criterion_model(framework.findings, boxes=bool(framework.boxes))
    return {
        IDENTITY.id: Described(Identity, IDENTITY.file),
        **{schema_name(kind): Described(kind.model, kind.file) for kind in parts if kind.model},
        CRITERION.id: Described(criterion, CRITERION.file),
        PLAN.id: Described(Plan, PLAN.file),
        COMMENTS.id: Described(Comments, COMMENTS.file),
        EVIDENCE_MAP.id: Described(EvidenceMap, EVIDENCE_MAP.file),
        SAMPLING.id: Described(DrawnSample, SAMPLING.file),
        JUDGES.id: Described(Judges, JUDGES.file),
        FRAMEWORK: Described(Framework, "a framework"),
    }


def schema_name(kind: FileKind[Any]) -> str:
    """Return the name of the schema of a kind of file; where each part has a file of its own, that of the part."""
    return kind.scope or kind.id


def area_schemas(framework: Framework, kinds: Kinds) -> dict[str, Schema]:
    """Return the JSON Schema of every kind of file of an area of a framework, by the schema's name."""
    vocabulary = Vocabulary(framework)
    found = {name: _schema(each, vocabulary) for name, each in described_in_area(framework, kinds).items()}
    found[CRITERION.id] = _with_results(found[CRITERION.id], vocabulary)
    found[FRAMEWORK] = _with_kinds(found[FRAMEWORK], kinds)
    return found


def _schema(what: Described, vocabulary: Vocabulary | None = None) -> Schema:
    schema = record_schema(what.model, vocabulary)
    return {"$schema": DIALECT, "title": what.file} | schema | {"description": _first_line(what.model)}


def _with_kinds(schema: Schema, kinds: Kinds) -> Schema:
    """The schema of a framework, with the kinds of part that it may name."""
    schema["$defs"]["FrameworkPart"]["properties"]["kind"] = {"type": "string", "enum": list(kinds)}
    return schema


def _with_results(schema: Schema, vocabulary: Vocabulary) -> Schema:
    """The schema of a criterion's file, with the ratings and the key questions that each of the criteria has."""
    all_key_questions = vocabulary.choices("key question")
    results: dict[tuple[Choices, Choices], list[str]] = {}
    for number, definition in vocabulary.framework.criteria.items():
        asked = {each.id for each in definition.key_questions}
        key_questions = tuple(choice for choice in all_key_questions if choice.name in asked)
        results.setdefault((vocabulary.ratings("criterion", number), key_questions), []).append(number)
    return schema | {"allOf": list(_cases(results, vocabulary))} if len(results) > 1 else schema


def _cases(results: dict[tuple[Choices, Choices], list[str]], vocabulary: Vocabulary) -> Iterator[Schema]:
    """What may stand in the files of criteria that have the same ratings and the same key questions."""
    choices = {choice.name: choice for choice in vocabulary.choices("criterion")}
    for (ratings, key_questions), numbers in results.items():
        number = one_of(tuple(choices[name] for name in numbers))
        then: Schema = {"rating": one_of(ratings)}
        if vocabulary.choices("key question"):
            then["key_questions"] = keyed(key_questions, {choice.name: {} for choice in key_questions})
        yield {
            "if": {"properties": {"criterion": number}, "required": ["criterion"]},
            "then": {"properties": then},
        }


def _first_line(model: type[Record]) -> str:
    text = " ".join((model.__doc__ or "").split()).replace("``", "")
    return text.partition(": ")[2] or text

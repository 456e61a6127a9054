"""Located tree → model, with every error of shape at its place.

pydantic finds the errors; their places are looked up in the tree by exact keys and indexes, and
their wording is chosen by pydantic's error types, never by its messages.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping as AbstractMapping
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from omi_report.language.tags import PATTERN
from omi_report.model import shape_rules as rules
from omi_report.problems import Problem, closest, excerpt
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Mapping, Path, Scalar, Sequence, find

Model = TypeVar("Model", bound=BaseModel)

_EXPECTED = {
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "int_type": "a whole number",
    "decimal_parsing": "a number",
    "decimal_type": "a number",
    "finite_number": "a number",
    "bool_parsing": "yes or no",
    "bool_type": "yes or no",
    "string_type": "a text",
    "list_type": "a list (each item after a hyphen)",
    "tuple_type": "a list (each item after a hyphen)",
    "dict_type": "a mapping (key: value)",
    "model_type": "a mapping (key: value)",
    "model_attributes_type": "a mapping (key: value)",
}


def fill(model: type[Model], file: SourceFile) -> tuple[Model | None, list[Problem]]:
    """Fill a model from a file's tree.

    Returns the model, None where the tree does not fit it, and what is wrong with the tree.
    """
    if file.root is None:
        return None, []
    try:
        return model.model_validate(file.root), []
    except ValidationError as error:
        return None, [_problem(model, file, detail) for detail in error.errors(include_url=False)]


def _problem(model: type[BaseModel], file: SourceFile, error: ErrorDetails) -> Problem:
    kind = error["type"]
    path: Path = error["loc"]
    name = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        nearest = closest(name, _keys_at(model, path[:-1]))
        hint = f"did you mean «{nearest[0]}»?" if nearest else _known(_keys_at(model, path[:-1]))
        place, length = file.at(path, key=True), len(name) or 1
        return rules.UNKNOWN_KEY.at(place, f"unknown key «{excerpt(name)}»", hint, length=length)
    if kind == "missing":
        return rules.MISSING_KEY.at(file.at(path[:-1]), f"the key «{name}» is missing", f"add a line «{name}: …»")
    bad_key = _key_meant(file, path)
    location = file.at(path[:-1], key=True) if bad_key is not None else file.at(path)
    found = error["input"] if bad_key is None else bad_key
    length = len(found) or 1 if isinstance(found, Scalar) and not found.style and "\n" not in found else 1
    if kind in _EXPECTED:
        message = f"{_EXPECTED[kind]} is expected here, and {_describe(found)} was found"
        return rules.WRONG_TYPE.at(location, message, _hint_for(kind, found), length=length)
    message, hint = _constraint(kind, error.get("ctx") or {}, found)
    return rules.NOT_ALLOWED.at(location, message, hint, length=length)


def _key_meant(file: SourceFile, path: Path) -> Scalar | None:
    """The key that an error is about: pydantic then ends the path with a step that is no key of the file."""
    if file.root is None or len(path) < 2 or path[-1] != "[key]":
        return None
    value = find(file.root, path[:-1])
    if isinstance(value, Mapping) and value.key("[key]") is not None:
        return None
    key = find(file.root, path[:-1], key=True)
    return key if isinstance(key, Scalar) and key == path[-2] else None


def _constraint(kind: str, context: dict[str, Any], found: Any) -> tuple[str, str]:
    """The wording for a value of the right type that is outside of what may stand here."""
    quoted = _describe(found)
    match kind:
        case "greater_than_equal":
            return f"{quoted} is too small", f"{context['ge']:,} or more is expected"
        case "less_than_equal":
            return f"{quoted} is too large", f"{context['le']:,} or less is expected"
        case "int_parsing_size":
            return f"{quoted} is too large", "is it a slip? No number of a report has so many figures"
        case "literal_error":
            return f"{quoted} is not one of the words that may stand here", f"use {context['expected']}"
        case "string_too_short" | "too_short":
            return "there is nothing here", "fill it in, or remove the key if it may be left out"
        case "string_pattern_mismatch":
            return f"{quoted} is not written as it should be", _PATTERN_HINTS.get(context["pattern"], "see the format")
        case "value_error":
            return str(context["error"]), "see the format of this file in the reference"
        case _:
            return f"{quoted} cannot stand here ({kind.replace('_', ' ')})", "see the format of this file"


_PATTERN_HINTS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "use small letters, figures and hyphens: plan-on-time",
    r"^[0-9]{1,2}\.[0-9]{1,3}$": "a criterion's number is written 1.2",
    r"^[0-9]{1,2}$": "a section's number is written 1",
    PATTERN: "a language is written en-GB or cy",
}


def _describe(found: Any) -> str:
    if isinstance(found, Sequence | list | tuple):
        return "a list"
    if isinstance(found, Mapping | dict):
        return "a mapping"
    text = str(found)
    return f"«{excerpt(text)}»" if text else "nothing"


def _hint_for(kind: str, found: Any) -> str:
    if kind == "string_type" and isinstance(found, dict):
        return "a text that begins with {{ or holds «: » goes on a new line after a | sign"
    return "put a value here, or remove the key if it may be left out" if found == "" else ""


def _known(keys: list[str]) -> str:
    return f"known here: {', '.join(keys)}" if keys else ""


def _keys_at(model: Any, path: Path) -> list[str]:
    """The keys that a model has at a path; empty where the path leads to no model."""
    for step in path:
        model = _step(_bare(model), step)
    bare = _bare(model)
    return list(bare.model_fields) if isinstance(bare, type) and issubclass(bare, BaseModel) else []


def _step(annotation: Any, step: str | int) -> Any:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        return _step(_bare(annotation.model_fields["root"].annotation), step)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        field = annotation.model_fields.get(str(step))
        return field.annotation if field else None
    if origin in (tuple, list):
        return arguments[0]
    if isinstance(origin, type) and issubclass(origin, dict | AbstractMapping):
        return arguments[1]
    return None


def _bare(annotation: Any) -> Any:
    """An annotation without ``Annotated`` and ``| None``."""
    while True:
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is typing.Annotated:
            annotation = arguments[0]
        elif arguments and type(None) in arguments:
            annotation = next(a for a in arguments if a is not type(None))
        else:
            return annotation


def find_value(file: SourceFile, path: Path) -> Scalar | None:
    """Return the scalar at a path of a file, None where something else stands there."""
    node = find(file.root, path) if file.root is not None else None
    return node if isinstance(node, Scalar) else None

"""Located tree → record, with every error of shape at its place.

``readers`` finds the faults. Here each fault gets its place, looked up in the tree by exact keys and indexes, and its
words, chosen by its type.
"""

from __future__ import annotations

import re
import typing
from typing import Any, TypeVar

from omi_report import limits
from omi_report.model import shape_rules as rules
from omi_report.model.former import HINT as FORMER_HINT, is_former
from omi_report.model.readers import ShapeFault, read, reader_of
from omi_report.model.record import Record
from omi_report.problems import Location, Problem, closest, excerpt, meant_or, more_of
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Mapping, Path, Scalar, Sequence, find, is_null

R = TypeVar("R", bound=Record)

_EXPECTED = {
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "decimal_parsing": "a number",
    "decimal_type": "a number",
    "finite_number": "a number",
    "bool_parsing": "yes or no",
    "bool_type": "yes or no",
    "string_type": "a text",
    "tuple_type": "a list (each item after a hyphen)",
    "dict_type": "a mapping (key: value)",
    "model_type": "a mapping (key: value)",
}


def fill(model: type[R], file: SourceFile) -> tuple[R | None, list[Problem]]:
    """Fill a record from a file's tree.

    Returns the record, None where the tree does not fit it, and what is wrong with the tree.
    """
    key = fill, model
    if key not in file.worked_out:
        file.worked_out[key] = _filled(model, file)
    record, problems = file.worked_out[key]
    return record, list(problems)


def _filled(model: type[R], file: SourceFile) -> tuple[R | None, list[Problem]]:
    if file.root is None:
        return None, []
    record, faults = read(model, file.root)
    looked_up = _looked_up(faults)
    unsaid = _needless(model, file, looked_up) if any(fault.type == "missing" for fault in faults) else set()
    problems = [_problem(model, file, fault) for fault in looked_up if (fault.type, fault.path) not in unsaid]
    if len(looked_up) < len(faults):
        rest = [fault for fault in faults if fault.type == "extra_forbidden"][limits.FILE_PROBLEMS :]
        problems.append(more_of(_problem(model, file, rest[0]), len(rest)))
    return record, problems


def _looked_up(faults: list[ShapeFault]) -> list[ShapeFault]:
    """The faults without the unknown keys past those that are shown: it takes long to see what each was meant for."""
    unknown = 0
    kept: list[ShapeFault] = []
    for fault in faults:
        unknown += fault.type == "extra_forbidden"
        if unknown <= limits.FILE_PROBLEMS or fault.type != "extra_forbidden":
            kept.append(fault)
    return kept


def sound_values(model: type[Record], file: SourceFile) -> dict[str, Any]:
    """Return the values of a file that does not fit its record: those of the keys that are right by themselves.

    What is left out has its value too, unless an unknown key of the file may be meant for it.
    """
    if not isinstance(file.root, Mapping):
        return {}
    _record, faults = read(model, file.root)
    wrong = {str(fault.path[0]) for fault in faults if fault.path}
    values = dict(model.defaults)
    for name, node in file.root.items():
        if name in model.keys and not is_null(node):
            values[str(name)] = reader_of(model.keys[name].annotation)(node, [])
    for fault in _looked_up(faults):
        if fault.type == "extra_forbidden" and len(fault.path) == 1:
            meant = [] if _is_former(model, fault) else closest(str(fault.path[0]), model.keys)
            wrong.update(meant or model.keys.keys() - file.root.keys())
    return {name: value for name, value in values.items() if name not in wrong}


def _needless(model: type[Record], file: SourceFile, faults: list[ShapeFault]) -> set[tuple[str, Path]]:
    """The missing keys of which nothing need be said.

    An unknown key was most likely meant, or their mapping is old, or a text.
    """
    missing = [fault.path for fault in faults if fault.type == "missing"]
    unknown = [fault for fault in faults if fault.type == "extra_forbidden"]
    former = {fault.path[:-1] for fault in unknown if _is_former(model, fault) or _is_text(str(fault.path[-1]))}
    meant = {
        (*fault.path[:-1], name)
        for fault in unknown
        for name in closest(str(fault.path[-1]), _keys_left(model, file, fault.path[:-1]))
    }
    return {("missing", path) for path in missing if path in meant or path[:-1] in former}


def _is_text(key: str) -> bool:
    """Whether a key is the beginning of a sentence with a colon in it, and no key at all."""
    return len(key.split()) > 2


def _is_former(model: type[Record], fault: ShapeFault) -> bool:
    """Whether a key that is not known was one in the former format."""
    record = _record_at(model, fault.path[:-1])
    return record is not None and is_former(record.__name__, str(fault.path[-1]))


def in_words(fault: ShapeFault) -> str:
    """Say what is wrong with a value, whatever it was read from."""
    match fault.type:
        case "extra_forbidden":
            return "there is no such key"
        case "missing" | "no_value":
            return "the value is missing"
    if fault.type in _EXPECTED:
        return _not_expected(fault.type, fault.found)
    return _constraint(fault, fault.found)[0]


def _not_expected(kind: str, found: Any) -> str:
    return f"{_EXPECTED[kind]} is expected here, and {_describe(found)} was found"


COMMA_HINT = "a comma in curly brackets ends a value: put the value in quotes, or its keys on lines of their own"


def _problem(model: type[Record], file: SourceFile, fault: ShapeFault) -> Problem:
    path = fault.path
    name = str(path[-1]) if path else ""
    match fault.type:
        case "extra_forbidden":
            place, length = file.at(path, key=True), len(name) or 1
            if _is_former(model, fault):
                message = f"the key «{excerpt(name)}» is of the former format"
                return rules.UNKNOWN_KEY.at(place, message, FORMER_HINT, length=length)
            hint = COMMA_HINT if _ends_at_comma(file, place, name) else _meant(name, model, file, path[:-1])
            return rules.UNKNOWN_KEY.at(place, f"unknown key «{excerpt(name)}»", hint, length=length)
        case "missing":
            return rules.MISSING_KEY.at(file.at(path[:-1]), f"the key «{name}» is missing", f"add a line «{name}: …»")
        case "no_value":
            return _without_value(file, fault)
    bad_key = _key_meant(file, path)
    location = file.at(path[:-1], key=True) if bad_key is not None else file.at(path)
    found = fault.found if bad_key is None else bad_key
    length = len(found) or 1 if isinstance(found, Scalar) and not found.style and "\n" not in found else 1
    if glued := _glued_key(found):
        message = f"there is no space after the colon of «{glued}:», so it is no key"
        return rules.WRONG_TYPE.at(location, message, "write a space after the colon", length=length)
    if fault.type in _EXPECTED:
        message = _not_expected(fault.type, found)
        return rules.WRONG_TYPE.at(location, message, _hint_for(fault.type, found), length=length)
    message, hint = _constraint(fault, found)
    return rules.NOT_ALLOWED.at(location, message, hint, length=length)


def _ends_at_comma(file: SourceFile, place: Location, name: str) -> bool:
    """Say whether a key has no colon: a comma in curly brackets has made one of what is a part of a value."""
    line, at = file.lines[place.line - 1], place.column - 1
    before, after = line[:at], line[at:]
    return before.rstrip().endswith(",") and after.startswith(name) and after[len(name) :].lstrip()[:1] in (",", "}")


def _glued_key(found: Any) -> str:
    """The key in «key:value», which YAML takes for one word; empty for anything else."""
    if not isinstance(found, Scalar) or found.style or ":" not in found:
        return ""
    glued = re.match(r"([a-z_][\w\-]*):(?=[^\s/:])", found)
    return glued[1] if glued else ""


def _without_value(file: SourceFile, fault: ShapeFault) -> Problem:
    """The wording for a null of YAML where a value is needed."""
    step = fault.path[-1] if fault.path else ""
    what = f"the key «{excerpt(step)}»" if isinstance(step, str) else "this entry of the list"
    written = f": «{fault.found}» stands for nothing" if fault.found else ""
    if isinstance(step, str) and _ends_at_comma(file, file.at(fault.path, key=True), step):
        return rules.MISSING_KEY.at(file.at(fault.path), f"{what} has no value", COMMA_HINT, length=len(step) or 1)
    hint = "write it after the colon" if isinstance(step, str) else "write it, or remove the hyphen"
    quoted = ", or put the word in quotes if it is meant as it stands" if fault.found else ""
    length = len(fault.found) or 1
    return rules.MISSING_KEY.at(file.at(fault.path), f"{what} has no value{written}", f"{hint}{quoted}", length=length)


def _key_meant(file: SourceFile, path: Path) -> Scalar | None:
    """The key that a fault is about, where the path goes one step further than the file does."""
    if file.root is None or len(path) < 2 or path[-1] != "[key]":
        return None
    value = find(file.root, path[:-1])
    if isinstance(value, Mapping) and value.key("[key]") is not None:
        return None
    key = find(file.root, path[:-1], key=True)
    return key if isinstance(key, Scalar) and key == path[-2] else None


def _constraint(fault: ShapeFault, found: Any) -> tuple[str, str]:
    """The wording for a value of the right type that is outside of what may stand here."""
    quoted, limit = _describe(found), fault.limit
    match fault.type:
        case "greater_than_equal":
            return f"{quoted} is too small", f"{limit:,} or more is expected"
        case "less_than_equal":
            return f"{quoted} is too large", f"{limit:,} or less is expected"
        case "int_parsing_size":
            return f"{quoted} is too large", "is it a slip? No number of a report has so many figures"
        case "literal_error":
            return f"{quoted} is not one of the words that may stand here", f"use {_alternatives(limit)}"
        case "string_too_short" | "too_short":
            return "there is nothing here", "fill it in, or remove the key if it may be left out"
        case "misfit":
            message, hint = limit
            return message, hint
        case "twice":
            return f"{quoted} stands in this list twice", "remove one of the two"
        case "string_pattern_mismatch":
            return f"{quoted} is not written as it should be", str(limit)
        case _:
            return str(limit), ""  # which says what is right


def _alternatives(words: tuple[str, ...]) -> str:
    *most, last = (f"'{word}'" for word in words)
    return f"{', '.join(most)} or {last}" if most else last


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
    if found == "":
        return "put a value here, or remove the key if it may be left out"
    return _meant_value(kind, str(found)) if isinstance(found, Scalar) else ""


def _meant_value(kind: str, found: str) -> str:
    """What to write in place of a word where a number stands, or of a line where a list does."""
    from omi_report.model.meant_values import list_meant, number_meant  # few areas have such a slip

    match kind:
        case "decimal_parsing" | "int_parsing":
            return number_meant(found, whole=kind == "int_parsing")
        case "tuple_type":
            return list_meant(found)
        case _:
            return ""


def _meant(name: str, model: type[Record], file: SourceFile, path: Path) -> str:
    """Which key was meant by one that is not known, or which there are."""
    known = _keys_at(model, path)
    left = _keys_left(model, file, path)
    if _is_text(name) and not closest(name, known):
        return (
            "a colon makes a key of the words before it: begin a text on a new line after a | sign, or put it in quotes"
        )
    return meant_or(f"known here: {', '.join(known)}" if known else "", name, left)


def _keys_left(model: Any, file: SourceFile, path: Path) -> list[str]:
    """The keys of the record at a path that its mapping does not have: another key can be meant for one of these."""
    found = find(file.root, path) if file.root is not None else None
    return [key for key in _keys_at(model, path) if not (isinstance(found, Mapping) and key in found)]


def _keys_at(model: Any, path: Path) -> list[str]:
    """The keys that a record has at a path; empty where the path leads to no record."""
    record = _record_at(model, path)
    return list(record.keys) if record else []


def _record_at(model: Any, path: Path) -> type[Record] | None:
    """The record at a path; None where the path leads to none."""
    for step in path:
        model = _step(_bare(model), step)
    bare = _bare(model)
    return bare if isinstance(bare, type) and issubclass(bare, Record) else None


def _step(annotation: Any, step: str | int) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        if isinstance(step, int):
            return annotation  # one of several, where one may stand alone
        if annotation.whole:
            return _step(_bare(annotation.keys[annotation.whole].annotation), step)
        slot = annotation.keys.get(str(step))
        return slot.annotation if slot else None
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is tuple:
        return arguments[0]
    return arguments[1] if origin is dict else None


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

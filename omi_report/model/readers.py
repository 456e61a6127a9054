"""A type → a reader, which takes a node of a tree and returns a value of the type, or notes what is wrong with it.

A reader is made once for each type and kept. A null of YAML (``null``, ``~`` or nothing) stands for a key that is left
out; where something must stand, it is a fault.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, NamedTuple, TypeAlias

from omi_report.model.constraints import After, Before, Filled, MisfitError, Once, OrSeveral, Pattern, Range
from omi_report.model.record import Record
from omi_report.source.tree import Path, find, is_null


class ShapeFault(NamedTuple):
    """What is wrong with a value: the type of the fault, the path, and the value itself.

    ``limit`` is what the value does not keep to: the lowest number, the words that may stand there, how a text is to
    be written; for a ``misfit`` it is what is wrong and what to do.
    """

    type: str
    path: Path
    found: Any
    limit: Any = None


Reader: TypeAlias = Callable[[Any, list[ShapeFault]], Any]
"""Takes a node and a list, adds the faults of the node to it, and returns the value."""


def read(kind: Any, node: Any) -> tuple[Any, list[ShapeFault]]:
    """Read a node as a type. Returns the value, None where it is none, and the faults."""
    faults: list[ShapeFault] = []
    if is_null(node):
        return None, [ShapeFault("no_value", (), node)]
    value = reader_of(kind)(node, faults)
    return (None if faults else value), faults


@cache
def reader_of(kind: Any) -> Reader:
    """Return the reader of a type.

    A type is a record, text, a whole number, a decimal, yes or no, a class with ``parse`` that makes a value of a
    text, some words as Literal, or a tuple or dict of these. ``| None`` says that the key may be left out.
    """
    if isinstance(kind, type):
        return _of_class(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return _constrained(reader_of(arguments[0]), arguments[1:])
    if origin is Literal:
        return _one_of(arguments)
    if origin in (types.UnionType, typing.Union):
        (bare,) = (argument for argument in arguments if argument is not type(None))
        return reader_of(bare)
    if origin is tuple:
        return _list_of(reader_of(arguments[0]))
    if origin is dict:
        return _mapping_of(reader_of(arguments[0]), reader_of(arguments[1]))
    raise TypeError(f"there is no reader of {kind}")


def _of_class(kind: type) -> Reader:
    if kind in _PLAIN:
        return _PLAIN[kind]
    if issubclass(kind, Record):
        return _record(kind)
    if hasattr(kind, "parse"):
        return _parsed(kind.parse)
    raise TypeError(f"there is no reader of {kind}")


def _refuse(faults: list[ShapeFault], kind: str, found: Any, limit: Any = None) -> Any:
    """Note a fault, and give nothing in place of the value."""
    faults.append(ShapeFault(kind, (), found, limit))
    return None


def _refused(faults: list[ShapeFault], found: Any, error: ValueError) -> Any:
    """Note what a function says against a value, at the part of it that is meant, and give nothing in its place."""
    if not isinstance(error, MisfitError):
        return _refuse(faults, "value_error", found, str(error))
    part = find(found, error.path) if error.path else found
    faults.append(ShapeFault("misfit", error.path, part, (str(error), error.hint)))
    return None


def _under(step: str | int, faults: list[ShapeFault], first: int) -> None:
    """Put a step before the paths of the faults from ``first``: those of a value inside."""
    for index in range(first, len(faults)):
        fault = faults[index]
        faults[index] = fault._replace(path=(step, *fault.path))


# ---- texts and numbers ----------------------------------------------------------------------------------------------


def _text(node: Any, faults: list[ShapeFault]) -> Any:
    if isinstance(node, str):
        return node.strip()
    return _refuse(faults, "string_type", node)


_WHOLE = re.compile(r"\s*[+-]?[0-9]+(?:\.0*)?\s*")
_LONGEST = 4300
"""The longest number, in figures, that Python reads."""


def _whole(node: Any, faults: list[ShapeFault]) -> Any:
    if isinstance(node, int) and not isinstance(node, bool):
        return node
    if not isinstance(node, str):
        return _refuse(faults, "int_type", node)
    if not _WHOLE.fullmatch(node):
        return _refuse(faults, "int_parsing", node)
    figures = node.partition(".")[0]
    return int(figures) if len(figures) <= _LONGEST else _refuse(faults, "int_parsing_size", node)


def _decimal(node: Any, faults: list[ShapeFault]) -> Any:
    if isinstance(node, Decimal | int) and not isinstance(node, bool):
        return Decimal(node)
    if not isinstance(node, str):
        return _refuse(faults, "decimal_type", node)
    try:
        value = Decimal(node.strip())
    except InvalidOperation:
        return _refuse(faults, "decimal_parsing", node)
    return value if value.is_finite() else _refuse(faults, "finite_number", node)


_YES, _NO = frozenset("1 true t yes y on".split()), frozenset("0 false f no n off".split())


def _truth(node: Any, faults: list[ShapeFault]) -> Any:
    if isinstance(node, bool):
        return node
    if not isinstance(node, str):
        return _refuse(faults, "bool_type", node)
    word = node.strip().lower()
    return True if word in _YES else False if word in _NO else _refuse(faults, "bool_parsing", node)


_PLAIN: dict[type, Reader] = {str: _text, int: _whole, Decimal: _decimal, bool: _truth}


def _parsed(parse: Callable[[str], Any]) -> Reader:
    def reader(node: Any, faults: list[ShapeFault]) -> Any:
        if not isinstance(node, str):
            return _refuse(faults, "string_type", node)
        try:
            return parse(node)
        except ValueError as error:
            return _refused(faults, node, error)

    return reader


def _one_of(words: tuple[Any, ...]) -> Reader:
    known = {word: word for word in words}

    def reader(node: Any, faults: list[ShapeFault]) -> Any:
        if isinstance(node, str | int) and node in known:
            return known[node]
        return _refuse(faults, "literal_error", node, words)

    return reader


# ---- constraints ----------------------------------------------------------------------------------------------------


def _constrained(reader: Reader, constraints: tuple[Any, ...]) -> Reader:
    for constraint in constraints:
        reader = _constrained_once(reader, constraint)
    return reader


def _constrained_once(reader: Reader, constraint: Any) -> Reader:
    match constraint:
        case Pattern():
            return _matching(reader, constraint)
        case Range(lowest, highest):
            return _between(reader, lowest, highest)
        case Filled():
            return _filled(reader)
        case Once():
            return _each_once(reader)
        case OrSeveral():
            return _one_or_several(reader)
        case Before(change):
            return lambda node, faults: reader(change(node), faults)
        case After(change):
            return _changed(reader, change)
        case _:
            raise TypeError(f"there is no constraint {constraint}")


def _matching(reader: Reader, constraint: Pattern) -> Reader:
    matches = re.compile(constraint.pattern.removeprefix("^").removesuffix("$")).fullmatch

    def matching(node: Any, faults: list[ShapeFault]) -> Any:
        value = reader(node, faults)
        if isinstance(value, str) and not matches(value):
            _refuse(faults, "string_pattern_mismatch", node, constraint.written)
        return value

    return matching


def _between(reader: Reader, lowest: int, highest: int | None) -> Reader:
    def between(node: Any, faults: list[ShapeFault]) -> Any:
        value = reader(node, faults)
        if value is not None and value < lowest:
            _refuse(faults, "greater_than_equal", node, lowest)
        elif value is not None and highest is not None and value > highest:
            _refuse(faults, "less_than_equal", node, highest)
        return value

    return between


def _filled(reader: Reader) -> Reader:
    def filled(node: Any, faults: list[ShapeFault]) -> Any:
        value = reader(node, faults)
        if value is not None and not value:
            _refuse(faults, "string_too_short" if isinstance(value, str) else "too_short", node)
        return value

    return filled


def _each_once(reader: Reader) -> Reader:
    def each_once(node: Any, faults: list[ShapeFault]) -> Any:
        values = reader(node, faults)
        if values is not None and len(set(values)) < len(values):
            faults += [
                ShapeFault("twice", (index,), node[index])
                for index, value in enumerate(values)
                if value is not None and value in values[:index]
            ]
        return values

    return each_once


def _one_or_several(reader: Reader) -> Reader:
    several = _filled(_list_of(reader))

    def one_or_several(node: Any, faults: list[ShapeFault]) -> Any:
        return (several if isinstance(node, list | tuple) else reader)(node, faults)

    return one_or_several


def _changed(reader: Reader, change: Callable[[Any], Any]) -> Reader:
    def changed(node: Any, faults: list[ShapeFault]) -> Any:
        before = len(faults)
        value = reader(node, faults)
        if len(faults) > before:
            return None
        try:
            return change(value)
        except ValueError as error:
            return _refused(faults, node, error)

    return changed


# ---- lists, mappings and records -------------------------------------------------------------------------------------


def _list_of(reader: Reader) -> Reader:
    def read_list(node: Any, faults: list[ShapeFault]) -> Any:
        if not isinstance(node, list | tuple):
            return _refuse(faults, "tuple_type", node)
        values = []
        for index, item in enumerate(node):
            before = len(faults)
            values.append(_refuse(faults, "no_value", item) if is_null(item) else reader(item, faults))
            if len(faults) > before:
                _under(index, faults, before)
        return tuple(values)

    return read_list


def _mapping_of(key_reader: Reader, reader: Reader) -> Reader:
    def read_mapping(node: Any, faults: list[ShapeFault]) -> Any:
        if not isinstance(node, dict):
            return _refuse(faults, "dict_type", node)
        values = {}
        for key, item in node.items():
            before = len(faults)
            name = key_reader(key, faults)
            if len(faults) == before and name in values:  # two spellings of one number
                faults.append(ShapeFault("value_error", (), key, f"«{key}» stands here twice"))
            if len(faults) > before:
                _under("[key]", faults, before)
            values[name] = _refuse(faults, "no_value", item) if is_null(item) else reader(item, faults)
            if len(faults) > before:
                _under(str(key), faults, before)
        return values

    return read_mapping


def _record(kind: type[Record]) -> Reader:
    if kind.whole:
        return _whole_record(kind, reader_of(kind.keys[kind.whole].annotation))
    readers = {key.name: (reader_of(key.annotation), key.name) for key in kind.keys.values()}
    required = frozenset(key.name for key in kind.keys.values() if key.is_required)

    def read_record(node: Any, faults: list[ShapeFault]) -> Any:
        if isinstance(node, kind):  # made by a program
            return node
        mapping = _as_mapping(kind, node, faults)
        if mapping is None:
            return None
        first = len(faults)
        values: dict[str, Any] = {}
        for key, item in mapping.items():
            known = readers.get(key)
            if known is None:
                if key not in kind.left_empty or not is_null(item):
                    faults.append(ShapeFault("extra_forbidden", (str(key),), item))
                continue
            reader, name = known
            if is_null(item):
                if name in required:
                    faults.append(ShapeFault("no_value", (name,), item))
                    values[name] = None
                continue
            before = len(faults)
            values[name] = reader(item, faults)
            if len(faults) > before:
                _under(name, faults, before)
        if not required <= values.keys():
            faults += [ShapeFault("missing", (name,), node) for name in kind.keys if name in required - values.keys()]
        if len(faults) > first:
            return None
        record = kind.of_values(values)
        wrong = record.complaint()
        return _refuse(faults, "value_error", node, wrong) if wrong else record

    return read_record


def _whole_record(kind: type[Record], reader: Reader) -> Reader:
    def read_whole(node: Any, faults: list[ShapeFault]) -> Any:
        before = len(faults)
        value = reader(node, faults)
        return kind.of_values({kind.whole: value}) if len(faults) == before else None

    return read_whole


def _as_mapping(kind: type[Record], node: Any, faults: list[ShapeFault]) -> dict[Any, Any] | None:
    if isinstance(node, dict):
        return node
    if isinstance(node, str):
        try:
            short = kind.from_text(node)
        except ValueError as error:
            _refused(faults, node, error)
            return None
        if short is not None:
            return short
    _refuse(faults, "model_type", node)
    return None

"""An area as the operators see it: the bytes of its files, and the prose in them. It does not use omi's own reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import yaml

YamlPath: TypeAlias = tuple[str | int, ...]

_PROSE = 5
"""A value of this many words and more is prose."""


@dataclass(frozen=True)
class Value:
    """A value of a YAML file: its keys, its words, and the characters of the file from ``start`` up to ``end``.

    ``style`` is `|`, `>`, `'`, `"` or, for a plain value, empty. The characters hold quotation marks and the indent.
    """

    file: str
    path: YamlPath
    value: str
    style: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The nearest key above it that is no number."""
        return next((each for each in reversed(self.path) if isinstance(each, str)), "")

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence, or more than one."""
        return len(self.value.split()) >= _PROSE

    @property
    def has_room(self) -> bool:
        """Whether a sentence more is harmless: texts of the glance share one page."""
        return self.key not in ("plain", "says", "in_short")


@dataclass(frozen=True)
class Material:
    """The files of an area, by their paths in its folder, and what operators look for in them.

    ``name`` is that of its folder; ``framework`` is the file of its framework, read with a plain YAML parser.
    """

    name: str
    files: Mapping[str, bytes]
    framework: Mapping[str, Any]

    def text(self, file: str) -> str:
        """Return the text of a file."""
        return self.files[file].decode("utf-8")

    @cached_property
    def yaml_files(self) -> tuple[str, ...]:
        """The names of the YAML files, in order."""
        return tuple(sorted(each for each in self.files if each.endswith(".yaml")))

    @cached_property
    def sheets(self) -> tuple[str, ...]:
        """The names of the CSV files of evidence, in order."""
        return tuple(sorted(each for each in self.files if each.endswith(".csv")))

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """All values of the YAML files that are text or figures, in order."""
        return tuple(value for file in self.yaml_files for value in _values(file, self.text(file)))

    @cached_property
    def prose(self) -> tuple[Value, ...]:
        """The values that are sentences."""
        return tuple(value for value in self.values if value.is_prose)

    def raw(self, value: Value) -> str:
        """Return the characters of a file that a value is written with."""
        return self.text(value.file)[value.start : value.end]

    def data(self, file: str) -> Any:
        """Return what a plain YAML parser makes of a file."""
        return yaml.load(self.text(file), Loader=yaml.CSafeLoader)


def material_of(folder: Path, framework: Path) -> Material:
    """Read the files of an area, less the hidden ones."""
    files = {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and not any(part.startswith(".") for part in each.relative_to(folder).parts)
    }
    return Material(folder.name, files, yaml.safe_load(framework.read_text(encoding="utf-8")))


def line_of(text: str, offset: int) -> int:
    """Return the line of a character, counted from 1."""
    return text.count("\n", 0, offset) + 1


def _values(file: str, text: str) -> Iterator[Value]:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if node is not None:
        yield from _below(file, (), node)


def _below(file: str, path: YamlPath, node: yaml.Node) -> Iterator[Value]:
    match node:
        case yaml.ScalarNode():
            style = node.style or ""
            yield Value(file, path, node.value, style, node.start_mark.index, node.end_mark.index)
        case yaml.SequenceNode():
            for at, inner in enumerate(node.value):
                yield from _below(file, (*path, at), inner)
        case yaml.MappingNode():
            for key, inner in node.value:
                yield from _below(file, (*path, key.value), inner)

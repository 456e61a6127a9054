"""Data of a file → YAML as the project writes it, with a comment at everything that was uncertain."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from omi_report.importing.pieces import Doubt
from omi_report.source.quoting import quoted
from omi_report.visible import visible

_WIDTH = 110
_BEGINS_BLOCK = re.compile(r"(?:#{1,6}|[-+*>:=|]+|\d{1,9}[.)]|\\?[-+>:].*)$")
"""A word that must not begin a line of a text: Markdown would take it for the beginning of a list or the like."""
_ATOMS = re.compile(r"(?:\{\{.*?\}\}|\{\w+\}`[^`]*`|\S)+")
"""Words, with the marks beside them; a figure between its braces is one, and so is a reference."""
_PLAIN_NUMBER = re.compile(r"\d[\d.]*|\d+ of \d+|[A-Z]{1,3}\s?\d[\d.]*|\d{4}-\d{2}(?:-\d{2})?")


class LongText(str):
    """A text of Markdown, which stands below its key."""

    __slots__ = ()


class Flow(NamedTuple):
    """A list that is written on one line."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A value of which something is uncertain; each doubt becomes a comment above it."""

    value: Any
    doubts: tuple[Doubt, ...]


class Placed(NamedTuple):
    """A doubt, and the line of the file that it is about."""

    doubt: Doubt
    line: int


@dataclass
class WrittenFile:
    """A file: its lines, and where its doubts stand."""

    lines: list[str] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the file."""
        return "".join(f"{line}\n" for line in self.lines)


def written(data: dict[str, Any], head: tuple[str, ...] = (), source: str = "") -> WrittenFile:
    """Return a file of mappings, lists, lines (``str``), texts (`LongText`) and lists on one line (`Flow`).

    ``head`` are lines of a comment at its beginning, ``source`` is what comments call the report. Values that are None
    and empty lists and mappings are left out.
    """
    file = WrittenFile([f"# {line}" if line else "#" for line in head])
    _mapping(data, 0, file, source)
    return file


def _mapping(data: dict[str, Any], margin: int, file: WrittenFile, source: str, first: str = "") -> None:
    """Write a mapping. ``first`` stands in place of the margin of its first line: the hyphen of an entry."""
    for key, given in data.items():
        value, doubts = (given.value, given.doubts) if isinstance(given, Doubtful) else (given, ())
        if value is None or (isinstance(value, dict | list) and not value):
            continue
        if margin == 0 and isinstance(value, dict | list) and file.lines and not file.lines[-1].startswith("#"):
            file.lines.append("")
        _comment(doubts, margin - len(first), file, source)
        before = f"{' ' * (margin - len(first))}{first}{scalar(key)}:"
        first = ""
        _value(before, value, margin, file, source)


def _value(before: str, value: Any, margin: int, file: WrittenFile, source: str) -> None:
    if isinstance(value, dict):
        file.lines.append(before)
        _mapping(value, margin + 2, file, source)
    elif isinstance(value, list):
        file.lines.append(before)
        for entry in value:
            _entry(entry, margin + 2, file, source)
    elif isinstance(value, Flow):
        file.lines.append(f"{before} [{', '.join(_in_line(each) for each in value.values)}]")
    elif isinstance(value, LongText):
        file.lines.append(f"{before} |")
        file.lines += text_lines(value, margin + 2)
    else:
        file.lines.append(f"{before} {scalar(str(value))}")


def _entry(entry: Any, margin: int, file: WrittenFile, source: str) -> None:
    entry, doubts = (entry.value, entry.doubts) if isinstance(entry, Doubtful) else (entry, ())
    _comment(doubts, margin, file, source)
    if isinstance(entry, dict):
        _mapping(entry, margin + 2, file, source, first="- ")
    elif isinstance(entry, LongText):
        file.lines.append(f"{' ' * margin}- |")
        file.lines += text_lines(entry, margin + 2)
    else:
        file.lines.append(f"{' ' * margin}- {scalar(str(entry))}")


def _comment(doubts: tuple[Doubt, ...], margin: int, file: WrittenFile, source: str) -> None:
    for doubt in doubts:
        place = f" ({source}:{doubt.line})" if source and doubt.line else ""
        file.lines.append(f"{' ' * margin}# import: {visible(doubt.message + place)}")
        file.placed.append(Placed(doubt, len(file.lines)))


def scalar(text: str) -> str:
    """Return a line of text as a value; in quotation marks where YAML would take it for something else."""
    line = " ".join(text.split())
    return line if _PLAIN_NUMBER.fullmatch(line) else quoted(line)


def _in_line(text: str) -> str:
    written = scalar(text)
    return quoted_always(text) if "," in text and not written.startswith('"') else written


def quoted_always(text: str) -> str:
    """Return a line of text in quotation marks."""
    import json

    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def text_lines(text: str, margin: int) -> list[str]:
    """Return a text of Markdown as the lines of a block below its key, wrapped where it has spaces."""
    found: list[str] = []
    for line in text.strip("\n").split("\n"):
        if not line.strip():
            found.append("")
        elif line.lstrip().startswith("|"):
            found.append(f"{' ' * margin}{line}")
        else:
            found += [f"{' ' * margin}{each}" for each in _wrapped(line, _WIDTH - margin)]
    return found


def _wrapped(line: str, width: int) -> list[str]:
    """A line of Markdown on several; the further lines of a list's entry are indented."""
    indent = "  " if line.startswith("- ") else ""
    lines: list[str] = []
    current = ""
    for word in _ATOMS.findall(line):
        if current and len(current) + 1 + len(word) > width and not _BEGINS_BLOCK.match(word):
            lines.append(current)
            current = f"{indent}{word}"
        else:
            current = f"{current} {word}" if current else word
    return [*lines, current]

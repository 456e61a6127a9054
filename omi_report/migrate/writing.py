"""A file written anew of what another holds: rows and texts are copied as they stand there, comments with them.

What is to be written is a tree of mappings, lists, lines of text and `Copied` values. A comment of the former file that
is in none of the copied values goes above the line that holds what it stood above.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from omi_report.migrate.layout import shifted
from omi_report.migrate.page import Page, Plain
from omi_report.source.positions import indent_of
from omi_report.source.reader import read_tree
from omi_report.source.tree import Path, Scalar


@dataclass(frozen=True, slots=True)
class Copied:
    """A value that is copied as it stands in the former file."""

    path: Path


@dataclass(frozen=True, slots=True)
class Inline:
    """A list, or a mapping of texts, that is written on one line; ``origin`` is the path of what it was made of."""

    value: Any
    origin: Path | None = None


@dataclass(frozen=True, slots=True)
class MadeOf:
    """A line or a text that was made of the value at a path."""

    text: str
    origin: Path


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list that was made of the one at a path."""

    entries: list[Any]
    origin: Path


Draft: TypeAlias = Any
"""What is to be written: `Copied`, `Inline`, `MadeOf`, `ListOf`, a text, or a list or mapping of these."""


class _Line(NamedTuple):
    """A line that is to be written; a comment may go above it if it comes from a line of the former file."""

    text: str
    origin: int | None = None


@dataclass(slots=True)
class _Writer:
    page: Page
    copied: set[int] = field(default_factory=set)
    """The lines of the former file whose comments are copied with what stands in them."""

    def mapping(self, draft: dict[str, Draft], margin: int) -> list[_Line]:
        return [line for key, value in draft.items() for line in self._pair(key, value, margin)]

    def _pair(self, key: str, value: Draft, margin: int) -> list[_Line]:
        space = " " * margin
        match value:
            case dict():
                return [_Line(f"{space}{key}:"), *self.mapping(value, margin + 2)]
            case list():
                return [_Line(f"{space}{key}:"), *self._entries(value, margin + 2)]
            case ListOf(entries, origin):
                return [_Line(f"{space}{key}:", self._line_of(origin)), *self._entries(entries, margin + 2)]
            case _:
                return self._leaf(value, f"{space}{key}: ", margin)

    def _entries(self, entries: list[Draft], margin: int) -> list[_Line]:
        lines: list[_Line] = []
        for entry in entries:
            if isinstance(entry, dict):
                first, *further = self.mapping(entry, margin + 2)
                lines += [first._replace(text=f"{' ' * margin}- {first.text.lstrip(' ')}"), *further]
            else:
                lines += self._leaf(entry, f"{' ' * margin}- ", margin)
        return lines

    def _leaf(self, value: Draft, before: str, margin: int) -> list[_Line]:
        """A value that is no mapping or list, after what stands before it on its line."""
        match value:
            case Copied(path):
                return self._copy(path, before, margin)
            case Inline(inner, origin):
                return [_Line(before + _in_line(inner), self._line_of(origin))]
            case MadeOf(text, origin):
                return _text_lines(text, before, margin, self._line_of(origin))
            case _:
                return _text_lines(value, before, margin, None)

    def _line_of(self, path: Path | None) -> int | None:
        if path is None:
            return None
        extent = self.page.extents[path]
        return (extent.key[0] if extent.key else extent.start).line

    def _copy(self, path: Path, before: str, margin: int) -> list[_Line]:
        extent = self.page.extents[path]
        first, *further = self.page.source(extent.start, extent.end).split("\n")
        inside = extent.key is None and extent.kind in ("block", "flow")  # a row: its lines follow its hyphen
        former = extent.start.column - 1 if inside else self.page.margin_of(path)
        by = (len(before) if inside else margin) - former
        self.copied |= set(range(extent.start.line, extent.end.line + 1))
        rest = self.page.lines[extent.end.line - 1][extent.end.column - 1 :].strip()
        lines = [before + first, *shifted(further, by)]
        if rest.startswith("#"):
            lines[-1] += f"  {rest}"
        elif "#" in rest:
            self.copied.discard(extent.end.line)
        return [_Line(lines[0], self._line_of(path)), *map(_Line, lines[1:])]


def _text_lines(text: str, before: str, margin: int, origin: int | None) -> list[_Line]:
    if "\n" not in text:
        return [_Line(before + _scalar(text), origin)]
    lines = text.rstrip("\n").split("\n")
    return [_Line(f"{before}|", origin), *(_Line(f"{' ' * (margin + 2)}{line}" if line else "") for line in lines)]


# ---- texts on one line -----------------------------------------------------------------------------------------------

_SAFE = re.compile(r"[^\W_][^\n:#\[\]{}\"'&*!|>%@`]*|£")
"""A text that begins with a letter or a figure, and has nothing in it that YAML could take for something else."""


def _scalar(text: str, *, in_brackets: bool = False) -> str:
    """A text on one line: plain where that is safe, else in quotation marks."""
    safe = _SAFE.fullmatch(text) and not (in_brackets and "," in text)
    if safe and text == text.strip() and _means(text, text):
        return text
    return json.dumps(text, ensure_ascii=False)


def _means(written: str, text: str) -> bool:
    root, problems = read_tree(written, "")
    return isinstance(root, Scalar) and root == text and not problems


def _in_line(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_in_line(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_in_line, value))}]"
    return _scalar(str(value), in_brackets=True)


# ---- the whole file --------------------------------------------------------------------------------------------------


def written_anew(page: Page, draft: dict[str, Draft]) -> str:
    """Return the text of a file that holds a draft, with every comment of the former file ``page``."""
    writer = _Writer(page)
    lines = writer.mapping(draft, 0)
    first = min(extent.key[0].line for path, extent in page.extents.items() if len(path) == 1 and extent.key)
    above: dict[int, list[str]] = {}
    for number, comment in page.comments.items():
        if number not in writer.copied:
            above.setdefault(_place(lines, number, first), []).append(comment)
    found: list[str] = []
    for place, line in enumerate([*lines, _Line("")]):
        space = " " * indent_of(line.text)
        found += [f"{space}{comment}" for comment in above.get(place, ())]
        found.append(line.text)
    ends = "\r\n" if "\r\n" in page.text else "\n"
    return ends.join(found)


def _place(lines: list[_Line], number: int, first: int) -> int:
    """The place in the new file of what a comment stood above or beside; its beginning for one above all else."""
    if number < first:
        return 0
    following = [(line.origin, place) for place, line in enumerate(lines) if line.origin and line.origin >= number]
    return min(following)[1] if following else len(lines)


def held(page: Page, draft: Draft) -> Plain:
    """Return what a draft says, as a file that holds it would be read."""
    match draft:
        case dict():
            return {key: held(page, value) for key, value in draft.items()}
        case list():
            return [held(page, value) for value in draft]
        case Copied(path):
            return page.value(path)
        case Inline(value) | ListOf(value):
            return held(page, value)
        case MadeOf(text):
            return _as_read(text)
        case _:
            return _as_read(str(draft))


def _as_read(text: str) -> str:
    return f"{text.rstrip(chr(10))}\n" if "\n" in text else text


def texts_joined(texts: Iterable[str]) -> str:
    """Return texts as one, a paragraph after the other."""
    return "\n\n".join(text.strip("\n") for text in texts) + "\n"

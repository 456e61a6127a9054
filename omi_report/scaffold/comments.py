"""Comments → entries of ``comments.yaml``, behind those that are there, so that nothing else of the file changes."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace

from omi_report.errors import OutputError
from omi_report.model.comments import COMMENTS, Comment, Comments
from omi_report.model.shape import fill
from omi_report.scaffold.area import SCHEMA_FOLDER
from omi_report.source.folder import SourceFile
from omi_report.source.positions import line_starts, offset_of
from omi_report.source.quoting import quoted
from omi_report.source.reader import read_tree
from omi_report.source.tree import Mapping, Sequence

_WIDTH = 110
_AS_IT_IS = re.compile(r"\d{4}-\d{2}(-\d{2})?|\d{1,12}|[a-z]+(-[a-z0-9.]+)+")

HEAD = f"""\
# yaml-language-server: $schema={SCHEMA_FOLDER}/{COMMENTS.id}.json
# What was said of the drafts of the report, and what became of it. No report holds anything of it. `omi comments` shows
# it, `omi comments in` adds to it; write a decision (accepted, partly or not-accepted) and an answer under each.

comments:
"""


def with_comments(file: SourceFile | None, held: Comments | None, new: Iterable[Comment]) -> str:
    """Return the text of a ``comments.yaml`` with comments added at its end; a new one where there is no file.

    ``held`` is what the file holds. Every other character of it stays. Raises OutputError where the file is written in
    a way that cannot be added to.
    """
    added = tuple(new)
    if file is None:
        return HEAD + "".join(_entry(each, "  ") for each in added)
    text = _with(file, added) if added else file.text
    tree, problems = read_tree(text, file.shown)
    filled, wrong = fill(Comments, replace(file, text=text, root=tree))
    expected = (*(held.comments if held else ()), *added)
    if problems or wrong or filled is None or list(map(_said, filled.comments)) != list(map(_said, expected)):
        hint = "write «comments:» at the beginning of a line, and each comment below it behind a hyphen"
        raise OutputError(f"{file.shown} is written in a way that no comment can be added to: {hint}")
    return text


def _said(comment: Comment) -> list[tuple[str, str]]:
    """What a comment says under its keys. The end of the last line counts for nothing: a file may end without one."""
    return [(name, str(value).rstrip("\n")) for name, value in comment.items() if value is not None]


def _with(file: SourceFile, added: tuple[Comment, ...]) -> str:
    root = file.root
    key = root.key("comments") if isinstance(root, Mapping) else None
    listed = root[key] if isinstance(root, Mapping) and key is not None else None
    ends = "\r\n" if "\r\n" in file.text else "\n"
    if isinstance(listed, Sequence) and listed and not _is_in_brackets(file, listed):
        indent = " " * (listed.start.column - 1)
        return _behind(file.text, "".join(_entry(each, indent) for each in added), ends)
    entries = "".join(_entry(each, "  ") for each in added)
    if isinstance(listed, Sequence) and listed:
        before, bracket, behind = file.text.rpartition("]")
        objects = ", ".join(json.dumps(_plain(each), ensure_ascii=False) for each in added)
        return f"{before.rstrip()}, {objects}{bracket}{behind}"
    if isinstance(listed, Sequence):
        before, behind = file.text[: _offset(file, listed)], file.text[_offset(file, listed) :]
        return _behind(before.rstrip(" ") + behind.partition("]")[2], entries, ends)
    return _behind(file.text, f"comments:\n{entries}" if key is None else entries, ends)


def _plain(comment: Comment) -> dict[str, object]:
    """A comment as JSON, which is YAML as well."""
    return {
        name: value if isinstance(value, int) else str(value) for name, value in comment.items() if value is not None
    }


def _offset(file: SourceFile, listed: Sequence) -> int:
    return offset_of(file.text, line_starts(file.text), *listed.start)


def _is_in_brackets(file: SourceFile, listed: Sequence) -> bool:
    at = listed.start
    return file.lines[at.line - 1][at.column - 1 : at.column] == "["


def _behind(text: str, more: str, ends: str) -> str:
    return text + ("" if not text or text.endswith("\n") else ends) + more.replace("\n", ends)


def _entry(comment: Comment, indent: str) -> str:
    """An entry of the list, each line with its end."""
    lines = [line for name, value in comment.items() if value is not None for line in _value(name, str(value))]
    return "".join(f"{indent}{'- ' if at == 0 else '  '}{line}\n" if line else "\n" for at, line in enumerate(lines))


def _value(key: str, value: str) -> Iterator[str]:
    """A key with its value as lines: on one line where it is short, else below it, to the same characters."""
    if _AS_IT_IS.fullmatch(value):
        yield f"{key}: {value}"
    elif not _can_stand_below(value):
        yield f"{key}: {json.dumps(value, ensure_ascii=not value.isprintable())}"
    elif "\n" in value:
        yield f"{key}: |{'' if value.endswith(chr(10)) else '-'}"
        yield from (f"  {line}" if line else "" for line in value.removesuffix("\n").split("\n"))
    elif len(value) + len(key) < _WIDTH:
        yield f"{key}: {quoted(value)}"
    else:
        yield f"{key}: >-"
        yield from (
            f"  {line}" for line in textwrap.wrap(value, _WIDTH, break_long_words=False, break_on_hyphens=False)
        )


def _can_stand_below(value: str) -> bool:
    """Whether the characters of a text stay what they are on lines of their own: without spaces that YAML drops."""
    lines = value.split("\n")
    own = [line for line in lines if line]
    return (
        all(line.isprintable() and line == line.strip() and "  " not in line for line in lines)
        and bool(own)
        and bool(lines[0])
        and not value.endswith("\n\n")
    )

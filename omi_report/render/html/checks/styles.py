"""Style sheets of a template folder: what a browser would pass over without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import tinycss2

from omi_report.errors import TemplatesError
from omi_report.problems import excerpt
from omi_report.render.html.assets import text_of

_RULES_IN: Final = frozenset(("media", "supports", "layer", "container", "scope", "starting-style"))
"""Rules that hold other rules; most others hold declarations."""

_PIECE = re.compile(
    r"""(?P<comment>/\*(?P<rest>.*?(?P<end>\*/)|.*))|"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?|\\.|[{}]""", re.DOTALL
)


def expect_readable_styles(folder: Path) -> None:
    """Raise TemplatesError for what CSS cannot read in the style sheets of a folder, with file and line."""
    said = []
    for file in sorted((folder / "css").rglob("*.css")):
        text = text_of(file)
        faults = dict(_braces(text)) or dict(_unread(text))
        said += [f"{file}:{line}: {faults[line]}" for line in sorted(faults)]
    if said:
        raise TemplatesError.of(said)


def _braces(text: str) -> Iterator[tuple[int, str]]:
    """The lines of braces and comments that have no end or no beginning, each with a sentence about it.

    One that is forgotten turns what follows into something else, so that nothing further need be said.
    """
    opened: list[int] = []
    for piece in _PIECE.finditer(text):
        if piece["comment"] and not piece["end"]:
            yield _line(text, piece.start()), "this comment is never closed: write */ at its end"
        elif piece[0] == "{":
            opened.append(piece.start())
        elif piece[0] == "}":
            if not opened:
                yield _line(text, piece.start()), "this } closes nothing: is a { missing before it?"
                return
            opened.pop()
    if opened:
        line = _line(text, opened[0])
        yield line, f"the {{ of {_shown(text, line)} is never closed: write }} at the end of its rule"


def _unread(text: str) -> Iterator[tuple[int, str]]:
    """The lines that CSS cannot read, each with a sentence about it."""
    for line in _lines_of_errors(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)):
        yield line, f"CSS cannot read {_shown(text, line)}: is a colon, a semicolon or a value missing?"


def _lines_of_errors(found: Sequence[Any]) -> Iterator[int]:
    for each in found:
        if each.type == "error":
            yield each.source_line
        elif each.type == "at-rule" and each.content is not None and each.lower_at_keyword in _RULES_IN:
            rules = tinycss2.parse_rule_list(each.content, skip_comments=True, skip_whitespace=True)
            yield from _lines_of_errors(rules)
        elif each.type in ("qualified-rule", "at-rule") and each.content is not None:
            inside = tinycss2.parse_blocks_contents(each.content, skip_comments=True, skip_whitespace=True)
            yield from _lines_of_errors(inside)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _shown(text: str, line: int) -> str:
    return f"«{excerpt(text.split(chr(10))[line - 1].strip(), 60)}»"

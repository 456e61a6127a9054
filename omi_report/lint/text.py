"""Texts as the rules of language see them: words alone, each at its own offset.

What is not the writer's prose (figures, references, code, addresses) is masked by a character of
the same length, so that an offset in the masked text is an offset in the text as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

MASK = "\ufffc"
"""Stands for every character of something that is not prose."""

_NOT_PROSE = re.compile(
    r"""
    \{\{[^{}\n]*\}\}                  # {{ figure | filter }}
    | \{[A-Za-z][\w-]*\}`[^`\n]*`     # {role}`target`
    | (?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)   # code
    | (?<=\])\([^()\s]*\)             # the address of a link
    | <https?://[^<>\s]*>             # an address by itself
    | https?://[^\s<>)]*[^\s<>).,;:]
    | \\(?=[!-/:-@\[-`{-~])           # the backslash of an escape
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(
    r"[.!?][\"'’”)\]*_]*(?=\s+[A-Z0-9\"'‘“(\[{*_\ufffc]|\s*$)|\n\s*\n|\n\s*(?=[-*+]\s|\d+[.)]\s)"
)


@lru_cache(maxsize=4096)
def masked(text: str) -> str:
    """Return a text with everything that is not prose masked, offsets unchanged."""
    return _NOT_PROSE.sub(lambda match: MASK * len(match.group()), text)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence of a masked text with its offset: a list item or a paragraph ends one too."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        yield start + len(piece) - len(piece.lstrip()), bare

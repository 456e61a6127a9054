"""A style sheet without what only its writers need: comments, and the white space at the ends of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STRING = r"""(?:"(?:[^"\\\n]|\\.)*+(?:"|(?=\n)|\Z)|'(?:[^'\\\n]|\\.)*+(?:'|(?=\n)|\Z))"""
_TOKEN = re.compile(
    rf"""
      (?P<comment> /\*.*?(?:\*/|\Z) )
    | (?P<string> {_STRING} )
    | (?P<url> (?<![\w-]) url\( \s* (?P<address> {_STRING} | (?:[^\s"'()\\]|\\.)*+ (?= \s*\) ) ) )
    | (?P<unclear> (?<![\w-]) url\( (?:[^)\\]|\\.)*+ )  # what CSS cannot read as an address either
    | (?P<escape> \\. )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""What may hold a mark that means nothing there, as a comment may hold a quotation mark and a string a comment mark."""

_APART = frozenset(" \t\n{};,")
"""Beside one of these a comment may go without a trace: it parts nothing there."""

_ODD_BACKSLASHES = re.compile(r"(?<!\\)(?:\\\\)*\\\Z")


def minified(css: str) -> str:
    """Return a style sheet that means the same, as it can stand inside a ``style`` element."""
    css = re.sub(r"\r\n?|\f", "\n", css)
    bare = "".join(_pieces(css))
    lines = "\n".join(line for line in map(_trimmed, bare.split("\n")) if line)
    return re.sub(r"</(?=style)", r"<\\/", lines, flags=re.IGNORECASE)  # which would end the element


def _trimmed(line: str) -> str:
    """A line without the white space at its ends; a space after a backslash is a letter of a name."""
    kept = line.strip(" \t")
    return line.lstrip(" \t")[: len(kept) + 1] if _ODD_BACKSLASHES.search(kept) else kept


def _pieces(css: str) -> Iterator[str]:
    at, last = 0, "\n"
    for match in _TOKEN.finditer(css):
        between = css[at : match.start()]
        at = match.end()
        yield between
        last = between[-1:] or last
        piece = match[0]
        if match["comment"]:
            piece = "" if last in _APART or css[at : at + 1] in _APART else "/**/"
        elif match["string"] or match["url"]:
            piece = piece.replace("\\\n", "")  # a string that goes on in the next line
        yield piece
        last = "\\" if match["escape"] else piece[-1:] or last
    yield css[at:]

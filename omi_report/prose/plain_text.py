"""The short way from a text to its blocks: paragraphs of words, with figures, references and emphasis between them.

Most texts are no more than that, and markdown-it takes seven times as long for the same result. Whatever could be
other Markdown, or wrong, is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.numbering import name_of
from omi_report.prose.nodes import Emphasis, Inline, Paragraph, ParsedText, Role, Substitution, Words, inlines, placed

SUBSTITUTION = re.compile(r"\{\{(?P<name>[^{}|\n]*)(?P<filters>(?:\|[^{}|\n]*)*)\}\}")
ROLE = re.compile(r"\{(?P<role>[A-Za-z][\w-]*)\}`(?P<short>~?)(?P<target>[^`\n]+)`")
ADDRESS = re.compile(r"://|www\.")

_MARK = re.compile(r"\{\{[^{}\n*]*\}\}|\{[A-Za-z][\w-]*\}`[^`\n*]+`")
_PIECE = rf"[A-Za-z0-9À-ɏ ,.;:?%/£()'\"’‘“”–—…-]++|&(?= )|{_MARK.pattern}"
_EMPHASISED = rf"(?! )(?:{_PIECE})++(?<! )"
_EMPHASIS = re.compile(rf"(?<=[ (])\*(?P<inner>{_EMPHASISED}|\*{_EMPHASISED}\*)\*(?=[ ,.;:?)]|\n\w|\Z)")
_LINE = (
    r"(?![ -]|[0-9]{1,9}[.)]|: )"  # not indented, no item of a list, and no definition
    rf"(?:{_PIECE}|{_EMPHASIS.pattern.replace('?P<inner>', '?:')})++"
    r"(?<! )"
)
_PLAIN = re.compile(rf"{_LINE}(?:\n+{_LINE})*+\n*")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def read_plain(text: str) -> ParsedText | None:
    """Return what a text is made of; None where there may be more to it than this module reads."""
    if not _PLAIN.fullmatch(text) or ADDRESS.search(text):
        return None
    blocks = tuple(_paragraph(text, *match.span()) for match in _PARAGRAPH.finditer(text))
    nodes = list(inlines(blocks)) if "{" in text else []
    return ParsedText(
        blocks,
        (),
        tuple(node for node in nodes if isinstance(node, Substitution)),
        tuple(node for node in nodes if isinstance(node, Role)),
        plain=True,
    )


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    return Paragraph(tuple(_emphasised(text, start, end)), **placed(start, end))


def _emphasised(text: str, start: int, end: int) -> Iterator[Inline]:
    """The inlines of a paragraph."""
    if "*" in text:
        for match in _EMPHASIS.finditer(text, start, end):
            yield from _inlines(text, start, match.start())
            first, last = match.span("inner")
            strong = text[first] == "*"
            inner = tuple(_inlines(text, first + strong, last - strong))
            yield Emphasis(inner, strong, **placed(*match.span()))
            start = match.end()
    yield from _inlines(text, start, end)


def _inlines(text: str, start: int, end: int) -> Iterator[Inline]:
    """The words, figures and references of a stretch of a paragraph."""
    for mark in _MARK.finditer(text, start, end):
        if mark.start() > start:
            yield _words(text, start, mark.start())
        yield _figure_or_role(text, *mark.span())
        start = mark.end()
    if start < end:
        yield _words(text, start, end)


def _words(text: str, start: int, end: int) -> Words:
    """Plain words; the end of a line is a space."""
    return Words(text[start:end].replace("\n", " "), **placed(start, end))


def _figure_or_role(text: str, start: int, end: int) -> Substitution | Role:
    if figure := SUBSTITUTION.match(text, start):
        filters = tuple(part.strip() for part in figure["filters"].split("|")[1:])
        return Substitution(name_of(figure["name"].strip()), filters, **placed(start, end))
    role = ROLE.match(text, start)
    assert role is not None, "a mark is the one or the other"
    return Role(role["role"], name_of(role["target"].strip()), bool(role["short"]), **placed(start, end))

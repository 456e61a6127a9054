"""A view of a text for the rules: which words are the writer's own, what is quoted, and what is no prose at all.

A view is made from the parsed text. What is not wanted is masked, character by character, so that an offset in masked
words is an offset in the text as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from omi_report.prose.nodes import (
    Blocks,
    Bullets,
    Code,
    Link,
    Paragraph,
    ParsedText,
    Quotation,
    Span,
    Subheading,
    Verbatim,
    Words,
    nodes,
)
from omi_report.prose.parse import parse

MASK = "\ufffc"
"""Stands for every character of something that is not wanted; the ends of lines stay."""

Setting: TypeAlias = Literal["running", "item", "quotation"]
"""Where a sentence stands: in running text, as the first of a list's item, or in a block quotation."""

QuotedBy: TypeAlias = Literal["block", "double", "single"]
"""How a quotation is marked: as a block of its own, or by quotation marks of one of the two kinds."""


class Sentence(NamedTuple):
    """A sentence of a text, from ``start`` up to ``end``, with all but its prose masked."""

    start: int
    end: int
    words: str
    setting: Setting


class QuotedPassage(NamedTuple):
    """What somebody else said or wrote; the span includes the quotation marks."""

    span: Span
    mark: QuotedBy


@dataclass(frozen=True)
class TextView:
    """One text, as written and as read. What is asked of it is worked out once, when it is first asked for."""

    text: str
    parsed: ParsedText

    @cached_property
    def prose(self) -> str:
        """The text with figures, references, code, addresses and the backslashes of escapes masked."""
        return _masked(self.text, _not_prose(self.text, self.parsed))

    @cached_property
    def own(self) -> str:
        """The writer's own words: the prose with quotations masked too."""
        return _masked(self.prose, [quoted.span for quoted in self.quotations])

    @cached_property
    def own_in_small(self) -> str:
        """The writer's own words in small letters, at the same offsets."""
        small = self.own.lower()
        return small if len(small) == len(self.own) else self.own

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The writer's own words in their order, in small letters."""
        return tuple(self.own_in_small.encode("ascii", "replace").translate(_LETTERS).decode("ascii").split())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every one of the writer's own words, in small letters: a quick look before a slow search."""
        return frozenset(self.words)

    @cached_property
    def quotations(self) -> tuple[QuotedPassage, ...]:
        """Block quotations, and passages in quotation marks; the latter end with their paragraph at the latest."""
        blocks = [QuotedPassage(span, "block") for span in self._spans_of(Quotation)]
        if not any(mark in self.text for mark in _QUOTATION_MARKS):
            return tuple(blocks)
        bare = _masked(self.prose, [block.span for block in blocks])
        passages = [
            QuotedPassage(Span(*match.span()), "double" if match.group()[0] in '"“' else "single")
            for match in _quoted().finditer(bare)
        ]
        return tuple(sorted([*blocks, *passages]))

    @cached_property
    def code(self) -> tuple[Span, ...]:
        """The code in lines and the lines that are kept as they are."""
        return self._spans_of(Code, Verbatim)

    @cached_property
    def addresses(self) -> tuple[Span, ...]:
        """The addresses of links; of ``[words](address)`` the part in brackets."""
        return tuple(_address_of(self.text, node) for node in nodes(self._special) if isinstance(node, Link))

    @cached_property
    def headings(self) -> tuple[Span, ...]:
        """The headings inside the text."""
        return self._spans_of(Subheading)

    @cached_property
    def items(self) -> tuple[Span, ...]:
        """The items of lists, with their marks."""
        return tuple(place for node in nodes(self._special) if isinstance(node, Bullets) for place in node.places)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs: lines with no empty line between, whether they are words, a list or a quotation."""
        if self.parsed.plain:
            return tuple(block.span for block in self.parsed.blocks)
        return tuple(Span(*match.span()) for match in _paragraph().finditer(self.prose))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of paragraphs, of items of lists and of quotations, in order; headings have none."""
        return tuple(_sentences(self.prose, self.parsed.blocks, "running"))

    @cached_property
    def kept(self) -> tuple[Span, ...]:
        """What no program may change: quotations between their marks, code, addresses and headings."""
        inside = [_between_marks(quoted) for quoted in self.quotations]
        return tuple(sorted([*inside, *self.code, *self.addresses, *self.headings]))

    def begins_sentence(self, offset: int) -> bool:
        """Say whether a sentence, an item of a list or what follows a colon begins at an offset."""
        return begins_sentence(self.prose, offset)

    @property
    def _special(self) -> Blocks:
        """The blocks of a text in which there is more than words, figures and emphasis."""
        return () if self.parsed.plain else self.parsed.blocks

    def _spans_of(self, *kinds: type[Quotation | Code | Verbatim | Subheading]) -> tuple[Span, ...]:
        return tuple(node.span for node in nodes(self._special) if isinstance(node, kinds))


@lru_cache(maxsize=4096)
def view_of(text: str) -> TextView:
    """Return the view of a text. Nothing in a text is an error."""
    return TextView(text, parse(text))


def begins_sentence(words: str, offset: int) -> bool:
    """Say whether a sentence begins at an offset of masked words, which may be only a part of a text."""
    return bool(_sentence_start().search(words, max(0, offset - 20), offset))


# Masking --------------------------------------------------------------------------------------------------------------


def _not_prose(text: str, parsed: ParsedText) -> Iterator[Span]:
    yield from (node.span for node in (*parsed.substitutions, *parsed.roles))
    if parsed.plain:
        return
    for node in nodes(parsed.blocks):
        match node:
            case Code() | Verbatim():
                yield node.span
            case Link():
                yield _address_of(text, node)
            case Words():
                yield from (Span(*match.span()) for match in _escape().finditer(text, node.offset, node.end))


def _address_of(text: str, link: Link) -> Span:
    """All of a bare address; of ``[words](address)`` what follows the words."""
    if not text.startswith("[", link.offset):
        return link.span
    return Span((link.children[-1].end if link.children else link.offset + 1) + 1, link.end)


def _masked(text: str, spans: Iterable[Span]) -> str:
    """A text with stretches of it masked, the ends of lines left; offsets are unchanged."""
    pieces, done = [], 0
    for start, end in sorted(spans):
        if end > done:
            first = max(start, done)
            pieces += [text[done:first], _mask_of(text[first:end])]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _mask_of(text: str) -> str:
    if "\n" not in text:
        return MASK * len(text)
    return "\n".join(MASK * len(line) for line in text.split("\n"))


# Quotations -----------------------------------------------------------------------------------------------------------

_QUOTATION_MARKS = ('"', "'", "“", "‘")


@cache
def _quoted() -> re.Pattern[str]:
    line_end = r"\n(?!\s*\n)"  # a quotation may go over the end of a line, but not of a paragraph
    return re.compile(  # each of the four begins with its mark, by which the search is quick
        rf"\"(?:[^\n\"]|{line_end}){{1,600}}?\""
        rf"|“(?:[^\n”]|{line_end}){{1,600}}?”"
        rf"|'(?<!\w')(?=\S)(?:[^\n']|{line_end}|(?<=\w)'(?=\w)){{1,600}}?'(?!\w)"
        rf"|‘(?=\S)(?:[^\n’]|{line_end}|(?<=\w)’(?=\w)){{1,600}}?’(?!\w)"
    )


def _between_marks(quoted: QuotedPassage) -> Span:
    """A quotation without its marks, which are the writer's; a block has none."""
    start, end = quoted.span
    return quoted.span if quoted.mark == "block" else Span(start + 1, end - 1)


# Sentences ------------------------------------------------------------------------------------------------------------


def _sentences(prose: str, blocks: Blocks, setting: Setting) -> Iterator[Sentence]:
    for block in blocks:
        match block:
            case Paragraph():
                yield from _in_paragraph(prose, block.span, setting)
                setting = "running" if setting == "item" else setting
            case Bullets(items):
                for item in items:
                    yield from _sentences(prose, item, "quotation" if setting == "quotation" else "item")
            case Quotation(inner):
                yield from _sentences(prose, inner, "quotation")


def _in_paragraph(prose: str, span: Span, setting: Setting) -> Iterator[Sentence]:
    start = span.start
    for match in _sentence_end().finditer(prose, *span):
        if sentence := _trimmed(prose, start, match.end(), setting):
            yield sentence
            setting = "running" if setting == "item" else setting
        start = match.end()
    if sentence := _trimmed(prose, start, span.end, setting):
        yield sentence


def _trimmed(prose: str, start: int, end: int, setting: Setting) -> Sentence | None:
    words = prose[start:end]
    bare = words.strip()
    first = start + len(words) - len(words.lstrip())
    return Sentence(first, first + len(bare), bare, setting) if bare else None


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?][\"'’”)\]*_]*(?=\s+[A-Z0-9\"'‘“(\[{*_\ufffc]|\s*$)")


@cache
def _sentence_start() -> re.Pattern[str]:
    return re.compile(r"(?:^|[.!?:][\"'’”)]*\s|\n\s*\n)\s*(?:[-*+>]\s+)*\Z")


@cache
def _paragraph() -> re.Pattern[str]:
    return re.compile(r"\S[^\n]*(?:\n(?![ \t]*(?:\n|\Z))[^\n]*)*")


_LETTERS = bytes(code if chr(code).islower() else ord(" ") for code in range(128)) + b" " * 128
"""Makes spaces of all but small letters."""


@cache
def _escape() -> re.Pattern[str]:
    return re.compile(r"\\(?=[!-/:-@\[-`{-~])")

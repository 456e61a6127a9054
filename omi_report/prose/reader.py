"""The tokens of markdown-it-py → the blocks of a text.

The tokens do not say where they stand. But they come in the order of the text, and nothing between them is lost, so the
reader can follow them through the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from omi_report.prose.lines import Lines, Stretch
from omi_report.prose.nodes import (
    Block,
    Blocks,
    Bullets,
    Fault,
    Inline,
    Paragraph,
    ParsedText,
    Quotation,
    Role,
    Span,
    Subheading,
    Substitution,
    Verbatim,
    placed,
)
from omi_report.prose.paragraph import ParagraphReader
from omi_report.prose.plain_text import ADDRESS
from omi_report.prose.syntax import markdown

_ITEM = re.compile(r"[-+*]|[0-9]+[.)]")


def read_markdown(text: str) -> ParsedText:
    """Parse a text with markdown-it, as it must be where it is more than plain."""
    tokens = markdown(linkify=bool(ADDRESS.search(text))).parse(text)
    reader = _Reader(Lines(text))
    blocks = reader.blocks(iter(tokens), None)
    return ParsedText(blocks, tuple(reader.faults), tuple(reader.substitutions), tuple(reader.roles))


@dataclass
class _Reader:
    """Turns the tokens of one text into nodes.

    ``opened`` is the line of the innermost mark of a list or quotation, and the offset after it; ``quotations`` counts
    the quotations around what is read.
    """

    lines: Lines
    faults: list[Fault] = field(default_factory=list)
    substitutions: list[Substitution] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    opened: tuple[int, int] = (-1, 0)
    quotations: int = 0

    def blocks(self, tokens: Iterator[Token], closing: str | None) -> Blocks:
        """Read blocks up to the token that closes them."""
        found: list[Block] = []
        for token in tokens:
            if token.type == closing:
                break
            block = self._block(token, tokens)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _block(self, token: Token, tokens: Iterator[Token]) -> Block | None:
        match token.type:
            case "paragraph_open":
                return self._paragraph(token, tokens)
            case "heading_open":
                return self._heading(token, tokens)
            case "bullet_list_open":
                return self._list(tokens, "bullet_list_close", None)
            case "ordered_list_open":
                return self._list(tokens, "ordered_list_close", int(token.attrs.get("start", 1)))
            case "blockquote_open":
                return self._quotation(token, tokens)
            case "code_block" | "fence":
                first, following = _lines_of(token)
                start = self._begin(first)
                return Verbatim(token.content.rstrip("\n"), **placed(start, self.lines.last(following - 1)))
            case _:
                return None

    def _begin(self, line: int) -> int:
        """The offset at which a block begins that begins in a line."""
        opened_in, after = self.opened
        return self.lines.skip_blank(after) if line == opened_in else self.lines.first(line, self.quotations)

    def _paragraph(self, token: Token, tokens: Iterator[Token]) -> Paragraph:
        inline = _inline_of(tokens, "paragraph_close")
        first, following = _lines_of(inline)
        stretch = self.lines.paragraph(inline.content, self._begin(first), first, following)
        span = stretch.span(0, len(inline.content))
        return Paragraph(self._inlines(inline, stretch), tight=token.hidden, **placed(*span))

    def _heading(self, token: Token, tokens: Iterator[Token]) -> Subheading:
        first, following = _lines_of(token)
        start = self._begin(first)
        inline = _inline_of(tokens, "heading_close")
        if token.markup.startswith("#"):
            stretch = self.lines.heading(inline.content, start, len(token.markup))
        else:
            stretch = self.lines.paragraph(inline.content, start, *_lines_of(inline))
        place = placed(start, self.lines.last(following - 1))
        return Subheading(int(token.tag[1]), self._inlines(inline, stretch), **place)

    def _inlines(self, inline: Token, stretch: Stretch) -> tuple[Inline, ...]:
        reader = ParagraphReader(stretch)
        found = reader.inlines(iter(inline.children or ()), None)
        self.faults += reader.faults
        self.substitutions += reader.substitutions
        self.roles += reader.roles
        return found

    def _list(self, tokens: Iterator[Token], closing: str, number: int | None) -> Bullets:
        items: list[Blocks] = []
        places: list[Span] = []
        for item in tokens:
            if item.type == closing:
                break
            line = _lines_of(item)[0]
            start = self._begin(line)
            mark = _ITEM.match(self.lines.text, start)
            self.opened = line, mark.end() if mark else start
            blocks = self.blocks(tokens, "list_item_close")
            items.append(blocks)
            places.append(Span(start, blocks[-1].end if blocks else self.opened[1]))
        return Bullets(tuple(items), number, places=tuple(places), **placed(places[0].start, places[-1].end))

    def _quotation(self, token: Token, tokens: Iterator[Token]) -> Quotation:
        line = _lines_of(token)[0]
        start = self._begin(line)
        self.opened = line, start + 1
        self.quotations += 1
        blocks = self.blocks(tokens, "blockquote_close")
        self.quotations -= 1
        return Quotation(blocks, **placed(start, blocks[-1].end if blocks else start + 1))


def _inline_of(tokens: Iterator[Token], closing: str) -> Token:
    """The token that holds the inlines of a paragraph or heading; the one that closes it is passed over."""
    inline = next(tokens)
    assert inline.type == "inline"
    assert next(tokens).type == closing
    return inline


def _lines_of(token: Token) -> tuple[int, int]:
    """The first line of a block, and the one after its last."""
    assert token.map is not None
    return token.map[0], token.map[1]

"""A Markdown text → its blocks.

markdown-it-py does the parsing. Its inline tokens carry offsets into the paragraph that they stand
in; here these become offsets into the whole text, from which a place in the file can be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from omi_report.prose.nodes import (
    Block,
    Blocks,
    Bullets,
    Code,
    Emphasis,
    Fault,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    ParsedText,
    Quotation,
    Role,
    Subheading,
    Substitution,
    Verbatim,
    Words,
)
from omi_report.prose.plain_text import ADDRESS, read_plain

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")  # where markdown-it ends a line


@lru_cache(maxsize=4096)
def parse(text: str) -> ParsedText:
    """Parse a text. Nothing in a text is an error: what the format does not have is a fault."""
    return read_plain(text) or read_markdown(text)


def read_markdown(text: str) -> ParsedText:
    """Parse a text with markdown-it, as it must be where it is more than plain."""
    from omi_report.prose.syntax import markdown  # an area may have no such text

    tokens = markdown(linkify=bool(ADDRESS.search(text))).parse(text)
    reader = _Reader(text)
    blocks = reader.blocks(iter(tokens), None)
    return ParsedText(blocks, tuple(reader.faults), tuple(reader.substitutions), tuple(reader.roles))


@dataclass
class _Reader:
    """Turns the tokens of one text into nodes."""

    text: str
    faults: list[Fault] = field(default_factory=list)
    substitutions: list[Substitution] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)

    def __post_init__(self) -> None:
        written: list[str] = _LINE.findall(self.text)
        self._lines = [line.rstrip("\r\n") for line in written]
        self._starts = [0, *accumulate(map(len, written))]

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
                return Paragraph(self._inline_of(tokens, "paragraph_close"), tight=token.hidden)
            case "heading_open":
                return Subheading(int(token.tag[1]), self._inline_of(tokens, "heading_close"))
            case "bullet_list_open":
                return Bullets(self._items(tokens, "bullet_list_close"))
            case "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                return Bullets(self._items(tokens, "ordered_list_close"), start)
            case "blockquote_open":
                return Quotation(self.blocks(tokens, "blockquote_close"))
            case "code_block" | "fence":
                return Verbatim(token.content.rstrip("\n"))
            case _:
                return None

    def _items(self, tokens: Iterator[Token], closing: str) -> tuple[Blocks, ...]:
        items = []
        for token in tokens:
            if token.type == closing:
                break
            items.append(self.blocks(tokens, "list_item_close"))
        return tuple(items)

    def _inline_of(self, tokens: Iterator[Token], closing: str) -> tuple[Inline, ...]:
        children: tuple[Inline, ...] = ()
        for token in tokens:
            if token.type == closing:
                break
            if token.type == "inline":
                line = token.map[0] if token.map else 0
                children = self._inlines(iter(token.children or ()), None, _Lines(token.content, line))
        return children

    def _inlines(self, tokens: Iterator[Token], closing: str | None, lines: _Lines) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for token in tokens:
            if token.type == closing:
                break
            node = self._inline(token, tokens, lines)
            if isinstance(node, Words) and found and isinstance(found[-1], Words):
                found[-1] = replace(found[-1], text=found[-1].text + node.text)
            elif node is not None:
                found.append(node)
        return tuple(found)

    def _inline(self, token: Token, tokens: Iterator[Token], lines: _Lines) -> Inline | None:
        match token.type:
            case "text" | "text_special":
                return Words(token.content) if token.content else None
            case "softbreak":
                return Words(" ")
            case "hardbreak":
                return LineBreak()
            case "code_inline":
                return Code(token.content)
            case "em_open":
                return Emphasis(self._inlines(tokens, "em_close", lines))
            case "strong_open":
                return Emphasis(self._inlines(tokens, "strong_close", lines), strong=True)
            case "link_open":
                href = str(token.attrs.get("href", ""))
                return Link(href, self._inlines(tokens, "link_close", lines))
            case "substitution":
                meta = token.meta
                figure = Substitution(meta["name"], meta["filters"], self._offset(meta, lines), meta["length"])
                self.substitutions.append(figure)
                return figure
            case "role":
                meta = token.meta
                role = Role(meta["role"], meta["target"], meta["short"], self._offset(meta, lines), meta["length"])
                self.roles.append(role)
                return role
            case "raw_html" | "picture" | "loose_brace" | "broken_line":
                self.faults.append(Fault(token.type, self._offset(token.meta, lines), token.meta["length"]))
                return Words(token.content)
            case _:
                return None

    def _offset(self, meta: dict[str, int], lines: _Lines) -> int:
        """The offset in the text of a token that begins at ``meta["offset"]`` of its paragraph.

        A paragraph holds its lines without the indentation and the markers of lists, quotations
        and headings that stand before them, so a place is measured from the line's end.
        """
        before = lines.content[: meta["offset"]]
        number = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        content = lines.content.split("\n")[number]
        rest = content[column:].rstrip()
        line = min(lines.first + number, len(self._lines) - 1)
        found = self._lines[line].rfind(rest)
        return self._starts[line] + (max(found, 0))


@dataclass(frozen=True, slots=True)
class _Lines:
    """The text of a paragraph and the line of the whole text in which it begins."""

    content: str
    first: int

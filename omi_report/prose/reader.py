"""The tokens of markdown-it-py → the blocks of a text.

The tokens do not say where they stand. But they come in the order of the text, and nothing between them is lost, so the
reader can follow them through the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from markdown_it.token import Token

from omi_report.prose.lines import Lines, Stretch
from omi_report.prose.nodes import (
    Block,
    Blocks,
    Bullets,
    Definition,
    Definitions,
    Fault,
    Footnote,
    Inline,
    Paragraph,
    ParsedText,
    Quotation,
    Role,
    Span,
    Subheading,
    Substitution,
    TextCell,
    TextPicture,
    TextTable,
    Verbatim,
    placed,
)
from omi_report.prose.notes import note_faults
from omi_report.prose.paragraph import ParagraphReader
from omi_report.prose.plain_text import ADDRESS
from omi_report.prose.syntax import markdown
from omi_report.prose.tables import TableLine, has_tables, side_of, stand_in, table_faults, table_line, without_own_bars
from omi_report.prose.text_pictures import marks_of, picture_faults, picture_line

_ITEM = re.compile(r"[-+*]|[0-9]+[.)]")


def read_markdown(text: str) -> ParsedText:
    """Parse a text with markdown-it, as it must be where it is more than plain."""
    linkify, tables = bool(ADDRESS.search(text)), has_tables(text)
    mark = stand_in(text) if tables else ""
    shown = without_own_bars(text, mark) if tables else text
    tokens = markdown(linkify=linkify, tables=tables).parse(shown, {"bar": mark})
    reader = _Reader(Lines(text), shown)
    blocks = reader.blocks(iter(tokens), None)
    if "[^" in text:
        reader.faults += note_faults(blocks)
    return ParsedText(blocks, tuple(reader.faults), tuple(reader.substitutions), tuple(reader.roles))


@dataclass
class _Reader:
    """Turns the tokens of one text into nodes.

    ``shown`` is the text as the parser was given it. ``opened`` is the line of the innermost mark of a list or
    quotation, and the offset after it; ``quotations`` counts the quotations around what is read.
    ``attributions`` are the paragraphs that say who is quoted, each with its mark, until their quotation ends.
    """

    lines: Lines
    shown: str
    faults: list[Fault] = field(default_factory=list)
    substitutions: list[Substitution] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    opened: tuple[int, int] = (-1, 0)
    quotations: int = 0
    attributions: list[tuple[Paragraph, Span]] = field(default_factory=list)

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
            case "definitions_open":
                return self._definitions(tokens)
            case "note_open":
                return self._note(token, tokens)
            case "attribution_open":
                return self._attribution(token, tokens)
            case "table_open":
                return self._table(token, tokens)
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

    def _paragraph(self, token: Token, tokens: Iterator[Token]) -> Paragraph | TextPicture:
        inline = _inline_of(tokens, "paragraph_close")
        first, following = _lines_of(inline)
        stretch = self.lines.paragraph(inline.content, self._begin(first), first, following)
        span = stretch.span(0, len(inline.content))
        picture = self._picture(inline, stretch) if _is_picture(inline) else None
        if picture is not None:
            return picture
        return Paragraph(self._inlines(inline, stretch), tight=token.hidden, **placed(*span))

    def _picture(self, inline: Token, stretch: Stretch) -> TextPicture | None:
        """A picture, of which the first line says what it is and the others where it comes from."""
        line, *rest = inline.children or []
        start, end = stretch.span(0, len(line.content))
        written = picture_line(line.content, start)
        if written is None:
            line.type = "picture_form"  # it is told of as one that is not written as one
            return None
        reader = ParagraphReader(stretch, len(line.content))
        credit = reader.behind_line_end(rest)
        self._gather(reader)
        spans, marks = written.spans, marks_of(written, start, end)
        place = placed(start, max(end, stretch.span(0, len(inline.content)).end))
        picture = TextPicture(
            written.file, written.alt, written.caption, credit, address=spans["file"], marks=marks, **place
        )
        self.faults += picture_faults(picture, credit)
        return picture

    def _definitions(self, tokens: Iterator[Token]) -> Definitions:
        cells: list[tuple[str, TextCell]] = []
        for token in tokens:
            if token.type == "definitions_close":
                break
            kind = token.type.removesuffix("_open")
            inline = _inline_of(tokens, f"{kind}_close")
            first, following = _lines_of(inline)
            start = self._begin(first)
            if kind == "definition":
                start = self.lines.skip_blank(start + 1)
            stretch = self.lines.paragraph(inline.content, start, first, following)
            place = placed(*stretch.span(0, len(inline.content)))
            cells.append((kind, TextCell(self._inlines(inline, stretch), **place)))
        entries: list[Definition] = []
        for kind, cell in cells:
            if kind == "term":
                entries.append(Definition(cell, (), **placed(*cell.span)))
            else:
                last = entries[-1]
                entries[-1] = Definition(last.term, (*last.values, cell), **placed(last.offset, cell.end))
        return Definitions(tuple(entries), **placed(entries[0].offset, entries[-1].end))

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

    def _note(self, opening: Token, tokens: Iterator[Token]) -> Footnote:
        start = self._begin(_lines_of(opening)[0])
        label = Span(start, start + len(opening.meta["label"]))
        inline = _inline_of(tokens, "note_close")
        first, following = _lines_of(inline)
        stretch = self.lines.paragraph(inline.content, self.lines.skip_blank(label.end), first, following)
        end = max(label.end, stretch.span(0, len(inline.content)).end)
        return Footnote(opening.meta["name"], self._inlines(inline, stretch), label=label, **placed(start, end))

    def _table(self, opening: Token, tokens: Iterator[Token]) -> TextTable:
        first, following = _lines_of(opening)
        lines = [self._table_line(line) for line in range(first, following)]
        parts = list(takewhile(lambda token: token.type != "table_close", tokens))
        contents = iter([token for token in parts if token.type == "inline"])
        sides = tuple(side_of(token) for token in parts if token.type == "th_open")
        rows = [self._cells(line, [next(contents) for _ in sides]) for line in (lines[0], *lines[2:])]
        self.faults += table_faults(lines, rows)
        marks = (*(bar for line in (lines[0], *lines[2:]) for bar in line.bars), lines[1].span)
        place = placed(lines[0].span.start, lines[-1].span.end)
        return TextTable(rows[0], tuple(rows[1:]), sides, marks=marks, **place)

    def _table_line(self, line: int) -> TableLine:
        return table_line(self.shown, self._begin(line), self.lines.last(line))

    def _cells(self, line: TableLine, contents: list[Token]) -> tuple[TextCell, ...]:
        """The cells of a row, as many as there are columns; those that were not written are empty."""
        places = [*line.cells, *[Span(line.span.end, line.span.end)] * len(contents)]
        return tuple(
            TextCell(self._inlines(inline, Stretch(inline.content, [place.start])), **placed(*place))
            for inline, place in zip(contents, places, strict=False)
        )

    def _inlines(self, inline: Token, stretch: Stretch) -> tuple[Inline, ...]:
        reader = ParagraphReader(stretch)
        found = reader.inlines(iter(inline.children or ()), None)
        self._gather(reader)
        return found

    def _gather(self, reader: ParagraphReader) -> None:
        self.faults += reader.faults
        self.substitutions += reader.substitutions
        self.roles += reader.roles

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
        said = len(self.attributions)
        blocks = self.blocks(tokens, "blockquote_close")
        self.quotations -= 1
        found, self.attributions = self.attributions[said:], self.attributions[:said]
        by: tuple[Inline, ...] = ()
        mark = Span(0, 0)
        if found and len(blocks) > 1 and blocks[-1] is found[-1][0]:
            (paragraph, mark), found, blocks = found[-1], found[:-1], blocks[:-1]
            by = paragraph.children
        self.faults += [Fault("quoted_by", mark.start, mark.end - mark.start) for _, mark in found]
        return Quotation(blocks, by, mark=mark, **placed(start, blocks[-1].end if blocks else start + 1))

    def _attribution(self, opening: Token, tokens: Iterator[Token]) -> Paragraph:
        """Who is quoted, as a paragraph; what the quotation makes of it is settled when all of it is read."""
        start = self._begin(_lines_of(opening)[0])
        mark = Span(start, start + opening.meta["mark"])
        inline = _inline_of(tokens, "attribution_close")
        stretch = self.lines.paragraph(inline.content, self.lines.skip_blank(mark.end), *_lines_of(inline))
        paragraph = Paragraph(self._inlines(inline, stretch), **placed(*stretch.span(0, len(inline.content))))
        self.attributions.append((paragraph, mark))
        return paragraph


def _is_picture(inline: Token) -> bool:
    """Whether a paragraph begins with a line that is a picture and nothing else."""
    kinds = [token.type for token in (inline.children or [])[:2]]
    return kinds in (["picture"], ["picture", "softbreak"], ["picture", "hardbreak"])


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

"""What a text is made of: blocks and inlines.

Every node knows where it was written: ``offset`` and ``length`` count the characters of the text from
which it was read, markup included. Two nodes are equal that say the same, wherever they stand.

Substitutions and roles stand in the tree as written. ``document.texts`` puts values and references in
their places, and makes blocks of a report of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias, TypedDict


class Span(NamedTuple):
    """The characters of a text from ``start`` up to ``end``, which is the offset after the last of them."""

    start: int
    end: int


class Place(TypedDict):
    """Where a node stands, as its last two fields."""

    offset: int
    length: int


def placed(start: int, end: int) -> Place:
    """Return the place of a node that goes from ``start`` up to ``end``."""
    return {"offset": start, "length": max(0, end - start)}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Node:
    """What all nodes have: the offset at which the node begins in its text, and its length there.

    Nodes are compared without these two.
    """

    offset: int = field(default=0, kw_only=True)
    length: int = field(default=0, kw_only=True)

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.offset + self.length

    @property
    def span(self) -> Span:
        """The span of the node in its text."""
        return Span(self.offset, self.offset + self.length)

    @property
    def said(self) -> tuple[object, ...]:
        """All that the node says, as a tuple."""
        names: tuple[str, ...] = self.__match_args__
        return tuple(getattr(self, name) for name in names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and type(other) is type(self) and self.said == other.said

    def __hash__(self) -> int:
        return hash((type(self), self.said))

    def __repr__(self) -> str:
        said = ", ".join(map(repr, self.said))
        return f"{type(self).__name__}({said}, offset={self.offset}, length={self.length})"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Words(Node):
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LineBreak(Node):
    """A line break that the writer asked for."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Emphasis(Node):
    """Emphasised inlines; ``strong`` for strong emphasis."""

    children: tuple[Inline, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Code(Node):
    """Characters in a typewriter face."""

    text: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Link(Node):
    """A link to an address outside of the report."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Substitution(Node):
    """``{{ name | filter }}``: a figure by its name."""

    name: str
    filters: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Role(Node):
    """``{role}`target` ``: a reference. ``short`` (``~target``) leaves out the target's title."""

    role: str
    target: str
    short: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NoteRef(Node):
    """``[^name]``: a reference to a footnote of the same text."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Script(Node):
    """A raised sign (``m^2^``), or a lowered one (``CO~2~``)."""

    text: str
    low: bool


Inline: TypeAlias = Words | LineBreak | Emphasis | Code | Link | Substitution | Role | NoteRef | Script


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Paragraph(Node):
    """A paragraph. ``tight`` for one that is all of a short list item."""

    children: tuple[Inline, ...]
    tight: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Bullets(Node):
    """A list; ``start`` is its first number, None for a list without numbers.

    ``places`` are the spans of the items, from their marks on.
    """

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None
    places: tuple[Span, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Quotation(Node):
    """A passage quoted from somebody, and who that is where the last line says it.

    The place of the node is that of the passage alone; ``mark`` is the span of what stands before ``by``.
    """

    blocks: tuple[Block, ...]
    by: tuple[Inline, ...] = ()
    mark: Span = field(default=Span(0, 0), kw_only=True)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Subheading(Node):
    """A heading inside a text; ``level`` 1 is one level below whatever the text stands under."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Verbatim(Node):
    """Lines kept as they are written."""

    text: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextCell(Node):
    """A cell of a table; a term, or a definition."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextTable(Node):
    """A table: the headings of its columns, and its rows, each with as many cells.

    ``sides`` are where the cells of each column stand: ``left``, ``right``, or empty where the writer does not say.
    ``marks`` are the spans of its bars and of its line of dashes.
    """

    heads: tuple[TextCell, ...]
    rows: tuple[tuple[TextCell, ...], ...]
    sides: tuple[str, ...]
    marks: tuple[Span, ...] = field(default=(), kw_only=True)

    @property
    def cells(self) -> Iterator[TextCell]:
        """All cells in reading order, the headings first."""
        yield from self.heads
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Footnote(Node):
    """``[^name]: words``: a note, which is a paragraph. ``label`` is the span of what stands before its words."""

    name: str
    children: tuple[Inline, ...]
    label: Span = field(default=Span(0, 0), kw_only=True)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Definition(Node):
    """A term, and one or more definitions of it."""

    term: TextCell
    values: tuple[TextCell, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Definitions(Node):
    """A list of definitions."""

    entries: tuple[Definition, ...]

    @property
    def cells(self) -> Iterator[TextCell]:
        """All terms and definitions in reading order."""
        for entry in self.entries:
            yield entry.term
            yield from entry.values


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextPicture(Node):
    """A picture of the area's folder, with words for those who cannot see it, a caption if it has one, and its credit.

    ``address`` is where its file is named, ``marks`` are the spans of its line that are no words.
    """

    file: str
    alt: str
    caption: str
    children: tuple[Inline, ...]
    address: Span = field(default=Span(0, 0), kw_only=True)
    marks: tuple[Span, ...] = field(default=(), kw_only=True)


Block: TypeAlias = (
    Paragraph | Bullets | Quotation | Subheading | Verbatim | TextTable | Footnote | Definitions | TextPicture
)
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a text that the format does not have, at an offset.

    ``kind`` is ``raw_html``, ``picture``, ``loose_brace`` (neither a figure nor a reference),
    ``broken_line`` (the same, with a line end inside), what is wrong with a table: ``cells`` (a row has more or
    fewer than the table has columns), ``no_rows``, ``one_column``, ``no_heading``, ``no_row_name``; or with a
    footnote: ``note_missing``, ``note_unused``, ``note_twice``, ``note_empty``, ``note_inside`` (another note); or with
    a picture that stands by itself: ``picture_form``, ``picture_alt``, ``picture_credit``, ``picture_file``,
    ``picture_words``; or with what says who is quoted: ``quoted_by`` (not the last line, or below no words).
    """

    kind: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A text as parsed: its blocks, and what in it the format does not have.

    ``substitutions`` and ``roles`` are those of all blocks, in reading order. ``plain`` says that the
    text is known to be no more than paragraphs of words, figures, references and emphasis.
    """

    blocks: Blocks
    faults: tuple[Fault, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    roles: tuple[Role, ...] = ()
    plain: bool = field(default=False, compare=False)


def inlines(blocks: Blocks) -> Iterator[Inline]:
    """Yield every inline of the blocks, in reading order, those inside others included."""
    return (node for node in nodes(blocks) if isinstance(node, Inline))


def _inside(children: tuple[Inline, ...]) -> Iterator[Inline]:
    for child in children:
        yield child
        if isinstance(child, Emphasis | Link):
            yield from _inside(child.children)


def nodes(blocks: Blocks) -> Iterator[Block | Inline]:
    """Yield every node of the blocks, blocks and inlines, in reading order, each before what is inside it."""
    for block in blocks:
        yield block
        match block:
            case Paragraph(children) | Subheading(_, children) | Footnote(_, children) | TextPicture(children=children):
                yield from _inside(children)
            case Bullets(items):
                for item in items:
                    yield from nodes(item)
            case Quotation(inner, by):
                yield from nodes(inner)
                yield from _inside(by)
            case TextTable() | Definitions():
                for cell in block.cells:
                    yield from _inside(cell.children)


def plain(blocks: Blocks) -> str:
    """Return the words of blocks without their markup, figures, references and notes, a blank line between blocks."""
    return "\n\n".join(filter(None, (_plain_block(block) for block in blocks)))


def _plain_block(block: Block) -> str:
    match block:
        case Paragraph(children) | Subheading(_, children):
            return plain_inlines(children)
        case Bullets(items):
            return "\n\n".join(plain(item) for item in items)
        case Quotation(inner, by):
            return "\n\n".join(filter(None, (plain(inner), plain_inlines(by))))
        case TextTable() | Definitions():
            return "\n\n".join(filter(None, (plain_inlines(cell.children) for cell in block.cells)))
        case Verbatim(text):
            return text
        case Footnote() | TextPicture():
            return ""


def plain_inlines(children: tuple[Inline, ...]) -> str:
    """Return the words of inlines without their markup."""
    parts = []
    for child in children:
        match child:
            case Emphasis() | Link():
                parts.append(plain_inlines(child.children))
            case LineBreak():
                parts.append(" ")
            case Words() | Code() | Script():
                parts.append(child.text)
            case _:
                parts.append("")
    return "".join(parts)

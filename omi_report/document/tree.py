"""A report as a tree of plain data: parts made of blocks, and blocks made of inlines.

Every value is a string, an integer, a boolean, None, a tuple or one of the classes here and in
``inlines``. Nothing of the files that a report is made from is among them, so that a report can be
compared, digested, written as JSON (``json_form``) and read back. Whatever the program itself says
(captions, headings, labels) is in its place, in the language that ``Meta`` names: a renderer
decides how things look and adds no words.

A ``role`` is a name in small letters for the styles of a renderer, or several names with spaces between.
A renderer passes over roles that it does not know. Levels of headings begin with 1 for the title of
the report; a part's heading has the level 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from omi_report.document.drawn import (
    Bar,
    BarCodeBlock,
    ChartBlock,
    ChartForm,
    ChartGroup,
    ChartRow,
    ChartScale,
    ImageBlock,
    LegendEntry,
    TableColumn,
)
from omi_report.document.inlines import FigureInline, Inlines, PlainData, RatingInline
from omi_report.stages import Stage


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ParagraphBlock(PlainData):
    """A paragraph; ``tight`` for one that is all of a short list item."""

    TYPE: ClassVar = "paragraph"
    children: Inlines
    tight: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class HeadingBlock(PlainData):
    """A heading over what follows it. Its level may be deeper than a renderer has headings for."""

    TYPE: ClassVar = "heading"
    level: int
    children: Inlines


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListItem(PlainData):
    """An item of a list; ``id`` is empty where nothing can refer to it, ``also`` are more ids that lead to it."""

    blocks: tuple[Block, ...]
    id: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListBlock(PlainData):
    """A list; ``start`` is its first number, None for a list without numbers."""

    TYPE: ClassVar = "list"
    items: tuple[ListItem, ...]
    start: int | None = None
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class QuotationBlock(PlainData):
    """A passage quoted from somebody; ``by`` says who that is, where it is said with the passage."""

    TYPE: ClassVar = "quotation"
    blocks: tuple[Block, ...]
    by: Inlines = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class VerbatimBlock(PlainData):
    """Lines kept as they are written."""

    TYPE: ClassVar = "verbatim"
    text: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TableCell(PlainData):
    """A cell of a table; it reaches over ``span`` columns."""

    children: Inlines
    span: int = 1
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TableRow(PlainData):
    """A row of a table: what it is about, for the first column, and its cells for the others."""

    header: Inlines
    cells: tuple[TableCell, ...]
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RowGroup(PlainData):
    """Rows that belong together, under a heading of their own or none."""

    rows: tuple[TableRow, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TableBlock(PlainData):
    """A table. One without an id has no caption and is not referred to.

    ``number`` is 0 for a table that has none; ``label`` is its number in words (Table 3). ``source``
    is where the figures come from, as the caption says it too, and ``notes`` are printed below.
    """

    TYPE: ClassVar = "table"
    columns: tuple[TableColumn, ...]
    groups: tuple[RowGroup, ...]
    id: str = ""
    number: int = 0
    label: str = ""
    caption: Inlines = ()
    notes: tuple[Block, ...] = ()
    source: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FindingItem(PlainData):
    """A finding under its letter or number, which is empty where it has none. ``also`` are more ids that lead to it.

    ``label`` is its number with what stands before it (AFI 3); where it is empty, the letter stands in brackets.
    ``figure`` is one that the blocks state, and that is drawn large beside them; nobody is told of it twice.
    """

    id: str
    letter: str
    blocks: tuple[Block, ...]
    also: tuple[str, ...] = ()
    label: str = ""
    figure: FigureInline | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FindingsBlock(PlainData):
    """The findings of one kind, under a heading; ``side`` says what they are to those inspected.

    With ``box`` the heading and the findings stand in a frame.
    """

    TYPE: ClassVar = "findings"
    kind: str
    side: Literal["good", "poor", "neutral"]
    level: int
    heading: str
    findings: tuple[FindingItem, ...]
    box: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoxBlock(PlainData):
    """An example or the like in a frame; ``side`` says what it is to those inspected.

    ``name`` says what it is (Good practice example), ``heading`` is its title, empty where it has none. ``kind`` is
    the framework's name for such boxes, and ``also`` are more ids that lead to it.
    """

    TYPE: ClassVar = "box"
    kind: str
    side: Literal["good", "poor", "neutral"]
    level: int
    name: str
    blocks: tuple[Block, ...]
    heading: str = ""
    id: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class JudgementBlock(PlainData):
    """A judgement: a rating with its score, or a rating alone.

    ``value`` is the score, or where there is none the rating; ``label`` says which of them. ``band`` is the rating
    beside a score, and is read before it; ``rank`` and ``ranks`` are its place, as those of a rating in a line.
    ``departs`` says what the rule gives, where inspectors conclude otherwise. ``role`` is ``score`` or ``grade``, and
    of a section ``section-score`` or ``section-grade``.
    """

    TYPE: ClassVar = "judgement"
    role: Literal["score", "grade", "section-score", "section-grade"]
    label: str
    value: Inlines
    band: str = ""
    departs: str = ""
    rank: int = -1
    ranks: int = 0

    @property
    def rating(self) -> Inlines:
        """The rating beside a score with its place, as it stands in a line; nothing where there is none."""
        if not self.band:
            return ()
        return (RatingInline(self.band, self.rank, self.ranks) if self.ranks else self.band,)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CalloutBlock(PlainData):
    """Blocks that stand apart from the text around them: a notice, advice to readers, a statement."""

    TYPE: ClassVar = "callout"
    role: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FoldedBlock(PlainData):
    """Blocks that need not be read: a screen shows their ``summary``, and them when it is asked to; print shows all."""

    TYPE: ClassVar = "folded"
    summary: Inlines
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fact(PlainData):
    """A term and what is to be said of it."""

    term: Inlines
    values: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FactsBlock(PlainData):
    """A list of terms, each with one or more values."""

    TYPE: ClassVar = "facts"
    facts: tuple[Fact, ...]
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ContentsEntry(PlainData):
    """A line of the contents, and those below it; the fields are those of the place that it leads to.

    ``rating`` is what the place is rated.
    """

    id: str
    heading: str
    label: str = ""
    number: str = ""
    appendix: int = 0
    entries: tuple[ContentsEntry, ...] = ()
    rating: RatingInline | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ContentsBlock(PlainData):
    """The list of parts, sections and criteria; with the role ``displays``, one of tables, charts or pictures.

    With the role ``long-numbers`` its numbers need more room.
    """

    TYPE: ClassVar = "contents"
    entries: tuple[ContentsEntry, ...]
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DivisionBlock(PlainData):
    """A division of a part under its own heading: a criterion, a story, what one group said.

    ``label`` stands before the heading (1.2), and ``lead`` belongs to the head of the division (what
    a criterion asks for, and its score). ``also`` are more ids that lead to it.
    """

    TYPE: ClassVar = "division"
    role: str
    level: int
    heading: str
    blocks: tuple[Block, ...]
    id: str = ""
    also: tuple[str, ...] = ()
    label: str = ""
    lead: tuple[Block, ...] = ()


Block: TypeAlias = (
    ParagraphBlock
    | HeadingBlock
    | ListBlock
    | QuotationBlock
    | VerbatimBlock
    | TableBlock
    | ChartBlock
    | ImageBlock
    | BarCodeBlock
    | FindingsBlock
    | BoxBlock
    | JudgementBlock
    | CalloutBlock
    | FoldedBlock
    | FactsBlock
    | ContentsBlock
    | DivisionBlock
)
Blocks: TypeAlias = tuple[Block, ...]

TEXT_BLOCKS = (ParagraphBlock, HeadingBlock, ListBlock, QuotationBlock, VerbatimBlock)
"""The blocks that a text of an area can be made of."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Meta(PlainData):
    """What a report is about. Dates are written 2007-11 or 2007-11-05.

    ``language`` is a tag such as en-GB, ``programme`` the inspections that this is one of, and
    ``slug`` the name of the area's folder. ``draft`` names a draft (``Draft 2``), or what is before it (``Feedback``),
    and ``stage_notice`` says to readers what it is for; both are empty for a final report, and ``published`` and
    ``isbn`` for all others. ``marks`` are what a draft shows in print: ``watermark``, ``line-numbers``. ``terms`` are
    pairs: what omi calls a thing in English, and what the programme does.
    """

    title: str
    area: str
    slug: str
    programme: str
    inspectorate: str
    language: str
    stage: Stage
    inspected: str
    drafted: str | None = None
    published: str | None = None
    isbn: str = ""
    keywords: tuple[str, ...] = ()
    draft: str = ""
    stage_notice: str = ""
    marks: tuple[Literal["watermark", "line-numbers"], ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    issue: str = ""
    copyright: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Part(PlainData):
    """A part of a report. Its id is unique and stays what it is from one edition to the next.

    ``label`` stands before the heading: the ``number`` of a section, or the words for the number of an
    ``appendix`` (0 for other parts). ``introduction`` is the framework's standard wording at its head.
    """

    id: str
    kind: str
    heading: str
    blocks: Blocks
    label: str = ""
    number: str = ""
    appendix: int = 0
    introduction: Blocks = ()
    role: str = ""

    @property
    def text(self) -> Blocks:
        """The blocks of the area's own text in the part: those without a role."""
        return tuple(
            block for block in self.blocks if isinstance(block, TEXT_BLOCKS) and not getattr(block, "role", "")
        )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Document(PlainData):
    """A whole report."""

    meta: Meta
    parts: tuple[Part, ...]


__all__ = [
    "Bar",
    "BarCodeBlock",
    "ChartBlock",
    "ChartForm",
    "ChartGroup",
    "ChartRow",
    "ChartScale",
    "ImageBlock",
    "LegendEntry",
    "TableColumn",
]
"""What stands in a module of its own, and is had from here as all else of the tree."""

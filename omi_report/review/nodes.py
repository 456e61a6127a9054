"""A report as nodes that can be compared: each with its own lines, what is below it, and an address if it has one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from omi_report.document.drawn import ChartGroup, ChartRow
from omi_report.document.inlines import Inlines
from omi_report.document.printed import lines
from omi_report.document.tree import (
    BarCodeBlock,
    BoxBlock,
    CalloutBlock,
    ChartBlock,
    ContentsBlock,
    DivisionBlock,
    Document,
    Fact,
    FactsBlock,
    FindingItem,
    FindingsBlock,
    FoldedBlock,
    HeadingBlock,
    ImageBlock,
    JudgementBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
    Part,
    QuotationBlock,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    VerbatimBlock,
)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a class of the tree that matter here.

    ``lines`` are those of its own words: characters, inlines, or several of either. ``slots`` are those of what is
    below it. ``named`` says that the first line names it among those beside it, as the first cell of a row does.
    """

    lines: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    named: bool = False


FIELDS: Final[dict[type, Fields]] = {
    Document: Fields((), ("parts",)),
    Part: Fields(("heading",), ("introduction", "blocks")),
    ParagraphBlock: Fields(("children",)),
    HeadingBlock: Fields(("children",)),
    ListBlock: Fields((), ("items",)),
    ListItem: Fields((), ("blocks",)),
    QuotationBlock: Fields(("by",), ("blocks",)),
    VerbatimBlock: Fields(("text",)),
    TableBlock: Fields(("caption", "columns"), ("groups", "notes"), named=True),
    RowGroup: Fields(("heading",), ("rows",), named=True),
    TableRow: Fields(("header", "cells"), (), named=True),
    FindingsBlock: Fields(("heading",), ("findings",), named=True),
    FindingItem: Fields((), ("blocks",)),
    BoxBlock: Fields(("name", "heading"), ("blocks",)),
    JudgementBlock: Fields(("label", "band", "value", "departs"), (), named=True),
    CalloutBlock: Fields((), ("blocks",)),
    FoldedBlock: Fields(("summary",), ("blocks",)),
    FactsBlock: Fields((), ("facts",)),
    Fact: Fields(("term", "values"), (), named=True),
    DivisionBlock: Fields(("heading",), ("lead", "blocks"), named=True),
    ChartBlock: Fields(("caption",), ("groups",), named=True),
    ChartGroup: Fields(("heading",), ("rows",), named=True),
    ChartRow: Fields(("label", "cells"), (), named=True),
    ImageBlock: Fields(("alt", "caption")),
    BarCodeBlock: Fields(("alt",)),
    # what it lists is compared where it stands
    ContentsBlock: Fields(),
}
"""All classes of the tree that hold words, besides inlines."""

ENTRIES: Final = (Part, DivisionBlock, FindingItem, ListItem, BoxBlock)
"""What is looked for in the whole report, since it may have moved."""

_PLACE: Final = re.compile(r"[a-z]+-\d+")
"""An address that a place in a row gives, such as ``table-3``: what stands there next time may be another thing."""


@dataclass(eq=False)
class ReportNode:
    """A piece of a report: a value of its tree, and the node above it. Two nodes are the same only if they are one."""

    value: Any
    above: ReportNode | None = None

    @property
    def sort(self) -> tuple[Any, ...]:
        """What it may be paired with: values of the same class, role and kind."""
        value = self.value
        return (type(value), getattr(value, "role", ""), getattr(value, "kind", ""))

    @cached_property
    def key(self) -> str:
        """The address that stays with it from one edition to the next; empty where it has none of its own."""
        value = self.value
        if isinstance(value, FindingItem | ListItem):
            # the address of its place comes second where it has one of its own
            return value.id if value.also else ""
        if isinstance(value, Part):
            return value.id if value.number or not _PLACE.fullmatch(value.id) else ""
        address: str = getattr(value, "id", "") if isinstance(value, (*ENTRIES, ChartBlock)) else ""
        return "" if _PLACE.fullmatch(address) else address

    @property
    def is_entry(self) -> bool:
        """Whether it is something that readers speak of, and that may move: a finding, a recommendation, a story."""
        value = self.value
        return isinstance(value, ENTRIES) and bool(value.id)

    @cached_property
    def lines(self) -> tuple[Inlines, ...]:
        """Its own words, line by line: the cells of a row, the heading of a division."""
        found = (each for name in _fields(self.value).lines for each in _lines(getattr(self.value, name)))
        return tuple(found)

    @cached_property
    def slots(self) -> tuple[tuple[ReportNode, ...], ...]:
        """What is below it, field by field."""
        names = _fields(self.value).slots
        return tuple(tuple(ReportNode(each, self) for each in getattr(self.value, name)) for name in names)

    @property
    def name(self) -> str:
        """What it is called among those beside it; empty where it has no name, as a table without a caption."""
        is_named = _fields(self.value).named and getattr(self.value, "caption", True)
        return self.own_text[0] if is_named else ""

    @cached_property
    def own_text(self) -> tuple[str, ...]:
        """The words of its own lines, with those of their notes."""
        return tuple(" ".join(lines(each)) for each in self.lines)

    @cached_property
    def text(self) -> str:
        """All its words, and those of what is below it."""
        below = (node.text for slot in self.slots for node in slot)
        return "\n".join(each for each in (*self.own_text, *below) if each)

    @cached_property
    def bag(self) -> Counter[str]:
        """Its words, each with how often it has it."""
        return Counter(self.text.split())

    def walk(self) -> Iterator[ReportNode]:
        """Yield the node and all below it, in their order."""
        yield self
        for slot in self.slots:
            for node in slot:
                yield from node.walk()

    @property
    def lineage(self) -> Iterator[ReportNode]:
        """Yield the node, and those above it from the nearest on."""
        node: ReportNode | None = self
        while node is not None:
            yield node
            node = node.above


def alikeness(one: ReportNode, other: ReportNode) -> float:
    """Return how alike the words of two nodes are: 1 for the same words, 0 where none is in both."""
    return alike_bags(one.bag, other.bag)


def alike_bags(one: Counter[str], other: Counter[str]) -> float:
    """Return how alike two bags of words are: 1 for the same words, 0 where none is in both."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _fields(value: Any) -> Fields:
    return FIELDS[type(value)]


def _lines(held: Any) -> Iterator[Inlines]:
    """The lines of a field: characters are one, inlines are one, and cells, headings and values are several."""
    if isinstance(held, str):
        yield (held,) if held else ()
    elif held and isinstance(held[0], TableCell):
        yield from (cell.children for cell in held)
    elif held and isinstance(held[0], TableColumn):
        yield from (column.children or (column.heading,) for column in held)
    elif held and isinstance(held[0], tuple):
        yield from held
    else:
        yield held

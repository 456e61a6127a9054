"""Where something stands in a report, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from omi_report.document.drawn import ChartGroup, ChartRow
from omi_report.document.marks import mark_of
from omi_report.document.printed import line
from omi_report.document.tree import (
    BoxBlock,
    ChartBlock,
    DivisionBlock,
    Fact,
    FindingItem,
    FindingsBlock,
    ImageBlock,
    ListItem,
    Part,
    RowGroup,
    TableBlock,
    TableRow,
)
from omi_report.review.nodes import ReportNode

_FIRST_WORDS: Final = 5
"""So many words of a finding without a letter tell it from the others."""


def place_of(node: ReportNode, *, short: bool = False) -> str:
    """Return the place of a node in words, from the part or criterion on: ``1.2 Risk of harm, Strengths (b)``.

    A ``short`` one has no title where there is a number: ``1.2, Strengths (b)``.
    """
    return ", ".join(reversed([*_steps(node, short=short)]))


def address_of(node: ReportNode) -> str:
    """Return the address of the nearest place that has one: the node itself, or what it stands in."""
    return next((each.value.id for each in node.lineage if getattr(each.value, "id", "")), "")


def what_is(node: ReportNode) -> str:
    """Return what a node belongs to, in a word: what the address of its nearest entry begins with, or its class.

    ``finding``, ``recommendation``, ``story``, ``table``, ``chart`` …; ``text`` for what stands directly in a part or
    a division.
    """
    for each in node.lineage:
        value = each.value
        if isinstance(value, ChartRow | ChartGroup | ChartBlock):
            return "chart"
        if isinstance(value, TableRow | RowGroup | TableBlock):
            return "table"
        if isinstance(value, FindingItem | ListItem | BoxBlock) and value.id:
            return str(value.id).partition("-")[0]
        if isinstance(value, DivisionBlock | Part):
            return _division(value) if each is node else "text"
    return "text"


def _division(value: DivisionBlock | Part) -> str:
    return value.id.partition("-")[0] if isinstance(value, DivisionBlock) and value.id else "part"


def _steps(node: ReportNode, *, short: bool) -> Iterator[str]:
    """The steps to a node, from the nearest on to the first that stands for itself."""
    for each in node.lineage:
        value = each.value
        match value:
            case TableRow() | RowGroup() | ChartRow() | ChartGroup() | Fact():
                if each.name:
                    yield f"«{each.name}»"
            case TableBlock():
                if value.label or value.caption:
                    yield value.label or line(value.caption)
            case ChartBlock():
                yield value.label or "chart"
            case ImageBlock():
                yield value.alt
            case FindingItem():
                yield _with_letter(value, each)
            case ListItem() if value.id:
                yield _number_in(each)
            case DivisionBlock() | Part() | BoxBlock():
                heading = value.heading or getattr(value, "name", "")
                label = getattr(value, "label", "")
                yield label if short and label else f"{label} {heading}".strip()
                if not isinstance(value, DivisionBlock | BoxBlock) or label:
                    return


def _with_letter(value: FindingItem, node: ReportNode) -> str:
    above = node.above
    heading = above.value.heading if above is not None and isinstance(above.value, FindingsBlock) else ""
    mark = mark_of(value) or f"«{_opening(node)}»"
    return f"{heading} {mark}".strip()


def _opening(node: ReportNode) -> str:
    """The first words of a finding that has no letter."""
    words = node.text.split()
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")


def _number_in(node: ReportNode) -> str:
    above = node.above
    assert above is not None
    start = getattr(above.value, "start", None)
    return str(start + above.value.items.index(node.value)) if start is not None else ""

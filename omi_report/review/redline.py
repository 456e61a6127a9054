"""A report with its changes in it, as a report of its own: the new one, with what was deleted from the old one.

Renderers need nothing for it but inlines that are marked, and blocks that are folded where nothing changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, Final

from omi_report.document.inlines import (
    Inline,
    Inlines,
    ReferenceInline,
    joined,
)
from omi_report.document.printed import printed_in
from omi_report.document.renewal import each_renewed, with_fields
from omi_report.document.tree import (
    BarCodeBlock,
    Block,
    Blocks,
    BoxBlock,
    CalloutBlock,
    ChartBlock,
    ContentsBlock,
    ContentsEntry,
    DivisionBlock,
    Document,
    Fact,
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
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    VerbatimBlock,
)
from omi_report.language.language import Language
from omi_report.review.change import Changes
from omi_report.review.listed import CHANGES, changes_part
from omi_report.review.marks import Mark, marked
from omi_report.review.merged import Merged
from omi_report.review.nodes import FIELDS, ReportNode
from omi_report.review.places import address_of, place_of
from omi_report.review.removed import GONE, without_addresses, without_links, without_numbers
from omi_report.review.wording import RunOfWords, are_same, in_one_line

WAS: Final = "redline-was"
"""The role of a paragraph that tells of a change which cannot be marked where it is."""

_DRAWN = (ChartBlock, ImageBlock, BarCodeBlock, JudgementBlock, VerbatimBlock)
"""What is not made of lines that can be marked: what changed in it is told below."""

_MARKED: Final[dict[type, tuple[str, ...]]] = {
    ParagraphBlock: ("children",),
    HeadingBlock: ("children",),
    QuotationBlock: ("by",),
    TableBlock: ("caption",),
    TableRow: ("header",),
    TableCell: ("children",),
    Fact: ("term",),
}
"""The fields with inlines of what is marked as a whole."""

_FOLDED_FROM = 60
"""A part of fewer words is read in no time, and stays open: a cover, a signature."""


def tracked(root: Merged, language: Language) -> Document:
    """Return the report with its changes marked, and no more: the new one where all of them are accepted.

    What cannot be marked (headings, judgements, charts) is as in the new report, with paragraphs that tell of it, which
    are no part of it.
    """
    assert root.new is not None
    document: Document = root.new.value
    parts = (part for part in _Writer(language, moves_apart=True).parts(root) if not part.id.startswith(GONE))
    return replace(document, parts=tuple(_unfolded(part) for part in parts))


def redline(root: Merged, changes: Changes, language: Language) -> Document:
    """Return the report that shows what became of another.

    ``root`` is what `merged` makes of the two, ``changes`` the list of what is different. The list comes first; what
    did not change is folded. ``language`` is the report's.
    """
    assert root.new is not None
    document: Document = root.new.value
    whole = list(_Writer(language).parts(root))
    known = {address for part in whole for address in _addresses(part)}
    listed = changes_part(changes, known, language)
    at = next((index for index, part in enumerate(whole) if not _is_cover(part)), len(whole))
    contents = ContentsEntry(CHANGES, listed.heading)
    whole = [_with_entry(part, contents) for part in (*whole[:at], listed, *whole[at:])]
    meta = document.meta
    title = language.label("Changes to: %(title)s", title=meta.title)
    # so that nobody takes it for the report itself, and no search engine lists it
    draft = f"{meta.draft}, {language.label('redline')}" if meta.draft else language.label("Redline")
    return Document(replace(meta, title=title, draft=draft), tuple(whole))


def _unfolded(value: Any) -> Any:
    """A value of a redline in which nothing is folded."""
    if isinstance(value, tuple):
        opened = (each.blocks if isinstance(each, FoldedBlock) else (each,) for each in value)
        return tuple(_unfolded(each) for blocks in opened for each in blocks)
    if not hasattr(value, "__dataclass_fields__"):
        return value
    return with_fields(value, lambda _name, held: _unfolded(held) if isinstance(held, tuple) else held)


def _is_cover(part: Part) -> bool:
    """Whether a part holds the title of the report."""
    return any(isinstance(block, HeadingBlock) and block.level == 1 for block in part.blocks)


def _is_worth_folding(part: Part) -> bool:
    """Whether a part is long, and neither the cover nor a list that leads to others."""
    leads = any(isinstance(block, ContentsBlock) for block in part.blocks)
    return not leads and not _is_cover(part) and sum(len(text.split()) for text in printed_in(part)) >= _FOLDED_FROM


def _with_entry(part: Part, entry: ContentsEntry) -> Part:
    """A part with one more line in the contents, if it has them."""
    blocks = tuple(
        replace(each, entries=(entry, *each.entries)) if isinstance(each, ContentsBlock) and not each.role else each
        for each in part.blocks
    )
    return replace(part, blocks=blocks)


def _addresses(value: Any) -> Iterator[str]:
    """All addresses of a part."""
    if isinstance(value, tuple):
        for each in value:
            yield from _addresses(each)
    elif hasattr(value, "__dataclass_fields__"):
        yield getattr(value, "id", "")
        for each in fields(value):
            yield from _addresses(getattr(value, each.name))


class _Writer:
    """Makes the parts of a redline in a language.

    What moved is shown where it stands now, with a line that says where it was. With ``moves_apart`` it is shown as
    deleted there and as inserted here.
    """

    def __init__(self, language: Language, *, moves_apart: bool = False) -> None:
        self._language = language
        self._moves_apart = moves_apart

    def parts(self, root: Merged) -> Iterator[Part]:
        for each in root.below:
            for value in self.values(each):
                if each.is_same and _is_worth_folding(value):
                    yield replace(value, blocks=(self._folded((*value.introduction, *value.blocks)),), introduction=())
                else:
                    yield value

    def values(self, each: Merged) -> Iterator[Any]:
        """What stands for a node: itself as it is, with its changes, or marked as come or gone; and what tells of it.

        Where a finding or the like was that moved, a line says where it is now, unless moves are shown apart.
        """
        if each.new is None:
            assert each.old is not None
            if not each.moved or self._moves_apart:
                yield from self._gone(each.old)
            elif each.went is not None and each.old.is_entry:
                yield self._went(each.old, each.went)
        elif (each.old is None and not any(True for _ in each.below)) or (each.moved and self._moves_apart):
            yield from self._come(each.new)
        elif each.is_same:
            yield self._same(each.new.value)
        else:
            yield from self._changed(each)

    def _same(self, value: Any) -> Any:
        """What did not change. A division is folded, so that what did change is found."""
        if isinstance(value, DivisionBlock) and value.role == "criterion":
            return replace(value, blocks=(self._folded(value.blocks),))
        return value

    def _folded(self, blocks: Blocks) -> Block:
        return FoldedBlock((self._language.label("Nothing has changed here."),), blocks)

    # --- what changed -------------------------------------------------------------------------------------------

    def _changed(self, each: Merged) -> Iterator[Any]:
        assert each.new is not None
        value, told = each.new.value, list(self._told(each))
        if isinstance(value, _DRAWN):
            yield value
            yield from told
            return
        value = replace(value, **self._below(each), **self._lines(each))
        if told and isinstance(value, Part | DivisionBlock | CalloutBlock | BoxBlock | FindingItem | ListItem):
            value = replace(value, blocks=(*told, *value.blocks))
            told = []
        yield value
        if _is_block(value):
            yield from told

    def _below(self, each: Merged) -> dict[str, tuple[Any, ...]]:
        """The fields of a node with what is below it, with its changes."""
        value, below = each.node.value, {}
        is_numbered = isinstance(value, ListBlock) and value.start is not None
        for name, slot in zip(FIELDS[type(value)].slots, each.slots, strict=False):
            made = ((inner, node.new is None) for node in slot for inner in self.values(node))
            below[name] = tuple(without_numbers(made)) if is_numbered else tuple(inner for inner, _is_gone in made)
        return below

    def _lines(self, each: Merged) -> dict[str, Any]:
        """The fields of a node's own words with their changes marked; those that are characters stay as they are."""
        if each.old is None or each.new is None:
            return {}
        value, lines = each.new.value, [self._marked_runs(runs) for runs in each.lines]
        match value:
            case ParagraphBlock() | HeadingBlock():
                return {"children": lines[0]}
            case QuotationBlock():
                return {"by": lines[0]}
            case TableBlock() if len(each.lines) == len(each.new.lines):
                return {"caption": lines[0], "columns": tuple(map(_column, value.columns, lines[1:]))}
            case TableRow() if len(each.lines) == len(each.new.lines):
                cells = zip(value.cells, lines[1:], strict=True)
                return {"header": lines[0], "cells": tuple(replace(cell, children=each) for cell, each in cells)}
            case Fact():
                return {"term": lines[0], "values": tuple(lines[1:])}
            case _:
                return {}

    def _told(self, each: Merged) -> Iterator[ParagraphBlock]:
        """Paragraphs that tell of what cannot be marked: a heading that changed, a judgement, the rows of a chart."""
        if each.old is None:
            return
        if each.moved:
            place = place_of(each.old)
            same = each.new is not None and place == place_of(each.new)
            told = (
                self._language.label("Moved")
                if same
                else self._language.label("Moved here from %(place)s", place=place)
            )
            yield self._was((told,))
        value = each.node.value
        if isinstance(value, (*_DRAWN, Part, DivisionBlock, BoxBlock, FindingsBlock)):
            lines = [runs for runs in each.lines if not are_same(runs)]
            if isinstance(value, JudgementBlock) and lines:
                lines = [in_one_line(each.lines, " ")]
            yield from (self._was(self._marked_runs(runs)) for runs in lines)
        if isinstance(value, ChartBlock):
            yield from self._rows(each)

    def _rows(self, chart: Merged) -> Iterator[ParagraphBlock]:
        for group in chart.below:
            for row in (group, *group.below):
                if not row.is_same and FIELDS[type(row.node.value)].lines and not row.slots:
                    yield self._was(tuple(self._row(row)))

    def _row(self, row: Merged) -> Inlines:
        if row.old is None or row.new is None:
            words = " ".join(row.node.own_text)
            return self._mark("inserted" if row.old is None else "deleted", (words,))
        return self._marked_runs(in_one_line(row.lines, " "))

    def _was(self, children: Inlines) -> ParagraphBlock:
        return ParagraphBlock(children, role=WAS)

    def _marked_runs(self, runs: Iterable[RunOfWords]) -> Inlines:
        found: list[Inline] = []
        for run in runs:
            found += run.children if run.fate == "same" else self._mark(run.fate, run.children)
        return joined(*found)

    def _mark(self, change: Mark, children: Inlines) -> Inlines:
        if change == "deleted":
            children = without_links(children)
        return (marked(change, children, self._language),) if children else ()

    # --- what came and what went --------------------------------------------------------------------------------

    def _come(self, node: ReportNode) -> Iterator[Any]:
        value = node.value
        yield self._with_heading_told(self._renewed(value, "inserted"), "inserted")
        if isinstance(value, (*_DRAWN, TableBlock)) and node.text:
            yield self._was(self._mark("inserted", (self._language.label("This is new."),)))

    def _gone(self, node: ReportNode) -> Iterator[Any]:
        value = node.value
        if isinstance(value, (*_DRAWN, ContentsBlock)):
            if node.text:
                yield self._was(self._mark("deleted", (" ".join(node.text.split()),)))
            return
        gone = self._renewed(without_addresses(value), "deleted")
        if isinstance(gone, DivisionBlock | BoxBlock | FindingsBlock):
            # its heading is marked as well, so it has to be made of inlines
            yield HeadingBlock(gone.level, self._mark("deleted", (gone.heading,)))
            yield from self._inside(gone)
        else:
            yield self._with_heading_told(gone, "deleted")

    def _inside(self, gone: DivisionBlock | BoxBlock | FindingsBlock) -> Iterator[Block]:
        """The blocks of something that was removed."""
        if isinstance(gone, FindingsBlock):
            yield ListBlock(tuple(ListItem(item.blocks, item.id) for item in gone.findings))
        else:
            yield from (*(gone.lead if isinstance(gone, DivisionBlock) else ()), *gone.blocks)

    def _went(self, node: ReportNode, now: ReportNode) -> Any:
        """What stands where something was that moved: an item of the list that it was in, or a paragraph."""
        place, address = place_of(now), address_of(now)
        leads = ReferenceInline(address, place, "title") if address else place
        told = self._was(joined(f"{self._language.label('Moved to')} ", leads))
        if isinstance(node.value, FindingItem):
            return replace(without_addresses(node.value), blocks=(told,), letter="", label="")
        if isinstance(node.value, ListItem):
            return replace(without_addresses(node.value), blocks=(told,))
        return told

    def _with_heading_told(self, found: Any, change: Mark) -> Any:
        """A value with a heading that cannot be marked: a paragraph below it tells that it is new, or gone."""
        if isinstance(found, Part | DivisionBlock | BoxBlock) and found.heading:
            return replace(found, blocks=(self._was(self._mark(change, (found.heading,))), *found.blocks))
        return found

    def _renewed(self, value: Any, change: Mark) -> Any:
        """A value all of whose words are marked, but for headings that are no inlines."""
        if isinstance(value, tuple):
            return each_renewed(value, lambda each: self._renewed(each, change))
        if not hasattr(value, "__dataclass_fields__") or isinstance(value, _DRAWN):
            return value
        marked = _MARKED.get(type(value), ())

        def renewed(name: str, held: Any) -> Any:
            if name in marked:
                return self._mark(change, held)
            if isinstance(value, Fact) and name == "values":
                return tuple(self._mark(change, each) for each in held)
            if isinstance(value, TableBlock) and name == "columns":
                return tuple(_column(each, self._mark(change, each.children or (each.heading,))) for each in held)
            return self._renewed(held, change) if isinstance(held, tuple) else held

        return with_fields(value, renewed)


def _column(column: TableColumn, children: Inlines) -> TableColumn:
    is_plain = not column.children and children in ((column.heading,), ())
    return column if is_plain else replace(column, children=children)


def _is_block(value: Any) -> bool:
    return hasattr(value, "TYPE")

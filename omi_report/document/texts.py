"""A text of an area → blocks of the report, with figures and references in their places.

Only texts that the checks have passed come here, so a name without a meaning is a fault of the
program and raises KeyError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import assert_never

from omi_report.document.inlines import (
    BreakInline,
    CodeInline,
    EmphasisInline,
    FigureInline,
    FigureValue,
    Inline,
    Inlines,
    LinkInline,
    NoteInline,
    ReferenceInline,
    ScriptInline,
    joined,
)
from omi_report.document.pictures import caption_of, picture_block
from omi_report.document.printed import plain
from omi_report.document.references import References
from omi_report.document.text_tables import table_block
from omi_report.document.tree import (
    Block,
    Blocks,
    Fact,
    FactsBlock,
    HeadingBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
    QuotationBlock,
    VerbatimBlock,
)
from omi_report.evidence.figures import Refusal, form_of, lookup
from omi_report.language.language import Language
from omi_report.model.base import Text
from omi_report.model.facts import REPORT_SCOPE
from omi_report.prose import nodes
from omi_report.prose.parse import parse
from omi_report.quantity import Quantity

DEFINITIONS = "definitions"
"""The role of a list of definitions."""

TEXT_LEVEL = 3
"""The level of the headings of a text that stands directly in a part."""


@dataclass(frozen=True, slots=True)
class _Within:
    """Where a text stands: the name space of its figures and the level of its headings; and its notes.

    A note is taken out once it has been printed with the first reference to it.
    """

    scope: str
    level: int
    notes: dict[str, tuple[nodes.Inline, ...]]


@dataclass(frozen=True, slots=True)
class Texts:
    """Puts the figures and references of an area into its texts.

    ``figures`` are the quantities by their full names, ``pictures`` the files that texts show. ``area`` is the area's
    name.
    """

    area: str
    figures: Mapping[str, Quantity | Refusal]
    references: References
    language: Language
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def blocks(self, text: Text | None, scope: str = REPORT_SCOPE, level: int = TEXT_LEVEL) -> Blocks:
        """Return the blocks of a text; none for no text.

        ``scope`` is the name space of its bare figure names, ``level`` that of its own headings.
        """
        if not text:
            return ()
        parsed = parse(text).blocks
        return self._blocks(parsed, _Within(scope, level, _notes_of(parsed) if "[^" in text else {}))

    def words(self, text: Text, scope: str = REPORT_SCOPE) -> str:
        """Return the words of a text without their markup, a blank line between paragraphs."""
        return plain(self.blocks(text, scope))

    def _blocks(self, blocks: nodes.Blocks, within: _Within) -> Blocks:
        return tuple(self._block(block, within) for block in blocks if not isinstance(block, nodes.Footnote))

    def _block(self, block: nodes.Block, within: _Within) -> Block:
        match block:
            case nodes.Paragraph(children=children, tight=tight):
                return ParagraphBlock(self._inlines(children, within), tight)
            case nodes.Subheading(level=depth, children=children):
                return HeadingBlock(within.level + depth - 1, self._inlines(children, within))
            case nodes.Bullets(items=items, start=start):
                return ListBlock(tuple(ListItem(self._blocks(item, within)) for item in items), start)
            case nodes.Quotation(blocks=inner, by=by):
                return QuotationBlock(self._blocks(inner, within), self._inlines(by, within))
            case nodes.Verbatim(text=text):
                return VerbatimBlock(text)
            case nodes.TextTable():
                return table_block(block, lambda children: self._inlines(children, within))
            case nodes.Definitions(entries=entries):
                return FactsBlock(tuple(self._definition(entry, within) for entry in entries), DEFINITIONS)
            case nodes.TextPicture(file=file, alt=alt, caption=caption, children=credit):
                words = caption_of(caption, self._inlines(credit, within))
                return picture_block(self.pictures[file], file, alt, words)
            case nodes.Footnote():
                raise AssertionError("a note is printed where it is referred to")

    def _definition(self, entry: nodes.Definition, within: _Within) -> Fact:
        values = tuple(self._inlines(value.children, within) for value in entry.values)
        return Fact(self._inlines(entry.term.children, within), values)

    def _inlines(self, children: tuple[nodes.Inline, ...], within: _Within) -> Inlines:
        return joined(*(self._inline(child, within) for child in children))

    def _inline(self, child: nodes.Inline, within: _Within) -> Inline:
        match child:
            case nodes.Words(text=text):
                return text
            case nodes.LineBreak():
                return BreakInline()
            case nodes.Emphasis(children=children, strong=strong):
                return EmphasisInline(self._inlines(children, within), strong)
            case nodes.Code(text=text):
                return CodeInline(text)
            case nodes.Link(href=href, children=children):
                return LinkInline(href, self._inlines(children, within))
            case nodes.Substitution():
                return self._figure(child, within.scope)
            case nodes.Role():
                return self._reference(child)
            case nodes.Script(text=text, low=low):
                return ScriptInline(text, low)
            case nodes.NoteRef(name=name):
                return NoteInline(name, self._inlines(within.notes.pop(name, ()), within))
            case _:
                assert_never(child)

    def _figure(self, node: nodes.Substitution, scope: str) -> Inline:
        if node.name == "area":
            return self.area
        name = lookup(scope, node.name)
        quantity = self.figures[name]
        if isinstance(quantity, Refusal):
            raise KeyError(name)
        form = form_of(quantity, node.filters)
        if isinstance(form, Refusal):
            raise KeyError(f"{name}: {form.reason}")
        text, value = self.language.phrase(quantity, form), _value(form.meant(quantity))
        return FigureInline(text, value, form.kind, name, form.rest, form.capital)

    def _reference(self, node: nodes.Role) -> ReferenceInline:
        target = self.references.of_role(node.role, node.target)
        return target.short() if node.short else target.full()


def _notes_of(blocks: nodes.Blocks) -> dict[str, tuple[nodes.Inline, ...]]:
    return {note.name: note.children for note in nodes.nodes(blocks) if isinstance(note, nodes.Footnote)}


def _value(quantity: Quantity) -> FigureValue:
    return FigureValue(_ratio(quantity.percent), quantity.count, quantity.base, quantity.places)


def _ratio(value: Fraction | None) -> tuple[int, int] | None:
    return None if value is None else (value.numerator, value.denominator)

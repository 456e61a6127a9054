"""A text of an area → blocks of the report, with figures and references in their places.

Only texts that the checks have passed come here, so a name without a meaning is a fault of the
program and raises KeyError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    ReferenceInline,
    joined,
)
from omi_report.document.printed import plain
from omi_report.document.references import References
from omi_report.document.text_tables import table_block
from omi_report.document.tree import (
    Block,
    Blocks,
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

TEXT_LEVEL = 3
"""The level of the headings of a text that stands directly in a part."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Puts the figures and references of an area into its texts.

    ``figures`` are the quantities by their full names. ``area`` is the area's name.
    """

    area: str
    figures: Mapping[str, Quantity | Refusal]
    references: References
    language: Language

    def blocks(self, text: Text | None, scope: str = REPORT_SCOPE, level: int = TEXT_LEVEL) -> Blocks:
        """Return the blocks of a text; none for no text.

        ``scope`` is the name space of its bare figure names, ``level`` that of its own headings.
        """
        return self._blocks(parse(text).blocks, scope, level) if text else ()

    def words(self, text: Text, scope: str = REPORT_SCOPE) -> str:
        """Return the words of a text without their markup, a blank line between paragraphs."""
        return plain(self.blocks(text, scope))

    def _blocks(self, blocks: nodes.Blocks, scope: str, level: int) -> Blocks:
        return tuple(self._block(block, scope, level) for block in blocks)

    def _block(self, block: nodes.Block, scope: str, level: int) -> Block:
        match block:
            case nodes.Paragraph(children=children, tight=tight):
                return ParagraphBlock(self._inlines(children, scope), tight)
            case nodes.Subheading(level=depth, children=children):
                return HeadingBlock(level + depth - 1, self._inlines(children, scope))
            case nodes.Bullets(items=items, start=start):
                return ListBlock(tuple(ListItem(self._blocks(item, scope, level)) for item in items), start)
            case nodes.Quotation(blocks=inner):
                return QuotationBlock(self._blocks(inner, scope, level))
            case nodes.Verbatim(text=text):
                return VerbatimBlock(text)
            case nodes.TextTable():
                return table_block(block, lambda children: self._inlines(children, scope))

    def _inlines(self, children: tuple[nodes.Inline, ...], scope: str) -> Inlines:
        return joined(*(self._inline(child, scope) for child in children))

    def _inline(self, child: nodes.Inline, scope: str) -> Inline:
        match child:
            case nodes.Words(text=text):
                return text
            case nodes.LineBreak():
                return BreakInline()
            case nodes.Emphasis(children=children, strong=strong):
                return EmphasisInline(self._inlines(children, scope), strong)
            case nodes.Code(text=text):
                return CodeInline(text)
            case nodes.Link(href=href, children=children):
                return LinkInline(href, self._inlines(children, scope))
            case nodes.Substitution():
                return self._figure(child, scope)
            case nodes.Role():
                return self._reference(child)
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


def _value(quantity: Quantity) -> FigureValue:
    return FigureValue(_ratio(quantity.percent), quantity.count, quantity.base, quantity.places)


def _ratio(value: Fraction | None) -> tuple[int, int] | None:
    return None if value is None else (value.numerator, value.denominator)

"""Blocks of prose → HTML."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup, escape

from omi_report.prose.nodes import (
    Block,
    Blocks,
    Bullets,
    Code,
    Emphasis,
    Figure,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Quotation,
    Reference,
    Role,
    Subheading,
    Substitution,
    Verbatim,
    Words,
    plain_inlines,
)


def blocks_markup(blocks: Blocks, level: int = 4, counted: Container[str] = ()) -> Markup:
    """Render resolved blocks; ``level`` is the heading level of the text's own subheadings.

    ``counted`` are the full names of the figures whose count and base may stand beside their value.
    """
    return _Writer(level, counted).blocks(blocks)


def first_line(blocks: Blocks, counted: Container[str] = ()) -> Markup:
    """Render the inlines of the first paragraph alone, for a place that takes no blocks."""
    paragraph = next((block for block in blocks if isinstance(block, Paragraph)), None)
    return _Writer(4, counted).inlines(paragraph.children) if paragraph else Markup()


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the blocks of one text."""

    level: int
    counted: Container[str]

    def blocks(self, blocks: Blocks) -> Markup:
        return Markup("\n").join(self._block(block) for block in blocks)

    def inlines(self, children: tuple[Inline, ...]) -> Markup:
        return Markup().join(self._inline(child) for child in children)

    def _block(self, block: Block) -> Markup:
        match block:
            case Paragraph(children, tight):
                inner = self.inlines(children)
                return inner if tight else Markup("<p>{}</p>").format(inner)
            case Subheading(depth, children):
                tag = f"h{min(self.level + depth - 1, 6)}"
                return Markup("<{tag}>{inner}</{tag}>").format(tag=tag, inner=self.inlines(children))
            case Bullets(items, start):
                kind = Markup("ul") if start is None else Markup("ol")
                number = Markup(' start="{}"').format(start) if start not in (None, 1) else Markup()
                inner = Markup().join(Markup("<li>{}</li>").format(self.blocks(item)) for item in items)
                return Markup("<{tag}{number}>{inner}</{tag}>").format(tag=kind, number=number, inner=inner)
            case Quotation(inner_blocks):
                return Markup("<blockquote>{}</blockquote>").format(self.blocks(inner_blocks))
            case Verbatim(text):
                return Markup("<pre>{}</pre>").format(text)
            case _:
                assert_never(block)

    def _inline(self, child: Inline) -> Markup:
        match child:
            case Words(text):
                return escape(text)
            case LineBreak():
                return Markup("<br>")
            case Emphasis(inner, strong):
                kind = Markup("strong") if strong else Markup("em")
                return Markup("<{0}>{1}</{0}>").format(kind, self.inlines(inner))
            case Code(text):
                return Markup("<code>{}</code>").format(text)
            case Link(href, inner):
                shown = Markup(' class="address"') if plain_inlines(inner) in href else Markup()
                return Markup('<a{} href="{}" rel="external">{}</a>').format(shown, href, self.inlines(inner))
            case Figure():
                return self._figure(child)
            case Reference(text, target):
                return Markup('<a class="ref" href="#{}">{}</a>').format(target, text)
            case Substitution() | Role():
                raise TypeError(f"unresolved: {child}")
            case _:
                assert_never(child)

    def _figure(self, figure: Figure) -> Markup:
        """A figure with its value and name for machines, and what it was counted from where that may be said."""
        counts = {"count": figure.count, "base": figure.base} if figure.name in self.counted else {}
        known = [(name, number) for name, number in counts.items() if number is not None]
        marks = Markup().join(Markup(' data-{}="{}"').format(name, number) for name, number in known)
        return Markup('<data value="{}" data-name="{}"{}>{}</data>').format(
            figure.value, figure.name, marks, figure.text
        )

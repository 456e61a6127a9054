"""Blocks of prose → HTML."""

from __future__ import annotations

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
)


def blocks_markup(blocks: Blocks, level: int = 4) -> Markup:
    """Render resolved blocks; ``level`` is the heading level of the text's own subheadings."""
    return Markup("\n").join(_block(block, level) for block in blocks)


def first_line(blocks: Blocks) -> Markup:
    """Render the inlines of the first paragraph alone, for a place that takes no blocks."""
    paragraph = next((block for block in blocks if isinstance(block, Paragraph)), None)
    return _inlines(paragraph.children) if paragraph else Markup()


def _block(block: Block, level: int) -> Markup:
    match block:
        case Paragraph(children, tight):
            inner = _inlines(children)
            return inner if tight else Markup("<p>{}</p>").format(inner)
        case Subheading(depth, children):
            tag = f"h{min(level + depth - 1, 6)}"
            return Markup("<{tag}>{inner}</{tag}>").format(tag=tag, inner=_inlines(children))
        case Bullets(items, start):
            tag = "ul" if start is None else "ol"
            number = Markup(' start="{}"').format(start) if start not in (None, 1) else Markup()
            inner = Markup().join(Markup("<li>{}</li>").format(blocks_markup(item, level)) for item in items)
            return Markup("<{tag}{number}>{inner}</{tag}>").format(tag=Markup(tag), number=number, inner=inner)
        case Quotation(inner_blocks):
            return Markup("<blockquote>{}</blockquote>").format(blocks_markup(inner_blocks, level))
        case Verbatim(text):
            return Markup("<pre>{}</pre>").format(text)
        case _:
            assert_never(block)


def _inlines(children: tuple[Inline, ...]) -> Markup:
    return Markup().join(_inline(child) for child in children)


def _inline(child: Inline) -> Markup:
    match child:
        case Words(text):
            return escape(text)
        case LineBreak():
            return Markup("<br>")
        case Emphasis(inner, strong):
            tag = Markup("strong" if strong else "em")
            return Markup("<{0}>{1}</{0}>").format(tag, _inlines(inner))
        case Code(text):
            return Markup("<code>{}</code>").format(text)
        case Link(href, inner):
            return Markup('<a href="{}" rel="external">{}</a>').format(href, _inlines(inner))
        case Figure():
            return _figure(child)
        case Reference(text, target):
            return Markup('<a class="ref" href="#{}">{}</a>').format(target, text)
        case Substitution() | Role():
            raise TypeError(f"unresolved: {child}")
        case _:
            assert_never(child)


def _figure(figure: Figure) -> Markup:
    """A figure with its value for machines, and its count and base where they are known."""
    count = Markup(' data-count="{}"').format(figure.count) if figure.count is not None else Markup()
    base = Markup(' data-base="{}"').format(figure.base) if figure.base is not None else Markup()
    return Markup('<data value="{}" data-name="{}"{}{}>{}</data>').format(
        figure.value, figure.name, count, base, figure.text
    )

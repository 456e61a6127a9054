"""Blocks → HTML, each by the template of its type: ``html/blocks/table.html``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import jinja2
from markupsafe import Markup

from omi_report.document.tree import Block, Blocks, HeadingBlock, ListBlock, ParagraphBlock, QuotationBlock
from omi_report.render.html.inlines import inlines_markup

TEXT_LEVEL = 3
"""The level of the headings of a text that stands directly in a part."""


class BlockWriter:
    """Writes blocks by the templates of an environment."""

    def __init__(self, environment: jinja2.Environment) -> None:
        self._environment = environment
        self._templates: dict[str, jinja2.Template] = {}
        self._globals: dict[str, Any] = {}

    @property
    def filters(self) -> dict[str, Callable[..., Markup]]:
        """The filters by which a template writes the blocks inside of what it is given."""
        return {"block": self.block, "blocks": self.blocks, "line": first_line, "prose": self.prose}

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Write blocks one after the other."""
        return Markup("\n").join(self.block(block) for block in blocks)

    def block(self, block: Block) -> Markup:
        """Write one block. Raises jinja2.TemplateError where its template cannot be used."""
        template = self._templates.get(block.TYPE)
        if template is None:
            template = self._environment.get_template(f"blocks/{block.TYPE}.html")
            self._templates[block.TYPE] = template
            self._globals = dict(template.globals)
        # what Template.render does, less the gathering of the globals, which takes longer than a paragraph
        context = template.new_context({**self._globals, "block": block}, shared=True)
        return Markup("".join(template.root_render_func(context)))  # noqa: S704 - autoescaped by the template

    def prose(self, blocks: Blocks, level: int = TEXT_LEVEL + 1) -> Markup:
        """Write a text that stands directly in a part; its own headings begin with a level."""
        return self.blocks(deeper(blocks, level - TEXT_LEVEL) if level != TEXT_LEVEL else blocks)


def first_line(blocks: Blocks) -> Markup:
    """Write the first paragraph of a text without its element; nothing where there is none."""
    paragraphs = (block for block in blocks if isinstance(block, ParagraphBlock))
    return next((inlines_markup(paragraph.children) for paragraph in paragraphs), Markup())


def deeper(blocks: Blocks, by: int) -> Blocks:
    """Return blocks of a text with their headings ``by`` levels deeper; less deep if that is negative."""
    return tuple(_deeper(block, by) for block in blocks)


def _deeper(block: Block, by: int) -> Block:
    match block:
        case HeadingBlock(level=level):
            return replace(block, level=level + by)
        case QuotationBlock(blocks=blocks):
            return replace(block, blocks=deeper(blocks, by))
        case ListBlock(items=items):
            return replace(block, items=tuple(replace(item, blocks=deeper(item.blocks, by)) for item in items))
        case _:
            return block

"""Texts of paragraphs alone, and of one: for places that have no room for more."""

from __future__ import annotations

from typing import Annotated

from omi_report.model.base import Text
from omi_report.model.constraints import After
from omi_report.prose.nodes import Paragraph
from omi_report.prose.parse import parse


def paragraphs_alone(text: Text) -> Text:
    """Return a text that is paragraphs. Raises ValueError for any other."""
    if not all(isinstance(block, Paragraph) for block in parse(text).blocks):
        raise ValueError("write paragraphs, without a list, a heading, a table, a picture or a note")
    return text


def one_paragraph(text: Text) -> Text:
    """Return a text that is one paragraph. Raises ValueError for any other."""
    blocks = parse(text).blocks
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        raise ValueError("write one paragraph, without a list or a heading")
    return text


Line = Annotated[Text, After(one_paragraph)]
"""A text of one paragraph."""

Paragraphs = Annotated[Text, After(paragraphs_alone)]
"""A text of paragraphs."""

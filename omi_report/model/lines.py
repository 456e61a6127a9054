"""Texts of paragraphs alone, and of one: for places that have no room for more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from omi_report.model.base import Text
from omi_report.model.constraints import After, MisfitError
from omi_report.prose.nodes import Block, Paragraph
from omi_report.prose.parse import parse


def paragraphs_alone(text: Text) -> Text:
    """Return a text that is paragraphs. Raises MisfitError for any other."""
    blocks = parse(text).blocks
    if not all(isinstance(block, Paragraph) for block in blocks):
        message = "write paragraphs, without a list, a heading, a table, a picture or a note"
        raise MisfitError(message, _what_to_change(text, blocks))
    return text


def one_paragraph(text: Text) -> Text:
    """Return a text that is one paragraph. Raises MisfitError for any other."""
    blocks = parse(text).blocks
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        raise MisfitError("write one paragraph, without a list or a heading", _what_to_change(text, blocks))
    return text


def _what_to_change(text: str, blocks: Sequence[Block]) -> str:
    """The sign that makes something else than a paragraph of a line; or that there are several paragraphs."""
    other = next((block for block in blocks if not isinstance(block, Paragraph)), None)
    if other is None:
        return "join its paragraphs to one" if blocks else ""
    sign = text[other.offset : other.end].split(maxsplit=1)[0]
    if len(sign) > _LONGEST_SIGN or sign[0].isalpha():
        return ""
    return f"remove the «{sign}» at the beginning of the line, which makes something else of it"


_LONGEST_SIGN = 4


Line = Annotated[Text, After(one_paragraph)]
"""A text of one paragraph."""

Paragraphs = Annotated[Text, After(paragraphs_alone)]
"""A text of paragraphs."""

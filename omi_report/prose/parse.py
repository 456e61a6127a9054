"""A Markdown text → its blocks."""

from __future__ import annotations

from functools import lru_cache

from omi_report.prose.nodes import ParsedText
from omi_report.prose.plain_text import read_plain


@lru_cache(maxsize=4096)
def parse(text: str) -> ParsedText:
    """Parse a text. Nothing in a text is an error: what the format does not have is a fault."""
    plain = read_plain(text)
    if plain is not None:
        return plain
    from omi_report.prose.reader import read_markdown  # with markdown-it; an area may have no such text

    return read_markdown(text)

"""The lead of a finding: a few words in bold before its text, so that a page of findings can be scanned."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from omi_report.document.context import BuildContext
from omi_report.document.inlines import EmphasisInline, Inlines, MarkedInline
from omi_report.document.printed import line
from omi_report.document.tree import Blocks, ParagraphBlock

ROLE: Final = "lead"
"""The role of the words of a lead."""

_ENDS: Final = (".", "!", "?", ":", "…")


def with_lead(blocks: Blocks, lead: Inlines, context: BuildContext) -> Blocks:
    """Return the blocks of a text with a lead before its first words: on a line of its own where these are none."""
    words = MarkedInline(ROLE, lead)
    # Translators: a few words in bold at the head of a finding, which goes on with a sentence.
    ended = (words,) if line(lead).endswith(_ENDS) else context.sentence("%(lead)s.", lead=words)
    strong = EmphasisInline(ended, strong=True)
    first = blocks[0] if blocks else None
    if not isinstance(first, ParagraphBlock):
        return (ParagraphBlock((strong,)), *blocks)
    return (replace(first, children=(strong, " ", *first.children)), *blocks[1:])

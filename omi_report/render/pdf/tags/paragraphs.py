"""Text that stands in no paragraph gets one: groups hold blocks, not text (ISO 32000-1, 14.8.4.2)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from omi_report.render.pdf.tags.tree import Kid, Mark, TagNode, faded, leaves

INLINE_KINDS = frozenset({"Span", "Link", "Code", "Quote", "Reference", "Note", "Figure"})
"""Types that stand within a line; a Figure may also stand alone."""


def in_paragraphs(kids: Iterable[Kid]) -> tuple[Kid, ...]:
    """Put each run of text between blocks into a P; space between blocks becomes an artifact."""
    return tuple(
        each
        for inline, run in groupby(kids, key=_is_inline)
        for each in (_paragraph(tuple(run)) if inline else tuple(run))
    )


def where_mixed(kids: tuple[Kid, ...]) -> tuple[Kid, ...]:
    """The same for what may hold text alone, as cells and items do: only where blocks stand beside the text."""
    return kids if all_inline(kids) else in_paragraphs(kids)


def all_inline(kids: Iterable[Kid]) -> bool:
    """Whether there is nothing but text and what stands within a line."""
    return all(_is_inline(kid) for kid in kids)


def _paragraph(run: tuple[Kid, ...]) -> tuple[Kid, ...]:
    marks = [leaf for kid in run if not _is_figure(kid) for leaf in leaves((kid,)) if isinstance(leaf, Mark)]
    if all(mark.artifact or not mark.text.strip() for mark in marks):
        return tuple(kid if _is_figure(kid) else faded(kid) for kid in run)
    return (TagNode(kind="P", kids=run),)


def _is_inline(kid: Kid) -> bool:
    return not isinstance(kid, TagNode) or kid.kind in INLINE_KINDS


def _is_figure(kid: Kid) -> bool:
    return isinstance(kid, TagNode) and kid.kind == "Figure"

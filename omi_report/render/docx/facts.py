"""Facts (terms with what is said of them) and judgements."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.document.inlines import Inlines, MarkedInline
from omi_report.document.tree import FactsBlock, JudgementBlock
from omi_report.render.docx.markup import tag
from omi_report.render.docx.nodes import Node
from omi_report.render.docx.numbering import ListPattern
from omi_report.render.docx.writer import WordPlace, Writer

_UNMARKED = "glance-scale"
"""A list of facts that brings its own marks."""
_FIGURE_IS_TERM, _FIGURE_IS_VALUE = "glance-facts", "key-facts"
"""Lists of figures that are printed large: each figure stands first, whether it is the term or what is said of it."""


def write_facts(block: FactsBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    """Write terms, each above what is said of it; where of some nothing is said, each in one line with what is.

    A figure that is printed large stands above its term.
    """
    if any(not fact.values for fact in block.facts):
        yield from _in_lines(block, writer, place)
        return
    roles = set(block.role.split())
    term = "Key Figure" if roles & {_FIGURE_IS_TERM, _FIGURE_IS_VALUE} else "Fact Term"
    depth = 0 if place.framed else place.depth
    within = {"ind": tag("w:ind", left=depth * writer.theme.hang)} if depth else {}
    for fact in block.facts:
        first, *others = (fact.term, *fact.values)
        if _FIGURE_IS_VALUE in roles:
            first, others[0] = others[0], first
        yield writer.paragraph(term, first).with_properties(within)
        for value in others:
            yield writer.paragraph("Fact", value).with_properties(within)


def _in_lines(block: FactsBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    marked = _UNMARKED not in block.role.split()
    number = writer.numbering.begin(ListPattern("bullet", framed=place.framed), 0) if marked else None
    for fact in block.facts:
        if number:
            writer.entry(number)
        values = [each for value in fact.values for each in (" ", *value)]
        yield writer.paragraph("List Bullet" if marked else "Legend", (*fact.term, *values))


def write_judgement(block: JudgementBlock, writer: Writer, _place: WordPlace) -> Iterator[Node]:
    """Write a judgement in a line: the rating before the score that it rests on, or a rating alone."""
    label: Inlines = (MarkedInline("judgement-label", (block.label,)),)
    pieces = [block.rating, label, block.value, (block.departs,) if block.departs else ()]
    spaced = [each for piece in pieces if piece for each in (" ", *piece)][1:]
    yield writer.paragraph("Judgement", tuple(spaced))

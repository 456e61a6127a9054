"""The answer to those who commented on a draft, as lines for a terminal: what its document says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from omi_report.document.inlines import ChangedInline, Inlines
from omi_report.document.printed import line
from omi_report.document.tree import CalloutBlock, DivisionBlock, Document, Fact, FactsBlock, ParagraphBlock


def letter_lines(document: Document) -> Iterator[str]:
    """Yield the lines of a letter: its title, then its parts, with more space at the beginning the deeper they are."""
    yield document.meta.title
    for part in document.parts[1:]:
        yield ""
        yield part.heading
        for block in part.blocks:
            yield from _block(block, "  ")


def _block(block: Any, indent: str) -> Iterator[str]:
    match block:
        case ParagraphBlock():
            yield indent + _words(block.children)
        case CalloutBlock():
            for each in block.blocks:
                yield from _block(each, indent)
        case DivisionBlock():
            yield ""
            yield indent + block.heading
            for each in block.blocks:
                yield from _block(each, f"{indent}  ")
        case FactsBlock():
            for fact in block.facts:
                yield from _fact(fact, indent)


def _fact(fact: Fact, indent: str) -> Iterator[str]:
    first, *more = (_words(value) for value in fact.values)
    yield f"{indent}{line(fact.term)}: {first}"
    yield from (f"{indent}  {words}" for words in more)


def _words(children: Inlines) -> str:
    """Words in a line, with what tells that some were inserted or deleted."""
    return "".join(
        f"{each.begins}{line(each.children)}{each.ends}" if isinstance(each, ChangedInline) else line((each,))
        for each in children
    )

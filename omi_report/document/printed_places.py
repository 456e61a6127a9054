"""Where in a report a word is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from omi_report.document.inlines import ReferenceInline
from omi_report.document.printed import printed, printed_in
from omi_report.document.references import References
from omi_report.document.tree import DivisionBlock, Part
from omi_report.numbering import name_of

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """A part or a numbered division of one: how to refer to it, and the words that it prints."""

    reference: ReferenceInline
    words: frozenset[str]


def printed_places(parts: Iterable[Part], references: References) -> Iterator[PrintedPlace]:
    """Yield the places of a report in its order: each part without its numbered divisions, then these divisions."""
    for part in parts:
        divisions = [block for block in part.blocks if isinstance(block, DivisionBlock) and block.label]
        rest = replace(part, blocks=tuple(block for block in part.blocks if block not in divisions))
        yield PrintedPlace(_reference(part, references), _words(printed_in(rest)))
        for division in divisions:
            yield PrintedPlace(_reference_to(division, references), _words(printed((division,))))


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(text))


def _reference(part: Part, references: References) -> ReferenceInline:
    if part.number:
        return references.section(part.number).short()
    if part.appendix:
        return ReferenceInline(part.id, part.label, "short")
    return ReferenceInline(part.id, part.heading, "title")


def _reference_to(division: DivisionBlock, references: References) -> ReferenceInline:
    number = name_of(division.label)
    if number in references.framework.criteria:
        return references.criterion(number).short()
    return ReferenceInline(division.id, f"{division.label} {division.heading}", "number-title")

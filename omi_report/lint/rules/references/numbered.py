"""What a number in a text can stand for: the criterion, section, appendix, table or chart of that number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from omi_report.inspection import Inspection
from omi_report.numbering import letters_of


class Target(NamedTuple):
    """Something with a number: the role and the name that refer to it, and its title where it has one."""

    role: str
    name: str
    title: str = ""

    @property
    def written(self) -> str:
        """The reference without the title, as a text has it."""
        return f"{{{self.role}}}`{self.name}`" if self.role in ("table", "chart") else f"{{{self.role}}}`~{self.name}`"


@lru_cache(maxsize=1)
def targets_by_number(inspection: Inspection) -> dict[tuple[str, str], Target]:
    """Return everything in the report that has a number, by its role and number."""
    framework, outline = inspection.framework, inspection.outline
    found: list[tuple[str, Target]] = []
    if outline.has_criteria:
        found += [(number, Target("criterion", number, each.title)) for number, each in framework.criteria.items()]
        found += [(each.number, Target("section", each.number, each.title)) for each in framework.sections]
    found += [
        (str(placed.appendix), Target("appendix", placed.part.name, placed.part.heading or ""))
        for placed in outline.parts
        if placed.appendix
    ]
    found += [(str(number), Target("table", name)) for name, number in outline.tables.items()]
    found += [(str(number), Target("chart", name)) for name, number in outline.charts.items()]
    return {(target.role, number): target for number, target in found}


def criterion_numbers(inspection: Inspection) -> str:
    """Return a pattern for numbers that look like those of the framework's criteria, letters and all."""
    return _pattern(frozenset(map(_shape, inspection.framework.criteria)))


def any_numbers(inspection: Inspection) -> str:
    """Return a pattern for the numbers of criteria, sections, appendices, tables and charts."""
    framework = inspection.framework
    numbered = [*framework.criteria, *(section.number for section in framework.sections)]
    return _pattern(frozenset({*map(_shape, numbered), ("", 0), ("", 1)}))


def looks_like(number: str, others: Iterable[str]) -> bool:
    """Say whether a number is written as one of some others: with the same letters and as many dots."""
    return _shape(number) in set(map(_shape, others))


def _shape(number: str) -> tuple[str, int]:
    return letters_of(number), number.count(".")


@lru_cache(maxsize=8)
def _pattern(shapes: frozenset[tuple[str, int]]) -> str:
    """A pattern for numbers of these letters and so many dots; the capitals of letters count."""
    written = []
    for letters, dots in sorted(shapes, key=lambda shape: (not shape[0], -shape[1], shape[0])):
        digits = r"\d{1,2}" + r"\.\d{1,3}" * dots
        written.append(rf"(?-i:{re.escape(letters)})\s?{digits}" if letters else digits)
    return f"(?:{'|'.join(written)})"

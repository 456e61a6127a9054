"""What a number in a text can stand for: the criterion, section, appendix, table or chart of that number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.language.terms import OMI, Terms
from omi_report.lint.checked_text import of_framework
from omi_report.model.framework import Framework
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


@remembered
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


class Leading(NamedTuple):
    """What stands before a number: the role that it speaks of, and whether several numbers can follow."""

    role: str
    many: bool


def called(target: Target, framework: Framework) -> str:
    """Return what a message calls a criterion, a section or an appendix: the standard P 1.1."""
    match target.role:
        case "criterion":
            return f"{framework.terms.criterion} {framework.shown(target.name)}"
        case "section":
            return f"{framework.terms.section} {framework.shown(target.name)}"
        case _:
            return f"the {target.role} «{target.name}»"


@lru_cache(maxsize=8)
def words_before_numbers(own: Terms) -> dict[str, Leading]:
    """Return the words for criteria and sections in small letters: omi's, and a framework's ``own``."""
    words: dict[str, Leading] = {}
    for terms in (OMI, own):
        words |= dict.fromkeys((terms.criterion.casefold(), terms.criteria.casefold()), Leading("criterion", True))
        words |= {
            terms.sections.casefold(): Leading("section", True),
            terms.section.casefold(): Leading("section", False),
        }
    return words


@lru_cache(maxsize=8)
def words_for_one(own: Terms) -> dict[str, str]:
    """Return the words for one criterion and one section in small letters, each with its role."""
    words = words_before_numbers(own)
    singular = {word.casefold() for terms in (OMI, own) for word in (terms.criterion, terms.section)}
    return {word: each.role for word, each in words.items() if word in singular}


@lru_cache(maxsize=16)
def any_of(words: tuple[str, ...]) -> str:
    """Return a pattern for any of some words, with any space between the words of one."""
    longest_first = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first) + ")"


@of_framework
def criterion_numbers(framework: Framework) -> str:
    """Return a pattern for numbers that look like those of the criteria of a text's framework, letters and all."""
    return _pattern(frozenset(map(_shape, framework.criteria)))


@of_framework
def any_numbers(framework: Framework) -> str:
    """Return a pattern for the numbers of criteria, sections, appendices, tables and charts."""
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

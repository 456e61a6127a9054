"""What stands below a recommendation as facts: by when, who sees to it, and which criteria it answers.

A fact has a label, in the words of the report's language: in a line of its own, before a colon, or in the first column
of a table. Its value stands behind it or below it. A criterion that is answered is named by its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from omi_report.importing.content import Context
from omi_report.importing.joining import COLUMNS
from omi_report.importing.named_criteria import criteria_named
from omi_report.importing.pieces import ReportPiece, bare
from omi_report.language.language import Language

_FINDING = re.compile(r"\s*\([a-z]{1,2}\)$")
_DEADLINE, _OWNER, _ANSWERS = "deadline", "owner", "answers"


@dataclass
class RecommendationFacts:
    """The text of a recommendation, its facts, and the pieces that they were read from."""

    body: list[ReportPiece] = field(default_factory=list)
    deadline: str = ""
    owner: str = ""
    criteria: list[str] = field(default_factory=list)
    read: list[ReportPiece] = field(default_factory=list)


class _Row(NamedTuple):
    """A line: the name of the fact whose label it has, empty for none, and the rest of its words."""

    name: str
    words: str


def facts_of(pieces: list[ReportPiece], context: Context) -> RecommendationFacts:
    """Return the text of a recommendation, and the facts that stand below it."""
    found = RecommendationFacts()
    waiting = ""
    for piece in pieces:
        rows = list(_rows(piece, context.language)) if found.body else []
        after = waiting
        for row in rows:
            after = row.name or (after if _may_stand(after, row.words, found, context) else "-")
            if after == "-":
                break
        if not after or after == "-":
            found.body.append(piece)
            waiting = ""
            continue
        for row in rows:
            waiting = row.name or waiting
            _put(found, waiting, row.words, context)
        found.read.append(piece)
    return found


def _rows(piece: ReportPiece, language: Language) -> Iterator[_Row]:
    for cells in piece.rows or (tuple(COLUMNS.split(piece.text.strip())),):
        first, *rest = cells
        label, colon, behind = first.partition(":")
        name = _labels(language).get(bare(label), "")
        if name:
            yield _Row(name, " ".join(each for each in (behind.strip() if colon else "", *rest) if each))
        else:
            yield _Row("", " ".join(each for each in cells if each))


def _may_stand(name: str, words: str, found: RecommendationFacts, context: Context) -> bool:
    """Whether words without a label are the value of the fact above: its only one, or one more criterion."""
    if name == _ANSWERS:
        return bool(_answered(words, context))
    return name in (_DEADLINE, _OWNER) and not getattr(found, name)


def _answered(words: str, context: Context) -> list[str]:
    """The criteria that are named in a line, or alone in it, or with one of their findings: «1.2 (a)»."""
    return criteria_named(words, context) or criteria_named(f"({_FINDING.sub('', words)})", context)


def _put(found: RecommendationFacts, name: str, words: str, context: Context) -> None:
    if name == _ANSWERS:
        for number in _answered(words, context):
            if number not in found.criteria:
                found.criteria.append(number)
    elif name == _DEADLINE:
        found.deadline = _as_date(words, context.language)
    elif name == _OWNER:
        found.owner = words


def _as_date(words: str, language: Language) -> str:
    """A month or day as the file has it; the words themselves for any other time."""
    months = {name.casefold(): number for number, name in enumerate(language.months, 1)}
    match words.casefold().split():
        case [month, year] if month in months and len(year) == 4 and year.isdigit():
            return f"{year}-{months[month]:02}"
        case [day, month, year] if month in months and len(year) == 4 and year.isdigit() and day.isdigit():
            return f"{year}-{months[month]:02}-{int(day):02}"
        case _:
            return words


@lru_cache(maxsize=4)
def _labels(language: Language) -> dict[str, str]:
    """The names of the facts by the words that a report has for them."""
    written = {_DEADLINE: "By when", _OWNER: "Owner", _ANSWERS: "Answers"}
    return {bare(words): name for name, label in written.items() for words in (language.label(label), name)}

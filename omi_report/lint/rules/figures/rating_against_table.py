"""OMI248: a text beside a table gives another rating for a row than the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from omi_report.inspection import Inspection, remembered
from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.table_rows import WrittenTable, tables_of
from omi_report.lint.rules.references.numbered import any_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI248",
    "rating-against-table",
    Severity.WARNING,
    "A text names the row of a table of ratings in its own part, or its total, and gives it another rating.",
    "The two stand on one page.",
    bad="Area score: **Good**   # the total of the table below has the grade passable",
    good="Area score: **Passable**",
)

_QUOTE = r"['‘’\"“”«»*_]*"


@remembered
def _ratings_in(inspection: Inspection) -> Mapping[str, Mapping[str, list[tuple[str, int]]]]:
    """The ratings of the rows of all tables, each with its line, by file and by the row's name in small letters."""
    found: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for table in tables_of(inspection):
        for name, band, line in _rated(table):
            found.setdefault(table.file, {}).setdefault(name, []).append((band, line))
    return found


@each_text(language="en", standard=False, facts=(_ratings_in,))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each row that a text calls something on a scale."""
    ratings = text.fact(_ratings_in).get(text.prose.file)
    if ratings is None:
        return
    names = {band.id: band.name for band in text.framework.bands}
    bands = any_of(tuple(names.values()))
    for match in _stated(any_of(tuple(ratings)), bands).finditer(text.words):
        given = ratings[one_line(match["row"]).casefold()]
        said = one_line(match["band"])
        right = [names[band] for band, _ in given if band in names]
        if right and said.casefold() not in [name.casefold() for name in right]:
            message = f"line {given[0][1]} has «{right[0]}» for «{one_line(match['row'])}», not «{said}»"
            yield text.problem(RULE, *match.span("band"), message, f"write «{right[0]}», or correct the table")


def _rated(table: WrittenTable) -> Iterator[tuple[str, str, int]]:
    for row in table.all_rows:
        for column, value in table.cells(row):
            if column.unit == "rating" and row.name:
                yield " ".join(row.name.casefold().split()), str(value), value.start.line


@lru_cache(maxsize=8)
def _stated(rows: str, bands: str) -> re.Pattern[str]:
    """The name of a row, a colon or a verb, and a rating: «Area score: **Good**», «Interventions was graded Good»."""
    said = r"(?:assessed|given|graded|judged|rated|scored)"
    return re.compile(
        rf"(?<![\w-]){_QUOTE}(?P<row>{rows}){_QUOTE}\s*(?::\s*|\(\s*|,?\s+(?:is|was|were|of)\s+(?:{said}\s+)?|\s+{said}\s+)"
        rf"(?:as\s+|at\s+|an?\s+)?{_QUOTE}(?P<band>{bands}){_QUOTE}(?=\s*(?:[.,;:)\n]|\Z|and\b|but\b|for\b|overall\b))",
        re.IGNORECASE,
    )

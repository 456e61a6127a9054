"""Tables that stand in a text: totals that their rows do not come to, and a sample of another size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.rules.figures.inventory import sampled
from omi_report.lint.rules.figures.reckoning import house
from omi_report.problems import Problem, Rule
from omi_report.prose.nodes import TextCell, TextTable, plain_inlines

_TOTALS = frozenset(("total", "totals", "grand total", "sum", "in all", "altogether"))
_OR_MEANS = frozenset(("all", "overall"))
"""What a row is called that has the total of the others, or their mean."""


def wrong_tables(text: CheckedText, rule: Rule) -> Iterator[Problem]:
    """Add up the tables of a text, and hold what they say of the sample against area.yaml."""
    for table in text.view.tables:
        yield from _wrong_totals(text, table, rule)
        yield from _wrong_samples(text, table, rule)


def _wrong_totals(text: CheckedText, table: TextTable, rule: Rule) -> Iterator[Problem]:
    """Find the totals in the last row that the rows above it do not come to; percentages and means are none."""
    parts, last = table.rows[:-1], table.rows[-1] if table.rows else ()
    name = _words(last[0]) if last else ""
    if len(parts) < len(("one", "another")) or name not in _TOTALS | _OR_MEANS:
        return
    if any(_no_part().search(_words(row[0])) for row in parts):
        return
    for column, head in enumerate(table.heads[1:], start=1):
        numbers = [_number(row[column]) for row in parts]
        counts, total = [each for each in numbers if each is not None], _number(last[column])
        if total is None or len(counts) < len(numbers) or _no_count().search(_words(head)):
            continue
        right = sum(counts, Decimal())
        if total == right or (name in _OR_MEANS and min(counts) <= total <= max(counts)):
            continue
        message = f"the rows above come to {right:,}, not the total of {total:,}"
        yield text.problem(rule, *last[column].span, message, f"write {right:,}, or correct one of the rows")


def _wrong_samples(text: CheckedText, table: TextTable, rule: Rule) -> Iterator[Problem]:
    """Find the row of the cases in the sample, where it has one number and that is another than in area.yaml."""
    for row in table.rows:
        if not _of_sample().fullmatch(_words(row[0])):
            continue
        found = [(cell, number) for cell in row[1:] if (number := _number(cell)) is not None]
        total = sum(kind.number for kind in sampled(text.inspection))
        if len(found) == 1 and total and found[0][1] != total:
            message = f"the sample in area.yaml is of {house(total)} cases, not {found[0][1]:,}"
            yield text.problem(rule, *found[0][0].span, message, f"write {house(total)}, or correct area.yaml")


def _words(cell: TextCell) -> str:
    return " ".join(plain_inlines(cell.children).casefold().split())


def _number(cell: TextCell) -> Decimal | None:
    """The number of a cell that is nothing else, perhaps of pounds."""
    written = _words(cell).removeprefix("£")
    return Decimal(written.replace(",", "")) if _figures().fullmatch(written) else None


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")


@cache
def _no_part() -> re.Pattern[str]:
    """The name of a row that is a part of another row, or a total of some."""
    return re.compile(r"^(?:of which|of whom|of these|including)\b|\b(?:sub-?)?totals?\b")


@cache
def _no_count() -> re.Pattern[str]:
    """The heading of a column whose numbers are not to be added."""
    return re.compile(
        r"%|\b(?:averages?|level|means?|median|per|percentages?|rank|rates?|ratio|scores?|shares?|years?)\b"
    )


@cache
def _of_sample() -> re.Pattern[str]:
    return re.compile(
        r"(?:number of |all |total )?(?:the )?(?:cases|case files) "
        r"(?:in (?:the|our) (?:whole )?sample|inspected|sampled)|(?:size of the|number of cases in the) sample"
    )

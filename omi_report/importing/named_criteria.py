"""Which criteria a text is about: those that it names by their numbers, else the one that it has most words of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.importing.content import Context
from omi_report.importing.pieces import bare
from omi_report.numbering import as_written, name_of

_ONE = r"(?:[A-Z]{1,3}\s?)?\d[\d.]*\d"
_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_PAGE = re.compile(r"(?:see\s)?(?:pages?|pp?\.)\s?\d[\d–-]*", re.IGNORECASE)


def criteria_named(text: str, context: Context) -> list[str]:
    """Return the criteria that a text names, each once, as their numbers are written.

    A number counts behind the word for criteria, or in brackets that hold nothing but numbers of criteria and pages.
    """
    terms = context.framework.terms
    words = "|".join(re.escape(word) for word in sorted({terms.criterion, terms.criteria}, key=len, reverse=True))
    behind = re.compile(
        rf"(?:{words})[\s:]+((?:[A-Z]{{1,3}}\s?)?\d[\d.]*(?:(?:,|,?\sand|;)\s*[A-Z\s]*\d[\d.]*)*)", re.IGNORECASE
    )
    found: list[tuple[int, str]] = []
    for match in behind.finditer(text):
        found += [(match.start(1), name_of(number)) for number in re.findall(_ONE, match[1])]
    for match in _BRACKETS.finditer(text):
        found += [(match.start(1), name) for name in _in_brackets(match[1], context)]
    names = dict.fromkeys(name for _at, name in sorted(found, key=lambda each: each[0]))
    return [as_written(context.framework.numbers[name]) for name in names if name in context.framework.criteria]


def _in_brackets(text: str, context: Context) -> Iterator[str]:
    said = [each for each in _BETWEEN.split(text.strip()) if each and not _PAGE.fullmatch(each)]
    names = [name_of(each) for each in said]
    yield from names if all(name in context.framework.criteria for name in names) else ()


def likeliest_criterion(text: str, context: Context) -> str:
    """Return the criterion whose title and statement have most words in common with a text."""
    said = set(bare(text).split())

    def shared(number: str) -> int:
        criterion = context.framework.criteria[number]
        title, statement = (set(bare(words).split()) & said for words in (criterion.title, criterion.statement))
        return sum(2 * len(word) for word in title if len(word) > 3) + sum(
            len(word) for word in statement if len(word) > 3
        )

    return as_written(max(context.framework.criteria, key=shared))

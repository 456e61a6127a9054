"""OMI508: two spaces stand where one belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI508",
    "double-space",
    Severity.INFO,
    "Two or more spaces stand between two words or after a full stop.",
    "The report prints one of them, but a search for the words finds nothing, and every comparison of drafts shows it.",
    bad="Plans were made.  Reviews were not.",
    good="Plans were made. Reviews were not.",
)


@each_text(titles=True, holds=("  ", "\t"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the runs of spaces inside lines."""
    for match in _spaces().finditer(text.words):
        if _list_mark().search(text.words, max(0, match.start() - 12), match.start()):
            continue
        count = match.end() - match.start()
        message = f"{count} spaces in a row" if count > 1 else "a tab between two words"
        yield text.problem(RULE, *match.span(), message, "write one space", fix=text.fix(*match.span(), " "))


@cache
def _spaces() -> re.Pattern[str]:
    """Not at the beginning of a line, after the mark of a list, nor at its end, where Markdown gives them a sense."""
    return re.compile(r"(?<=\S)(?<!\n[-*+>])[ \t]{2,}(?=\S)|(?<=\S)[ \t]*\t[ \t]*(?=\S)")


@cache
def _list_mark() -> re.Pattern[str]:
    return re.compile(r"(?:^|\n)[ \t]*(?:[-*+>]|\d+[.)]|#+)\Z")

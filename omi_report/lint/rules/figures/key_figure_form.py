"""OMI267: the words of a key figure do not go on from the number that is printed above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.lexicon import is_common
from omi_report.lint.rules.publication.calendar_days import MONTHS
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI267",
    "key-figure-form",
    Severity.WARNING,
    "The words of a key figure begin with its number, or with a capital that is not that of a name, or they end with a "
    "full stop. The number stands above them, large, and they go on from it.",
    "The glance would print the number twice, or what looks like a sentence without its head.",
    bad="- {figure: 1.5/plan-on-time | rest, says: 37% of first sentence plans were late.}",
    good="- {figure: 1.5/plan-on-time | rest, says: of first sentence plans were late}",
)


def _is_of_key_figure(prose: Prose) -> bool:
    return prose.path[0] == "key_figures" and prose.path[-1] == "says"


@each_text(language="en", standard=False, where=_is_of_key_figure)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at how the words begin and end."""
    words = text.words.rstrip()
    if number := _number().match(words):
        message = f"these words begin with «{number.group().strip()}», and the number is printed above them"
        yield text.problem(RULE, *number.span(), message, "leave the number out: «of cases were …»")
    elif (first := _capital().match(words)) and first[1] not in MONTHS and is_common(first[1].lower()):
        small = first[1].lower()
        message = f"«{first[1]}» begins with a capital, and these words go on from the number above them"
        yield text.problem(RULE, *first.span(1), message, f"write «{small}»")
    if words.endswith(".") and not _shortened().search(words):
        end = len(words)
        message = "these words end with a full stop, and they are no sentence"
        yield text.problem(RULE, end - 1, end, message, "leave it out")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\s*\d[\d,.]*(?:\s?%|\s+per\s?cent\b|\s+(?:out\s+)?of\s+(?:the\s+)?\d[\d,]*|(?=\s+of\b))")


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"\s*([A-Z][a-z]*)\b(?![’'-])")


@cache
def _shortened() -> re.Pattern[str]:
    return re.compile(r"\b(?:etc|[A-Za-z]\.[A-Za-z])\.\Z")

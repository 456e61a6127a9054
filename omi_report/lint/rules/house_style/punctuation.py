"""OMI515: a slip around a full stop or a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import covers, each_text
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.view import MASK

RULE = Rule(
    "OMI515",
    "punctuation",
    Severity.WARNING,
    "Two full stops, commas, colons or semicolons stand together, a space stands before one or none after it, or a "
    "sentence begins with a small letter. What is quoted from somebody is left as it is.",
    "Such slips are what is left of a sentence that was changed, and more of it may be wrong.",
    bad="Plans were late .. some were thin.",
    good="Plans were late. Some were thin.",
)


@each_text(language="en", quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for each kind of slip in the writer's own words."""
    if not _signs().search(text.words):
        return
    english = covers("en-GB", text.framework.language)
    for match in _slip().finditer(text.words):
        kind, start = str(match.lastgroup), match.start()
        if not _before(kind).search(text.words, max(0, start - 2), start):
            continue
        if kind != "small" or (english and _begins_sentence(text.words, match)):
            yield _problem(text, match)


def _begins_sentence(words: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence of the same paragraph, and not an abbreviation."""
    paragraph = "\n\n" not in match["small"]
    return paragraph and not _abbreviation().search(words, max(0, match.start() - 10), match.start() + 1)


def _problem(text: CheckedText, slip: re.Match[str]) -> Problem:
    written, (start, end) = slip.group(), slip.span()
    match slip.lastgroup:
        case "doubled":
            replacement = next(sign for sign in ".;:," if sign in written)
            message = f"«{written}» stands here"
        case "space_before":
            replacement = written.strip()
            message = f"a space stands before «{replacement}»"
        case "no_space":
            replacement = f"{written} "
            message = f"no space stands after «{written}»"
        case _:
            start = end - 1
            replacement = written[-1].upper()
            message = "a sentence begins with a small letter"
    return text.problem(RULE, start, end, message, f"write «{replacement}»", fix=text.fix(start, end, replacement))


@cache
def _signs() -> re.Pattern[str]:
    """What is quick to find, and in every slip."""
    return re.compile(r"[.,;:](?=[.,;:])|[.,](?=[A-Za-z])|[.,;](?<=[ ].)|\.(?=\s+[a-z])")


@cache
def _slip() -> re.Pattern[str]:
    """The slips. What must stand before one is tested afterwards: searching for it first takes ten times as long."""
    return re.compile(
        r"(?P<doubled>\.\.|,,|,\.|;;|::|,;|;,|,:|;\.|:\.)(?![.,;:])"
        r"|(?P<space_before> +[,;.])(?=\s|\Z)"
        r"|(?P<no_space>[.,](?=[A-Z][a-z]+\s)|,(?=[a-z]+\s))"
        r"|\.(?P<small>\s+[a-z])(?=[a-z]*[\s,;])"
    )


@cache
def _before(kind: str) -> re.Pattern[str]:
    patterns = {
        "doubled": r"[^.,;:]\Z",
        "space_before": rf"[\w)%{MASK}]\Z",
        "no_space": r"[a-z]{2}\Z",
        "small": rf"[a-z)%{MASK}]\Z",
    }
    return re.compile(patterns[kind])


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![a-z])(?:al|approx|ca|cf|co|ed|eds|eg|e\.g|est|etc|ext|ff|fig|ie|i\.e|incl|ltd|max|min|no|nos|op|para|"
        r"pp?|resp|viz|vol|vs)|\b[a-z])\.\Z",
        re.IGNORECASE,
    )

"""OMI537: a phrase is written as it is heard, or is no phrase of written English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.house_style.words import with_case_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI537",
    "wrong-phrase",
    Severity.WARNING,
    "A phrase is written as it is heard («on route», «for all intensive purposes», «could care less»), says a thing "
    "twice («the reason is because»), or takes a plural for a singular («a criteria»).",
    "Readers who know the phrase stop at it, and translate it back for themselves.",
    bad="Irregardless of risk, they were on route. The reason is because a criteria was missing.",
    good="Regardless of risk, they were en route. The reason is that a criterion was missing.",
)


@each_text(language="en", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for the phrases whose longest word a text has."""
    known = _by_word()
    may_be = [each for rarest in known.keys() & text.view.vocabulary for each in known[rarest]]
    for wrong, right in may_be:
        if wrong in text.view.own_in_line:
            for match in _pattern(wrong).finditer(text.view.own_in_small):
                start, end = match.span()
                written = one_line(text.text[start:end])
                meant = with_case_of(written[0], right)
                fix = text.fix(start, end, meant) if written.isalpha() else None
                yield text.problem(
                    RULE, start, end, f"«{written}»: the phrase is «{meant}»", f"write «{meant}»", fix=fix
                )


@cache
def _by_word() -> dict[str, list[tuple[str, str]]]:
    """The phrases, each with what is right, by the longest word of each: few texts have it."""
    found: dict[str, list[tuple[str, str]]] = {}
    lines = (Path(__file__).parent / "british" / "phrases.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        wrong, _, right = line.partition(" > ")
        key = max(re.findall("[a-z]+", wrong), key=len)
        found.setdefault(key, []).append((wrong, right))
    return found


@cache
def _pattern(wrong: str) -> re.Pattern[str]:
    body = r"\s+".join(re.escape(word) for word in wrong.split())
    return re.compile(rf"(?<![\w'’-]){body}(?![\w'’-])")

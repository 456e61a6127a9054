"""OMI558: the comma of a large number, or a sign of money or per cent, stands where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI558",
    "misplaced-sign",
    Severity.WARNING,
    "A comma stands in a number where it does not part thousands («763,11», «4334,8»), or a sign of money or of per "
    "cent stands on the other side of its number, twice, or apart from it («70£», «%45», «45%%», «£ 50»).",
    "A key was struck twice or too soon, and nobody can say which number was meant.",
    bad="The lease cost 4334,8£, and %45 of it was paid.",
    good="The lease cost £43,348, and 45% of it was paid.",
)

_SIGNS = "£€$%"


@each_text(language="en", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at the signs beside numbers."""
    if not _may_be().search(text.words):
        return
    for match in _comma().finditer(text.words):
        written = match.group()
        meant = f"{int(written.replace(',', '')):,}"
        message = f"«{written}»: a comma in a number stands before three digits"
        yield text.problem(RULE, *match.span(), message, f"write «{meant}», if that is the number")
    for match in _sign().finditer(text.words):
        written = match.group()
        number = _digits().findall(written)[0]
        sign = next(each for each in written if each in _SIGNS)
        meant = f"{number}{sign}" if sign == "%" else f"{sign}{number}"
        if written.endswith("p"):
            message = f"«{written}»: the signs of pounds and of pence stand beside one number"
            hint = f"write «{meant}», or «{number}p», whichever it is"
            yield text.problem(RULE, *match.span(), message, hint)
            continue
        where = "behind" if sign == "%" else "before"
        message = f"«{written}»: the sign {sign} stands once, right {where} its number"
        yield text.problem(RULE, *match.span(), message, f"write «{meant}»")


@cache
def _may_be() -> re.Pattern[str]:
    """A quick look: a comma between digits that are too many or too few, or a sign where none belongs."""
    return re.compile(r"\d{4},\d|\d{2},\d\d?(?!\d)|,,\d|%[\d%]|\d[£€$]|[£€$][£€$ ]")


@cache
def _comma() -> re.Pattern[str]:
    """A comma before one, two or four digits, or twice. Two numbers of two digits may be a list («12,13 and 14»)."""
    few = r"\d{3}(?:,\d{3})*,\d{1,2}|\d{1,2}(?:,\d{3})+,\d{1,2}|\d\d,\d"
    pair = r"(?<=£)\d\d,\d\d|\d\d,\d\d(?=\s(?!and\b|or\b)[a-z]{2})"
    return re.compile(rf"(?<![\w.,/-])(?:{few}|{pair}|\d{{4,}},\d+|\d+,,\d+)(?![\w,/-]|\.\d)")


@cache
def _sign() -> re.Pattern[str]:
    number = r"\d(?:[\d,.]*\d)?"
    signs = rf"%+{number}%?|[£€$]{{2,}}\s?{number}|[£€$]\s{number}(?:\s?p(?!\w))?|{number}\s?[£€$]|{number}%%+"
    return re.compile(rf"(?<![\w£€$%.,/])(?:{signs})(?![\w/%])")


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d(?:[\d,.]*\d)?")

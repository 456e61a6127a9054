"""OMI554: a number holds a letter that looks like a digit, or a word a digit that looks like a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.lexicon import is_common
from omi_report.lint.rules.publication.calendar_days import ANY_MONTH
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI554",
    "letter-in-number",
    Severity.WARNING,
    "A number holds a letter that looks like a digit: l or I for 1, O or o for 0 («l2 weeks», «1O%»), and before "
    "a sign for per cent S for 5, B for 8 or Z for 2. Or a word holds such a digit («p1an», «0ffender»).",
    "A scanner has read it so, or a finger slipped. Nobody who searches for the number finds it, and no rule reckons "
    "with it.",
    bad="Within l2 weeks 4O% of plans had been written.",
    good="Within 12 weeks 40% of plans had been written.",
)

_DIGITS = str.maketrans("lIOoSBZ", "1100582")
_NAMES = frozenset(("O2", "O365"))
"""What is written so, and is no number."""

_UNITS = (
    r"per\s+cent|cases|days|hours|minutes|months|offenders|people|prisoners|staff|weeks|working|years|orders|licences|"
    "plans"
)


@each_text(titles=True)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for digits and such letters in one word."""
    if not _may_be().search(text.words):
        return
    yield from _words(text)
    for match in _number().finditer(text.words):
        written = match["number"]
        if written not in _NAMES:
            right = written.translate(_DIGITS)
            message = f"«{written}» is a number with a letter in it"
            yield text.problem(RULE, *match.span("number"), message, f"write «{right}», with digits alone")


def _words(text: CheckedText) -> Iterator[Problem]:
    """Words that are common ones when their digits are read as the letters that these look like."""
    for match in _word().finditer(text.words):
        written = match.group()
        letters = (written.translate(str.maketrans("051", f"os{one}")) for one in "li")
        right = next((each for each in letters if is_common(each.lower())), None)
        if right:
            message = f"«{written}» is a word with a digit in it"
            yield text.problem(RULE, *match.span(), message, f"write «{right}», with letters alone")


@cache
def _word() -> re.Pattern[str]:
    """Four letters and more with one or two digits that look like letters among them."""
    before, after = r"(?<![\w.,/&’'-])", r"(?![\w/&’'-]|[.,]\w)"
    return re.compile(rf"{before}(?=[a-z]*[015][a-z]|[A-Za-z][a-z]*[015])[A-Z015]?[a-z015]{{3,}}(?<!\d\d\d){after}")


@cache
def _may_be() -> re.Pattern[str]:
    """A quick look: a digit beside such a letter, or such a digit beside two letters."""
    return re.compile(r"\d[lIOoSBZ]|[lIOSBZ]\d|[015][a-z]{2}|[a-z]{2}[015]")


@cache
def _number() -> re.Pattern[str]:
    """Figures and letters that look like them. A capital and one digit («unit I1») are taken so before a unit alone."""
    before, after = r"(?<![\w.,/&’'-])£?", r"(?![\w/&’'-]|[.,]\w)"
    mixed = r"(?:l|[IO](?=\w{2}))[\dlIOo]*\d[\dlIOo]*|\d[\d,.]*[IOo][\dlIOo]*|\d+l\d+"
    then = rf"{_UNITS}|{ANY_MONTH}|of\s+(?:the|these|those|\d)|had|have|were"
    counted = rf"(?:[IO]\d|\d+l)(?=%|\s+(?:{then})\b)|(?=[SBZ]*\d)[SBZ\d]{{2,3}}(?=%)"
    return re.compile(rf"{before}(?P<number>(?!\d+(?:[.,]\d+)*(?![\w.,]))(?:(?:{mixed})(?:[.,]\d+)?|{counted})){after}")

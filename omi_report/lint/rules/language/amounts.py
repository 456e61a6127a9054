"""Words for a mass before what is counted: «the amount of offenders», «less plans», «much cases»."""

from __future__ import annotations

import re
from functools import cache

from omi_report.lint.rules.language.holders import PERSONS
from omi_report.lint.rules.language.lexicon import is_common
from omi_report.lint.rules.language.nouns import AFTER_A_NOUN, SURELY_NOUNS, is_plural, plural_of
from omi_report.lint.rules.language.word_classes import ADJECTIVE, PLURAL, may_be

_RIGHT = {"amount": "number", "amounts": "numbers", "less": "fewer", "much": "many"}
_MEASURED = frozenset(
    "hours days weeks months years minutes miles pounds drugs funds resources benefits arrears fines damages costs "
    "earnings savings proceeds goods thanks wages".split()
)
"""What may be an amount although it is in the plural."""
_COUNTED = frozenset("people children men women staff".split())


@cache
def amount_of() -> re.Pattern[str]:
    """«the amount of offenders», with a word between at the most."""
    return re.compile(
        r"(?<![\w'’-])(?P<said>(?P<wrong>amounts?)\s+of\s+(?:the\s+|these\s+|those\s+)?(?P<first>[a-z]+\s+)?"
        r"(?P<noun>[a-z]+s|people|children|men|women))(?![\w'’-])"
    )


@cache
def less() -> re.Pattern[str]:
    """«less plans» and «much plans», with a noun between at the most."""
    return re.compile(
        r"(?<![\w'’-])(?<!no )(?<!how )(?<!of )(?<!so much )(?P<said>(?P<wrong>less|much)\s+(?P<first>[a-z]+\s+)?"
        r"(?P<noun>[a-z]+s|people|children|men|women))(?![\w'’-])"
        r"(?P<after>\s*[.,;:)]|\s*\Z|\s+[a-z]+)"
    )


@cache
def one_of_many() -> re.Pattern[str]:
    """«one of the officer»: a noun in the singular where several must be."""
    return re.compile(
        r"(?<![\w'’-])(?P<said>(?:(?:one|two|three|four|five|six|several|many|few|each|both|neither|either)\s+of\s+"
        rf"(?:the|these|those|their|its|our)\s+|(?:number|couple|handful|variety|majority|minority)\s+of\s+)"
        rf"(?P<wrong>[a-z]{{3,}})){AFTER_A_NOUN}"
    )


def right_of_many(match: re.Match[str]) -> str:
    """Return the plural; empty where the word is none that is counted, or may be a group."""
    word = match["wrong"]
    return plural_of(word) if word in SURELY_NOUNS or f"{word}s" in PERSONS else ""


def right_amount(match: re.Match[str]) -> str:
    """Return the word for a number; empty where a mass may be meant."""
    noun, first = match["noun"], (match["first"] or "").strip()
    if noun in _MEASURED or not ((is_plural(noun) and may_be(noun, PLURAL)) or noun in _COUNTED):
        return ""
    wrong = match["wrong"]
    if wrong.startswith("amount"):
        return "" if first and is_plural(first) else _RIGHT[wrong]
    if first and (may_be(first, ADJECTIVE) or not is_common(f"{first}s")):
        return ""
    return "" if match["after"].strip() in ("to", "a", "an", "the") else _RIGHT[wrong]

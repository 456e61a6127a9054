"""Percentages and ratios that stand in a text as literals: ``46%``, ``46 per cent``, ``six of 13``.

Other literals (money, dates, weeks, numbers of sites) are none of the rules' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from omi_report.language.english import in_words
from omi_report.quantity import Quantity

COUNTED = (
    "assessments cases children clients defendants files interviewees judges licences magistrates men offenders orders "
    "people plans PPOs prisoners proposals PSRs referrals reports residents respondents responses reviews sentencers "
    "staff victims women"
).split()
"""What inspections count. «Two of the four» is taken for a ratio only before one of these; in figures, or with «out
of», before any other word as well."""

_NOT_COUNTED = "days? weeks? months? years? hours? minutes? sessions? pounds pence miles times".split()
_LABELS = (
    "appendix chapter chart item level page paragraph part phase recommendation section stage step table tier".split()
)

NUMBERS = {in_words(number): number for number in range(100)} | {"a-hundred": 100}
"""Numbers in words, by their words."""

_UNITS = "|".join(in_words(unit) for unit in range(1, 10))
_TEENS = "|".join(in_words(number) for number in range(10, 20))
_TENS = "|".join(in_words(number) for number in range(20, 100, 10))
NUMERAL = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:{_TENS})(?:[-\s](?:{_UNITS}))?|{_TEENS}|{_UNITS}|zero)"
"""A pattern for a number in figures or in words."""

_APART = r"(?<![\w.,/£$€#-])"  # no figure begins inside a word, a sum of money or a date

# Each pattern begins with what is rare in a text; what stands before it is looked at only there.
_YEARS = range(1900, 2100)
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Literal:
    """A percentage or a ratio as the writer typed it, at an offset of its text."""

    start: int
    length: int
    text: str
    quantity: Quantity

    @property
    def is_percent(self) -> bool:
        """Whether it is a percentage and not a ratio."""
        return self.quantity.base is None


def literals(text: str) -> Iterator[Literal]:
    """Yield the literals of a masked text, percentages first."""
    if "%" in text or "cent" in text:
        yield from _percentages(text)
    yield from _ratios(text)


def number_of(text: str) -> int:
    """Return the number that figures or words stand for."""
    words = re.sub(r"\s+", "-", text.strip()).lower()
    return NUMBERS[words] if words in NUMBERS else int(text.replace(",", ""))


def _percentages(text: str) -> Iterator[Literal]:
    for sign in _sign().finditer(text):
        before = max(0, sign.start() - _BEFORE)
        value = _value_before().search(text, before, sign.start())
        if value is None or _range_before().search(text, before, value.start()):
            continue
        written = value[1] if value[1][0].isdigit() else str(number_of(value[1]))
        places = len(written.partition(".")[2])
        quantity = Quantity(Fraction(written), places=places)
        yield _literal(text, value.start(), sign.end(), quantity)


def _ratios(text: str) -> Iterator[Literal]:
    for match in _of().finditer(text):
        end = match.start() - 1
        if not text[end : match.start()].isspace():
            continue
        before = _count_before().search(text, max(0, end - _BEFORE), end)
        if before is None:
            continue
        count, base = number_of(before[1]), number_of(match["base"])
        in_figures = before[1][0].isdigit() or match["base"][0].isdigit()
        if before[2] and not in_figures and _is_idiom(text, match, count, base):
            continue
        unmistakable = bool(before[2]) or in_figures
        if _is_ratio(text, before.start(), match.end(), count, base, unmistakable=unmistakable):
            quantity = Quantity(Fraction(100 * count, base), count, base)
            yield _literal(text, before.start(), match.end(), quantity)


def _is_ratio(text: str, start: int, end: int, count: int, base: int, *, unmistakable: bool) -> bool:
    """Say whether numbers count cases or people: not a date, a page or a membership («one of 42 areas»)."""
    if base < 2 or base in _YEARS or _unit_after().match(text, end):
        return False
    if _label_before().search(text, max(0, start - _BEFORE), start):
        return False
    if _counted_after().match(text, end):
        return True
    return unmistakable and count > 1 and (count <= base or bool(_several_after().match(text, end)))


def _is_idiom(text: str, match: re.Match[str], count: int, base: int) -> bool:
    """Say whether «three out of four» is meant for a share: the figure itself stands in brackets after it."""
    if base not in (2, 3, 4, 5, 10) or count not in (1, base - 1) or "the" in match.group().split():
        return False
    return bool(_figure_in_brackets().match(text, match.end()))


def _literal(text: str, start: int, end: int, quantity: Quantity) -> Literal:
    return Literal(start, end - start, " ".join(text[start:end].split()), quantity)


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(r"%(?!\s*points?\b)|\bper\s?cent\b", re.IGNORECASE)


@cache
def _value_before() -> re.Pattern[str]:
    return re.compile(rf"{_APART}(\d{{1,4}}(?:\.\d{{1,3}})?|a\s+hundred|{NUMERAL})\s*$", re.IGNORECASE)


@cache
def _of() -> re.Pattern[str]:
    return re.compile(
        rf"of\s+(?i:(?:(?:all|our|the|these|those)\s+){{0,2}}(?P<base>{NUMERAL})"
        rf"(?![.,/-]?\w|\s*%|\s+per\s?cent))"
    )


@cache
def _count_before() -> re.Pattern[str]:
    return re.compile(rf"{_APART}({NUMERAL})(\s+out)?$", re.IGNORECASE)


@cache
def _range_before() -> re.Pattern[str]:
    return re.compile(r"\d\s+(?:to|and|or)\s+$|[-–—]$")


@cache
def _label_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_LABELS)})s?\s+$", re.IGNORECASE)


@cache
def _unit_after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[\w'-]+\s+)?(?:{'|'.join(_NOT_COUNTED)})\b", re.IGNORECASE)


@cache
def _figure_in_brackets() -> re.Pattern[str]:
    return re.compile(r"(?:\s+[\w'’-]+){0,6}\s*\(\s*(?:about\s+|or\s+)?(?:[0-9]{1,3}(?:\.[0-9]+)?\s?%|\ufffc)")


@cache
def _several_after() -> re.Pattern[str]:
    return re.compile(r"\s+(?:[a-z'-]+\s+){0,1}[a-z]{2,}s\b(?!\s+(?:ago|later)\b)")


@cache
def _counted_after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[\w'-]+\s+){{0,2}}(?:{'|'.join(COUNTED)})\b", re.IGNORECASE)

"""OMI236: «twice as many» is said of numbers of which the one is not twice the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import (
    COUNT,
    NUMBER,
    WORD,
    Number,
    Reckoning,
    house,
    per_cent,
    read,
)
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI236",
    "wrong-multiple",
    Severity.WARNING,
    "A sentence calls a number twice, double, three times or half another one beside it, or says that it doubled or "
    "halved from one to the other, and it is far from that.",
    "The word is what the reader remembers.",
    bad="There were 37 referrals, twice as many as the 26 of the year before.",
    good="There were 52 referrals, twice as many as the 26 of the year before.",
)

_TIMES: dict[str, Fraction] = {
    **dict.fromkeys(("twice", "double", "doubled", "doubling", "twofold"), Fraction(2)),
    **dict.fromkeys(("treble", "trebled", "trebling", "tripled", "tripling", "threefold"), Fraction(3)),
    **dict.fromkeys(("quadrupled", "fourfold"), Fraction(4)),
    **dict.fromkeys(("half", "halved", "halving"), Fraction(1, 2)),
}
_SAID = {Fraction(2): "twice", Fraction(3): "three times", Fraction(4): "four times", Fraction(1, 2): "half"}
_MANY = ("many", "then", "new", "now")
_FEW = ("few", "few_in_brackets", "first", "old", "before")
_NEAR = Fraction(13, 100)
"""How far from it, as a share, a number may be and still be called twice another."""
_NEARLY = Fraction(3, 10)
"""The same for what is called nearly twice another, on its own side."""


class _Multiple(NamedTuple):
    """What a sentence says: one number is so many times another; ``lead`` are words such as «nearly»."""

    many: Number
    few: Number
    times: Fraction
    said: str
    lead: str


@each_text(language="en", standard=False, words=frozenset((*_TIMES, "times", "fold")))
def check(text: CheckedText) -> Iterator[Problem]:
    """Divide the one number by the other."""
    reckoning = read(text)
    if reckoning is None:
        return
    for pattern in (_beside(), _apart(), _changed()):
        for match in pattern.finditer(reckoning.words):
            found = _read(reckoning, match)
            if found is not None and not _fits(found):
                yield _problem(reckoning, found)


def _problem(reckoning: Reckoning, found: _Multiple) -> Problem:
    right = found.few.value * found.times
    whole = house(int(right)) if right.denominator == 1 else str(float(right))
    if found.few.is_share:
        whole = per_cent(right, found.few.places)
    message = f"{found.said} {reckoning.written(found.few)} is {whole}, not {reckoning.written(found.many)}"
    return reckoning.problem(RULE, found.many, message, "correct one of the two, or choose other words")


def _read(reckoning: Reckoning, match: re.Match[str]) -> _Multiple | None:
    groups = match.groupdict()
    many, few = reckoning.number(match, *_MANY), reckoning.number(match, *_FEW)
    alike = many.mark == few.mark
    if many.base is not None or few.base is not None or not few.value or not alike:
        return None
    lead = " ".join((groups["lead"] or groups.get("nearly") or "").lower().split())
    if word := groups["word"] or groups.get("noun"):
        times = _TIMES[word.lower().replace("-", "")]
        return _Multiple(many, few, times, _SAID[times], lead)
    number = reckoning.number(match, "times")
    return _Multiple(many, few, number.value, f"{reckoning.written(number)} times", lead)


def _fits(found: _Multiple) -> bool:
    """Say whether the number is about what it is called. «More than halved» has no lower end."""
    ratio, up = found.many.value / found.few.value / found.times, found.times > 1
    beyond, short = any(word in found.lead for word in ("more", "over", "least")), found.lead in ("almost", "nearly")
    low = 1 - (_NEARLY if short and up else 1 if beyond and not up else _NEAR)
    high = 1 + (_NEARLY if short and not up else 1000 if beyond and up else _NEAR)
    return low <= ratio <= high


_LEAD = r"(?P<lead>almost|nearly|about|more\s+than|over|at\s+least)\s+"
_AS = r"as\s+(?:few|high|large|long|low|many|much|often)"


@cache
def _beside() -> re.Pattern[str]:
    """«52 referrals, twice as many as the 26 of the year before», «34 recalls, twice as many as in the south (17)»."""
    return re.compile(
        rf"(?P<many>{NUMBER})(?:\s+{WORD}){{0,5}}\s*[,(–-]\s*(?:{_LEAD})?(?:(?P<word>twice|double|treble|half)|"
        rf"(?P<times>{COUNT})\s+times)\s+(?:(?:{_AS}(?:\s+{WORD}){{0,2}}?\s+as\s+|the\s+(?:number|figure|rate)\s+of\s+)?"
        rf"(?:(?:in|the)\s+)?(?P<few>{NUMBER})(?!\s+times)|"
        rf"{_AS}(?:\s+{WORD}){{0,2}}?\s+as(?:\s+{WORD}){{1,6}}\s+\((?P<few_in_brackets>{NUMBER})\))",
        re.IGNORECASE,
    )


@cache
def _apart() -> re.Pattern[str]:
    """«Twice as many recalls in the north (34) as in the south (17)»."""
    return re.compile(
        rf"(?<!\w)(?:{_LEAD})?(?:(?P<word>twice|double|treble|half)|(?P<times>{COUNT})\s+times)\s+{_AS}"
        rf"(?:\s+{WORD}){{1,9}}\s*[(,]\s*(?P<many>{NUMBER})\s*[),]\s*as(?:\s+{WORD}){{1,8}}\s*[(,]\s*(?P<few>{NUMBER})",
        re.IGNORECASE,
    )


@cache
def _changed() -> re.Pattern[str]:
    """«Had doubled within a year, from 33 to 66», «doubled to 66 from 33», «from 33 to 66, a doubling»."""
    verb = r"(?P<word>(?:doubl|trebl|tripl|halv)ed|quadrupled|(?:two|three|four)-?fold)"
    noun = r"(?P<noun>(?:doubl|trebl|tripl|halv)ing|twice|double|half(?!\s+of\b))"
    return re.compile(
        rf"\b(?:{_LEAD})?{verb}(?:\s+{WORD}){{0,6}}[,:;]?\s*\(?(?:from\s+(?P<few>{NUMBER})(?:\s+{WORD}){{0,6}}?\s+to\s+"
        rf"(?P<many>{NUMBER})|to\s+(?P<then>{NUMBER})(?:\s+{WORD}){{0,6}}?,?\s+from\s+(?P<first>{NUMBER})|"
        rf"(?:{WORD}\s+){{1,4}}?(?P<now>{NUMBER})(?:\s+{WORD}){{0,4}}?,?\s+(?:after|against|compared\s+(?:to|with)|from|instead\s+of|"
        rf"up\s+from|down\s+from)\s+(?:only\s+|just\s+)?(?P<before>{NUMBER}))|"
        rf"\bfrom\s+(?P<old>{NUMBER})(?:\s+{WORD}){{0,6}}?\s+to\s+(?P<new>{NUMBER})(?:\s+{WORD}){{0,4}},\s+"
        rf"(?:(?:a|or|which\s+(?:is|was))\s+)?(?P<nearly>(?:almost|nearly|about|more\s+than|over|at\s+least)\s+)?{noun}\b",
        re.IGNORECASE,
    )

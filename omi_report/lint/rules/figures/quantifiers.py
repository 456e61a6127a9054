"""Finding the words for quantities in a text, and which percentages each can stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from omi_report.lint.rules.figures.quantity_words import ABOUT, FRACTIONS, LEADS, NOT_A_FRACTION, PHRASES, Limits

_REACH = 45  # characters before and after such a word that its phrase may take


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A word for a quantity, where a text holds it."""

    start: int
    end: int
    limits: Limits


def quantifier_at(text: str, key: re.Match[str]) -> Quantifier | None:
    """Return the word for a quantity, with what goes before it, to which a word of ``keys`` belongs."""
    for match in _words().finditer(text, max(0, key.start() - _REACH), min(len(text), key.end() + _REACH)):
        if match.start() <= key.start() < match.end():
            return Quantifier(match.start(), match.end(), _limits_of(match))
    return None


@cache
def _words() -> re.Pattern[str]:
    """One pattern for all phrases: a lead and a fraction, or another phrase; each is a group of its own."""
    leads = "|".join(rf"(?P<l{index}>{pattern})" for index, (pattern, _below, _above) in enumerate(LEADS))
    fractions = "|".join(rf"(?P<f{index}>{pattern})" for index, (pattern, _value, _near) in enumerate(FRACTIONS))
    phrases = "|".join(rf"(?P<p{index}>{pattern})" for index, (pattern, _limits) in enumerate(PHRASES))
    pattern = rf"\b(?:(?:(?:{leads}|(?P<about>{ABOUT})) )?(?:{fractions}){NOT_A_FRACTION}|{phrases})\b"
    # lookbehinds are of one width: a line end is one character, as the space that stands for it
    return re.compile(pattern.replace(" ", r"\s"), re.IGNORECASE)


def _limits_of(match: re.Match[str]) -> Limits:
    kind = match.lastgroup or ""
    if kind.startswith("p"):
        return PHRASES[int(kind[1:])][1]
    _pattern, value, near = FRACTIONS[int(kind[1:])]
    for index, (_lead, below, above) in enumerate(LEADS):
        if match[f"l{index}"]:
            return _fraction_limits(value, below, above)
    near += 1 if match["about"] else 0
    return _fraction_limits(value, near, near)


def _fraction_limits(value: Fraction, below: int | None, above: int | None) -> Limits:
    """The limits of a fraction with a lead; -1 leaves room for rounding, 0 leaves out the fraction itself."""
    half = Fraction(1, 2)
    low = Fraction() if below is None else value - half if below == -1 else value - below
    high = Fraction(100) if above is None else value + half if above == -1 else value + above
    return Limits(low, high, above=below == 0, below=above == 0)


@cache
def keys() -> re.Pattern[str]:
    """One word of each phrase: quick to find. Only where a figure is near is the whole phrase looked for."""
    return re.compile(
        r"(?:all|any|every|everybody|everyone|exception|few|half|majority|minority|most|no|nobody|none|"
        r"not (?:a single )?one|(?:one|two|three|four|nine) (?:in|out of) (?:three|four|five|ten|10)|tenths?|thirds?|"
        r"fifths?|quarters?)"
        r"\b".replace(" ", r"\s"),
        re.IGNORECASE,
    )

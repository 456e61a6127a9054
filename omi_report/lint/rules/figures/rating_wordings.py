"""The ways to say in words how something is rated, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from omi_report.lint.checked_text import one_line

QUOTE = r"['‘’\"“”«»*_]*"
"""A pattern for marks around the name of a rating."""

NOTHING = "(?!)"
"""A pattern for what a text does not speak of."""

SUBJECT = (
    r"(?:\A|[.;:,!?(–—]\s*|\n\s*\n\s*|\b(?:although|and|as|because|both|but|or|since|so|that|then|though|whereas|while)\s+|"
    r"\b(?:delivery|performance|practice|quality|results?|work)\s+(?:against|for|in|of|on|to|towards|under)\s+)"
)
"""A pattern for what stands before the subject of a clause."""


class Rateable(NamedTuple):
    """Patterns for what can be said to be rated: its own subject, a number, several, a title, the whole; bands."""

    own: str
    numbered: str
    several: str
    titled: str
    whole: str
    bands: str


_VERBS = ("rate", "judge", "grade", "assess", "mark", "place", "rank", "score")
_FOUND = (*_VERBS, "consider", "found")
_NOUNS = ("rating", "grade", "judge", "verdict")


class _Wording(NamedTuple):
    """A way to say that something is rated.

    One of the stems stands in all that the pattern fits, in small letters and with one space between words.
    """

    pattern: str
    stems: tuple[str, ...]


def wordings_in(words: str, things: Rateable) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that may fit somewhere in some words: the others are not even compiled."""
    small = one_line(words.lower())
    own, numbered, several, titled, whole = (_spoken_of(each, words) for each in things[:-1])
    spoken_of = Rateable(own, numbered, several, titled, whole, things.bands)
    about_own = _about_own(things.bands) if things.own != NOTHING else ()
    about_numbered = (*_about_numbered(spoken_of), *_about_several(spoken_of))
    for each in (*_about_named(spoken_of), *_about_whole(spoken_of), *about_numbered, *about_own):
        if any(stem in small for stem in each.stems):
            yield _pattern(each.pattern)


@cache
def another_time() -> re.Pattern[str]:
    """Return a pattern for words of another time, or of what only may be."""
    return re.compile(
        r"\b(?:previous\w*|last|earlier|then|formerly|would|could|should|if|unless|never|once|whether|"
        r"(?:in|since)\s+(?:19|20)\d\d)\b",
        re.IGNORECASE,
    )


def _spoken_of(thing: str, words: str) -> str:
    return thing if thing == NOTHING or _pattern(thing).search(words) else NOTHING


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _beside(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(pair) for pair in product(first, second))


_CALLED = ("rating", "grade", "judgement", "verdict")
_COLONS = (*(f"{noun}:" for noun in _CALLED), *(f"{noun} :" for noun in _CALLED))
_VERB = r"(?:rated?|judged?|graded?|assessed|marked|placed|ranked|scored)"
_WAS = ("is", "was", "remain")
_BE, _NOUN = r"(?:is|was|has\s+been|had\s+been)", r"(?:rating|grade|judgement|verdict)"
_ADVERB = r"(?:\w+ly\s+|overall\s+|therefore\s+|thus\s+){0,2}?"
_START = r"(?<![\w.])"
_END = r"(?=\s*(?:[.,;:)]|\Z)|\s+overall\b)"


def _band_of(bands: str) -> str:
    return rf"(?:as\s+|to\s+be\s+|at\s+|in\s+)?(?:an?\s+|the\s+)?{QUOTE}(?P<band>{bands}){QUOTE}(?=\W|$)"


def _quoted_band(bands: str) -> str:
    return rf"['‘\"“«*](?P<band>{bands})['’\"”»*]"


def _about_named(things: Rateable) -> tuple[_Wording, ...]:
    """How something with a number, or the subject of a text, is rated: «we rated criterion 2.1», «a rating of»."""
    if things.numbered == things.own == things.titled == NOTHING:
        return ()
    named = rf"(?:{things.numbered}|(?P<own>{things.own})|(?P<title>{things.titled})(?![\w-]))"
    band = _band_of(things.bands)
    found, work = rf"(?:{_VERB}|considered|found)", r"(?:(?:the\s+)?work\s+(?:against|in|on|with)\s+)?"
    given = rf"(?:got|had|has|received|{_BE}\s+(?:awarded|given))\s+(?:an?|the)"
    return (
        _Wording(rf"{_START}{named}\)?,?\s+(?:overall,?\s+)?{_BE}\s+{_ADVERB}{_VERB}\s+(?:overall\s+)?{band}", _VERBS),
        _Wording(rf"{_START}{named}\)?,?\s+(?:overall,?\s+)?{_BE}\s+{_ADVERB}{found}\s+{band}{_END}", _FOUND),
        _Wording(rf"\b{found}\s+{work}{named}\s+{band}{_END}", _FOUND),
        _Wording(rf"\b{_VERB}\s+{work}{named}\s+(?:overall\s+)?{band}", _VERBS),
        _Wording(rf"\b{_NOUN}\s+(?:against|for|of|on|under)\s+{named}\s+(?:is|was|remains?)\s+{_ADVERB}{band}", _NOUNS),
        _Wording(rf"{_START}{named}\s+{given}\s+(?:overall\s+)?{_NOUN}\s+of\s+{band}", _NOUNS),
        _Wording(
            rf"\b(?:gave|given|awarded)\s+{named}\s+(?:an?|the)\s+(?:overall\s+)?{_NOUN}\s+(?:of\s+)?{band}", _NOUNS
        ),
        _Wording(
            rf"\b(?:for|in|on|under)\s+{named},?\s+(?:our|the)\s+(?:overall\s+)?{_NOUN}\s+(?:is|was|remains?)\s+"
            rf"{_ADVERB}{band}",
            _NOUNS,
        ),
    )


def _about_whole(things: Rateable) -> tuple[_Wording, ...]:
    """How the area as a whole is rated."""
    band, overall = _band_of(things.bands), rf"(?P<whole>\boverall\s+{_NOUN})\s+(?:of\s+the\s+\w+\s+)?"
    of_overall = _Wording(rf"{overall}(?:is|was|of)\s+{band}", _beside(("overall",), _CALLED))
    if things.whole == NOTHING:
        return (of_overall,)
    whole = rf"(?P<whole>{things.whole})"
    return (
        of_overall,
        _Wording(rf"{whole}\s+(?:overall,?\s+)?{_BE}\s+{_ADVERB}{_VERB}\s+{band}{_END}", _VERBS),
        _Wording(rf"\b{_VERB}\s+{whole}\s+(?:overall\s+)?{band}{_END}", _VERBS),
        _Wording(rf"{whole}\s+(?:is|was)\s+{band}\s+overall\b", ("overall",)),
    )


def _about_numbered(things: Rateable) -> tuple[_Wording, ...]:
    """What has a number «was» a band, without a word for rating."""
    if things.numbered == NOTHING:
        return ()
    was = rf"{SUBJECT}{things.numbered}\)?(?:,?\s+overall,?)?\s+(?:is|was|remains|remained)\s+"
    return (
        _Wording(rf"{was}(?:overall\s+)?{_quoted_band(things.bands)}", _WAS),
        _Wording(rf"{was}{_ADVERB}{_band_of(things.bands)}{_END}", _WAS),
    )


def _about_several(things: Rateable) -> tuple[_Wording, ...]:
    """How several that have a number are rated together: «criteria 2.1 and 2.3 were good»."""
    if things.several == NOTHING:
        return ()
    be, rated = r"(?:both\s+|all\s+)?(?:are|were|have\s+been)\s+(?:both\s+|all\s+)?", rf"(?:(?:{_VERB}|found)\s+)?"
    several, band = rf"{SUBJECT}(?P<several>{things.several})\s+", _band_of(things.bands)
    return (_Wording(rf"{several}{be}{_ADVERB}{rated}{band}{_END}", ("are", "were", "have been")),)


@lru_cache(maxsize=8)
def _about_own(bands: str) -> tuple[_Wording, ...]:
    """How the subject of a text is rated without being named: «our rating is», «we rated this»."""
    band, our = _band_of(bands), rf"\b(?:our|the)\s+(?:overall\s+)?{_NOUN}\s+"
    return (
        _Wording(
            rf"{our}(?:here\s+)?(?:is|of|was)\s+{_ADVERB}{band}{_END}", _beside(_CALLED, ("here", "is", "of", "was"))
        ),
        _Wording(rf"{our}of\s+{_quoted_band(bands)}", _beside(_CALLED, ("of",))),
        _Wording(rf"(?:\A|[.\n]\s*|\bour\s+|\bthe\s+)(?:overall\s+)?{_NOUN}\s*:\s*{band}{_END}", _COLONS),
        _Wording(
            rf"\bwe\s+(?:have\s+|therefore\s+|also\s+)?(?:rate|judge|grade)d?\s+(?:it|this)\s+{band}{_END}",
            _beside(("rate", "rated", "judge", "judged", "grade", "graded"), ("it", "this")),
        ),
        _Wording(
            rf"\b(?:it|this)\s+{_BE}\s+{_ADVERB}(?:rated|judged|graded)\s+{band}{_END}",
            _beside(("it", "this"), ("is", "was", "has", "had")),
        ),
    )

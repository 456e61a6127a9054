"""OMI245: a text states another rating than the report's own, or puts a score into another band."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.language.terms import OMI
from omi_report.lint.checked_text import CheckedText, of_framework, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.judgement.subject import subject_of, words_for
from omi_report.lint.rules.references.numbered import any_numbers, any_of, criterion_numbers, words_for_one
from omi_report.model.framework import Framework
from omi_report.model.scales import Band, Scale
from omi_report.numbering import letters_of, name_of
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import Result

RULE = Rule(
    "OMI245",
    "rating-in-text",
    Severity.WARNING,
    "A text says how a criterion or section, or the one of which it is a text, or the whole area was rated, and the "
    "report rates it otherwise; or it puts a score into a band of the scale in which it is not.",
    "The rating stands in the table of ratings and under the criterion itself.",
    bad="Criterion 4.5 was rated as 'Partly met'.   # criteria/4.5.yaml: rating: not-met",
    good="Criterion 4.5 was rated as 'Not met'.",
)

_QUOTE = r"['‘’\"“”«»*_]*"


class _Things(NamedTuple):
    """Patterns for what can be said to be rated: its own subject, anything with a number, the whole, the bands."""

    own: str
    numbered: str
    whole: str
    bands: str


_WORDS = frozenset(
    "assessed grade graded judge rate judged judgement marked placed ranked rated rating score scored "
    "scores mark overall verdict".split()
)


@each_text(language="en", standard=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each criterion and each score that is said to be something on a scale."""
    framework, small = text.framework, text.view.text.lower()
    if not any(name in small for name in _band_names(text)):
        return
    if text.view.vocabulary.isdisjoint(_WORDS.union(words_for_one(framework.terms))) and not _is_numbered(text):
        return
    yield from _of_scores(text, framework)
    yield from _of_rated(text, framework)


def _of_scores(text: CheckedText, framework: Framework) -> Iterator[Problem]:
    scale = next((scale for scale in framework.scales if scale.measures and scale.of == "per-cent"), None)
    if scale is None:
        return
    words = any_of((OMI.score, framework.terms.score))
    for match in _score(words, _names(scale)).finditer(text.words):
        band = scale.band_of(Fraction(match["value"]))
        said = _band(scale, match["band"])
        if band is not None and band.id != said.id:
            message = f"{match['value']}% is «{band.name}», not «{said.name}»"
            yield text.problem(RULE, *match.span("band"), message, f"write «{band.name}», or correct the figure")


def _of_rated(text: CheckedText, framework: Framework) -> Iterator[Problem]:
    """Hold every rating that is said of something against its own; each is looked at once."""
    done: set[int] = set()
    own = subject_of(text)
    for pattern in _wordings_in(text.words, _things(text, own)):
        for match in pattern.finditer(text.words):
            result = _meant(text, match, own)
            if match.start("band") in done or result is None or result.rating is None or _is_of_other(text, match):
                continue
            done.add(match.start("band"))
            said = one_line(match["band"])
            if said.casefold() not in (result.rating.name.casefold(), result.rating.id.casefold()):
                message = f"the {framework.terms.rating} of {_called(framework, result)} is «{result.rating.name}»"
                hint = f"write «{result.rating.name}», or correct the {framework.terms.rating}"
                yield text.problem(RULE, *match.span("band"), f"{message}, not «{said}»", hint)


def _is_numbered(text: CheckedText) -> bool:
    """Say whether a text has the number of a criterion with a letter, which needs no word before it: «P 1.1»."""
    return any(letters_of(number) for number in text.framework.criteria) and any(map(str.isdigit, text.text))


def _things(text: CheckedText, own: Result | None) -> _Things:
    terms, inspection = text.framework.terms, text.inspection
    words = any_of(tuple(words_for_one(terms)))
    return _Things(
        rf"(?:this|the)\s+{words_for(text, own)}(?!\s+\d)" if own else _NOTHING,
        rf"(?:(?P<word>{words})\s+(?P<number>{any_numbers(text)})|(?<![\w.])(?P<alone>{criterion_numbers(text)}))",
        _whole(inspection),
        _any_band(text),
    )


@remembered
def _whole(inspection: Inspection) -> str:
    """A pattern for the area as a whole, where it has a rating."""
    overall = inspection.scores.overall
    if overall is None or overall.rating is None:
        return _NOTHING
    name = any_of((str(inspection.area.identity.area),))
    return rf"(?:(?:the|this)\s+(?:area|organisation|PDU|provider|region|service|unit)|{name}|\ufffc+)"


@of_framework
def _any_band(framework: Framework) -> str:
    return any_of(_names_and_ids(framework))


@of_framework
def _band_names(framework: Framework) -> tuple[str, ...]:
    return _names_and_ids(framework)


def _names_and_ids(framework: Framework) -> tuple[str, ...]:
    """The names and the ids of all bands, in small letters."""
    return tuple(dict.fromkeys(name.lower() for band in framework.bands for name in (band.name, band.id)))


def _meant(text: CheckedText, match: re.Match[str], own: Result | None) -> Result | None:
    """Return what a match says a rating of."""
    groups = match.groupdict()
    if groups.get("number") or groups.get("alone"):
        words = words_for_one(text.framework.terms)
        level = words[one_line(match["word"]).casefold()] if match["word"] else "criterion"
        number = name_of(one_line(match["number"] or match["alone"]))
        found = text.inspection.scores.results
        return next((each for each in found if each.level == level and each.number == number), None)
    if groups.get("whole"):
        return text.inspection.scores.overall
    return own


def _is_of_other(text: CheckedText, match: re.Match[str]) -> bool:
    """Say whether a sentence speaks of another time, or only of what may be; the name of the band is left out."""
    sentence = text.view.sentence_at(match.start("band"))
    start, end = (sentence.start, sentence.end) if sentence else match.span()
    around = f"{text.words[start : match.start('band')]} {text.words[match.end('band') : end]}"
    if _another_time().search(around):
        return True
    bare = not any(match.groupdict().get(key) for key in ("number", "alone", "own", "whole"))
    return bare and "\ufffc" in around  # a reference, most likely to the criterion that is meant


def _called(framework: Framework, result: Result) -> str:
    if result.level == "overall":
        return "the whole"
    if result.level == "thread":
        return f"«{result.title}»"
    term = framework.terms.section if result.level == "section" else framework.terms.criterion
    return f"{term} {framework.shown(result.number)}"


def _names(scale: Scale) -> str:
    return any_of(tuple(band.name for band in scale.bands))


def _band(scale: Scale, name: str) -> Band:
    return next(band for band in scale.bands if band.name.casefold() == one_line(name).casefold())


@cache
def _another_time() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:previous\w*|last|earlier|then|formerly|would|could|should|if|unless|never|once|whether|"
        r"(?:in|since)\s+(?:19|20)\d\d)\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _score(words: str, bands: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{words}\s+of\s+(?P<value>\d{{1,3}})(?:%|\s+per\s+cent)(?:\s*,)?\s+"
        rf"(?:(?:which|it|this)\s+)?(?:is|was|were|means)\s+(?:rated\s+|judged\s+|placed\s+)?(?:as\s+|to\s+be\s+|in\s+)?"
        rf"{_QUOTE}(?P<band>{bands}){_QUOTE}(?=\W|$)",
        re.IGNORECASE,
    )


_VERBS = ("rate", "judge", "grade", "assess", "mark", "place", "rank", "score")
_FOUND = (*_VERBS, "consider", "found")
_NOUNS = ("rating", "grade", "judge", "verdict")
_NOTHING = "(?!)"
"""A pattern for what a text does not speak of."""


class _Wording(NamedTuple):
    """A way to say that something is rated.

    One of the stems stands in all that the pattern fits, in small letters and with one space between words.
    """

    pattern: str
    stems: tuple[str, ...]


def _wordings_in(words: str, things: _Things) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that may fit somewhere in some words: the others are not even compiled."""
    small = one_line(words.lower())
    own, numbered, whole = (
        each if each == _NOTHING or _pattern(each).search(words) else _NOTHING
        for each in (things.own, things.numbered, things.whole)
    )
    spoken_of = _Things(own, numbered, whole, things.bands)
    about_own = _about_own(things.bands) if things.own != _NOTHING else ()
    for each in (*_about_named(spoken_of), *_about_whole(spoken_of), *_about_numbered(spoken_of), *about_own):
        if any(stem in small for stem in each.stems):
            yield _pattern(each.pattern)


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _beside(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(pair) for pair in product(first, second))


_CALLED = ("rating", "grade", "judgement", "verdict")
_COLONS = (*(f"{noun}:" for noun in _CALLED), *(f"{noun} :" for noun in _CALLED))
_VERB = r"(?:rated?|judged?|graded?|assessed|marked|placed|ranked|scored)"
_BE, _NOUN = r"(?:is|was|has\s+been|had\s+been)", r"(?:rating|grade|judgement|verdict)"
_ADVERB = r"(?:\w+ly\s+|overall\s+|therefore\s+|thus\s+){0,2}?"
_START = r"(?<![\w.])"
_END = r"(?=\s*(?:[.,;:)]|\Z)|\s+overall\b)"


def _band_of(bands: str) -> str:
    return rf"(?:as\s+|to\s+be\s+|at\s+|in\s+)?(?:an?\s+|the\s+)?{_QUOTE}(?P<band>{bands}){_QUOTE}(?=\W|$)"


def _quoted_band(bands: str) -> str:
    return rf"['‘\"“«*](?P<band>{bands})['’\"”»*]"


def _about_named(things: _Things) -> tuple[_Wording, ...]:
    """How something with a number, or the subject of a text, is rated: «we rated criterion 2.1», «a rating of»."""
    if things.numbered == things.own == _NOTHING:
        return ()
    named, band = rf"(?:{things.numbered}|(?P<own>{things.own}))", _band_of(things.bands)
    found = rf"(?:{_VERB}|considered|found)"
    given = rf"(?:got|had|has|received|{_BE}\s+(?:awarded|given))\s+(?:an?|the)"
    return (
        _Wording(rf"{_START}{named}\)?,?\s+(?:overall,?\s+)?{_BE}\s+{_ADVERB}{_VERB}\s+(?:overall\s+)?{band}", _VERBS),
        _Wording(rf"{_START}{named}\)?,?\s+(?:overall,?\s+)?{_BE}\s+{_ADVERB}{found}\s+{band}{_END}", _FOUND),
        _Wording(rf"\b{found}\s+{named}\s+{band}{_END}", _FOUND),
        _Wording(rf"\b{_VERB}\s+{named}\s+(?:overall\s+)?{band}", _VERBS),
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


def _about_whole(things: _Things) -> tuple[_Wording, ...]:
    """How the area as a whole is rated."""
    band, overall = _band_of(things.bands), rf"(?P<whole>\boverall\s+{_NOUN})\s+(?:of\s+the\s+\w+\s+)?"
    of_overall = _Wording(rf"{overall}(?:is|was|of)\s+{band}", _beside(("overall",), _CALLED))
    if things.whole == _NOTHING:
        return (of_overall,)
    whole = rf"(?P<whole>{things.whole})"
    return (
        of_overall,
        _Wording(rf"{whole}\s+(?:overall,?\s+)?{_BE}\s+{_ADVERB}{_VERB}\s+{band}{_END}", _VERBS),
        _Wording(rf"\b{_VERB}\s+{whole}\s+(?:overall\s+)?{band}{_END}", _VERBS),
        _Wording(rf"{whole}\s+(?:is|was)\s+{band}\s+overall\b", ("overall",)),
    )


def _about_numbered(things: _Things) -> tuple[_Wording, ...]:
    """What has a number «was» a band, without a word for rating."""
    if things.numbered == _NOTHING:
        return ()
    was = rf"{_START}{things.numbered}\)?\s+(?:is|was)\s+"
    return (
        _Wording(rf"{was}(?:overall\s+)?{_quoted_band(things.bands)}", ("is", "was")),
        _Wording(rf"{was}{_ADVERB}{_band_of(things.bands)}{_END}", ("is", "was")),
    )


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

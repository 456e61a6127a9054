"""OMI245: a text states another rating than the report's own, or puts a score into another band."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache

from omi_report.inspection import Inspection, remembered
from omi_report.language.terms import OMI
from omi_report.lint.checked_text import CheckedText, of_framework, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.rating_wordings import NOTHING, QUOTE, Rateable, another_time, wordings_in
from omi_report.lint.rules.judgement.subject import subject_of, words_for
from omi_report.lint.rules.references.as_printed import as_printed, refers_to_rated
from omi_report.lint.rules.references.numbered import (
    any_numbers,
    any_of,
    criterion_numbers,
    words_before_numbers,
    words_for_one,
)
from omi_report.lint.rules.references.titled import results_by_title
from omi_report.model.framework import Framework
from omi_report.model.scales import Band, Scale
from omi_report.numbering import letters_of, name_of
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import Result

RULE = Rule(
    "OMI245",
    "rating-in-text",
    Severity.WARNING,
    "A text says how a criterion or section was rated, by number, by title or by reference, or how its own or the "
    "whole area was, and the report rates it otherwise; or it puts a score into a band in which it is not.",
    "The rating stands in the table of ratings and under the criterion itself.",
    bad="Criterion 4.5 was rated as 'Partly met'.   # criteria/4.5.yaml: rating: not-met",
    good="Criterion 4.5 was rated as 'Not met'.",
)

_NEAR = 150  # characters before a number that may end with the title which it belongs to

_RATED = ("rat", "judg", "grade", "assessed", "mark", "place", "rank", "score", "consider", "found", "verdict")
"""A piece of one of these words stands in whatever says by its title how something is rated."""

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
    if not (refers_to_rated(text) or _is_numbered(text)) and text.view.vocabulary.isdisjoint(
        _WORDS.union(words_before_numbers(framework.terms))
    ):
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
    own, words = subject_of(text), as_printed(text)
    for pattern in wordings_in(words, _things(text, own)):
        for match in pattern.finditer(words):
            rated = [each for each in _meant(text, match, own) if each.rating is not None]
            if match.start("band") in done or not rated or _is_of_other(text, match) or _is_beside(match, rated[0]):
                continue
            done.add(match.start("band"))
            said = one_line(match["band"])
            for result in rated:
                if result.rating and said.casefold() not in _names_of(result.rating):
                    message = f"the {framework.terms.rating} of {_called(framework, result)} is «{result.rating.name}»"
                    hint = f"write «{result.rating.name}», or correct the {framework.terms.rating}"
                    yield text.problem(RULE, *match.span("band"), f"{message}, not «{said}»", hint)


def _is_numbered(text: CheckedText) -> bool:
    """Say whether a text has the number of a criterion with a letter, which needs no word before it: «P 1.1»."""
    return any(letters_of(number) for number in text.framework.criteria) and any(map(str.isdigit, text.text))


def _things(text: CheckedText, own: Result | None) -> Rateable:
    terms, inspection, number = text.framework.terms, text.inspection, any_numbers(text)
    titles = _titles_beside_bands(text)
    one, any_word = any_of(tuple(words_for_one(terms))), any_of(tuple(words_before_numbers(terms)))
    return Rateable(
        own=rf"(?:this|the)\s+{words_for(text, own)}(?!\s+\d)" if own else NOTHING,
        numbered=rf"(?:(?P<word>{one})\s+(?P<number>{number})|(?<![\w.])(?P<alone>{criterion_numbers(text)}))",
        several=rf"{any_word}\s+{number}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:{any_word}\s+)?{number})+",
        titled=any_of(tuple(titles)) if titles else NOTHING,
        whole=_whole(inspection),
        bands=_any_band(text),
    )


def _titles_beside_bands(text: CheckedText) -> tuple[str, ...]:
    """The titles that stand in a sentence with a rating, in small letters: few texts have one to look for."""
    titles, line = results_by_title(text.inspection), text.view.own_in_line
    found = [title for title in titles if title in line]
    sentences = [one_line(each.words.lower()) for each in text.view.sentences] if found else []
    rated = [
        each
        for each in sentences
        if any(piece in each for piece in _RATED) and any(name in each for name in _band_names(text))
    ]
    return tuple(title for title in found if any(title in each for each in rated))


@remembered
def _whole(inspection: Inspection) -> str:
    """A pattern for the area as a whole, where it has a rating."""
    overall = inspection.scores.overall
    if overall is None or overall.rating is None:
        return NOTHING
    name = any_of((str(inspection.area.identity.area),))
    return rf"(?:(?:the|this)\s+(?:area|organisation|PDU|provider|region|service|unit)|{name}|\ufffc+)"


@of_framework
def _any_band(framework: Framework) -> str:
    return any_of(_names_and_ids(framework))


@of_framework
def _band_names(framework: Framework) -> tuple[str, ...]:
    return _names_and_ids(framework)


def _names_and_ids(framework: Framework) -> tuple[str, ...]:
    """The names and the ids of all bands, and their names for narrow places, in small letters."""
    return tuple(dict.fromkeys(name for band in framework.bands for name in _names_of(band)))


def _names_of(band: Band) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (band.name, band.id, band.short) if name)


def _meant(text: CheckedText, match: re.Match[str], own: Result | None) -> Iterator[Result]:
    """Yield what a match says a rating of."""
    groups, scores, words = match.groupdict(), text.inspection.scores, words_before_numbers(text.framework.terms)
    if groups.get("several"):
        level = next(words[word].role for word in words if one_line(match["several"]).casefold().startswith(f"{word} "))
        yield from _numbered(text, level, re.findall(any_numbers(text), match["several"]))
    elif groups.get("number") or groups.get("alone"):
        level = words[one_line(match["word"]).casefold()].role if match["word"] else "criterion"
        yield from _numbered(text, level, [match["number"] or match["alone"]])
    elif groups.get("title"):
        yield results_by_title(text.inspection)[one_line(match["title"]).casefold()]
    elif groups.get("whole") or own is not None:
        found = scores.overall if groups.get("whole") else own
        yield from (found,) if found else ()


def _numbered(text: CheckedText, level: str, numbers: Iterable[str]) -> Iterator[Result]:
    """Yield the results of the criteria or sections of some numbers."""
    names = {name_of(one_line(number)) for number in numbers}
    yield from (each for each in text.inspection.scores.results if each.level == level and each.number in names)


def _is_of_other(text: CheckedText, match: re.Match[str]) -> bool:
    """Say whether a sentence speaks of another time, or only of what may be; the name of the band is left out."""
    sentence = text.view.sentence_at(match.start("band"))
    start, end = (sentence.start, sentence.end) if sentence else match.span()
    around = f"{text.words[start : match.start('band')]} {text.words[match.end('band') : end]}"
    if another_time().search(around):
        return True
    bare = not any(match.groupdict().get(key) for key in ("number", "alone", "several", "title", "own", "whole"))
    return bare and "\ufffc" in around  # a reference, most likely to the criterion that is meant


def _is_beside(match: re.Match[str], result: Result) -> bool:
    """Say whether a number only says where to look: «attendance (criterion 2.4) was good», «see 2.4»."""
    named = next((key for key in ("word", "alone", "several") if match.groupdict().get(key)), "")
    if not named:
        return False
    before = match.string[max(0, match.start(named) - _NEAR) : match.start(named)]
    if ")" in match.string[match.start(named) : match.start("band")] and "(" in before:
        return not before.rpartition("(")[0].rstrip().casefold().endswith(result.title.casefold())
    return bool(_see().search(before))


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
def _see() -> re.Pattern[str]:
    return re.compile(r"\bsee(?:\s+also)?\s+\Z", re.IGNORECASE)


@lru_cache(maxsize=8)
def _score(words: str, bands: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{words}\s+of\s+(?P<value>\d{{1,3}})(?:%|\s+per\s+cent)(?:\s*,)?\s+"
        rf"(?:(?:which|it|this)\s+)?(?:is|was|were|means)\s+(?:rated\s+|judged\s+|placed\s+)?(?:as\s+|to\s+be\s+|in\s+)?"
        rf"{QUOTE}(?P<band>{bands}){QUOTE}(?=\W|$)",
        re.IGNORECASE,
    )

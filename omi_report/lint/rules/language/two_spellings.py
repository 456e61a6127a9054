"""OMI534: one word is spelt in two ways in a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText, CheckedTexts, one_line
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.house_style.spelling_data import with_s
from omi_report.lint.rules.house_style.words import is_name
from omi_report.lint.rules.language.lexicon import is_common, is_listed
from omi_report.lint.rules.language.word_classes import ADVERB, NOUN, PLURAL, PREPOSITION, QUANTIFIER, THAT, may_be
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI534",
    "second-spelling",
    Severity.WARNING,
    "One word is spelt in two ways in a report, both of them right: with a hyphen and without («co-operate», "
    "«cooperate»), with one consonant or two («focused», «focussed»), or in another way («learned», «learnt»). The "
    "rarer one is reported, with the place of the other; if both are as many, none. A compound that has its hyphen "
    "elsewhere («three-way») is reported without it before a noun. Names and quotations stay.",
    "Two spellings look like the work of two hands, and a search for one of them misses the other.",
    bad="They focused on wellbeing, and wellbeing improved. He focussed on homes, and well-being improved. We focused.",
    good="They focused on wellbeing, and wellbeing improved. He focused on homes, and wellbeing improved. We focused.",
)

_PAIRS = """
    acknowledgement acknowledgment, adviser advisor, advisers advisors, burned burnt, convener convenor,
    conveners convenors, despatch dispatch, despatched dispatched, dreamed dreamt, encyclopaedia encyclopedia,
    judgement judgment, judgements judgments, leaned leant, leaped leapt, learned learnt, likeable likable,
    misspelled misspelt, moveable movable, protester protestor, protesters protestors, sizeable sizable, spelled spelt,
    spilled spilt, spoiled spoilt, useable usable
    """
_PREFIXES = frozenset("anti co inter multi non pre semi sub".split())
"""With a space behind them they are no words, but a compound all the same."""

_OTHER_SENSE = frozenset(
    "react recount recover recovered recovering recreation redress reform reformed reforming relay release released "
    "remark represent reprise research resent reserve resign resigned resigning resort restrain retreat coop".split()
)
"""Without a hyphen these say something else."""

_NOT_IN_IZE = frozenset("prize prized prizes prizing".split())


class _Place(NamedTuple):
    """Where a word is spelt in some way."""

    text: CheckedText
    start: int
    end: int
    form: str


@all_texts(language="en-GB", titles=True, quotations=False)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Find the words of which the report has two forms, and then where it has which."""
    vocabulary = frozenset[str]().union(*(text.view.vocabulary for text in texts))
    of_word = {form: forms for forms in _two_of(vocabulary) for form in forms}
    places: dict[str, list[_Place]] = {}
    for text in texts:
        for word in sorted(of_word.keys() & text.view.vocabulary):
            places.setdefault(of_word[word][0], []).extend(_places(text, word, word))
        for first, second in _parted(text, vocabulary):
            places.setdefault(first + second, []).extend(_places(text, rf"{first}[- ]{second}", ""))
    for text in texts:
        for word in sorted(places.keys() & text.view.vocabulary - of_word.keys()):
            places[word].extend(_places(text, word, word))
    for found in places.values():
        yield from _problems(found)
    yield from _with_spaces(texts)


def _with_spaces(texts: CheckedTexts) -> Iterator[Problem]:
    """Compounds that have their hyphen elsewhere, written without it before a noun: «a three way meeting»."""
    often = {spaced: found for spaced, found in _hyphened(texts).items() if len(found) >= _OFTEN}
    by_pair: dict[tuple[str, str], list[str]] = {}
    for spaced in often:
        first, second = spaced.split()[:2]
        by_pair.setdefault((first, second), []).append(spaced)
    for text in texts:
        for spaced in (spaced for pair in by_pair.keys() & text.view.pairs for spaced in by_pair[pair]):
            for match in _before_noun(spaced.replace(" ", r"\s+")).finditer(text.view.own_in_small):
                if _is_before_noun(match) and not is_name(text.words, *match.span("words")):
                    yield _problem(_Place(text, *match.span("words"), spaced), often[spaced][0])


def _hyphened(texts: CheckedTexts) -> dict[str, list[_Place]]:
    """Where compounds with hyphens stand, by their words."""
    found: dict[str, list[_Place]] = {}
    for text in texts:
        if "-" in text.view.own_in_small:
            for match in _compound().finditer(text.view.own_in_small):
                if not is_name(text.words, *match.span()):
                    place = _Place(text, *match.span(), match.group())
                    found.setdefault(match.group().replace("-", " "), []).append(place)
    return found


_OFTEN = 2
"""A compound counts that has its hyphen so often."""


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’/.-])[a-z]{2,}(?:-[a-z]{2,}){1,2}(?![\w'’/-])")


@lru_cache(maxsize=1024)
def _before_noun(words: str) -> re.Pattern[str]:
    """The words of a compound behind an article or its like, and the word that follows them."""
    before = "a|an|the|their|its|his|her|this|each|every|any|no|some|these|of|for|with|by"
    return re.compile(rf"(?<![\w'’-])(?:{before})\s+(?P<words>{words})\s+(?P<noun>[a-z]+)(?![\w'’-])")


def _is_before_noun(match: re.Match[str]) -> bool:
    """Say whether the word behind a compound is a noun that it goes with."""
    return may_be(match["noun"], NOUN | PLURAL) and not may_be(match["noun"], PREPOSITION | ADVERB | QUANTIFIER | THAT)


def _two_of(vocabulary: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The pairs of forms, without hyphens, that the report has both of; the first stands for the word."""
    for one, other in _known_pairs():
        if one in vocabulary and other in vocabulary:
            yield one, other
    for word in vocabulary:
        other = _single(word) or _in_s(word)
        if other in vocabulary and is_listed(word) and is_listed(other):
            yield other, word


def _single(word: str) -> str:
    """A word with one consonant before its ending where it has two; empty if that is, or may be, another word."""
    ending = "ed" if word.endswith("ed") else "ing" if word.endswith("ing") else ""
    stem = word.removesuffix(ending)
    if not ending or len(stem) < 4 or stem[-1] != stem[-2]:
        return ""
    stem = stem[:-1]
    return f"{stem}{ending}" if is_common(stem) and not is_common(f"{stem}e") else ""


def _in_s(word: str) -> str:
    """A word in -ise where it is in -ize; OMI502 finds those that it knows."""
    if ("iz" not in word and "yz" not in word) or word in _NOT_IN_IZE or with_s(word) is not None:
        return ""
    return word.replace("iz", "is").replace("yz", "ys")


def _parted(text: CheckedText, vocabulary: frozenset[str]) -> list[tuple[str, str]]:
    """Two words beside each other that may be one word of the report, or one with a hyphen."""
    words = text.view.own_in_small
    found = [pair for pair in text.view.pairs if pair[0] in _PREFIXES or pair == ("well", "being")]
    if "-" in words:
        joined = [pair for pair in text.view.pairs if pair[0] + pair[1] in vocabulary]
        found += [(first, second) for first, second in joined if f"{first}-{second}" in words]
    return sorted({pair for pair in found if "".join(pair) not in _OTHER_SENSE})


def _places(text: CheckedText, pattern: str, form: str) -> Iterator[_Place]:
    """Where a form stands; one of two words with a space between is none unless no other reading is left."""
    for match in _standing(pattern).finditer(text.view.own_in_small):
        written = match.group()
        if " " in written and not (written.split()[0] in _PREFIXES or _is_well_being(match)):
            continue
        if not is_name(text.words, *match.span()) and not (written == "learned" and _is_adjective(match)):
            yield _Place(text, *match.span(), form or written)


@lru_cache(maxsize=1024)
def _standing(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’/.-]){pattern}(?![\w'’/-])")


def _is_well_being(match: re.Match[str]) -> bool:
    """Say whether «well being» is the noun."""
    before = match.string[max(0, match.start() - 6) : match.start()].rstrip()
    return match.group() == "well being" and not before.endswith("as") and bool(_end().match(match.string, match.end()))


def _is_adjective(match: re.Match[str]) -> bool:
    """Say whether «learned» goes with a noun («the learned judge», «newly learned skills»): not «learnt»."""
    return match.string[max(0, match.start() - 20) : match.start()].split()[-1:] in (["the"], ["a"], ["newly"])


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"\s*[.,;]|\s+(?:and|of|or|was|is|were|needs)\b")


def _problems(places: Iterable[_Place]) -> Iterator[Problem]:
    """The problems of a word: one for each place that does not have its commonest form."""
    forms: dict[str, list[_Place]] = {}
    for place in places:
        forms.setdefault(place.form, []).append(place)
    if len(forms) < 2:
        return
    common = max(forms, key=lambda form: (" " not in form, len(forms[form])))
    most = len(forms[common])
    first = forms[common][0]
    for form, found in forms.items():
        if form == common or (len(found) == most and " " not in form):  # of two that are as many, none is rarer
            continue
        yield from (_problem(place, first) for place in found)


def _problem(place: _Place, other: _Place) -> Problem:
    """The problem of a place that does not have the form of another."""
    here, there = place.text.at(place.start), other.text.at(other.start)
    where = f"line {there.line}" if here.file == there.file else f"{there.file}, line {there.line}"
    written = one_line(place.text.text[place.start : place.end])
    message = f"«{written}» is spelt «{other.form}» elsewhere"
    hint = f"write «{other.form}», as in {where}, or change that"
    return place.text.problem(RULE, place.start, place.end, message, hint)


@cache
def _known_pairs() -> tuple[tuple[str, str], ...]:
    pairs = (pair.split() for pair in _PAIRS.split(","))
    return tuple((one, other) for one, other in pairs)

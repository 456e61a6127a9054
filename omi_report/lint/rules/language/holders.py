"""What somebody has, and who has it: apostrophes that stand in plurals, and those that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from omi_report.lint.rules.language.lexicon import is_listed
from omi_report.lint.rules.language.nouns import holder_in, is_plural
from omi_report.lint.rules.language.slots import STOPS
from omi_report.lint.rules.language.word_classes import (
    ADJECTIVE,
    ADVERB,
    ARTICLE,
    BASE,
    CONTRACTION,
    ING,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    QUANTIFIER,
    SIGN,
    classes_of,
    is_surely,
    may_be,
    verbs_alone,
)


class Slip(NamedTuple):
    """Numbers of words in a text, from the first to the last that tell, and what the wrong one should be."""

    first: int
    at: int
    last: int
    right: tuple[str, ...]


_FINITE = frozenset("was were are have had did do does should could would".split())
_SUBJECT_ENDS = frozenset("of who which whom".split())
_LOOSE = frozenset("in for with to at on from and or but by as than about when where because if that not".split())
_ONE = frozenset("the a an this that each every another one its their his her our my your no any st".split())
_NEVER_PLURAL = frozenset(
    "children men one people women year week month day today yesterday everyone someone else".split()
)
_BACK = 4
"""So many words may stand between an article and its noun."""

# Apostrophes in plurals -----------------------------------------------------------------------------------------------


def plurals_with_apostrophe(words: Sequence[str], is_short: frozenset[str]) -> Iterator[Slip]:
    """Yield the words in 's behind which nothing stands that somebody could have.

    Abbreviations, in small letters, are ``is_short``.
    """
    for at in range(1, len(words) - 2):
        stem = holder_in(words[at])
        if not stem or stem in _NEVER_PLURAL:
            continue
        if (stem in is_short or is_plural(f"{stem}s") or is_listed(f"{stem}s")) and _has_nothing(words, at, stem):
            yield Slip(at, at, at + 1 if words[at + 1][0].isalpha() else at, (f"{stem}s",))


def _has_nothing(words: Sequence[str], at: int, stem: str) -> bool:
    """Say whether a word in 's is no holder: what follows cannot be had, and the word is not left alone on purpose."""
    after = words[at + 1]
    if after in _LOOSE and words[at + 2] in ("which", "whom"):
        return True
    if after in _FINITE or after in _SUBJECT_ENDS or stem in verbs_alone():
        return True
    if may_be(stem, BASE) and is_surely(after, ARTICLE) and not _is_one(words, at):
        return True
    if after not in _LOOSE and after not in STOPS and not after.startswith("\ufffc"):
        return False
    near = words[at + 1 : at + 6]
    return (
        not any("'" in each or "’" in each for each in near) and not _is_one(words, at) and words[at - 1] not in _LIKE
    )


_LIKE = frozenset("than like as unlike and or is was not be".split())


def _is_one(words: Sequence[str], at: int) -> bool:
    """Say whether an article or its like goes with a word, with nothing but adjectives and nouns between."""
    for place in range(at - 1, max(0, at - 1 - _BACK), -1):
        word = words[place]
        if word in _ONE or "'" in word or "’" in word:
            return True
        if not word[0].isalpha() or not may_be(word, NOUN | ADJECTIVE | PARTICIPLE):
            return False
    return False


# Apostrophes that are missing -----------------------------------------------------------------------------------------

PERSONS = frozenset(
    f"{person}s"
    for person in (
        "offender officer prisoner supervisor victim manager inspector sentencer magistrate judge court "
        "partner parent carer worker tutor trainer mentor provider employer client user participant applicant "
        "defendant perpetrator survivor trainee inmate resident respondent practitioner clinician doctor "
        "nurse teacher assessor adult student patient driver landlord neighbour mother father brother sister "
        "son daughter girl boy supporter visitor leader learner writer governor director commissioner "
        "solicitor minister council team trust colleague friend"
    ).split()
)
_KIN = frozenset("mother father brother sister wife husband view home house age voice".split())
_BODIES = frozenset("areas courts prisons boards trusts hostels offices schools".split())
_GIVEN = re.compile(
    r"g[ia]v|offer|show|t[eo]l|allow|grant|taught|sen[dt]|teach|ask|cost|brought|bring|provid|den[iy]|owe|caus|ensur|"
    r"mak|made|pa[iy]|hel[dp]|lend|lent|assur|refus|promis|award|issue|win|won|buy|bought"
)
"""Verbs of giving, behind which a person and a thing may stand side by side."""

_TIMES = frozenset("days weeks months years hours times minutes others towards besides".split())
_QUANTITIES = frozenset(
    "most some all many half one none few each several two three four five six both number cent".split()
)
_HELD = frozenset("of for by from about to in on into with under".split())
_OPEN = frozenset("what how that who which where as than when if because whether whom".split())
_MEASURES = frozenset("days weeks months years hours".split())
_LASTS = frozenset("notice time experience imprisonment leave grace delay absence worth supply".split())

MAY_HOLD = PERSONS | _MEASURES | {"own", "others"} | _BODIES
"""One of these must stand in a text, or no apostrophe is missing."""


_FAMILY = frozenset("mothers fathers brothers sisters sons daughters partners".split())
_SINGLE = frozenset("a an each every another".split())


def holders_without_apostrophe(words: Sequence[str]) -> Iterator[Slip]:
    """Yield the plurals of persons behind which stands what they have, as nothing else can stand there."""
    for at in range(1, len(words) - 2):
        word, after = words[at], words[at + 1]
        if after == "own" and may_be(word, PLURAL) and is_plural(word) and _is_thing(words[at + 2]):
            yield Slip(at, at, at + 1, (f"{word[:-1]}'s", f"{word}'"))
        elif word == "others" and words[at - 1] == "each" and _is_thing(after):
            yield Slip(at - 1, at, at + 1, ("other's",))
        elif word in _BODIES and words[at - 1] in _SINGLE and _is_thing(after):
            yield Slip(at - 1, at, at + 1, (f"{word[:-1]}'s",))
        elif word in PERSONS:
            of_kin = words[at - 1] in ("his", "her", "my") and word in _FAMILY
            if (words[at - 1] in _SINGLE or of_kin) and after[0].isalpha() and may_be(after, NOUN | PLURAL | ADJECTIVE):
                yield Slip(at - 1, at, at + 1, (f"{word[:-1]}'s",))
            elif _has(words, at):
                yield Slip(_begin(words, at), at, at + 1, (f"{word}'", f"{word[:-1]}'s"))
        elif word in _MEASURES and after in _LASTS and _is_number(words[at - 1]):
            yield Slip(at - 1, at, at + 1, (f"{word}'",))
        elif word in _MEASURES and words[at - 1] in ("last", "next", "this") and _is_thing(after):
            yield Slip(at - 1, at, at + 1, (f"{word[:-1]}'s",))


def _has(words: Sequence[str], at: int) -> bool:
    """Say whether a plural has what follows it."""
    after, begin = words[at + 1], _begin(words, at)
    before = words[begin - 1] if begin else "."
    if after in _TIMES or not after[0].isalpha() or _GIVEN.match(before):
        return False
    if may_be(after, PLURAL) and is_plural(after) and not may_be(after, ADVERB | PREPOSITION):
        return before not in _HELD or _ends(words, at + 2)
    if not _is_thing(after) or (begin < at and before in _OPEN):
        return False
    if not may_be(after, BASE) or (after in _KIN and begin < at):
        return words[begin - 2] not in STOPS if begin > 1 and before in _HELD else True
    return _ends(words, at + 2) and _is_held(words, begin, at)


def _is_held(words: Sequence[str], begin: int, at: int) -> bool:
    """Say whether what stands before a plural makes the word behind it a noun, which may be a verb elsewhere."""
    before, earlier = words[begin - 1], words[begin - 2] if begin > 1 else "."
    if before in _HELD:
        return earlier not in _QUANTITIES and not _is_number(earlier)
    if begin < at and before in verbs_alone() and before not in ("let", "make", "see", "have"):
        return True
    starts = may_be(before, SIGN) or before in ("and", "but")
    return begin < at and starts and words[at + 2] in _FINITE | {"is", "has"}


def _begin(words: Sequence[str], at: int) -> int:
    """The number of the article or adjective that goes with a plural, or its own."""
    begin = at
    while begin > 1 and (words[begin - 1] in _ARTICLES or is_surely(words[begin - 1], ADJECTIVE)):
        begin -= 1
    return begin


_ARTICLES = frozenset("the these those its their our all other".split())


def _ends(words: Sequence[str], at: int) -> bool:
    return words[at] in STOPS or words[at] in _FINITE or words[at] in ("is", "has", "and", "of")


@cache
def _is_thing(word: str) -> bool:
    """Say whether a word is a noun, or one and a verb, but nothing else."""
    others = ADJECTIVE | ADVERB | PREPOSITION | PARTICIPLE | PAST | ING | QUANTIFIER | CONTRACTION | ARTICLE
    classes = classes_of(word)
    return bool(classes & (NOUN | PLURAL)) and not classes & others


@cache
def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBERS


_NUMBERS = frozenset("two three four five six seven eight nine ten twelve several few".split())

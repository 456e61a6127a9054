"""With which sound a word begins: a vowel, after which «an» stands before it, or a consonant."""

from __future__ import annotations

import re
from functools import cache

_VOWELS = frozenset("aeiou")
_LETTERS_WITH_VOWEL = frozenset("AEFHILMNORSX")
"""The letters whose names begin with a vowel: eff, aitch, ell."""

_READ_AS_WORDS = frozenset(
    "FAST FIFA HETE LASCH LASPO LIFT MAPPA MARAC MASH MUST NACRO NASA NATO NEET NICE NOMS RAMAS RAPT ROTL ROSH SARA "
    "SAVRY SCIE SHARP SMART SOVA SWOT".split()
)
_READ_BY_LETTERS = frozenset("FOI HIV LED LOC MOJ MOT MOU NEC NUT ROC SEN SOA SOC ROH LOR SAO".split())


def begins_with_vowel(word: str) -> bool | None:
    """Say whether a word, an abbreviation or a number begins with the sound of a vowel; None where it may do either."""
    if word[0].isdigit():
        return _number_begins_with_vowel(word)
    first = re.split(r"['’-]", word, maxsplit=1)[0]
    if len(first) == 1 and first.isupper():
        return first in _LETTERS_WITH_VOWEL
    if first[:2].isupper():
        return _abbreviation_begins_with_vowel(re.sub(r"[a-z\d]+\Z", "", first))
    if first[1:] != first[1:].lower():
        return first[0].lower() in _VOWELS if first[0].upper() not in "FHLMNRSXU" else None
    return _word_begins_with_vowel(word.lower())


def _number_begins_with_vowel(number: str) -> bool | None:
    whole = re.match(r"[\d,]+", number)
    digits = whole[0].rstrip(",").split(",") if whole else [number]
    if number[0] == "8":
        return True
    is_eleven = digits[0] in ("11", "18") and all(len(group) == 3 for group in digits[1:])
    return is_eleven and number[len(",".join(digits)) :][:1] not in (".", "/", ":")


def _abbreviation_begins_with_vowel(letters: str) -> bool | None:
    """An abbreviation is read as a word or by its letters; where the two differ and nothing tells, it may be either."""
    first = letters[0]
    if letters in _READ_AS_WORDS:
        return first in "AEIO"
    if first in "AEIO" or letters in _READ_BY_LETTERS:
        return first in _LETTERS_WITH_VOWEL
    if first not in _LETTERS_WITH_VOWEL:
        return False
    return None if _can_be_said().match(letters) else True


def _word_begins_with_vowel(word: str) -> bool | None:
    if word[0] == "h":
        if _silent_h().match(word):
            return True
        return None if _weak_h().match(word) else False
    return word[0] in _VOWELS and not _consonant_in_disguise().match(word)


@cache
def _can_be_said() -> re.Pattern[str]:
    """How an abbreviation begins that could be a word: a consonant, or a pair that English has, before a vowel."""
    return re.compile(
        r"(?:[FHLMNRS]|S[CHKLMNPQTW]|F[LR]|S[CPT]R)[AEIOUY][A-Z]{2}|(?:S[CHKLMNPQTW]|F[LR]|S[CPT]R)[AEIOUY][A-Z]"
        r"|[FHLMNRS][AEIOU][A-Z]\Z"
    )


@cache
def _silent_h() -> re.Pattern[str]:
    return re.compile(r"hour|honest|honou?r|honorar|heir(?:s|ess|loom)?\b")


@cache
def _weak_h() -> re.Pattern[str]:
    """Before these some write «an»: the first syllable is weak."""
    return re.compile(r"histor|hotel|habitual|heroic|hypothe|hyster|herb")


@cache
def _consonant_in_disguise() -> re.Pattern[str]:
    """Letters of vowels that begin with the sound of y or w: a European, a unit, a one-off, a usual day."""
    return re.compile(
        r"eu|ewe|one\b|ones\b|once\b|oneself|ouija|ubiq|ufo|uga|uk|ukr|ukul|una?nim|"
        r"uni(?!n|m|d(?!i)|ll|tal|ss|gn)|ura|uri|us(?:a|e|i|u)|ut(?:e|i(?!l\b)|o)|utah"
    )

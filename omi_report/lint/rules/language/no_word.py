"""OMI520: a word is none that is known, and one slip of the hand away from one that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.house_style.misspellings import RIGHT
from omi_report.lint.rules.house_style.spelling_data import american_spellings, with_s
from omi_report.lint.rules.language.lexicon import is_common, is_listed, is_word, one_edit_away, unknown_among
from omi_report.lint.rules.language.ligatures import with_letters
from omi_report.lint.rules.language.misread import meant_by
from omi_report.lint.rules.language.no_word_at_head import meant_at_head, unknown_heads
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI520",
    "no-word",
    Severity.WARNING,
    "A word in small letters stands in no list of British English, and a slip of the hand makes it of one that "
    "does: two letters swapped, one too many, one missing, a wrong one, or a space in the wrong place; or a key that "
    "hung, or a scanner, did («offfice», «govemment»). Or the first word of a sentence is such a one, and the area has "
    "the right one elsewhere. Names, what is quoted, and a word that the area uses three times are left alone.",
    "A spelling checker of a word processor sees it; a report that is written in text files has none.",
    bad="Plans had been reveiwed by amanager, and planswere made with theoffender.",
    good="Plans had been reviewed by a manager, and plans were made with the offender.",
)

_OFTEN = 3
"""A word that an area uses so often is meant."""

_SHORTEST = 3
_ANY_SLIP = 4
"""The length from which any slip counts; of a shorter word only two letters swapped."""

_LONG = 8
_MOST_SHOWN = 2

_SMALL = frozenset(
    "a and are as at be been by for from had has have in is it its not of on that the their they this to was were "
    "which who with".split()
)
_SMALLER = frozenset("a as at by in is it on".split())
"""Those that a longer word may well begin or end with: «inreach», «uptake»."""

_VERBS = frozenset("are could did do does had has have is must need should was were would".split())
_WITHOUT_S = frozenset("childrens mens womens peoples".split())


class _Doubtful(NamedTuple):
    """A place of an unknown word, the words beside it, and its text."""

    text: CheckedText
    start: int
    end: int
    word: str
    before: str
    after: str


@all_texts(language="en-GB", titles=True, quotations=False)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Look up every word that the area has, and then those texts that have unknown ones."""
    vocabulary = frozenset[str]().union(*(text.view.vocabulary for text in texts))
    unknown = frozenset(filter(_may_be_wrong, unknown_among(vocabulary)))
    heads = unknown_heads(texts)
    if not unknown and not heads:
        return
    places = [place for text in texts if unknown & text.view.vocabulary for place in _places(text, unknown)]
    if places or heads:
        counts = Counter(word for text in texts for word in text.view.words)
        for place in places:
            if counts[place.word] < _OFTEN:
                yield from _problems(place, counts)
        for text, match in heads:
            if meant := next(meant_at_head(match.group(), counts), ""):
                message = f"«{match.group()}» is no known word"
                yield text.problem(RULE, *match.span(), message, f"did you mean «{meant}»?")


def _may_be_wrong(word: str) -> bool:
    """Say whether a word that is not known is worth a look: other rules find some."""
    return len(word) >= _SHORTEST and word not in RIGHT and word not in american_spellings() and with_s(word) is None


def _places(text: CheckedText, unknown: frozenset[str]) -> Iterator[_Doubtful]:
    """The places where an unknown word stands by itself, in small letters."""
    for match in _word().finditer(text.words):
        if match.group() in unknown:
            before = _last_word().search(text.words, max(0, match.start() - 30), match.start())
            after = _next_word().match(text.words, match.end())
            yield _Doubtful(text, *match.span(), match.group(), before[1] if before else "", after[1] if after else "")


def _problems(place: _Doubtful, counts: Counter[str]) -> Iterator[Problem]:
    """The problem of a word, if there is a likely right one."""
    text, word = place.text, place.word
    lost = next(with_letters(place.before, word, place.after), None)
    moved = _with_space_moved(place)
    if lost is not None and (moved is None or lost[0] or lost[2]):
        yield _without_letters(place, *lost)
        return
    if moved is not None:
        start, end, right = moved
        written = " ".join(text.text[start:end].split())
        yield text.problem(RULE, start, end, f"«{written}»: a space stands in the wrong place", f"write «{right}»")
        return
    meant = _meant(word, counts)
    if meant:
        asked = " or ".join(f"«{each}»" for each in meant)
        yield text.problem(RULE, place.start, place.end, f"«{word}» is no known word", f"did you mean {asked}?")


def _without_letters(place: _Doubtful, before: str, right: str, after: str) -> Problem:
    """The problem of a word that lost the letters of a ligature, be it together with the word beside it."""
    text, words = place.text, place.text.words
    start = words.rindex(before, 0, place.start) if before else place.start
    end = words.index(after, place.end) + len(after) if after else place.end
    written = " ".join(text.text[start:end].split())
    hint = f"did you mean «{right}»? A PDF loses fi, fl and ff (ligatures)"
    return text.problem(RULE, start, end, f"«{written}» is no known word", hint)


def _with_space_moved(place: _Doubtful) -> tuple[int, int, str] | None:
    """Two words whose letters are parted at the wrong place: from where to where they go, and how they are right."""
    word, before, after = place.word, place.before, place.after
    if after:
        for first, second in ((word[:-1], word[-1] + after), (word + after[0], after[1:]), (word + after, "")):
            if _are_words(first, second):
                end = place.text.words.index(after, place.end) + len(after)
                return place.start, end, f"{first} {second}".strip()
    if before:
        for first, second in ((before[:-1], before[-1] + word), (before + word[0], word[1:]), (before + word, "")):
            if _are_words(first, second) and (second or not is_common(before) or before in _SMALL):
                start = place.text.words.rindex(before, 0, place.start)
                return start, place.end, f"{first} {second}".strip()
    return None


def _are_words(first: str, second: str) -> bool:
    """Say whether both are words; one letter is none but for «a». The second may be empty."""
    if not is_common(first) or (len(first) == 1 and first != "a"):
        return False
    return not second or (is_common(second) and (len(second) > 1 or second == "a"))


def _meant(word: str, counts: Counter[str]) -> list[str]:
    """The words that were most likely meant, those of the area first; none where nothing is near."""
    if word.endswith("nt") and word[:-2] in _VERBS:
        return [f"{word[:-2]}n't"]
    if word in _WITHOUT_S:
        return [f"{word[:-1]}'s"]
    near = dict.fromkeys(each for each in one_edit_away(word) if each in counts or _may_be_meant(each, word))
    near |= dict.fromkeys(each for each in meant_by(word) if is_common(each) or each in counts)
    known = [each for each in near if len(each) > 1 and is_word(each) and (each in counts or is_listed(each))]
    if len(word) < _ANY_SLIP:
        known = [each for each in known if sorted(each) == sorted(word)]
    known.sort(key=lambda each: (-min(counts[each], _OFTEN), sorted(each) != sorted(word)))
    if parted := _parted(word):
        known.insert(1 if known and counts[known[0]] else 0, parted)
    return known[:_MOST_SHOWN]


def _may_be_meant(known: str, word: str) -> bool:
    """Say whether a word that the area does not have is likely enough: a common one, or any if it is long."""
    return len(word) >= _ANY_SLIP and (is_common(known) or (len(word) >= _LONG and is_listed(known)))


def _parted(word: str) -> str:
    """Two words that ran together, if one of them is small: «of the» for «ofthe»; empty where they did not."""
    for at in range(1, len(word)):
        if word[:at] in _SMALL and word[at:] in _SMALL:
            return f"{word[:at]} {word[at:]}"
    for at in range(len(word) - 2, 1, -1):
        first, second = word[:at], word[at:]
        surely = first in _SMALL - _SMALLER or second in _SMALL - _SMALLER
        if surely and is_common(first) and is_common(second):
            return f"{first} {second}"
    return ""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’./@\\&-])(?<!-\s)[a-z]{{{_SHORTEST},}}(?![\w'’/@\\-]|\.\w)")


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’-])([a-z]+)\s\Z")


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"\s([a-z]+)(?![\w'’-])")

"""OMI536: a word is taken for another that sounds or looks like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.programme_vocabulary import programme_vocabulary
from omi_report.lint.rules.house_style.words import is_name, with_case_of
from omi_report.lint.rules.language.confusions import CONFUSIONS, Confusion
from omi_report.lint.rules.language.groups import groups
from omi_report.lint.rules.language.misplaced import misplaced
from omi_report.lint.rules.language.slots import places_of, words_of
from omi_report.lint.rules.language.word_classes import PAST, may_be
from omi_report.problems import Problem, Rule, Severity, one_for_each_place

RULE = Rule(
    "OMI536",
    "confused-word",
    Severity.WARNING,
    "A word is taken for another that sounds or looks like it, and the words beside it say so («could of», «their "
    "was», «more then half», «in principal», «was lead by»): it cannot stand there and the other can, or it is one "
    "that a report hardly needs («the manger», «came threw»). What may be right is left alone.",
    "A spelling checker is content with it, for it is a word.",
    bad="Their was little affect on those who could of been seen, and more then half where lost.",
    good="There was little effect on those who could have been seen, and more than half were lost.",
)


@each_text(language="en-GB", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for each confusion in the texts that have its word, and before it a word that may stand there."""
    alone, beside = _by_word(), _by_pair()
    numbers = {number for word in alone.keys() & text.view.vocabulary for number in alone[word]}
    numbers |= {number for pair in beside.keys() & text.view.pairs for number in beside[pair]}
    found = [
        each
        for number in sorted(numbers)  # of several at one place the first in the list is told of
        if _is_behind(CONFUSIONS[number], text.view.own_in_line)
        for each in _found(text, number)
    ]
    found += _misplaced(text)
    yield from one_for_each_place(reversed(found))


def _is_behind(confusion: Confusion, words: str) -> bool:
    """Say whether one of the phrases of a confusion may stand right before its word, and no sign between."""
    return (
        any(
            "*" in phrase or "#" in phrase or f"{phrase} {confusion.wrong}" in words
            for phrase in confusion.before.split("|")
        )
        or not confusion.before
    )


def _misplaced(text: CheckedText) -> Iterator[Problem]:
    """The words of groups that cannot stand where they stand."""
    words = words_of(text.view.own_without_names)
    found = list(misplaced(words))
    places = places_of(text.view.own_without_names) if found else ()
    for at, meant in found:
        if words[at - 1] in _SIGNS and words[at + 1] in _SIGNS:
            continue  # there is no word beside it to say so
        start, end = places[at]
        word = text.text[start:end]
        if is_name(text.words, start, end) and word.lower() not in ("it's", "it’s"):
            continue
        if may_be(words[at], PAST) and _is_named_so(text.text, places[at - 1]):
            continue
        if _is_of_programme(text, word):
            continue
        if words[at] in _BEFORE_NOUNS and text.text[end : end + 1] in _STOPS and _goes_on().match(text.text, end):
            sign = text.text[end]
            message = f"«{one_line(text.text[start : end + 1])}»: no sign stands between «{word}» and its noun"
            yield text.problem(RULE, start, end + 1, message, f"remove the «{sign}» after «{word}»")
            continue
        first = start if words[at - 1] in _SIGNS else places[at - 1][0]
        last = end if words[at + 1] in _SIGNS else places[at + 1][1]
        right = [
            with_case_of(word, each) for each in meant if len(meant) == 1 or (words[at - 1], each) != ("of", "then")
        ]
        message = f"«{one_line(text.text[first:last])}»: «{word}» is taken for «{'» or «'.join(right)}»"
        written = [one_line(f"{text.text[first:start]}{each}{text.text[end:last]}") for each in right]
        yield text.problem(RULE, start, end, message, f"write «{'» or «'.join(written)}»")


def _is_of_programme(text: CheckedText, word: str) -> bool:
    """Say whether the programme has a rare word in its titles and questions: pupils on roll, where these ask of it."""
    known = groups().get(word.lower())
    if text.is_standard or known is None or not known[0].rare:
        return False  # a word of any text, such as «to», is no word of a programme
    return word.lower() in programme_vocabulary(text.framework)


def _is_named_so(text: str, place: tuple[int, int]) -> bool:
    """Say whether a word may be a name that itself ends in 's, behind which a verb can stand: «Barnardo's ran it»."""
    start, end = place
    return text[start].isupper() and text[max(start, end - 2) : end] in ("'s", "’s")


_BEFORE_NOUNS = frozenset("a an the".split())
_STOPS = frozenset(".,;:")


@cache
def _goes_on() -> re.Pattern[str]:
    """A sign behind which the sentence goes on."""
    return re.compile(r"[.,;:]\s+[a-z]")


_SIGNS = frozenset(".,;:!?()–—-")


def _found(text: CheckedText, number: int) -> Iterator[Problem]:
    confusion = CONFUSIONS[number]
    for match in pattern_of(number).finditer(text.view.own_in_small):
        start, end = match.span("wrong")
        shown = one_line(text.text[match.start() : match.end()]).rstrip(".,;")
        word = text.text[start:end]
        right = with_case_of(word, confusion.right)
        before, after = text.text[match.start() : start], text.text[end : match.end()]
        meant = one_line(f"{before}{right}{after}").rstrip(".,; ")
        yield text.problem(RULE, start, end, f"«{shown}»: «{word}» is taken for «{right}»", f"write «{meant}»")


@cache
def _by_word() -> dict[str, list[int]]:
    """The numbers of the confusions that no known word stands before, by their wrong word."""
    found: dict[str, list[int]] = {}
    for number, confusion in enumerate(CONFUSIONS):
        last = [phrase.split()[-1] for phrase in confusion.before.split("|") if phrase]
        if confusion.wrong.isalpha() and not all(each.isalpha() for each in last or [""]):
            found.setdefault(confusion.wrong, []).append(number)
    return found


@cache
def _by_pair() -> dict[tuple[str, str], list[int]]:
    """Those of the others, by two words that follow each other in them; an apostrophe parts two words, too."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, confusion in enumerate(CONFUSIONS):
        first, *rest = confusion.wrong.replace("’", "'").split("'")
        before = [(first, each) for each in rest] or [
            (phrase.split()[-1], confusion.wrong) for phrase in confusion.before.split("|") if phrase
        ]
        for pair in before:
            found.setdefault(pair, []).append(number)
    return found


@cache
def pattern_of(number: int) -> re.Pattern[str]:
    """Return the pattern of a confusion by its number in the list, with its word as the group ``wrong``."""
    confusion = CONFUSIONS[number]
    phrases = "|".join(phrase.replace(" ", r"\s+") for phrase in confusion.before.split("|"))
    phrases = phrases.replace("*", "[a-z]+").replace("#", r"\d+")
    before = rf"(?:{phrases})\s+" if phrases else ""
    return re.compile(rf"(?<![\w'’-]){before}(?P<wrong>{confusion.wrong})(?![\w'’-])(?:{confusion.after})")

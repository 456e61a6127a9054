"""OMI535: an apostrophe stands in a plural, or «its» and «it's» are taken for each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.holders import (
    MAY_HOLD,
    holders_without_apostrophe,
    plurals_with_apostrophe,
)
from omi_report.lint.rules.language.nouns import is_plural
from omi_report.lint.rules.language.slots import places_of, words_of
from omi_report.problems import Problem, Rule, Severity, one_for_each_place

RULE = Rule(
    "OMI535",
    "apostrophe",
    Severity.WARNING,
    "An apostrophe stands in a plural («the 1990's», «the PO's were», «several plan's»), is missing in a possessive "
    "(«the offenders needs were»), or «its» and «it's» are taken for each other. Only what is sure is reported.",
    "Whose something is, and of how many, hangs on this one sign.",
    bad="The PO's were trained in the 1990's, and its not clear what became of it's skills.",
    good="The POs were trained in the 1990s, and it is not clear what became of their skills.",
)

_BEFORE_ITS = "about|at|by|during|for|from|in|into|of|on|through|throughout|to|under|with|within"
_AFTER_IT_IS = "a|an|the|not|because|unclear"
_MANY = "several|many|few|these|those|two|three|four|five|six|seven|eight|nine|ten|various|numerous"
_ONE = "each|every|another|an?"
_PERSONS = "offender|officer|prisoner|supervisor|victim"
_THINGS = (
    "accommodation|attitude|behaviour|circumstances|employment|family|file|health|history|home|life|lives|needs|plan|"
    "progress|record|release|risk|safety|sentence|views"
)
_THEN = r"(?=\s+(?:was|were|is|are|had|has)\b)"
_NEVER_PLURAL = frozenset("children men one people women".split())


@each_text(language="en", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for each kind, in the texts that have the signs or the words of it."""
    yield from one_for_each_place((*_by_words(text), *_by_patterns(text)))


def _by_words(text: CheckedText) -> Iterator[Problem]:
    """What the classes of the words beside a word tell."""
    has_sign = "'s" in text.view.own_in_small or "’s" in text.view.own_in_small
    if not has_sign and MAY_HOLD.isdisjoint(text.view.vocabulary):
        return
    words = words_of(text.view.own_without_names)
    found = [(slip, "an apostrophe is missing") for slip in holders_without_apostrophe(words)]
    if has_sign:
        short = frozenset(each.lower() for each in _short().findall(text.view.own))
        plurals = plurals_with_apostrophe(words, short)
        found += [(slip, "no apostrophe stands before this s") for slip in plurals]
    places = places_of(text.view.own_without_names) if found else ()
    for slip, what in found:
        start, end = places[slip.at]
        written = text.text[start:end]
        sign = "’" if "’" in text.text else "'"
        right = "» or «".join(_written_so(written, each.replace("'", sign)) for each in slip.right)
        shown = one_line(text.text[places[slip.first][0] : places[slip.last][1]])
        yield text.problem(RULE, start, end, f"«{shown}»: {what}", f"write «{right}»")


def _written_so(written: str, right: str) -> str:
    """A word with the letters of another as these are written, capitals too."""
    stem = next((at for at, (one, other) in enumerate(zip(written.lower(), right, strict=False)) if one != other), None)
    return written[:stem] + right[len(written[:stem]) :]


@cache
def _short() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z]{2,}(?=['’]s)")


def _by_patterns(text: CheckedText) -> Iterator[Problem]:
    words, vocabulary = text.view.own_in_small, text.view.vocabulary
    if "'" in words or "’" in words:
        yield from _in_plurals(text)
        for match in _of_plural().finditer(words):
            yield _problem(text, match, f"{match['wrong'][:-2]}'s", "the word is a plural without its s")
        for match in _it_is().finditer(words):
            yield _problem(text, match, "its", "«it's» means «it is»")
    if "its" in vocabulary:
        for match in _its().finditer(words):
            yield _problem(text, match, "it is", "«its» means «of it»")
    if not _HOLDERS.isdisjoint(vocabulary):
        for match in _lacking().finditer(words):
            person = match["wrong"][:-1]
            plural = "" if match["one"] else f" or «{person}s'»"
            yield _problem(text, match, f"{person}'s", "an apostrophe is missing", plural)


def _in_plurals(text: CheckedText) -> Iterator[Problem]:
    for match in _plural().finditer(text.words):
        word = match["wrong"][:-2]
        if word.isdigit() or word.isupper() or (is_plural(f"{word.lower()}s") and word.lower() not in _NEVER_PLURAL):
            of_several = f" or «{word}s'»" if match["many"] else ""
            yield _problem(text, match, f"{word}s", "a plural has no apostrophe before its s", of_several)


def _problem(text: CheckedText, match: re.Match[str], right: str, what: str, other: str = "") -> Problem:
    start, end = match.span("wrong")
    written = text.text[start:end]
    shown = one_line(text.text[match.start() : match.end()])
    right = right if written.isupper() or not written[0].isupper() else right[0].upper() + right[1:]
    return text.problem(RULE, start, end, f"«{shown}»: {what}", f"write «{right}»{other}")


_HOLDERS = frozenset(f"{person}s" for person in _PERSONS.split("|"))


@cache
def _plural() -> re.Pattern[str]:
    """A year, an abbreviation or a noun with an apostrophe, where nothing but a plural can stand."""
    return re.compile(
        r"(?<![\w'’-])(?:(?=(?:1[789]|20)\d0['’]s(?![\w-]))"
        r"|(?=[A-Z]{2,}['’]s\s+(?:were|are|have|who)\b)"
        r"|(?=[A-Za-z][a-z]+['’]s\s+(?:were|are|have)\b)"
        rf"|(?P<many>(?i:{_MANY}))\s+(?=[a-z]+['’]s(?![\w-])))"
        r"(?P<wrong>\w+['’]s)"
    )


@cache
def _its() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?P<wrong>its)\s+(?:{_AFTER_IT_IS})(?![\w'’-])")


@cache
def _of_plural() -> re.Pattern[str]:
    """A plural without an s that is treated like one with it; «peoples'» is right of nations."""
    return re.compile(
        r"(?<![\w'’-])(?P<wrong>(?:childrens|womens|mens|(?<=young )peoples|(?<=older )peoples)['’])(?!\w)"
    )


@cache
def _it_is() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'’-])(?:(?:{_BEFORE_ITS})\s+(?=it['’]s\s+(?!(?:a|an|the|not|been)\b)[a-z])|(?=it['’]s\s+own\b))"
        r"(?P<wrong>it['’]s)"
    )


@cache
def _lacking() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'’-])(?:the|(?P<one>{_ONE}))\s+(?P<wrong>(?:{_PERSONS})s)\s+(?:{_THINGS})(?![\w'’-]){_THEN}"
    )

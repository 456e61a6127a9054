"""OMI235: a rise or a fall is not that of the two figures beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import (
    COUNT,
    NUMBER,
    PERCENT,
    WORD,
    Number,
    Reckoning,
    house,
    per_cent,
    read,
)
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import percent_text

RULE = Rule(
    "OMI235",
    "wrong-change",
    Severity.WARNING,
    "A sentence says that something rose or fell from one figure to another, and the figures go the other way; or it "
    "says by how much, and the two figures differ by something else.",
    "The reader does not know which of the two to believe.",
    bad="Completions had risen from 41% to 56%, an increase of 12 percentage points.",
    good="Completions had risen from 41% to 56%, an increase of 15 percentage points.",
)

_UP = "rise|rises|rising|risen|rose|increas(?:e|ed|es|ing)|gr(?:ew|own)|climbed|gone\\s+up|went\\s+up|going\\s+up|up"
_DOWN = "fall|falls|falling|fallen|fell|decreas(?:e|ed|es|ing)|dropp(?:ed|ing)|declin(?:e|ed|ing)|reduced|gone\\s+down"
_DOWN += "|went\\s+down|going\\s+down|down|drop|shrank|shrunk"
_BETTER = "improv(?:e|ed|ing)"
_WORDS = (
    "rise rises rising risen rose increase increased increases increasing grew grown climbed up fall falls falling "
    "fallen fell decrease decreased decreases decreasing dropped dropping drop decline declined declining reduced down "
    "shrank shrunk improve improved improving"
)
_LESS_IS_BETTER = (
    "absence absences breaches caseload caseloads complaints cost costs delay delays reoffending sickness vacancies "
    "wait waits waiting"
)


_LEAST = 2  # numbers between which something changes


@each_text(language="en", standard=False, words=frozenset((*_WORDS.split(), "points")))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each change that is said with both of its figures, and then at other differences in points."""
    found = list(_changes(text))
    yield from found
    if "points" in text.view.vocabulary:
        places = {problem.location for problem in found}
        yield from (each for each in _differences(text) if each.location not in places)


def _differences(text: CheckedText) -> Iterator[Problem]:
    """Percentage points of a sentence with two percentages that it compares."""
    reckoning = read(text)
    for match in _points().finditer(reckoning.words) if reckoning else ():
        sentence = text.view.sentence_at(match.start())
        if sentence is None or reckoning is None:
            continue
        span = sentence.start, sentence.end
        by, numbers = reckoning.number(match, "by"), reckoning.among(*span)
        shares = [each for each in numbers if each.is_share and each is not by]
        if len(shares) == _LEAST and _compares().search(reckoning.words, *span):
            yield from _amount(reckoning, by, *shares, is_points=True)


def _changes(text: CheckedText) -> Iterator[Problem]:
    if "from" in text.view.vocabulary:
        yield from _of_measures(text)
    reckoning = read(text) if "from" in text.view.vocabulary else None
    if reckoning is None or len(reckoning.at) < _LEAST:
        return
    for match in _by_first().finditer(reckoning.words):
        change, first, last = (reckoning.number(match, key) for key in ("by", "first", "last"))
        if change.base is None and _alike(first, last):
            yield from _amount(reckoning, change, first, last, is_points=match["points"] is not None)
    for match in _up_from().finditer(reckoning.words):
        last, first = reckoning.number(match, "last"), reckoning.number(match, "first")
        wrong = _direction(reckoning, match, first, last) if _alike(first, last) else None
        if wrong and (first.base is None) == (last.base is None):
            yield wrong
    for match in _change().finditer(reckoning.words):
        first, last = reckoning.number(match, "a", "d"), reckoning.number(match, "b", "c")
        if (first.base is None) != (last.base is None) or not _alike(first, last):
            continue
        wrong = _direction(reckoning, match, first, last)
        if wrong:
            yield wrong
            continue
        by = _by().match(reckoning.words, match.end())
        if by:
            points = by["points"] is not None
            yield from _amount(reckoning, reckoning.number(by, "by"), first, last, is_points=points)


def _of_measures(text: CheckedText) -> Iterator[Problem]:
    """Changes of decimals and of sums of money, which are no counts: «rose from 14.1 days to 12.2 days»."""
    for match in _measures().finditer(text.view.own):
        first, last = (Fraction(match[key].replace(",", "")) for key in ("first", "last"))
        same = (
            match["sign"] == match["other_sign"]
            and (match["scale"] or "").lower() == (match["other_scale"] or "").lower()
        )
        is_measure = match["sign"] or "." in match["first"] or "." in match["last"]
        if is_measure and same and first != last and (last > first) is not (match["up"] is not None):
            verb = "rose" if last > first else "fell"
            way, span = "more" if last > first else "less", match.span("last")
            message = f"from {match['first']} to {match['last']} is {way}: it {verb}"
            yield text.problem(RULE, *span, message, f"write that it {verb}, or swap or correct the figures")


def _alike(first: Number, last: Number) -> bool:
    """Say whether both are percentages, or both are numbers."""
    return first.mark == last.mark


def _direction(reckoning: Reckoning, match: re.Match[str], first: Number, last: Number) -> Problem | None:
    better = match.groupdict().get("better") is not None
    if better and not _LESS.isdisjoint(reckoning.words[max(0, match.start() - 80) : match.start()].lower().split()):
        return None
    up = better or match["up"] is not None
    if first.value == last.value or (last.value > first.value) is up:
        return None
    way = "more" if last.value > first.value else "less"
    verb = "fell" if way == "less" else "rose"
    message = f"from {reckoning.written(first)} to {reckoning.written(last)} is {way}: it {verb}"
    return reckoning.problem(RULE, last, message, f"write that it {verb}, or swap or correct the figures")


def _amount(reckoning: Reckoning, by: Number, first: Number, last: Number, *, is_points: bool) -> Iterator[Problem]:
    difference = abs(last.value - first.value)
    places = max(first.places, last.places)
    of_shares, by_share = first.is_share, by.is_share
    if not is_points and of_shares and not by_share:
        return  # a number of cases, beside two percentages
    relative = 100 * difference / first.value if first.value else difference
    if by.value == difference or (by_share and not is_points and abs(by.value - relative) < 1):
        return
    shown = house(int(difference)) if difference.denominator == 1 else per_cent(difference, places)
    if of_shares:
        shown = f"{percent_text(difference, places)} percentage points"
    elif by_share and not is_points:
        shown = per_cent(relative, by.places)
    message = f"from {reckoning.written(first)} to {reckoning.written(last)} is {shown}, not {reckoning.written(by)}"
    yield reckoning.problem(RULE, by, message, f"write {shown}, or correct one of the figures")


_LESS = frozenset(_LESS_IS_BETTER.split())


@cache
def _change() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<up>{_UP})|(?:{_DOWN})|(?P<better>{_BETTER}))(?:\s+{WORD}){{0,4}}?\s+"
        rf"(?:from\s+(?P<a>{NUMBER})(?:\s+{WORD}){{0,6}}?\s+to\s+(?P<b>{NUMBER})|"
        rf"to\s+(?P<c>{NUMBER})(?:\s+{WORD}){{0,6}}?,?\s+from\s+(?P<d>{NUMBER}))",
        re.IGNORECASE,
    )


@cache
def _points() -> re.Pattern[str]:
    """A number of percentage points; what something rose by, to a figure, is not the difference to another figure."""
    return re.compile(rf"(?<!\bby\s)(?P<by>{NUMBER})\s+percentage\s+points?\b", re.IGNORECASE)


@cache
def _compares() -> re.Pattern[str]:
    """What stands before the second of two percentages that a sentence compares."""
    return re.compile(
        rf"\b(?:above|against|below|compared\s+(?:to|with)|than)\s+(?:the\s+)?{PERCENT}|\bfrom\s+{PERCENT}\s+to\s+{PERCENT}",
        re.IGNORECASE,
    )


@cache
def _measures() -> re.Pattern[str]:
    scale = r"(?:\s?(?P<{}>thousand|million|billion|bn|[km])\b)?"
    number = r"\d[\d,]*(?:\.\d+)?(?![\d%])"
    return re.compile(
        rf"\b(?:(?P<up>{_UP})|(?:{_DOWN}))(?:\s+[^\W\d][\w'’-]*){{0,3}}?\s+from\s+(?P<sign>[£$€]?)(?P<first>{number})"
        rf"{scale.format('scale')}(?:\s+[^\W\d][\w'’-]*){{0,5}}?\s+to\s+(?P<other_sign>[£$€]?)(?P<last>{number})"
        rf"{scale.format('other_scale')}(?!\s*(?:%|per\s?cent))",
        re.IGNORECASE,
    )


@cache
def _by_first() -> re.Pattern[str]:
    """«Had risen by nine percentage points, from 40% to 49%»."""
    return re.compile(
        rf"\b(?:{_UP}|{_DOWN}|{_BETTER})\s+by\s+(?:about\s+|some\s+)?(?P<by>{NUMBER})(?P<points>\s+(?:percentage\s+)?points?)?"
        rf"(?!\s+(?:an?|each|every|per)\s)(?:\s+{WORD}){{0,5}}?\s*[,(]?\s*from\s+(?P<first>{NUMBER})(?:\s+{WORD}){{0,4}}?\s+to\s+(?P<last>{NUMBER})",
        re.IGNORECASE,
    )


@cache
def _up_from() -> re.Pattern[str]:
    """«There were 12 recalls, up from 15», «a rate of 40%, a fall from 30%»."""
    return re.compile(
        rf"(?P<last>{NUMBER})(?:\s+{WORD}){{0,5}},?\s+(?:(?P<up>up|an?\s+(?:increase|rise))|(?:down|an?\s+(?:decrease|drop|fall)))"
        rf"\s+(?:from|on)\s+(?:the\s+)?(?P<first>{NUMBER})",
        re.IGNORECASE,
    )


@cache
def _by() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s+(?:{WORD}|{COUNT})){{0,7}}\s*[,(–-]\s*(?:(?:or|which\s+(?:is|was)|that\s+is,?)\s+)?(?:by|(?:a|an)\s+"
        rf"(?:{WORD}\s+)?(?:change|decline|decrease|difference|drop|fall|gain|improve(?:ment)|increase|reduction|rise)\s+of)\s+"
        rf"(?:about\s+|some\s+)?(?P<by>{NUMBER})(?P<points>\s+(?:percentage\s+)?points?)?",
        re.IGNORECASE,
    )

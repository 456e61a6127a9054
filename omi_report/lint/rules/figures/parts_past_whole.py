"""OMI232: parts that a sentence names come to more than their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.opposites import opposed
from omi_report.lint.rules.figures.reckoning import COUNT, GAP, PERCENT, WORD, Reckoning, house, per_cent, read
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI232",
    "parts-past-their-whole",
    Severity.WARNING,
    "A sentence divides a number of people or things into parts that exclude each other (by place, by sex, into those "
    "who did and the others), and the parts come to more than the number; or two such percentages come to more than "
    "100.",
    "A reader who adds them up finds more people than there were.",
    bad="We met 13 offenders: six in Poole, three in Dorchester and five in Weymouth.",
    good="We met 14 offenders: six in Poole, three in Dorchester and five in Weymouth.",
)

_PAIRS = (
    ("men", "women"),
    ("male", "female"),
    ("males", "females"),
    ("boys", "girls"),
    ("late", "on time"),
    ("late", "prompt"),
    ("full-time", "part-time"),
    ("yes", "no"),
    ("above", "below"),
    ("accurate", "inaccurate"),
    ("sufficient", "insufficient"),
    ("agreed", "disagreed"),
    ("acceptable", "unacceptable"),
    ("accepted", "refused"),
    ("accepted", "rejected"),
    ("granted", "refused"),
    ("open", "closed"),
    ("complete", "incomplete"),
    ("completed", "missed"),
    ("early", "late"),
    ("married", "single"),
    ("north", "south"),
    ("east", "west"),
    ("for", "against"),
    ("good", "poor"),
    ("satisfied", "dissatisfied"),
    ("succeeded", "failed"),
    ("successful", "unsuccessful"),
)

_ALL = (
    ("men", "women"),
    ("male", "female"),
    ("boys", "girls"),
    ("filled", "vacant"),
    ("full-time", "part-time"),
    ("on time", "late"),
    ("complete", "incomplete"),
    ("open", "closed"),
)
"""Words for two parts of which each thing is in one."""
_LEAST = 2  # numbers in a text that could be parts


@each_text(language="en", standard=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Add up the parts of each list of counts, and of each pair of percentages that exclude each other."""
    reckoning = read(text)
    if reckoning is None or len(reckoning.at) < _LEAST:
        return
    before = 0
    for sentence in text.view.sentences:
        if len(reckoning.among(sentence.start, sentence.end)) >= _LEAST:
            yield from _counts(reckoning, before, sentence.start, sentence.end)
            yield from _two_parts(reckoning, sentence.start, sentence.end)
            yield from _shares(reckoning, sentence.start, sentence.end)
            yield from _several_shares(reckoning, sentence.start, sentence.end)
        before = sentence.start


def _counts(reckoning: Reckoning, before: int, start: int, end: int) -> Iterator[Problem]:
    """«Of the 13 …, six …, three … and five …»: a whole at the head, and a list of counts after it.

    The whole may stand in the sentence that begins at ``before``.
    """
    head = _head().search(reckoning.words, start, end)
    head = (_of_groups().search(reckoning.words, start, end) if head else None) or head
    parts = _list().search(reckoning.words, head.end(), end) if head else None
    if head is None or parts is None:
        head, parts = _told_before(reckoning, before, start, end)
    if head is None or parts is None or not _exclude_each_other(reckoning.words, head, parts.start(), end):
        return
    whole, numbers = reckoning.number(head, "whole"), reckoning.among(parts.start(), parts.end())
    total = sum(each.count for each in numbers)
    if whole.base is None and total > whole.count > max(each.count for each in numbers):
        sums = " and ".join((", ".join(house(each.count) for each in numbers[:-1]), house(numbers[-1].count)))
        message = f"{sums} come to {house(total)}, more than the {house(whole.count)} of which they are parts"
        yield reckoning.problem(RULE, whole, message, f"correct one of the parts, or write {house(total)}")


def _told_before(
    reckoning: Reckoning, before: int, start: int, end: int
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """«There were 20 victims in the group. Six came once, …»: a sentence that is a list, and the whole before it."""
    parts = _list().match(reckoning.words, start, end)
    if parts is None:
        return None, None
    head = _introduced().match(reckoning.words, before, start)
    alone = head is not None and len(reckoning.among(before, start)) == 1
    return (head, parts) if alone else (None, None)


def _exclude_each_other(words: str, head: re.Match[str], start: int, end: int) -> bool:
    """Say whether nobody can be in two of the parts: they follow a colon, or their words say so."""
    if head.groupdict().get("colon") is not None or _other().search(words, start, end):
        return True
    said = words[start:end].lower()
    return opposed(said, said, _PAIRS)


def _two_parts(reckoning: Reckoning, start: int, end: int) -> Iterator[Problem]:
    """«Of the 76 posts, 66 were filled and 11 were vacant»: a whole, and two parts that are all of it."""
    head = _head().search(reckoning.words, start, end) or _made_of().search(reckoning.words, start, end)
    numbers = reckoning.among(head.start(), end) if head else []
    if head is None or len(numbers) != 1 + len(("first", "second")) or any(each.base is not None for each in numbers):
        return
    whole, first, second = numbers
    said = reckoning.words[first.start : second.start].lower(), reckoning.words[second.start : end].lower()
    total = first.count + second.count
    is_all = opposed(*said, _ALL)
    if is_all and total != whole.count and first.is_count and second.is_count:
        message = f"{house(first.count)} and {house(second.count)} come to {house(total)}, not {house(whole.count)}"
        yield reckoning.problem(RULE, whole, message, f"correct one of the parts, or write {house(total)}")


def _several_shares(reckoning: Reckoning, start: int, end: int) -> Iterator[Problem]:
    """Three percentages or more of answers that exclude each other: «60% agreed, 30% disagreed, 20% did not know»."""
    numbers = reckoning.among(start, end)
    shares = [each for each in numbers if each.is_share]
    if len(shares) < 3 or len(shares) != len(numbers) or _some_of_them().search(reckoning.words, start, end):
        return
    said = reckoning.words[start:end].lower()
    total, places = sum((each.value for each in shares), Fraction()), max(each.places for each in shares)
    if opposed(said, said, _PAIRS) and _other().search(said) and total > 100 + Fraction(len(shares), 2 * 10**places):
        message = f"these exclude each other and come to {per_cent(total, places)}, more than 100"
        yield reckoning.problem(RULE, shares[-1], message, "correct one of them")


def _shares(reckoning: Reckoning, start: int, end: int) -> Iterator[Problem]:
    """Two percentages of which the second is what the first is not."""
    pair = _pair().search(reckoning.words, start, end)
    if pair is None or len(reckoning.among(start, end)) != len(("first", "second")):
        return
    first, second = reckoning.number(pair, "first"), reckoning.number(pair, "second")
    total, places = first.value + second.value, max(first.places, second.places)
    if total <= 100 + Fraction(1, 10**places):
        return
    between, after = (
        reckoning.words[pair.end("first") : pair.start("second")],
        reckoning.words[pair.end("second") : end],
    )
    before = reckoning.words[start : pair.start("first")]
    if _opposite(between, after) or _named_first(before, between) or _divided().search(before):
        message = f"the two exclude each other and come to {per_cent(total, places)}, more than 100"
        hint = (
            f"{per_cent(first.value, first.places)} leaves {per_cent(100 - first.value, places)}: correct one of them"
        )
        yield reckoning.problem(RULE, second, message, hint)


def _opposite(first: str, second: str) -> bool:
    if _negated().match(second):
        return not _negated().search(first)
    return opposed(first.lower(), second.lower(), _PAIRS)


def _named_first(before: str, between: str) -> bool:
    """«Full-time posts made up 70% and part-time posts 40%»: each part stands before its share."""
    first = before.lower()
    return _made_up().search(first) is not None and opposed(first, between.lower(), _ALL)


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:of|among)\s+(?:(?:the|these|those|all|our)\s+)*(?={COUNT})|(?={COUNT}{GAP}(?P<colon>:|,\s+(?:namely|that\s+is),?\s))|(?={COUNT}{GAP},\s+of\s+(?:which|whom)\s))"
        rf"(?P<whole>{COUNT})",
        re.IGNORECASE,
    )


@cache
def _of_groups() -> re.Pattern[str]:
    """«The 32 plans fell into three groups:»: the number of groups is no whole."""
    return re.compile(
        rf"(?P<whole>{COUNT}){GAP}\s+(?:in|into|of)\s+{COUNT}\s+(?:categories|groups|kinds|parts|sorts|types)(?P<colon>:)",
        re.IGNORECASE,
    )


@cache
def _made_of() -> re.Pattern[str]:
    """«The team had 45 members: 20 men …», «45 members, 20 of them men …»."""
    return re.compile(
        rf"(?P<whole>{COUNT})(?:\s+{WORD}){{1,4}}\s*[:(,]\s*(?={COUNT}(?:\s+of\s+(?:them|whom))?\s+{WORD})"
    )


@cache
def _some_of_them() -> re.Pattern[str]:
    """Words of a sentence whose shares are of different questions, times or people."""
    return re.compile(r"\b(?:also|both|but|compar\w+|respectively|than|whereas|while)\b", re.IGNORECASE)


@cache
def _introduced() -> re.Pattern[str]:
    """A sentence that says how many there were, and no more."""
    return re.compile(
        rf"\W*(?:there\s+were|we\s+(?:met|saw|spoke\s+to|interviewed|read|examined|visited|looked\s+at)|[^,;:]{{1,40}}?\s+had)\s+"
        rf"(?P<whole>{COUNT})[^,;:]{{1,60}}\.\s*\Z",
        re.IGNORECASE,
    )


@cache
def _list() -> re.Pattern[str]:
    return re.compile(rf"{COUNT}{GAP}(?:(?:,|;|,?\s+and|,\s+and\s+the\s+other){GAP}\s+{COUNT}{GAP}){{2,}}")


@cache
def _other() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:others?|rest|remain\w*|(?:did|do)\s+not\s+(?:answer|know|reply|respond|say)|not\s+(?:\w+\s+)?(?:at\s+all|known)|none|neither|nothing\s+(?:is|was)\s+known|(?:had|was|were|did)\s+not(?=\s*[,;])|nobody|unknown|undecided|once|twice)\b",
        re.IGNORECASE,
    )


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"(?P<first>{PERCENT})[^.;:]{{1,120}}?\b(?:and|but|while)\b[^.;:]{{0,40}}?(?P<second>{PERCENT})")


@cache
def _made_up() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:accounted\s+for|came\s+to|formed|made\s+up|(?:was|were)\s*)$|\b(?:made\s+up|accounted\s+for)\b"
    )


@cache
def _divided() -> re.Pattern[str]:
    """Words that divide one whole between two."""
    return re.compile(
        r"\b(?:divided|shared|split|spread)\s+(?:\w+ly\s+)?(?:among|between|into)\b|\b(?:consisted|made\s+up)\s+of\b",
        re.IGNORECASE,
    )


@cache
def _negated() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:did|do)\s+not\s+(?:answer|know|reply|respond|say)(?=\s*[.,;])|"
        r"(?:\s+of\s+(?:them|these|those|cases))?(?:\s+(?:it|they|that|this|the\s+others?))?\s+"
        r"(?:(?:was|were|had|has|have|did|could|is|are)\s+(?:been\s+)?not|(?:did|had|was|were)n['’]t)\s*[.;]",
        re.IGNORECASE,
    )

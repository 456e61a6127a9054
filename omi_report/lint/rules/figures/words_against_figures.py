"""OMI227: words for a quantity do not fit the figure beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from omi_report.lint.rules.figures.quantifiers import Quantifier, keys, quantifier_at
from omi_report.lint.rules.figures.quantity_words import fitting
from omi_report.lint.rules.figures.statements import Passage, Stated, each_passage
from omi_report.lint.rules.language.nouns import plural_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI227",
    "words-against-figures",
    Severity.WARNING,
    "«The majority», «almost all», «a third» or another word for a quantity stands beside a figure in the same "
    "sentence, and does not fit it. The limits of each word are wide and stand in "
    "lint/rules/figures/quantity_words.py.",
    "Readers remember the word, and quote it; the area will point at the figure.",
    bad="The majority of plans (43%) were on time, and almost all reviews, 71%, were late.",
    good="Fewer than half of the plans (43%) were on time, and most reviews, 71%, were late.",
)

_MANNER = r"(?:(?:a|about|an|around|at|i\.e\.|in\s+fact|just|namely|only|or|some|still|that\s+is|the|well),?\s+)*"
# These begin another statement, to which a figure after them belongs.
_STOP = frozenset(
    "although and but fewer less more or other others remainder remaining rest than though whereas which while".split()
)
_MOST_WORDS = {"(": 7, ":": 7}  # in a gap before a bracket; before a comma it is soon another clause
_NEAR = 110


@each_passage(language="en")
def check(passage: Passage) -> Iterator[Problem]:
    """Compare each word for a quantity with the figure that stands beside it."""
    yield from _words(passage)
    yield from _wholes(passage)


def _words(passage: Passage) -> Iterator[Problem]:
    shares = [each for each in passage.stated if each.quantity.percent is not None and each.form != "base"]
    for key in _keys(passage.words, shares):
        word = quantifier_at(passage.words, key)
        stated = _beside(passage.words, word, shares) if word else None
        if word and stated and stated.quantity.percent is not None and not word.limits.allow(stated.quantity.percent):
            yield _problem(passage, word, stated)


def _keys(text: str, shares: list[Stated]) -> list[re.Match[str]]:
    """The words of ``keys`` that could be beside a figure, by what stands around it: looked for only there."""
    found: dict[int, re.Match[str]] = {}
    for stated in shares:
        if _opens().search(text, max(0, stated.start - 25), stated.start):
            for key in keys().finditer(text, max(0, stated.start - _NEAR), stated.start):
                found[key.start()] = key
        if _leads_on().match(text, stated.end):
            for key in keys().finditer(text, stated.end, min(len(text), stated.end + _NEAR)):
                found[key.start()] = key
    return [found[start] for start in sorted(found)]


def _beside(text: str, word: Quantifier, shares: list[Stated]) -> Stated | None:
    """The figure that a word describes: the next one after it, or else the last one before it."""
    after = next((each for each in shares if each.start >= word.end), None)
    if after and _describes_next(text, word, after):
        return after
    before = next((each for each in reversed(shares) if each.end <= word.start), None)
    return before if before and _describes_last(text, word, before) else None


def _describes_next(text: str, word: Quantifier, stated: Stated) -> bool:
    if text[word.end - 6 : word.end].lower() in ("jority", "nority") and _of().fullmatch(text, word.end, stated.start):
        return True
    match = _after().fullmatch(text, word.end, stated.start)
    if match is None or _is_broken(match["gap"]) or len(match["gap"].split()) > _MOST_WORDS.get(match["open"], 4):
        return False
    return bool((_bracket_closed() if match["open"] == "(" else _closed()).match(text, stated.end))


def _describes_last(text: str, word: Quantifier, stated: Stated) -> bool:
    match = _before().fullmatch(text, stated.end, word.start)
    if match is None or _is_broken(match["gap"]):
        return False
    goes_on = _goes_on() if match["open"] == "(" and not match["link"] else _goes_on_linked()
    firm = match["link"] or match["open"] == "("
    return bool(_closed().match(text, word.end) or (firm and goes_on.match(text, word.end)))


def _is_broken(gap: str) -> bool:
    words = gap.lower().split()
    return any(word in _STOP for word in words) or any(keys().fullmatch(word) for word in words)


def _problem(passage: Passage, word: Quantifier, stated: Stated) -> Problem:
    article = _article().search(passage.words, max(0, word.start - 12), word.start)
    start = article.start() if article and _with_article().search(passage.words, word.start, word.end) else word.start
    words = " ".join(passage.text.text[start : word.end].replace("*", "").split())
    percent = stated.quantity.percent
    message = f"«{words}» stands beside {stated.text}, and is for {word.limits}"
    right = _instead(passage.words, word, percent) if percent is not None else ""
    hint = f"write «{right}», or correct the figure" if right else ""
    return passage.text.problem(RULE, start, word.end, message, hint)


def _instead(words: str, word: Quantifier, percent: Fraction) -> str:
    """Plain words for a percentage, with the plural of what «every» stands before."""
    right = fitting(percent)
    noun = _noun_of_every().match(words, word.end) if words[: word.end].lower().endswith("every") else None
    plural = plural_of(noun[1]) if noun else ""
    return f"{right} of the {plural}" if plural and right in _OF_THE else f"{right} {plural}".rstrip()


_OF_THE = frozenset(("more than half", "half", "fewer than half", "none"))
"""Words of ``fitting`` that do not stand right before a noun."""


def _wholes(passage: Passage) -> Iterator[Problem]:
    """«All five» of a figure that is 5 of 6, «none of the six» of one that is 1 of 6."""
    for stated in passage.stated:
        count, base = stated.quantity.count, stated.quantity.base
        if count is None or base is None or stated.form == "percent":
            continue
        match = _every().search(passage.words, max(0, stated.start - 25), stated.start)
        if match is None or count == (0 if match["none"] else base):
            continue
        if _speaks_for_its_entry(passage, stated, none=bool(match["none"])):
            words = " ".join(match["words"].split())
            message = f"«{words}» stands before {stated.text}, and the figure is {count} of {base}"
            hint = "recast the sentence, or correct the figure"
            yield passage.text.problem(RULE, *match.span("words"), message, hint)


def _speaks_for_its_entry(passage: Passage, stated: Stated, *, none: bool) -> bool:
    """Whether the figure itself is meant. «Five were apt, and all five were accepted» speaks of something else."""
    uses = [each for each in passage.stated if each.name == stated.name and stated.name]
    if stated.form == "ratio":
        return not none
    return bool(uses) and uses[0] is stated and (stated.form == "number" or len(uses) == 1)


@cache
def _article() -> re.Pattern[str]:
    """What goes when other words come: «only a» of «only a few», «the» of «the majority»."""
    return re.compile(r"\b(?:(?:just|only)\s+)?(?:a|the)\s+$|\b(?:just|only)\s+$", re.IGNORECASE)


@cache
def _with_article() -> re.Pattern[str]:
    return re.compile(r"(?:few|majority|minority)$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?P<gap>(?:\s+[\w'’-]+){{0,7}})(?:\s*(?P<open>[(,:–—])\s*|\s-\s+){_MANNER}")


@cache
def _noun_of_every() -> re.Pattern[str]:
    return re.compile(r"\s+([a-z]+)\s*[(,:–—]")


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r"\s+of\s+(?:(?:just|only|some)\s+)?")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<gap>(?:\s+[\w'’-]+){{0,6}})(?:\s*(?P<open>[(,–—])\s*|\s-\s+)"
        rf"(?P<link>(?:or|that\s+is|which\s+(?:is|was)|in\s+other\s+words),?\s+)?{_MANNER}"
    )


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(r"(?:\s+of\s+(?:(?:all|the|these|those)\s+)?[\w'’-]+(?=,))?\s*(?:[,;:.)–—]|$)|\s+-\s")


@cache
def _bracket_closed() -> re.Pattern[str]:
    return re.compile(r"\s*[),;]")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"\s+of\s+(?!them\b|these\b|those\b|which\b|whom\b)\w")


@cache
def _goes_on_linked() -> re.Pattern[str]:
    return re.compile(r"\s+of\s+(?!which\b|whom\b)\w")


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"(?:[(,:–—]|\s-\s|rity\s+of\b)\s*{_MANNER}$")


@cache
def _leads_on() -> re.Pattern[str]:
    return re.compile(r"(?:\s+[\w'’-]+){0,6}\s*[(,–—-]")


@cache
def _every() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<words>all(?:\s+of\s+the)?|each\s+of\s+the|every\s+one\s+of\s+the|"
        r"(?P<none>none\s+of\s+the|not\s+one\s+of\s+the))\s+$",
        re.IGNORECASE,
    )

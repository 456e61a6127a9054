"""OMI502: a text has an American spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.house_style.fixes import fixed
from omi_report.lint.rules.house_style.spelling_data import american_spellings, with_s
from omi_report.lint.rules.house_style.words import (
    is_english,
    is_name,
    lowered,
    own_words,
    proses,
    vocabulary,
    with_case_of,
)
from omi_report.lint.subject import Subject
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI502",
    "american-spelling",
    Severity.WARNING,
    "A text or title has an American spelling, or -ize where house style has -ise. Names (the World Health "
    "Organization) and what is quoted from somebody are left as they are.",
    "A report to the public has one spelling; two of them look like the work of two hands.",
    bad="Programs to change behavior were well organized, and license cases had a plan.",
    good="Programmes to change behaviour were well organised, and licence cases had a plan.",
)

_WORD = lazy_regex(r"[A-Za-z]+")
_NOUN = r"cases?|conditions?|fees?|holders?|periods?|plans?|recall|requirements?|supervision"
_DETERMINER = r"an?|any|each|every|her|his|its|my|no|our|the|their|this|your"

# Words that are American in one sense only: the words around them tell which.
_IN_CONTEXT: dict[str, tuple[re.Pattern[str], dict[str, str]]] = {
    "license": (  # in Britain the noun has a c, and the verb an s
        lazy_regex(
            rf"\b(?:{_DETERMINER}|on|under|driving|life|parole|prison)\s+(?P<word>license)\b"
            rf"|\b(?P<noun>license)\s+(?:{_NOUN})\b",
            re.IGNORECASE,
        ),
        {"license": "licence"},
    ),
    "licenses": (
        lazy_regex(rf"\b(?:{_DETERMINER}|and|for|of|on|these|those|with)\s+(?P<word>licenses)\b", re.IGNORECASE),
        {"licenses": "licences"},
    ),
    "practise": (
        lazy_regex(
            r"\b(?:an?|bad|best|common|current|effective|good|in|its|local|of|our|poor|probation|safe|the|their|this)"
            r"\s+(?P<word>practise)\b(?!\s+(?:an?|her|his|it|the|their|them)\b)",
            re.IGNORECASE,
        ),
        {"practise": "practice"},
    ),
    "program": (  # a computer has programs
        lazy_regex(
            r"(?<!\bcomputer\s)(?<!\bsoftware\s)(?<!\bspreadsheet\s)(?<!\bto\s)\b(?P<word>program)\b", re.IGNORECASE
        ),
        {"program": "programme"},
    ),
    "programs": (
        lazy_regex(r"(?<!\bcomputer\s)(?<!\bsoftware\s)(?<!\bspreadsheet\s)\b(?P<word>programs)\b", re.IGNORECASE),
        {"programs": "programmes"},
    ),
    "rigor": (lazy_regex(r"\b(?P<word>rigor)\b(?!\s+mortis)", re.IGNORECASE), {"rigor": "rigour"}),
}


@cache
def _spellings() -> dict[str, str]:
    return american_spellings()


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Look up every word of every text and title."""
    if not is_english(subject):
        return
    wrong = _spellings().keys()
    doubtful = _IN_CONTEXT.keys()
    for prose in proses(subject):
        words = vocabulary(prose.text)
        if not wrong.isdisjoint(words) or _is_z_wrong(prose.text):
            yield from _listed(subject, prose)
        for word in sorted(doubtful & words):
            yield from _in_context(subject, prose, word)


def _is_z_wrong(text: str) -> bool:
    return "z" in lowered(text) and any("z" in word and with_s(word) for word in vocabulary(text))


def _listed(subject: Subject, prose: Prose) -> Iterator[Problem]:
    text = own_words(prose.text)
    for match in _WORD.finditer(text):
        word = match.group().lower()
        british = _spellings().get(word) or with_s(word)
        if british and not is_name(text, *match.span()):
            yield _problem(subject, prose, match.start(), match.group(), british)


def _in_context(subject: Subject, prose: Prose, word: str) -> Iterator[Problem]:
    text = own_words(prose.text)
    pattern, british = _IN_CONTEXT[word]
    for match in pattern.finditer(text):
        group = "word" if match["word"] else "noun"
        if not is_name(text, *match.span(group)):
            yield _problem(subject, prose, match.start(group), match[group], british[word])


def _problem(subject: Subject, prose: Prose, start: int, word: str, british: str) -> Problem:
    replacement = with_case_of(word, british)
    place, fix = fixed(subject, prose, start, start + len(word), replacement)
    in_z = word.lower().replace("z", "s") == british
    message = f"«{word}»: house style spells this with an s" if in_z else f"«{word}» is an American spelling"
    return RULE.at(place.start, message, f"write «{replacement}»", length=place.length, fix=fix)

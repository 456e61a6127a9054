"""OMI502: a text has an American spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.house_style.spelling_data import american_spellings, with_s
from omi_report.lint.rules.house_style.words import is_name, with_case_of
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

_NOUN = r"cases?|conditions?|fees?|holders?|periods?|plans?|recall|requirements?|supervision"
_DETERMINER = r"an?|any|each|every|her|his|its|my|no|our|the|their|this|your"

# Words that are American in one sense only, and what they are in Britain: the words around them tell which.
_LICENSE = (  # in Britain the noun has a c, and the verb an s
    rf"\b(?:{_DETERMINER}|on|under|driving|life|parole|prison)\s+(?P<word>license)\b"
    rf"|\b(?P<noun>license)\s+(?:{_NOUN})\b"
)
_PRACTISE = (
    r"\b(?:an?|bad|best|common|current|effective|good|in|its|local|of|our|poor|probation|safe|the|their|this)"
    r"\s+(?P<word>practise)\b(?!\s+(?:an?|her|his|it|the|their|them)\b)"
)
_PROGRAM = r"(?<!\bcomputer\s)(?<!\bsoftware\s)(?<!\bspreadsheet\s)\b(?P<word>{word})\b"  # a computer has programs
_IN_CONTEXT = {
    "license": ("licence", _LICENSE),
    "licenses": ("licences", rf"\b(?:{_DETERMINER}|and|for|of|on|these|those|with)\s+(?P<word>licenses)\b"),
    "practise": ("practice", _PRACTISE),
    "program": ("programme", r"(?<!\bto\s)" + _PROGRAM.format(word="program")),
    "programs": ("programmes", _PROGRAM.format(word="programs")),
    "rigor": ("rigour", r"\b(?P<word>rigor)\b(?!\s+mortis)"),
}


@each_text(language="en-GB", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look up every word of the text."""
    words = text.view.vocabulary
    if not _spellings().keys().isdisjoint(words) or ("z" in text.words and any("z" in w and with_s(w) for w in words)):
        yield from _listed(text)
    for word in sorted(_IN_CONTEXT.keys() & words):
        yield from _in_context(text, word)


@cache
def _spellings() -> dict[str, str]:
    return american_spellings()


def _listed(text: CheckedText) -> Iterator[Problem]:
    for match in re.finditer("[A-Za-z]+", text.words):
        word = match.group().lower()
        british = _spellings().get(word) or with_s(word)
        if british and not is_name(text.words, *match.span()):
            yield _problem(text, *match.span(), british)


def _in_context(text: CheckedText, word: str) -> Iterator[Problem]:
    british, pattern = _IN_CONTEXT[word]
    for match in re.finditer(pattern, text.words, re.IGNORECASE):
        span = match.span("word" if match["word"] else "noun")
        if not is_name(text.words, *span):
            yield _problem(text, *span, british)


def _problem(text: CheckedText, start: int, end: int, british: str) -> Problem:
    word = text.text[start:end]
    right = with_case_of(word, british)
    in_z = word.lower().replace("z", "s") == british
    message = f"«{word}»: house style spells this with an s" if in_z else f"«{word}» is an American spelling"
    return text.problem(RULE, start, end, message, f"write «{right}»", fix=text.fix(start, end, right))

"""OMI506: a sentence begins with figures, or with a small letter from a figure that is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.evidence.figures import lookup, written
from omi_report.language.english import in_words
from omi_report.language.known import ENGLISH
from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.house_style.fixes import fixed
from omi_report.lint.rules.house_style.words import is_english, own_words, sentence_list
from omi_report.lint.subject import Subject
from omi_report.lint.text import MASK
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import Quantity

RULE = Rule(
    "OMI506",
    "figures-at-sentence-start",
    Severity.WARNING,
    "A sentence begins with a number in figures («12 offenders …», or a figure that is printed so), or with a figure "
    "that is printed with a small letter («five of the six …»).",
    "A sentence begins with a capital, which figures do not have.",
    bad="{{ seen | count }} offenders were seen. 12 offenders were not.",
    good="{{ seen | count | capital }} offenders were seen. Twelve offenders were not.",
)

_LITERAL = lazy_regex(r"(?P<number>\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?P<sign>\s?%|\s+per\s?cent\b)?(?=\s+[a-z])")
_FIGURE = lazy_regex(r"\{\{(?P<name>[^{}|\n]*)(?P<filters>(?:\|[^{}|\n]*)*)\}\}")
_ABBREVIATION = lazy_regex(r"\b(?:approx|cf|e\.g|i\.e|no|vs)\.\s*\Z", re.IGNORECASE)
_TURN_ROUND = "turn the sentence round, so that it does not begin with it"


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Look at what each sentence begins with."""
    if not is_english(subject):
        return
    for prose, _parsed in subject.texts:
        for offset, sentence in sentence_list(prose.text):
            first = sentence[0]
            if offset == 0 and prose.file == "recommendations.yaml":
                continue  # «… make sure that» stands above it
            if first.isdigit():
                yield from _literal(subject, prose, offset, sentence)
            elif first == MASK:
                yield from _figure(subject, prose, offset)


def _literal(subject: Subject, prose: Prose, offset: int, sentence: str) -> Iterator[Problem]:
    match = _LITERAL.match(sentence)
    if match is None or own_words(prose.text)[offset] == MASK:
        return
    number = match["number"].replace(",", "")
    words = in_words(int(number)) if number.isdigit() and int(number) < 100 else ""
    if match["sign"]:
        words = f"{words} per cent" if words else ""
    end = offset + match.end()
    replacement = words.capitalize()
    place, fix = fixed(subject, prose, offset, end, replacement or match.group())
    hint = f"write «{replacement}», or {_TURN_ROUND}" if words else _TURN_ROUND
    message = f"a sentence begins with figures, «{match.group()}»"
    yield RULE.at(place.start, message, hint, length=place.length, fix=fix if words else None)


def _figure(subject: Subject, prose: Prose, offset: int) -> Iterator[Problem]:
    match = _FIGURE.match(prose.text, offset)
    if match is None or _ABBREVIATION.search(prose.text, 0, offset):
        return
    name, filters = match["name"].strip(), [part.strip() for part in match["filters"].split("|")[1:]]
    quantity = subject.figures.get(lookup(prose.scope, name))
    text = written(quantity, tuple(filters), ENGLISH) if isinstance(quantity, Quantity) else None
    if not isinstance(text, str):
        return
    if text[0].islower():
        wrong, better = "a small letter", [*filters, "capital"]
    elif text.isdigit() and int(text) < 100 and "base" not in filters:
        wrong, better = "figures", [*(part for part in filters if part == "rest"), "words", "capital"]
    elif text[0].isdigit():
        wrong, better = "figures", []
    else:
        return
    use = f"{{{{ {' | '.join([name, *better])} }}}}"
    place, fix = fixed(subject, prose, *match.span(), use)
    message = f"a sentence begins with {wrong}: this is printed as «{text}»"
    hint = f"write {use}" if better else _TURN_ROUND
    yield RULE.at(place.start, message, hint, length=place.length, fix=fix if better else None)

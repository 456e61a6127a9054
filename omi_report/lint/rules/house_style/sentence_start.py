"""OMI506: a sentence begins with figures, or with a small letter from a figure that is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.evidence.figures import lookup, written
from omi_report.language.english import in_words
from omi_report.language.known import ENGLISH
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Substitution
from omi_report.prose.view import MASK, Sentence
from omi_report.quantity import Quantity

RULE = Rule(
    "OMI506",
    "figures-at-sentence-start",
    Severity.WARNING,
    "A sentence begins with a number in figures («12 offenders …», or a figure that is printed so), or with a figure "
    "that is printed with a small letter («five of the six …»). The value of a key fact is no sentence.",
    "A sentence begins with a capital, which figures do not have.",
    bad="{{ seen | count }} offenders were seen. 12 offenders were not.",
    good="{{ seen | count | capital }} offenders were seen. Twelve offenders were not.",
)

_TURN_ROUND = "turn the sentence round, so that it does not begin with it"


@each_text(language="en-GB", where=lambda prose: prose.manner != "value")
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at what each sentence begins with; an item of a list may begin with figures."""
    figures = {node.offset: node for node in text.view.parsed.substitutions}
    for sentence in text.view.sentences:
        if sentence.start == 0 and text.prose.manner == "recommended":
            continue  # «… make sure that» stands above it
        if sentence.setting != "running":
            continue
        if sentence.words[0].isdigit():
            yield from _literal(text, sentence)
        elif sentence.start in figures:
            yield from _figure(text, figures[sentence.start])


def _literal(text: CheckedText, sentence: Sentence) -> Iterator[Problem]:
    match = _number().match(sentence.words)
    if match is None or text.view.own[sentence.start] == MASK:
        return
    number = match["number"].replace(",", "")
    words = in_words(int(number)) if number.isdigit() and int(number) < 100 else ""
    if match["sign"]:
        words = f"{words} per cent" if words else ""
    start, end = sentence.start, sentence.start + match.end()
    replacement = words.capitalize()
    hint = f"write «{replacement}», or {_TURN_ROUND}" if words else _TURN_ROUND
    message = f"a sentence begins with figures, «{match.group()}»"
    yield text.problem(RULE, start, end, message, hint, fix=text.fix(start, end, replacement) if words else None)


def _figure(text: CheckedText, node: Substitution) -> Iterator[Problem]:
    figure = text.figures.get(lookup(text.prose.scope, node.name))
    quantity = figure.quantity if figure else None
    printed = written(quantity, node.filters, ENGLISH) if isinstance(quantity, Quantity) else None
    if not isinstance(printed, str):
        return
    wrong, better = _wrong(printed, node.filters)
    if not wrong:
        return
    use = f"{{{{ {' | '.join([node.name, *better])} }}}}"
    message = f"a sentence begins with {wrong}: this is printed as «{printed}»"
    hint = f"write {use}" if better else _TURN_ROUND
    yield text.problem(RULE, *node.span, message, hint, fix=text.fix(*node.span, use) if better else None)


def _wrong(printed: str, filters: tuple[str, ...]) -> tuple[str, list[str]]:
    """What is wrong with a figure at the beginning of a sentence, and the filters that put it right, if any do."""
    if printed[0].islower():
        return "a small letter", [*filters, "capital"]
    if printed.isdigit() and int(printed) < 100 and "base" not in filters:
        return "figures", [*(part for part in filters if part == "rest"), "words", "capital"]
    return ("figures", []) if printed[0].isdigit() else ("", [])


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?P<number>\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?P<sign>\s?%|\s+per\s?cent\b)?(?=\s+[a-z])")

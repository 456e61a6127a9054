"""OMI215: what a text calls the rest is not what is left."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import accumulate

from omi_report.language.english import in_house_style
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.literals import COUNTED, NUMBERS, number_of
from omi_report.lint.rules.figures.remainders import remainders
from omi_report.lint.rules.figures.statements import FIGURE, Passage, Stated, passage_of, percent_of
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Span
from omi_report.prose.stretches import Stretches
from omi_report.quantity import percent_text

RULE = Rule(
    "OMI215",
    "wrong-complement",
    Severity.WARNING,
    "A text gives a figure and soon after it «the remaining» or «the other» percentage or number, and the two do not "
    "make up the whole.",
    "The reader adds them up: 79% and the remaining 23% are 102%.",
    bad="Plans were on time in 79% of cases. The remaining 23% were late.",
    good="Plans were on time in {{ plan-on-time }} of cases. The remaining {{ plan-on-time | rest }} were late.",
)

_NUMBER = "|".join(sorted((word for word in NUMBERS if "-" not in word), key=len, reverse=True))
_BACK = 2  # the complement belongs to a figure of its own sentence or of one of the two before it


_TRIGGERS = "leaves leaving left other others remainder remaining rest"


@each_text(language="en", standard=False, words=frozenset(_TRIGGERS.split()))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each complement with the figures that come before it."""
    found = {each.number.start: each for each in remainders(text)}
    for rest in found.values():
        if rest.is_wrong:
            left, number = in_house_style(rest.left[0]), text.text[rest.number.start : rest.number.end]
            parts = " and ".join(in_house_style(each) for each in rest.parts[:1])
            message = f"{parts} of {in_house_style(rest.whole)} leaves {left}, not {in_house_style(rest.number.count)}"
            hint = f"write {left}, or say what «{number}» is the rest of"
            yield text.problem(RULE, rest.number.start, rest.number.end, message, hint)
    passage = text.remembered(passage_of)
    if passage:
        yield from _in_passage(passage, frozenset(found))


def _in_passage(passage: Passage, seen: frozenset[int]) -> Iterator[Problem]:
    at = {stated.start: stated for stated in passage.stated}
    for match in _rest().finditer(passage.words):
        before = _before(passage, match.start())
        figure = at.get(match.start("figure")) if match["figure"] else None
        if figure is not None and figure.form == "percent":
            yield from _percent(passage, figure, before)
        elif match["certain"] and (figure is None or figure.form == "number"):
            if figure is None and not _goes_on().match(passage.words, match.end()):
                continue  # the remaining ten weeks, the remaining two sites
            group = "number" if figure is None else "figure"
            if match.start(group) in seen:
                continue
            number = number_of(match["number"]) if figure is None else figure.quantity.count
            yield from _number(passage, match.span(group), number or 0, before)


def _before(passage: Passage, offset: int) -> list[Stated]:
    """The figures of the sentence in which a character stands, and of the two before it in the same paragraph."""
    starts = passage.text.remembered(_starts)
    paragraph = passage.text.remembered(_paragraphs).holding(offset)
    before = bisect_left(starts, offset)
    first = max(starts[max(0, before - 1 - _BACK)] if before else 0, paragraph.start if paragraph else 0)
    stated = passage.stated
    return list(stated[bisect_left(stated, first, key=_start_of) : bisect_left(stated, offset, key=_start_of)])


def _starts(text: CheckedText) -> list[int]:
    return [sentence.start for sentence in text.view.sentences]


def _paragraphs(text: CheckedText) -> Stretches[Span]:
    return Stretches(text.view.paragraphs)


def _start_of(stated: Stated) -> int:
    return stated.start


def _percent(passage: Passage, rest: Stated, before: list[Stated]) -> Iterator[Problem]:
    """A percentage is the rest of the one before it, or of the last few together."""
    shares = [each for each in reversed(before) if each.form == "percent" and each.quantity.percent is not None]
    if not shares or rest.quantity.percent is None or any(each.name and each.name == rest.name for each in shares):
        return
    percents = [each.quantity.percent or Fraction() for each in shares]
    if any(_is_left(whole, percents, rest) for whole in (Fraction(100), *percents)):
        return
    first = shares[0]
    left = max(100 - percents[0], Fraction())
    expected_text = f"{percent_text(left, max(first.quantity.places, rest.quantity.places))}%"
    name = first.name.removeprefix(f"{passage.scope}/")
    use = f"{{{{ {name}{' | rest' * (not first.rest)} }}}}, which is " if name else ""
    hint = f"write {use}{expected_text}" + ("" if name else f", or correct the {percent_of(first)}")
    message = f"{percent_of(first)} leaves {expected_text}, not {percent_of(rest)}"
    yield passage.problem(RULE, rest, message, hint)


def _is_left(whole: Fraction, percents: list[Fraction], rest: Stated) -> bool:
    """Say whether a share is what one of the shares before it, or the last few together, leave of the whole."""
    left = rest.quantity.percent or Fraction()
    if any(whole - percent == left for percent in percents):
        return True
    # each of the rounded shares may be half a step off; a single one and its rest are so only together
    return any(
        abs(whole - total - left) < Fraction(terms + 1, 2 * 10**rest.quantity.places)
        for terms, total in enumerate(accumulate(percents), start=1)
    )


def _number(passage: Passage, span: tuple[int, int], number: int, before: list[Stated]) -> Iterator[Problem]:
    """A number is what is left of the last base, less the counts that were named since."""
    bases = [index for index, each in enumerate(before) if each.form == "ratio"]
    if not bases:
        return
    whole, since = before[bases[-1]], before[bases[-1] + 1 :]
    base, count = whole.quantity.base or 0, whole.quantity.count or 0
    left = [base - total for total in accumulate([count, *(each.quantity.count or 0 for each in since)])]
    if number not in left:
        expected = in_house_style(left[0])
        message = f"{in_house_style(count)} of {in_house_style(base)} leaves {expected}, not {in_house_style(number)}"
        hint = f"write {expected}, or say what it is the rest of"
        yield passage.text.problem(RULE, *span, message, hint)


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<certain>remaining|remainder|rest)|(?<!than the )other|leaving|which\s+left)"
        rf"(?:\s*[(,]|\s+of\s+(?:them|these|those)\s*[(,])?\s*"
        rf"(?:(?P<figure>{FIGURE})|(?P<number>\d{{1,4}}|{_NUMBER})\b(?!\s*(?:%|per\s?cent)))",
        re.IGNORECASE,
    )


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:[\w'-]+\s+)?(?:{'|'.join(COUNTED)})\b|\s+(?:are|could|did|had|have|is|was|were)\b|\s*[,.;)]",
        re.IGNORECASE,
    )

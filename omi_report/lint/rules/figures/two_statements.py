"""OMI244: one statement stands in two places with two figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.figures.pointers import wrong_pointers
from omi_report.lint.rules.figures.reckoning import COUNT, PERCENT, RATIO, Number, Reckoning, per_cent, read
from omi_report.lint.rules.figures.table_labels import wrong_labels
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI244",
    "two-statements",
    Severity.WARNING,
    "Two sentences, most often of a criterion and of a summary, or a sentence and a key figure of the glance, say the "
    "same in the same words, in whatever order, and give two different figures for it; or a row of a table in a text "
    "is called as a figure is and has another percentage; or a sentence points back to a number («these 15 days») that "
    "the one before it gives otherwise.",
    "One of the two is out of date; a reader who sees both believes neither.",
    bad="""\
criteria/1.1.yaml: In 58% of cases the manager had countersigned the assessment.
summary.yaml: The manager had countersigned the assessment in 85% of cases.
""",
    good="""\
criteria/1.1.yaml: In {{ countersigned }} of cases the manager had countersigned the assessment.
summary.yaml: The manager had countersigned the assessment in {{ 1.1/countersigned }} of cases.
""",
)

_LEAST = 4  # words of weight that a statement needs to be known again
_EMPTY = frozenset(
    "a about all also an and are at be been by case cases could did do for found from had has have in is it its just "
    "no not of on only or our short than that the their there this to was we were which who with would".split()
)
_POINTING = frozenset(("these", "they", "this", "those"))
_MARKS = (COUNT[0], PERCENT[0], RATIO[0])


class _Statement(NamedTuple):
    text: CheckedText
    reckoning: Reckoning
    numbers: tuple[Number, ...]
    forms: str


@all_texts(language="en", standard=False)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Bring together the sentences with the same words, and compare their numbers."""
    alike: dict[tuple[str, ...], list[_Statement]] = defaultdict(list)
    for text in texts:
        for words, statement in _statements(text):
            alike[words].append(statement)
    for words, statement in _key_figures(texts):
        alike[words].append(statement)
    yield from wrong_labels(texts, RULE)
    for text in texts:
        yield from wrong_pointers(text, RULE)
    for group in alike.values():
        first = group[0]
        for other in group[1:]:
            yield from _compare(first, other)


def _key_figures(texts: CheckedTexts) -> Iterator[tuple[tuple[str, ...], _Statement]]:
    """The key figures of the glance, each with what it says: as a sentence that begins with the figure."""
    for figure, says in texts.pairs("figure", "says"):
        reckoning = read(figure)
        if reckoning is None:
            continue
        words = says.view.own_in_small.translate(_letters()).split()
        numbers = tuple(reckoning.among(0, len(reckoning.words)))
        yield from _of_words(words, _Statement(figure, reckoning, numbers, "".join(each.mark for each in numbers)))


def _of_words(words: list[str], statement: _Statement) -> Iterator[tuple[tuple[str, ...], _Statement]]:
    """A statement by its words of weight, if it has enough of them; by all its words and its base, if it has nearly."""
    own = {word for word in words if word[0] not in _MARKS and word not in _EMPTY}
    few = len(own) == _LEAST - 1 and [each.mark for each in statement.numbers] == [RATIO[0]]
    if few and _POINTING.isdisjoint(words):
        yield (*words, f"of {statement.numbers[0].base}"), statement
    if len(own) >= _LEAST and _POINTING.isdisjoint(words):
        negations = sum(word in {"not", "no"} for word in words)
        yield (*sorted(own), "not " * negations), statement


def _statements(text: CheckedText) -> Iterator[tuple[tuple[str, ...], _Statement]]:
    """The sentences of a text that state figures of something that they name themselves."""
    reckoning = read(text)
    for sentence in text.view.sentences if reckoning else ():
        numbers = tuple(reckoning.among(sentence.start, sentence.end)) if reckoning else ()
        if not numbers or reckoning is None:
            continue
        said = _lead().sub("", reckoning.words[sentence.start : sentence.end].lower().lstrip())
        words = said.translate(_letters()).split()
        forms = "".join(each.mark for each in numbers)
        yield from _of_words(words, _Statement(text, reckoning, numbers, forms))


def _compare(first: _Statement, other: _Statement) -> Iterator[Problem]:
    if first.forms != other.forms:
        return
    if not any(each.named for each in first.numbers) and any(each.named for each in other.numbers):
        first, other = other, first  # the one that is typed out is said to be wrong
    for one, two in zip(first.numbers, other.numbers, strict=True):
        if (one.value, one.base) != (two.value, two.base) and not _rounded_alike(one, two):
            place = first.text.at(one.start)
            same = other.text.prose.file == first.text.prose.file
            where = f"line {place.line}" if same else f"{first.text.prose.file}, line {place.line}"
            message = f"{_written(two)} here, and {_written(one)} of the same in {where}"
            hint = "use one figure by its name in both places"
            yield other.reckoning.problem(RULE, two, message, hint)
            return


def _rounded_alike(one: Number, two: Number) -> bool:
    places = min(one.places, two.places)
    return one.base == two.base and per_cent(one.value, places) == per_cent(two.value, places)


def _written(number: Number) -> str:
    if number.is_share:
        return per_cent(number.value, number.places)
    return f"{number.count:,} of {number.base:,}" if number.base is not None else f"{number.count:,}"


@cache
def _lead() -> re.Pattern[str]:
    """What a sentence begins with that says only where the same is said: «As the first page says, …»."""
    says = r"(?:has\s+it|says?|said|shows?|showed)"
    return re.compile(rf"\Aas\s+(?:our|the|this)\s+(?:[^\W\d_]+\s+){{1,3}}?{says},?\s")


@cache
def _letters() -> dict[int, str | None]:
    """What a sentence is read without: the second and every other character of a mark, and punctuation."""
    away: dict[int, str | None] = dict.fromkeys(map(ord, ".,;:()'‘’“”\"*_–—"), " ")
    return away | {0xE013: None}

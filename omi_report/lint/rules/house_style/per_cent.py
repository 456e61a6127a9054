"""OMI503: a percentage is not written as the others of the report are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from omi_report.evidence.figures import lookup
from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import begins_sentence, mark, one_line
from omi_report.lint.rules.house_style.fixes import fixed
from omi_report.lint.rules.house_style.numerals import IN_WORDS, WORDS
from omi_report.lint.rules.house_style.words import is_english, own_words, proses
from omi_report.lint.subject import Subject
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import Quantity

RULE = Rule(
    "OMI503",
    "per-cent",
    Severity.WARNING,
    "A text writes a percentage as «46 per cent» where the report mostly writes «46%», or the other way round; or it "
    "writes «46 %» or «percent».",
    "Percentages are what readers compare, and they should look alike. Figures that are looked up are printed with %.",
    bad="A plan was made in {{ plan-made }} of cases and reviewed in 46 per cent.",
    good="A plan was made in {{ plan-made }} of cases and reviewed in 46%.",
)

Style: TypeAlias = Literal["%", "per cent"]

_SIGN = lazy_regex(r"%(?!\w)|\b(?:per\s?cent|pct)\b", re.IGNORECASE)
_VALUE = lazy_regex(rf"(?<![\w.,/£-])(?P<value>\d[\d,]*(?:\.\d+)?|{WORDS})\s*\Z", re.IGNORECASE)
_FIGURE = lazy_regex(r"\{\{(?P<name>[^{}|\n]*)(?P<filters>[^{}\n]*)\}\}\s*\Z")
_NOT_IN_PERCENT = {"count", "number", "base", "words"}


class _Found(NamedTuple):
    """A percentage: its text, from where to where it goes, its number as written, and its sign."""

    prose: Prose
    start: int
    end: int
    value: str
    sign: str

    @property
    def in_figures(self) -> bool:
        return self.value[:1].isdigit()

    @property
    def style(self) -> Style:
        return "%" if self.sign == "%" else "per cent"

    @property
    def written(self) -> str:
        return one_line(self.prose.text[self.start : self.end])


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the percentages, and those among them that are not written as most are."""
    if not is_english(subject):
        return
    found = [each for prose in proses(subject) for each in _percentages(prose)]
    if not found:
        return
    style = _style(subject, [each.style for each in found if each.in_figures])
    for each in found:
        if _is_printed_with_sign(subject, each):
            yield _second_sign(subject, each)
            continue
        wanted = _wanted(each, style)
        if wanted and wanted != each.written:
            yield _problem(subject, each, wanted, style)


def _percentages(prose: Prose) -> Iterator[_Found]:
    text = own_words(prose.text)
    if "%" not in text and "cent" not in text and "pct" not in text:
        return
    for sign in _SIGN.finditer(text):
        value = _VALUE.search(text, max(0, sign.start() - 30), sign.start())
        start = value.start("value") if value else sign.start()
        yield _Found(prose, start, sign.end(), value["value"] if value else "", sign.group())


def _style(subject: Subject, written: list[Style]) -> Style:
    """How the report writes most percentages: those looked up are printed with %."""
    by_hand = written.count("per cent")
    if by_hand <= written.count("%"):
        return "%"
    return "per cent" if by_hand > written.count("%") + _looked_up(subject) else "%"


def _looked_up(subject: Subject) -> int:
    return sum(
        _is_in_percent(subject, prose, node.name, node.filters)
        for prose, parsed in subject.texts
        for node in parsed.substitutions
    )


def _is_in_percent(subject: Subject, prose: Prose, name: str, filters: tuple[str, ...]) -> bool:
    quantity = subject.figures.get(lookup(prose.scope, name))
    return isinstance(quantity, Quantity) and quantity.percent is not None and _NOT_IN_PERCENT.isdisjoint(filters)


def _is_printed_with_sign(subject: Subject, found: _Found) -> bool:
    if found.value:
        return False
    figure = _FIGURE.search(found.prose.text, 0, found.start)
    if figure is None:
        return False
    filters = tuple(each.strip() for each in figure["filters"].split("|")[1:])
    return _is_in_percent(subject, found.prose, figure["name"].strip(), filters)


def _second_sign(subject: Subject, found: _Found) -> Problem:
    place = mark(subject, found.prose, found.start, found.end)
    before = len(found.prose.text[: found.start].rstrip())
    fix = fixed(subject, found.prose, before, found.end, "")[1]
    message = f"«{found.written}» follows a figure that is printed with % already"
    return RULE.at(place.start, message, f"remove «{found.written}»", length=place.length, fix=fix)


def _wanted(found: _Found, style: Style) -> str:
    """How a percentage should be written; empty where that is up to the writer."""
    if not found.value:  # a sign alone, as in «a few per cent»
        return "" if found.sign == "%" else "per cent"
    value = one_line(found.value)
    if found.in_figures:
        return f"{value}%" if style == "%" else f"{value} per cent"
    number = IN_WORDS.get("-".join(value.lower().split()))
    if found.sign == "%" or style != "%" or number is None or begins_sentence(found.prose.text, found.start):
        return f"{value} per cent"
    return f"{number}%"


def _problem(subject: Subject, found: _Found, wanted: str, style: Style) -> Problem:
    place, fix = fixed(subject, found.prose, found.start, found.end, wanted)
    message = f"«{found.written}»: the report writes percentages with «{style}»"
    if not found.value or found.style == style:
        message = f"«{found.written}» is not how a percentage is written"
    return RULE.at(place.start, message, f"write «{wanted}»", length=place.length, fix=fix)

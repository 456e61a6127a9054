"""OMI503: a percentage is not written as the others of the report are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from omi_report.evidence.figures import lookup
from omi_report.lint.checked_text import CheckedText, CheckedTexts, one_line
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.house_style.numerals import IN_WORDS, WORDS
from omi_report.problems import Edit, Problem, Rule, Severity
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

_NOT_IN_PERCENT = {"count", "number", "base", "words"}


class _Found(NamedTuple):
    """A percentage: its text, from where to where it goes, its number as written, and its sign."""

    text: CheckedText
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
        return one_line(self.text.text[self.start : self.end])

    def problem(self, message: str, hint: str, fix: Edit | None) -> Problem:
        return self.text.problem(RULE, self.start, self.end, message, hint, fix=fix)


@all_texts(language="en-GB", titles=True, quotations=False)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Find the percentages, and those among them that are not written as most are."""
    found = [each for text in texts for each in _percentages(text)]
    if not found:
        return
    style = _style(texts, [each.style for each in found if each.in_figures])
    for each in found:
        if _is_printed_with_sign(each):
            yield _second_sign(each)
            continue
        wanted = _wanted(each, style)
        if wanted and wanted != each.written:
            yield _problem(each, wanted, style)


def _percentages(text: CheckedText) -> Iterator[_Found]:
    words = text.words
    if "%" not in words and "cent" not in words and "pct" not in words:
        return
    for sign in _sign().finditer(words):
        value = _value().search(words, max(0, sign.start() - 30), sign.start())
        start = value.start("value") if value else sign.start()
        yield _Found(text, start, sign.end(), value["value"] if value else "", sign.group())


def _style(texts: CheckedTexts, written: list[Style]) -> Style:
    """How the report writes most percentages: those looked up are printed with %."""
    by_hand = written.count("per cent")
    if by_hand <= written.count("%"):
        return "%"
    return "per cent" if by_hand > written.count("%") + _looked_up(texts) else "%"


def _looked_up(texts: CheckedTexts) -> int:
    return sum(
        _is_in_percent(text, node.name, node.filters) for text in texts for node in text.view.parsed.substitutions
    )


def _is_in_percent(text: CheckedText, name: str, filters: tuple[str, ...]) -> bool:
    quantity = text.inspection.figures.get(lookup(text.prose.scope, name))
    return isinstance(quantity, Quantity) and quantity.percent is not None and _NOT_IN_PERCENT.isdisjoint(filters)


def _is_printed_with_sign(found: _Found) -> bool:
    """Whether a sign stands behind a figure that is looked up, with nothing but space between."""
    if found.value:
        return False
    before = len(found.text.text[: found.start].rstrip())
    figures = (node for node in found.text.view.parsed.substitutions if node.end == before)
    return any(_is_in_percent(found.text, node.name, node.filters) for node in figures)


def _second_sign(found: _Found) -> Problem:
    before = len(found.text.text[: found.start].rstrip())
    message = f"«{found.written}» follows a figure that is printed with % already"
    return found.problem(message, f"remove «{found.written}»", found.text.fix(before, found.end, ""))


def _wanted(found: _Found, style: Style) -> str:
    """How a percentage should be written; empty where that is up to the writer."""
    if not found.value:  # a sign alone, as in «a few per cent»
        return "" if found.sign == "%" else "per cent"
    value = one_line(found.value)
    if found.in_figures:
        return f"{value}%" if style == "%" else f"{value} per cent"
    number = IN_WORDS.get("-".join(value.lower().split()))
    if found.sign == "%" or style != "%" or number is None or found.text.view.begins_sentence(found.start):
        return f"{value} per cent"
    return f"{number}%"


def _problem(found: _Found, wanted: str, style: Style) -> Problem:
    message = f"«{found.written}»: the report writes percentages with «{style}»"
    if not found.value or found.style == style:
        message = f"«{found.written}» is not how a percentage is written"
    return found.problem(message, f"write «{wanted}»", found.text.fix(found.start, found.end, wanted))


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(r"%(?!\w)|\b(?:per\s?cent|pct)\b", re.IGNORECASE)


@cache
def _value() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/£-])(?P<value>\d[\d,]*(?:\.\d+)?|{WORDS})\s*\Z", re.IGNORECASE)

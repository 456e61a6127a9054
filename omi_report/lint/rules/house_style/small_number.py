"""OMI504: a number below ten is written in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from omi_report.language.english import in_words
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Span
from omi_report.prose.stretches import Stretches
from omi_report.prose.view import begins_sentence

RULE = Rule(
    "OMI504",
    "small-number-in-figures",
    Severity.WARNING,
    "A text counts something in figures and the number is below ten: «3 cases», «6 of the 13». Labels (Tier 4, level "
    "2), measures (5 miles), sums of money, dates, ages, scores, ranges up to ten or more (6 to 12 weeks) and cells of "
    "tables are left alone.",
    "House style has numbers below ten in words, and figures that are looked up are printed so.",
    bad="There had been 3 recalls, and 2 of the 13 cases were closed.",
    good="There had been three recalls, and two of the 13 cases were closed.",
)

# What a number counts: «3 cases», «2 further home visits», «6 of the 13».
_OF_THEM = r"(?:out\s+)?of\s+(?:all|its|our|the|their|them|these|those|\d)"
_NO_PLURAL = "across|always|as|has|is|its|less|perhaps|plus|this|thus|us|versus|was|yes"
_PLURAL = rf"(?!(?:{_NO_PLURAL})\b)[a-z]+s|children|men|people|staff|women"
_NOT_BETWEEN = (
    "across|after|against|and|are|as|at|because|before|but|by|did|for|from|had|has|have|if|in|into|is|may|nor|on|or|per|"
    "since|so|than|that|the|then|to|under|up|was|were|when|where|which|while|who|with"
)
_BETWEEN = rf"(?!(?:{_NOT_BETWEEN})\b)[a-z]+(?:-[a-z]+)*"
_LABELS = (
    "act|aged?|annex|appendix|articles?|bands?|bay|block|box|bus|category|channel|chapter|chart|class|clause|criterion|criteria|day|figure|"
    "exit|flat|floor|footnote|forms?|gate|grade[ds]?|group|junction|items?|levels?|line|modules?|month|no\\.|numbers?|objectives?|options?|pages?|"
    "paragraphs?|parts?|per|phases?|platform|points?|quarter|questions?|rank(?:ed)?|rated|rating|recommendations?|regulation|room|route|"
    "rule|schedule|scored?|scores|sections?|session|stages?|standards?|steps?|tables?|tiers?|type|unit|version|ward|week|"
    "wing|years?|zone"
)


@each_text(language="en-GB", titles=True, quotations=False, holds=tuple("123456789"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the numbers from one to nine that count something."""
    for run in _run().finditer(text.words):
        counts = _counts(text.words, run, tuple(text.framework.words.by_ours.values()))
        if counts and not text.remembered(_cells).hold(run.start()):
            yield from _problems(text, run)


def _cells(text: CheckedText) -> Stretches[Span]:
    """The cells of tables, in which figures are right."""
    return Stretches(text.view.cells)


def _problems(text: CheckedText, run: re.Match[str]) -> Iterator[Problem]:
    starts = {sentence.start for sentence in text.view.sentences if sentence.setting == "running"}
    for number in _number().finditer(run.string, *run.span()):
        if number.start() in starts:
            continue  # OMI506 finds it, and has the capital
        words = in_words(int(number.group()))
        after = re.compile("[a-z]+").search(run.string, number.end())
        counted = f"{number.group()} {after.group()}" if after else number.group()
        message = f"«{counted}»: numbers below ten are written in words"
        yield text.problem(RULE, *number.span(), message, f"write «{words}»", fix=text.fix(*number.span(), words))


def _counts(words: str, run: re.Match[str], own: tuple[str, ...]) -> bool:
    """Say whether a run of numbers («3», «2 or 3») counts things, and all of it is below ten.

    ``own`` are the programme's words for numbered things.
    """
    numbers = [int(number) for number in _number().findall(run["numbers"])]
    if max(numbers) > 9 or _measured().match(words, run.end()):
        return False
    before = max(0, run.start() - 30)
    if _label(own).search(words, before, run.start()):
        return False
    capital = _capital().search(words, before, run.start())
    if capital and not begins_sentence(words, capital.start()):
        return False
    return bool((_one() if numbers == [1] else _counted()).match(words, run.end()))


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\d+")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,/:£$€#&+=<>@^*\ufffc–—-])"
        r"(?P<numbers>[1-9](?:(?:,\s+|,?\s+(?:and|or|to)\s+)\d{1,3})*)(?=\s+[a-z])"
    )


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_OF_THEM}|(?:{_BETWEEN}\s+){{0,2}}(?:{_PLURAL})\b)")


@cache
def _one() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:{_OF_THEM}|(?:{_BETWEEN}\s+)?(?:case|child|day|man|month|occasion|offender|person|prisoner|report|"
        r"sentencer|victim|visit|week|woman|year)\b)"
    )


@cache
def _measured() -> re.Pattern[str]:
    """What a number measures: «5 miles»."""
    return re.compile(
        r"\s*(?:am|cm|ft|g|kg|km|lb|m|mg|ml|mm|mph|oz|p|pm|[a-z]*met(?:re|er)s?|miles?|degrees?|grams?|kilograms?|"
        r"litres?|pence|pints?|(?:percentage\s+)?points?|pounds?|stars?|stones?|tonnes?|per\s?cent|percent|million|billion|thousand|"
        r"years?\s+old)\b"
    )


@lru_cache(maxsize=8)
def _label(own: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join((_LABELS, *map(re.escape, own)))})(?:\s+(?:is|of|was))?\s+\Z", re.IGNORECASE)


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][\w’'-]*\s+\Z")

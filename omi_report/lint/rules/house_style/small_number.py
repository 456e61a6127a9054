"""OMI504: a number below ten is written in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.language.english import in_words
from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import begins_sentence
from omi_report.lint.rules.house_style.fixes import fixed
from omi_report.lint.rules.house_style.words import is_english, own_words, proses, sentence_list
from omi_report.lint.subject import Subject
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI504",
    "small-number-in-figures",
    Severity.WARNING,
    "A text counts something in figures and the number is below ten: «3 cases», «6 of the 13». Labels (Tier 4, level "
    "2), measures (5 miles), sums of money, dates, ages, scores and ranges up to ten or more (6 to 12 weeks) are left "
    "alone.",
    "House style has numbers below ten in words, and figures that are looked up are printed so.",
    bad="There had been 3 recalls, and 2 of the 13 cases were closed.",
    good="There had been three recalls, and two of the 13 cases were closed.",
)

_ANY = lazy_regex(r"[1-9]\s")
_NUMBER = lazy_regex(r"\d+")
_NEXT = lazy_regex(r"[a-z]+")
_RUN = lazy_regex(
    r"(?<![\w.,/:£$€#&+=<>@^*\ufffc–—-])(?P<numbers>[1-9](?:(?:,\s+|,?\s+(?:and|or|to)\s+)\d{1,3})*)(?=\s+[a-z])"
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
_COUNTED = lazy_regex(rf"\s+(?:{_OF_THEM}|(?:{_BETWEEN}\s+){{0,2}}(?:{_PLURAL})\b)")
_ONE = lazy_regex(
    rf"\s+(?:{_OF_THEM}|(?:{_BETWEEN}\s+)?"
    r"(?:case|child|day|man|month|occasion|offender|person|prisoner|report|sentencer|victim|visit|week|woman|year)\b)"
)

# What it measures or names: «5 miles», «Tier 4 cases», «level 2», «a score of 3».
_MEASURED = lazy_regex(
    r"\s*(?:am|cm|ft|g|kg|km|lb|m|mg|ml|mm|mph|oz|p|pm|[a-z]*met(?:re|er)s?|miles?|degrees?|grams?|kilograms?|litres?|"
    r"pence|pints?|points?|pounds?|stars?|stones?|tonnes?|per\s?cent|percent|million|billion|thousand|years?\s+old)\b"
)
_LABELS = (
    "act|aged?|annex|appendix|articles?|bands?|box|category|chapter|chart|class|clause|criterion|criteria|day|figure|"
    "footnote|forms?|grade[ds]?|group|items?|levels?|line|modules?|month|no\\.|numbers?|objectives?|options?|pages?|"
    "paragraphs?|parts?|per|phases?|points?|quarter|questions?|rank(?:ed)?|rated|rating|recommendations?|regulation|room|"
    "rule|schedule|scored?|scores|sections?|session|stages?|standards?|steps?|tables?|tiers?|type|unit|version|ward|week|"
    "wing|years?|zone"
)
_LABEL = lazy_regex(rf"\b(?:{_LABELS})(?:\s+(?:is|of|was))?\s+\Z", re.IGNORECASE)
_CAPITAL = lazy_regex(r"\b[A-Z][\w’'-]*\s+\Z")


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the numbers from one to nine that count something."""
    if not is_english(subject):
        return
    for prose in proses(subject):
        text = own_words(prose.text)
        if not _ANY.search(text):
            continue
        for run in _RUN.finditer(text):
            if _counts(text, run):
                yield from _problems(subject, prose, run)


def _problems(subject: Subject, prose: Prose, run: re.Match[str]) -> Iterator[Problem]:
    starts = {offset for offset, _sentence in sentence_list(prose.text)}
    for number in _NUMBER.finditer(run.string, *run.span()):
        if number.start() in starts:
            continue  # OMI506 finds it, and has the capital
        words = in_words(int(number.group()))
        place, fix = fixed(subject, prose, *number.span(), words)
        after = _NEXT.search(run.string, number.end())
        counted = f"{number.group()} {after.group()}" if after else number.group()
        message = f"«{counted}»: numbers below ten are written in words"
        yield RULE.at(place.start, message, f"write «{words}»", length=place.length, fix=fix)


def _counts(text: str, run: re.Match[str]) -> bool:
    """Say whether a run of numbers («3», «2 or 3») counts things, and all of it is below ten."""
    numbers = [int(number) for number in _NUMBER.findall(run["numbers"])]
    if max(numbers) > 9 or _MEASURED.match(text, run.end()):
        return False
    before = max(0, run.start() - 30)
    if _LABEL.search(text, before, run.start()):
        return False
    capital = _CAPITAL.search(text, before, run.start())
    if capital and not begins_sentence(text, capital.start()):
        return False
    return bool((_ONE if numbers == [1] else _COUNTED).match(text, run.end()))

"""OMI612: an exact age, an ethnic group and an offence stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.people.descriptions import ETHNICITY, OFFENCE
from omi_report.lint.rules.people.stories import told
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Span
from omi_report.prose.stretches import Stretches

RULE = Rule(
    "OMI612",
    "recognisable-person",
    Severity.INFO,
    "One paragraph, or one example of good practice, gives an exact age, an ethnic group and an offence by its name.",
    "A changed name hides nobody whom these three describe: in most areas they fit a handful of people.",
    bad="Matt, a black man aged 36, was given a community order for robbery.",
    good="Matt, a black man in his thirties, was given a community order.",
)

_NOT_A_RANGE = r"(?!\s*[-–]|\s+(?:to|(?:and|or)\s+(?:above|below|over|older|under|younger|\d))\b)"


@each_text(
    language="en", standard=False, holds=("aged", "year", "man", "boy", "girl", "male", "father", "mother", "youth")
)
def check(text: CheckedText) -> Iterator[Problem]:
    """Find ages, and look around them for the other two."""
    if not _digit().search(text.words):
        return
    around = Span(0, 0)
    for age in _age().finditer(text.words):
        if age.start() < around.end:
            continue  # the other two were looked for around the age before it
        around = _around(text, age.start())
        words = text.text[around.start : around.end]
        ethnicity = _ethnicity().search(words)
        offence = _offence().search(words) if ethnicity else None
        if ethnicity and offence:
            years = age["aged"] or age["old"] or age["of"]
            message = (
                f"an exact age ({years}), an ethnic group («{one_line(ethnicity.group())}») "
                f"and an offence («{one_line(offence.group())}») stand together"
            )
            hint = "give the age in tens (in his thirties), or leave out what is not needed"
            yield text.problem(RULE, *age.span(), message, hint)
            break


def _around(text: CheckedText, offset: int) -> Span:
    """All of a story, which is about one person; of another text, the paragraph."""
    if any(each.value is text.prose.text.origin for each in told(text.inspection.area) if each.is_story):
        return Span(0, len(text.text))
    return text.remembered(_paragraphs).holding(offset) or Span(0, len(text.text))


def _paragraphs(text: CheckedText) -> Stretches[Span]:
    return Stretches(text.view.paragraphs)


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _age() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:aged\s+(?P<aged>\d{{1,2}})\b{_NOT_A_RANGE}"
        r"|(?<!\bto\s)(?<!\bover\s)(?<!\bunder\s)(?<!\band\s)(?<!\bor\s)(?<!\bleast\s)(?<!\bthan\s)"
        r"(?P<old>\d{1,2})[\s-]years?[\s-](?:old|of\sage)\b(?![\s-](?:and|or)\b)"
        r"|(?:man|woman|boy|girl|male|female|father|mother|youth)(?:,|\s+of|\s\()\s*(?P<of>\d{2})(?=[,.;)]|\s+(?!cases|in|of|to|and|or)[a-z]))"
    )


@cache
def _ethnicity() -> re.Pattern[str]:
    return re.compile(ETHNICITY)


@cache
def _offence() -> re.Pattern[str]:
    return re.compile(OFFENCE)

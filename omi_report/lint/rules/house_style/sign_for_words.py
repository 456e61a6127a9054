"""OMI561: a sign stands for «fewer than» or «more than» in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.language.english import in_house_style
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI561",
    "sign-for-words",
    Severity.WARNING,
    "A sentence has < or > before a number. In the cells of a table such a sign is right.",
    "Many readers do not know which is which, and a screen reader may pass the sign over.",
    bad="<5 victims had been told.",
    good="Fewer than five victims had been told.",
)

_WORDS = {"<": "fewer than", ">": "more than"}


@each_text(language="en", quotations=False, holds=("<", ">"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each sign before a number."""
    for match in _sign().finditer(text.words):
        sentence = text.view.sentence_at(match.start())
        if sentence is None or sentence.setting == "cell":
            continue
        sign, number = match[1], match[2]
        number = in_house_style(int(number)) if number.isdigit() else number
        words = f"{'less' if match[3] and sign == '<' else _WORDS[sign].split()[0]} than {number}{match[3]}"
        message = f"«{match.group()}»: the sign {sign} stands for words"
        yield text.problem(RULE, *match.span(), message, f"write «{words}»")


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(r"(?<![\w<>=-])([<>]) ?(\d[\d,]*(?:\.\d+)?)(%?)(?![\w>])")

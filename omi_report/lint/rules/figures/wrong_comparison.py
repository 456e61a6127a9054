"""OMI259: of two percentages beside each other the lower is called the higher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import MARKS, PERCENT, Number, Reckoning, per_cent, read
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI259",
    "wrong-comparison",
    Severity.WARNING,
    "A sentence says that one percentage is higher or lower, or that something was done better, worse, more or less "
    "often, than another, and the two stand beside it the other way round. «Better» and «worse» are read where the "
    "sentence speaks of nothing that was late, missing or not done.",
    "The reader sees both figures, and believes them rather than the sentence.",
    bad="Plans were on time more often (54%) than reviews (71%).",
    good="Plans were on time less often (54%) than reviews (71%).",
)

_MORE = r"higher|greater|larger|(?:more|most)\s+(?:common|commonly|frequent|frequently|often)"
_LESS = r"lower|smaller|rarer|less\s+(?:common|commonly|frequent|frequently|often)"
_WORDS = frozenset(
    "better common commonly frequent frequently greater higher larger lower often rarer smaller worse".split()
)


@each_text(language="en", standard=False, words=_WORDS)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each comparison between two percentages, with no other number between."""
    reckoning = read(text) if "than" in text.view.vocabulary else None
    if reckoning is None:
        return
    for match in (match for pattern in _patterns() for match in pattern.finditer(reckoning.words)):
        first, last = reckoning.number(match, "first"), reckoning.number(match, "last")
        more = match["more"] or (match["quality"] or "").lower() == "better"
        if first.value == last.value or (first.value > last.value) is bool(more):
            continue
        if match["quality"] and _speaks_of_faults(text, match.start()):
            continue
        yield _problem(reckoning, match, first, last)


def _problem(reckoning: Reckoning, match: re.Match[str], first: Number, last: Number) -> Problem:
    said = " ".join((match["more"] or match["less"] or match["quality"]).split())
    way = "more" if first.value > last.value else "less"
    message = f"«{said}»: {_shown(first)} is {way} than {_shown(last)}"
    return reckoning.problem(RULE, first, message, "turn the sentence round, or swap or correct the figures")


def _shown(number: Number) -> str:
    return per_cent(number.value, number.places)


def _speaks_of_faults(text: CheckedText, at: int) -> bool:
    sentence = text.view.sentence_at(at)
    return sentence is None or bool(faults().search(text.words, sentence.start, sentence.end))


@cache
def faults() -> re.Pattern[str]:
    """Words for what was not done or not good, of which less is better."""
    return re.compile(
        r"\b(?:absen\w+|breach\w*|complain\w*|delay\w*|fail\w*|fewer|harm\w*|inadequate\w*|insufficient\w*|lack\w*|late|"
        r"lateness|left|less|little|loss|lost|miss\w*|neither|never|no|nobody|none|not|nor|overdue|overlook\w*|poor\w*|"
        r"reconvict\w*|reoffend\w*|refus\w*|risk\w*|sick\w*|too|turnover|un\w+ed|unable|unclear|vacan\w*|wait\w*|weak\w*|"
        r"without|wrong\w*)\b",
        re.IGNORECASE,
    )


def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """«The first, 54%, was higher than the second, 71%», and «done more often (54%) than before (71%)»."""
    return _number_first(), _word_first()


_WORD = rf"(?<!\bno )(?<!\bnot )(?<!\bnever )\b(?:(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<quality>better|worse))\b"
_THAN = rf"\bthan\b[^.;:{MARKS}]{{0,60}}?(?P<last>{PERCENT})"


@cache
def _number_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<first>{PERCENT})[^.;:{MARKS}]{{1,80}}?{_WORD}[^.;:{MARKS}]{{0,60}}?\s{_THAN}", re.IGNORECASE
    )


@cache
def _word_first() -> re.Pattern[str]:
    return re.compile(
        rf"{_WORD}[^.;:{MARKS}]{{1,60}}?(?P<first>{PERCENT})[^.;:{MARKS}]{{0,12}}?\s{_THAN}", re.IGNORECASE
    )

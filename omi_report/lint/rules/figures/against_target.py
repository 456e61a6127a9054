"""OMI254: a sentence says that a target was met or missed, and its two figures say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import NUMBER, Number, Reckoning, read
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI254",
    "result-against-target",
    Severity.WARNING,
    "A sentence says that a target was met, exceeded or missed, and of its two figures the result is on the other side "
    "of the target. Sentences about what should be low, such as absence, are left alone.",
    "The reader sees the two figures, and believes neither the judgement nor the rest of the page.",
    bad="At 68%, the area had exceeded its target of 73%.",
    good="At 78%, the area had exceeded its target of 73%.",
)

_WORDS = frozenset(("target", "targets", "goal", "goals", "threshold", "benchmark"))
_TARGET = r"(?:targets?|goals?|threshold|benchmark)"


@each_text(language="en", standard=False, words=_WORDS)
def check(text: CheckedText) -> Iterator[Problem]:
    """Compare the result with the target in each sentence that has both, and a verdict."""
    reckoning = read(text)
    if reckoning is None:
        return
    for sentence in text.view.sentences:
        span = sentence.start, sentence.end
        numbers = reckoning.among(*span)
        found = _target().search(reckoning.words, *span) if len(numbers) == len(("result", "target")) else None
        if found is None or not _alike(*numbers) or _low_is_good().search(reckoning.words, *span):
            continue
        target = reckoning.number(found, "after", "before")
        result = next(each for each in numbers if each is not target)
        above = _is_above(reckoning.words[slice(*span)])
        if above is not None and result.value != target.value and (result.value > target.value) is not above:
            yield _problem(reckoning, result, target, above=above)


def _problem(reckoning: Reckoning, result: Number, target: Number, *, above: bool) -> Problem:
    way, right = ("less", "missed") if above else ("more", "met")
    message = f"{reckoning.written(result)} is {way} than the target of {reckoning.written(target)}"
    return reckoning.problem(RULE, result, message, f"write that the target was {right}, or correct one of the two")


def _alike(first: Number, second: Number) -> bool:
    """Say whether two numbers are both percentages, or both counts."""
    return first.mark == second.mark and first.base is None and second.base is None


def _is_above(sentence: str) -> bool | None:
    """Say whether a sentence has a result on the upper side of a target, on the lower, or, with None, neither."""
    said = set()
    for match in _verdict().finditer(sentence):
        negated = bool(_negation().search(sentence[max(0, match.start() - 30) : match.start()])) or bool(match["not"])
        said.add(bool(match["up"] or match["was_up"] or match["over"]) is not negated)
    return said.pop() if len(said) == 1 else None


@cache
def _target() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_TARGET}\s+(?:(?:which|that)\s+)?(?:(?:was|is|had\s+been)\s+)?(?:set\s+)?(?:at\s+|of\s+|,\s*|\()?\(?(?P<after>{NUMBER})|"
        rf"(?P<before>{NUMBER})\s+{_TARGET}\b",
        re.IGNORECASE,
    )


@cache
def _verdict() -> re.Pattern[str]:
    """What is said of a target: that it was met or missed, or that something lies above or below it."""
    up = (
        r"achiev(?:ed|ing)|beat|beaten|exceed(?:ed|ing|s)|hit|met|outperformed|passed|reach(?:ed|ing)|surpass(?:ed|ing)"
    )
    up += "|meet|achieve|reach|exceed"
    down = r"missed|miss|undershot"
    its = rf"\s+(?:[\w'’-]+\s+){{0,3}}?{_TARGET}\b"
    over = r"above|ahead\s+of|better\s+than|higher\s+than|in\s+excess\s+of|more\s+than|over"
    under = r"behind|below|less\s+than|lower\s+than|short\s+of|under|worse\s+than"
    asked = r"what\s+(?:was|had\s+been)\s+(?:asked|expected|required|wanted)"
    wanted = rf"\s+(?:(?:[\w'’-]+\s+){{0,3}}?{_TARGET}\b|{asked}|it\b|this\b|that\b)"
    been = r"(?:had|has|have|was|were|is|are)\s+(?P<not>not\s+)?(?:been\s+)?(?:\w+ly\s+)?"
    return re.compile(
        rf"\b(?:(?P<up>{up}){its}|(?:{down}){its}|(?P<over>{over}){wanted}|(?:{under}){wanted}|"
        rf"{_TARGET}\b[^,;.]{{0,40}}?\b{been}(?:(?P<was_up>{up})|(?:{down}))\b)",
        re.IGNORECASE,
    )


@cache
def _negation() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:not|never|nor|neither|without|fail(?:ed|s|ing)?\s+to)(?:\s+[\w'’-]+){0,2}\s+$", re.IGNORECASE
    )


@cache
def _low_is_good() -> re.Pattern[str]:
    """Words of what should be low, and of sentences that speak of what is hoped for."""
    return re.compile(
        r"\b(?:absen\w+|breach\w*|caseloads?|complaints?|costs?|days|delays?|hours|maximum|months|no\s+more\s+than|reoffend\w*|"
        r"sickness|vacanc\w+|wait\w*|weeks|should|would|could|will|if|unless|until)\b",
        re.IGNORECASE,
    )

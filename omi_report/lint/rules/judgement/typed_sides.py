"""OMI415: a finding praises among the areas for improvement, or blames among the strengths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.language.english import a
from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import read
from omi_report.lint.rules.judgement.findings import kind_of
from omi_report.lint.rules.judgement.side_words import BLAME, PRAISE, blame_in, praise_in
from omi_report.model.findings import FindingKind, Side
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI415",
    "finding-on-wrong-side",
    Severity.WARNING,
    "A finding says in its own words that work was done well in nearly all of it, and stands among the areas for "
    "improvement; or that it was done well in only a little of it, and stands among the strengths. Or it has no "
    "figures, and is nothing but praise, or tells of a shortcoming alone; the same of points of the "
    "glance. Findings with any «but», and those whose "
    "figures answer a question, are left to other rules (OMI404, OMI405).",
    "It stands in the wrong list, and the reader takes it for the opposite.",
    bad="strengths:\n  - Plans were of sufficient quality in only 31% of cases.",
    good="improvements:\n  - Plans were of sufficient quality in only 31% of cases.",
)

_HIGH, _LOW = 85, 45


@each_text(
    language="en", standard=False, where=lambda prose: prose.side is not None or prose.manner in ("finding", "lead")
)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each finding of which every figure is typed, and is of work that was done well."""
    if text.prose.side:
        yield from _point(text, text.prose.side)
        return
    kind = kind_of(text.prose, text.framework)
    if kind is None or kind.side not in ("good", "poor"):
        return
    reckoning = read(text)
    numbers = reckoning.at.values() if reckoning else ()
    shares = [number for number in numbers if number.is_share]
    if reckoning is None or not shares:
        yield from _without_figures(text, kind)
        return
    if (
        _turns().search(text.words)
        or any(each.named for each in reckoning.at.values())
        or not _done_well().search(text.words)
    ):
        return
    values = [each.value for each in shares]
    first, what = shares[0], f"this is counted as {a(kind.singular)}"
    if kind.side == "poor" and min(values) >= _HIGH:
        message = f"{what}, and says that work was done well in {reckoning.written(first)}"
    elif kind.side == "good" and max(values) <= _LOW and _only().search(text.words):
        message = f"{what}, and says that work was done well in only {reckoning.written(first)}"
    else:
        return
    yield reckoning.problem(RULE, first, message, _hint(text, kind))


def _without_figures(text: CheckedText, kind: FindingKind) -> Iterator[Problem]:
    """Look at the words of a finding that uses no figure."""
    own, what = text.view.own, f"this is counted as {a(kind.singular)}"
    if (BLAME if kind.side == "good" else PRAISE).isdisjoint(text.view.vocabulary) or text.view.parsed.substitutions:
        return
    match = blame_in(own) if kind.side == "good" else praise_in(own)
    if match:
        start = match.start() + len(match.group()) - len(match.group().lstrip(". \n"))
        said = f"«{one_line(own[start : match.end()])}»"
        fault = f"tells of a shortcoming: {said}" if kind.side == "good" else f"is nothing but praise: {said}"
        yield text.problem(RULE, start, match.end(), f"{what}, and {fault}", _hint(text, kind))


def _point(text: CheckedText, side: Side) -> Iterator[Problem]:
    """Look at the words of a point of the glance."""
    match = blame_in(text.view.own) if side == "good" else praise_in(text.view.own)
    if match:
        fault = "tells of a shortcoming" if side == "good" else "is nothing but praise"
        chosen = "is good" if side == "good" else "has to be put right"
        message = f"this is chosen as something that {chosen}, and {fault}: «{one_line(match.group()).strip(' .')}»"
        yield text.problem(RULE, match.start(), match.end(), message, "move it to the other list, or recast it")


def _hint(text: CheckedText, kind: FindingKind) -> str:
    others = text.framework.kinds_on("poor" if kind.side == "good" else "good")
    home = " or ".join(each.key for each in others)
    return f"move it to {home}" if home else "recast it"


@cache
def _turns() -> re.Pattern[str]:
    """Words with which a finding turns to the other side, or speaks of what was not done."""
    return re.compile(
        r"\b(?:although|but|despite|except|however|nevertheless|not|nor|though|yet|without|late|delay\w*|miss\w+|poor|"
        r"lack\w*|breach\w*|complain\w*|absen\w+|reoffend\w*|fail(?:ed|ure)|inadequate|insufficient|inaccurate|incomplete)\b",
        re.IGNORECASE,
    )


@cache
def _done_well() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:accurate|adequate\w*|all\s+that\s+could|appropriate\w*|clear\w*|complete[d]?|contacted|effective\w*|excellent|"
        r"good|high\s+quality|involved|on\s+time|prompt\w*|recorded|reviewed|satisfactor\w+|seen|signed|sufficient\w*|"
        r"suitabl[ey]|thorough\w*|timely|well)\b",
        re.IGNORECASE,
    )


@cache
def _only() -> re.Pattern[str]:
    return re.compile(r"\b(?:barely|fewer|just|merely|no\s+more\s+than|only|under|less\s+than)\b", re.IGNORECASE)

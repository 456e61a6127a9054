"""OMI241: a text says how many things the report has, and it has another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.inventory import Counted, inventory, replies
from omi_report.lint.rules.figures.reckoning import COUNT, WORD, Reckoning, house, read
from omi_report.lint.rules.references.numbered import any_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI241",
    "miscounted-things",
    Severity.WARNING,
    "A text says how many recommendations, sections, criteria or examples of good practice the report has, or how many "
    "people answered a survey, and there are more or fewer.",
    "Something was added or taken out after the sentence was written; readers look for what is missing.",
    bad="This report makes nine recommendations.   # recommendations.yaml has eight",
    good="This report makes eight recommendations.",
)


_KEYS = ("number", "of", "by", "among", "back", "many", "replies")
"""The groups of the patterns that hold the number."""


@each_text(language="en", standard=False, facts=(inventory, replies))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each number that stands before the word for something that the report has."""
    reckoning = text.remembered(_with_things)
    if reckoning is None:
        return
    for counted in text.fact(inventory):
        for match in _of_report(counted.words).finditer(reckoning.words):
            if _is_own(reckoning, match, counted):
                yield from _compare(reckoning, match, counted)
    for counted in text.fact(replies):
        for match in _of_survey(counted.words).finditer(reckoning.words):
            yield from _compare(reckoning, match, counted, of_survey=True)


def _with_things(text: CheckedText) -> Reckoning | None:
    small = text.view.own_in_small
    words = [word for counted in (*text.fact(inventory), *text.fact(replies)) for word in counted.words]
    return read(text) if any(word in small for word in words) else None


def _compare(
    reckoning: Reckoning, match: re.Match[str], counted: Counted, *, of_survey: bool = False
) -> Iterator[Problem]:
    number = reckoning.number(match, *_KEYS)
    if number.base is None and number.count != counted.number and number.count not in counted.parts:
        what = " ".join(match["thing"].split()) if "thing" in match.groupdict() and match["thing"] else counted.words[0]
        right, said = house(counted.number), reckoning.written(number)
        message, hint = f"there are {right} {what}, not {said}", f"write {right}, or say whose they are"
        if of_survey:
            message, hint = f"{right} {what} answered the survey, not {said}", f"write {right}"
        yield reckoning.problem(RULE, number, message, hint)


def _is_own(reckoning: Reckoning, match: re.Match[str], counted: Counted) -> bool:
    """Say whether the report's own are meant: all of them, and nobody else's."""
    found = reckoning.text.view.sentence_at(match.start())
    sentence = reckoning.words[found.start : found.end] if found else match.group()
    if _others().search(sentence) or _of_others().match(reckoning.words, match.end()):
        return False
    if match["verb"] or match["many"] or (match["all"] or "").lower().startswith("our") or _report().search(sentence):
        return True
    if _all_there_is().fullmatch(sentence.strip()):
        return True
    return counted.own and match["all"] is not None and match["all"].strip().lower() != "these"


@lru_cache(maxsize=16)
def _of_report(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<all>\b(?:the|these|our|all|against|into|under)\s+)?(?P<number>{COUNT})\s+(?:[a-z]+\s+)?"
        rf"(?P<thing>{any_of(words)})(?![\w-])|"
        rf"(?:\bour\s+{any_of(words)}|\b(?:the|these|its)\s+{any_of(words)}\s+(?:in|of|that\s+follow)\s+(?:this|our)\s+report)\s+"
        rf"(?P<verb>number|numbered|total|come\s+to|add\s+up\s+to)\s+(?P<of>{COUNT})|"
        rf"\bour\s+{any_of(words)}\s+(?P<many>are)\s+(?P<by>{COUNT})\s+in\s+number",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _of_survey(words: tuple[str, ...]) -> re.Pattern[str]:
    who, about = any_of(words), r"(?:our|the|this|a)\s+(?:survey|questionnaires?)"
    return re.compile(
        rf"(?P<number>{COUNT})\s+(?:of\s+the\s+)?(?:{WORD}\s+)?(?P<thing>{who})\s+(?:who\s+)?(?:had\s+)?"
        rf"(?:answered|completed|filled\s+in|replied\s+to|responded\s+to|returned|took\s+part\s+in)\s+{about}|"
        rf"\bof\s+(?:all\s+)?(?:the|our)\s+{who},\s+(?P<among>{COUNT})\s+(?:had\s+)?(?:answered|completed|filled\s+in|replied\s+to|"
        rf"responded\s+to|returned|sent\s+back|took\s+part\s+in)\s+{about}|"
        rf"\b(?:questionnaires|replies|responses)\s+(?:(?:came|were)\s+(?:back|in|received|returned|sent\s+back)\s+)from\s+(?P<back>{COUNT})\s+{who}(?![\w-])|"
        rf"(?P<many>{COUNT})\s+(?:completed\s+)?(?:questionnaires|replies|responses)\s+(?:came\s+(?:back\s+)?|were\s+received\s+|were\s+returned\s+)?from\s+(?:the\s+)?{who}(?![\w-])|"
        rf"\b(?:our|the)\s+survey\s+of\s+(?:the\s+)?{who}\s+(?:had|has|there\s+were|brought|drew|got|received|was\s+answered\s+by)\s+"
        rf"(?P<replies>{COUNT})(?=\s+(?:answers|of\s+them|people|questionnaires|replies|respondents|responses)\b)|"
        rf"(?:questionnaires|replies|responses)\s+from\s+(?P<of>{COUNT})\s+{who}(?![\w-])|"
        rf"(?:survey|questionnaires?)\s+(?:was|were)\s+(?:answered|completed|returned|filled\s+in)\s+by\s+(?P<by>{COUNT})\s+{who}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _report() -> re.Pattern[str]:
    """Words of a sentence that speaks of the report or the inspection itself."""
    return re.compile(
        r"\b(?:this|our|the)\s+(?:report|inspection)\b|\bwe\s+(?:judged?|make|made|describe|recommend|looked|inspected|found)\b|"
        r"\b(?:findings|recommendations)\s+(?:fall|follow|below)\b|\b(?:divided|grouped|organised)\s+(?:in|into|under)\b|\btaken\s+in\s+turn\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _all_there_is() -> re.Pattern[str]:
    """A sentence that says nothing else, such as «There are eight recommendations»."""
    return re.compile(rf"there\s+are\s+{COUNT}\s+[a-z]+\.", re.IGNORECASE)


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:previous|last|earlier|former|first\s+(?:inspection|report|review|visit)|other|another|inquiry|audit\w*|review|national|two\s+thirds|half|only|"
        r"\w+['’]s|of\s+(?:these|those|them))\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _of_others() -> re.Pattern[str]:
    """What follows some of the things: those about something, or those that were rated so."""
    return re.compile(
        r",?\s+(?:(?:that|which|whose|where)\s+(?!(?:are\s+(?:listed|made)|follow|we\s+make)\b)\w|"
        r"(?:are\s+|was\s+|were\s+)?(?:graded|judged|rated|scored)\b)|"
        r"\s+(?:about|by|concerning|from|in|of|on)\s+(?!(?:this|the|our)\s+(?:report|inspection)\b)\w"
    )

"""OMI507: a word stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, starmap
from operator import eq

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.word_classes import PAST, may_be
from omi_report.problems import Edit, Problem, Rule, Severity

RULE = Rule(
    "OMI507",
    "doubled-word",
    Severity.WARNING,
    "A word stands twice in a row («the the», also over the end of a line), or a pair of small words does («in the in "
    "the»). What can be right («had had», «that that», «came in in May», a name) is left alone.",
    "Eyes skip it in drafts and readers find it in print.",
    bad="Plans for the the safety of victims were late.",
    good="Plans for the safety of victims were late.",
)

_CAN_BE_RIGHT = frozenset(
    "blah bye could do did had hear her knock long many no now quite really so that too very who yes".split()
)

# Nothing but a slip can put one of these twice; «the group let in in the end» may be right.
_SURELY_WRONG = frozenset(
    "a an and are as at be been between but for from has have his i if into is its may must of or our should than the "
    "their then these they this those to was we were when which will with would you your".split()
)

_BE = frozenset(("is", "was", "are", "were"))
_REACH = 40  # characters before the first in which the clause begins


@each_text(language="en", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the words, and the pairs of words, that stand twice."""
    if not _may_hold_any(text.view.words):
        return
    for match in _twice().finditer(text.view.own_in_small):
        word = match["word"] or match["pair"]
        if word in _CAN_BE_RIGHT or _is_name(text, match):
            continue
        if not _ends_a_clause(text, match) and not _ends_a_verb(text, match):
            yield _problem(text, match)


def _may_hold_any(words: tuple[str, ...]) -> bool:
    """Say whether some word, or some pair of words, follows itself: much quicker than the search."""
    return any(starmap(eq, pairwise(words))) or any(map(eq, pairwise(words), pairwise(words[2:])))


def _ends_a_clause(text: CheckedText, match: re.Match[str]) -> bool:
    """Say whether the first of two verbs ends the subject of the second: «What there was was of use»."""
    word, before = match["word"], text.view.own_in_small[max(0, match.start() - _REACH) : match.start()]
    if word in _BE:
        return _clause().search(before) is not None
    return bool(word) and may_be(word, PAST) and _relative().search(before) is not None


@cache
def _relative() -> re.Pattern[str]:
    """A relative clause up to its verb: «those to whom we spoke», «people who came»."""
    return re.compile(r"\b(?:whom|who|which|what)\s+(?:\w+\s+){0,2}\Z")


def _ends_a_verb(text: CheckedText, match: re.Match[str]) -> bool:
    """Say whether the first of two belongs to a verb, and the second to a time: «came in in May»."""
    if match["word"] not in ("in", "on"):
        return False
    words = text.view.own_in_small
    before = words[max(0, match.start() - _REACH) : match.start()]
    return _verb().search(before) is not None and _time().match(words, match.end()) is not None


@cache
def _verb() -> re.Pattern[str]:
    """A verb that «in» or «on» may belong to, at the end of what stands before it."""
    verbs = (
        "came|come|comes|coming|went|go|goes|going|gone|moved?|moving|joined|brought|handed|called|carried|took|taken|"
        "settled|set|sent|gave|given|let|phoned|logged|signed|kept|put|passed|switched|turned"
    )
    return re.compile(rf"\b(?:{verbs})(?:\s+(?:him|her|it|them|us))?\s+\Z")


@cache
def _time() -> re.Pattern[str]:
    """A time after «in» or «on»: a month, a day of the week, a season, a year, a part of a day."""
    month = "january|february|march|april|may|june|july|august|september|october|november|december"
    day = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    season = "spring|summer|autumn|winter"
    begins = r"(?:(?:early|mid|late|the|each|every)[\s-]+){0,2}"
    return re.compile(rf"\s+{begins}(?:{month}|{day}|{season}|mornings?|afternoons?|evenings?|\d{{4}})\b")


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[\s(])what(?:ever)?\s[^.;:?!]*\Z")


def _is_name(text: CheckedText, match: re.Match[str]) -> bool:
    """Say whether the second of the two begins with a capital of its own: Baden Baden, «in Reading reading …»."""
    start = match.start("again" if match["word"] else "pair_again")
    first, second = text.words[match.start()], text.words[start]
    return first.isupper() and second.isupper() and match["word"] not in _SURELY_WRONG


def _problem(text: CheckedText, match: re.Match[str]) -> Problem:
    start, end = match.span("again" if match["word"] else "pair_again")
    word = one_line(text.text[start:end])
    surely = match["pair"] or match["word"] in _SURELY_WRONG
    fix = _without_second(text, match.end("word" if match["word"] else "pair"), start, end) if surely else None
    return text.problem(RULE, start, end, f"«{word}» stands twice", f"remove one «{word}»", fix=fix)


def _without_second(text: CheckedText, first_end: int, start: int, end: int) -> Edit | None:
    """Take the second away with the space before it, or, at the beginning of a line, with the one after it."""
    between = text.text[first_end:start]
    if between.isspace() and "\n" not in between:
        return text.fix(first_end, end, "")
    return text.fix(start, end + text.text.startswith(" ", end), "")


@cache
def _twice() -> re.Pattern[str]:
    apart = r"(?:[ \t]+|[ \t]*\n[ \t]*(?!\n))"
    small = (
        "a|an|and|as|at|be|been|by|could|did|do|does|for|from|had|has|have|he|in|into|is|it|its|may|must|not|of|on|or|she|should|"
        "such|than|that|the|their|they|this|to|was|we|were|when|which|who|will|with|would"
    )
    return re.compile(
        rf"(?<![\w'’-])(?:(?P<word>[^\W\d_]+){apart}(?P<again>(?P=word))"
        rf"|(?P<pair>(?:{small}){apart}(?:{small})){apart}(?P<pair_again>(?P=pair)))(?![\w'’-])"
    )

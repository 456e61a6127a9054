"""OMI507: a word stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, starmap
from operator import eq

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import one_line
from omi_report.lint.rules.house_style.fixes import fixed
from omi_report.lint.rules.house_style.words import lowered, own_words, proses, word_list
from omi_report.lint.subject import Subject
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI507",
    "doubled-word",
    Severity.WARNING,
    "A word stands twice in a row («the the», also over the end of a line), or a pair of small words does («in the in "
    "the»). What can be right («had had», «that that», a name) is left alone.",
    "Eyes skip it in drafts and readers find it in print.",
    bad="Plans for the the safety of victims were late.",
    good="Plans for the safety of victims were late.",
)

_APART = r"(?:[ \t]+|[ \t]*\n[ \t]*(?!\n))"
_SMALL = "a|an|and|as|at|been|by|for|from|had|has|have|in|is|it|of|on|or|that|the|this|to|was|were|with"
_TWICE = lazy_regex(
    rf"(?<![\w'’-])(?:(?P<word>[^\W\d_]+){_APART}(?P<again>(?P=word))"
    rf"|(?P<pair>(?:{_SMALL}){_APART}(?:{_SMALL})){_APART}(?P<pair_again>(?P=pair)))(?![\w'’-])"
)
_CAN_BE_RIGHT = frozenset(
    "blah bye could do did had hear her knock long many no now quite really so that too very who yes".split()
)

# Nothing but a slip can put one of these twice; «went on on Monday» and «the group let in in May» may be right.
_SURELY_WRONG = frozenset(
    "a an and are as at be been between but for from has have his i if into is its may must of or our should than the "
    "their then these they this those to was we were when which will with would you your".split()
)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the words, and the pairs of words, that stand twice."""
    for prose in proses(subject):
        if not _may_hold_any(word_list(prose.text)):
            continue
        for match in _TWICE.finditer(lowered(prose.text)):
            word = match["word"] or match["pair"]
            if word not in _CAN_BE_RIGHT and not _is_name(prose, match):
                yield _problem(subject, prose, match)


def _may_hold_any(words: tuple[str, ...]) -> bool:
    """Say whether some word, or some pair of words, follows itself: much quicker than the search."""
    return any(starmap(eq, pairwise(words))) or any(map(eq, pairwise(words), pairwise(words[2:])))


def _is_name(prose: Prose, match: re.Match[str]) -> bool:
    """Say whether the second of the two begins with a capital of its own: Baden Baden, «in Reading reading …»."""
    start = match.start("again" if match["word"] else "pair_again")
    first, second = own_words(prose.text)[match.start()], own_words(prose.text)[start]
    return first.isupper() and second.isupper() and match["word"] not in _SURELY_WRONG


def _problem(subject: Subject, prose: Prose, match: re.Match[str]) -> Problem:
    group = "again" if match["word"] else "pair_again"
    start, end = match.span(group)
    word = one_line(prose.text[start:end])
    before = match.end("word" if match["word"] else "pair")
    after = prose.text[end : end + 1] == " "  # the space that goes with the word
    place, _ = fixed(subject, prose, start, end, "")
    fix = None
    if match["pair"] or match["word"] in _SURELY_WRONG:
        gone = (
            (before, end)
            if prose.text[before:start].isspace() and "\n" not in prose.text[before:start]
            else (start, end + after)
        )
        fix = fixed(subject, prose, *gone, "")[1]
    hint = f"remove one «{word}»"
    return RULE.at(place.start, f"«{word}» stands twice", hint, length=place.length, fix=fix)

"""OMI228: a text states another score than the report's own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TypeAlias

from omi_report.inspection import Inspection
from omi_report.language.terms import OMI
from omi_report.lint.checked_text import one_line
from omi_report.lint.rules.figures.backing import is_a_score
from omi_report.lint.rules.figures.statements import Passage, Stated, each_passage
from omi_report.lint.rules.references.numbered import any_of, criterion_numbers
from omi_report.model.criterion import criterion_number
from omi_report.numbering import name_of
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Role, Span
from omi_report.quantity import half_up
from omi_report.scoring.results import Score, Scored

RULE = Rule(
    "OMI228",
    "score-in-text",
    Severity.WARNING,
    "A text states the score of a section, which is the mean of its criteria, of a criterion or of a thread as a "
    "literal, and it is not the one that the report shows.",
    "The chart and the tables of scores stand a few pages away.",
    bad="""\
sections:
  1: Overall, the section scored 70%.   # its criteria have 72, 64, 74, 68 and 62
""",
    good="""\
sections:
  1: Overall, the section scored 68%.
""",
)


Thing: TypeAlias = tuple[str, str]
"""What a score is of: a criterion, a section or a thread, by its number; both are empty where nothing says it."""


@each_passage(language="en")
def check(passage: Passage) -> Iterator[Problem]:
    """Compare every percentage that is called a score with the score of what its sentence is about."""
    by_sentence: dict[Span, list[Stated]] = defaultdict(list)
    for stated in passage.stated:
        if not stated.name and is_a_score(passage, stated):
            by_sentence[_sentence(passage, stated.start)].append(stated)
    roles = sorted(passage.text.view.parsed.roles, key=lambda node: node.offset) if by_sentence else []
    for sentence, scores in by_sentence.items():
        named = _named(passage, sentence, roles)
        for stated in scores:
            yield from _compare(passage, stated, _meant(passage, named, stated.start, alone=len(scores) == 1))


def _compare(passage: Passage, stated: Stated, meant: Thing) -> Iterator[Problem]:
    what, score = _score_of(passage.text.inspection, *meant)
    if not isinstance(score, Scored) or stated.quantity.percent is None:
        return
    terms = passage.text.framework.terms
    if half_up(stated.quantity.percent) != score.rounded:
        basis = passage.text.framework.english.say(score.basis)
        message = f"the {terms.score} of {what} is {score.rounded}% ({basis}), not {stated.text}"
        yield passage.problem(RULE, stated, message, f"write {score.rounded}%")


def _sentence(passage: Passage, offset: int) -> Span:
    """The start and the end of the sentence in which a character stands."""
    found = passage.text.view.sentence_at(offset)
    return Span(found.start, found.end) if found else Span(0, len(passage.words))


def _named(passage: Passage, sentence: Span, roles: list[Role]) -> list[tuple[int, Thing]]:
    """What a sentence names, each with its offset, in order."""
    first = bisect_left(roles, sentence.start, key=lambda node: node.offset)
    last = bisect_left(roles, sentence.end, key=lambda node: node.offset)
    named = [
        (node.offset, (node.role, node.target)) for node in roles[first:last] if node.role in ("criterion", "section")
    ]
    named += _typed(passage, sentence)
    own = _own_words(passage)
    if own is not None:
        phrase, thing = own
        said = re.finditer(phrase, passage.words[sentence.start : sentence.end], re.IGNORECASE)
        named += [(sentence.start + each.start(), thing) for each in said]
    return sorted(named)


def _meant(passage: Passage, named: list[tuple[int, Thing]], offset: int, *, alone: bool) -> Thing:
    """What a score in a sentence is of: the last that was named before it, or else the one that the text is about.

    A reference after the score counts where it is the only one and the score stands ``alone``.
    """
    before = bisect_left(named, offset, key=lambda pair: pair[0])
    if before:
        return named[before - 1][1]
    if named:
        return named[0][1] if alone and len(named) == 1 else ("", "")
    about = passage.text.prose.about
    if about and about[0] == "thread":
        return about
    is_own = criterion_number(passage.text.prose.file) and _the_score().search(
        passage.words, max(0, offset - 40), offset
    )
    return ("criterion", passage.text.prose.scope) if is_own else ("", "")


def _typed(passage: Passage, sentence: Span) -> list[tuple[int, Thing]]:
    """The criteria that a sentence names by a number that is typed out."""
    words = any_of((OMI.criterion, passage.text.framework.terms.criterion))
    pattern = _criterion(words, criterion_numbers(passage.text))
    return [
        (match.start(), ("criterion", name_of(one_line(match["number"]))))
        for match in pattern.finditer(passage.text.words, sentence.start, sentence.end)
    ]


def _own_words(passage: Passage) -> tuple[str, Thing] | None:
    """The words by which a text speaks of what it is itself about, and what that is."""
    own = passage.text.framework.terms
    match passage.text.prose.about:
        case ("section", _) as section:
            return rf"\b(?:the|this)\s+(?:{any_of((OMI.section, own.section))})\b", section
        case ("criterion", _) as criterion:
            return rf"\bthis\s+(?:{any_of((OMI.criterion, own.criterion))})\b", criterion
    return None


def _score_of(inspection: Inspection, kind: str, name: str) -> tuple[str, Score | None]:
    scores, framework = inspection.scores, inspection.framework
    if kind == "criterion":
        result = scores.criteria.get(name)
        return f"{framework.terms.criterion} {framework.shown(name)}", result.score if result else None
    if kind == "section":
        section = next((each for each in scores.sections if each.number == name), None)
        return f"{framework.terms.section} {framework.shown(name)}", section.score if section else None
    thread = next((each for each in scores.threads if each.id == name), None)
    return f"«{thread.title}»" if thread else "", thread.score if thread else None


@cache
def _the_score() -> re.Pattern[str]:
    """What stands before the score of a text's own criterion: «our score of 64%», «the score is 64%»."""
    return re.compile(r"\b(?:our|the)\s+(?:overall\s+)?score\s+(?:here\s+)?(?:is|of|was)\s+$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _criterion(words: str, number: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words}\s+(?P<number>{number})(?![\d.]*\d)", re.IGNORECASE)

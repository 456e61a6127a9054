"""OMI228: a text states another score than the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.language.known import ENGLISH
from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.figures.backing import is_a_score
from omi_report.lint.rules.figures.statements import FIRST, Passage, passages
from omi_report.lint.subject import Subject
from omi_report.lint.text import MASK, sentences
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.parse import parse
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

_SECTION = lazy_regex(r"\b(?:the|this)\s+section\b", re.IGNORECASE)
_CRITERION = lazy_regex(r"\bthis\s+criterion\b", re.IGNORECASE)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Compare every percentage that is called a score with the score of what its sentence is about."""
    for passage in passages(subject):
        scores = [stated for stated in passage.stated if not stated.name and is_a_score(passage, stated)]
        if not scores:
            continue
        spans = [(start, start + len(sentence)) for start, sentence in sentences(passage.text.replace(FIRST, MASK))]
        for stated in scores:
            first, last = next((span for span in spans if span[0] <= stated.start < span[1]), (0, len(passage.text)))
            alone = sum(first <= each.start < last for each in scores) == 1
            what, score = _score_of(subject, *_meant(passage, first, last, stated.start, alone=alone))
            if not isinstance(score, Scored) or stated.quantity.percent is None:
                continue
            if half_up(stated.quantity.percent) != score.rounded:
                place = subject.at(passage.prose, stated.start)
                basis = ENGLISH.say(score.basis)
                message = f"the score of {what} is {score.rounded}% ({basis}), not {stated.text}"
                yield RULE.at(place, message, f"write {score.rounded}%", length=stated.length)


def _meant(passage: Passage, first: int, last: int, offset: int, *, alone: bool) -> tuple[str, str]:
    """What a score in a sentence is of: the last that was named before it, or else the one that the text is about.

    A reference after the score counts where it is the only one and the score stands ``alone``.
    """
    named = [
        (node.offset, (node.role, node.target))
        for node in parse(passage.prose.text).roles
        if first <= node.offset < last and node.role in ("criterion", "section")
    ]
    own = _own_words(passage)
    if own is not None:
        phrase, thing = own
        named += [(first + each.start(), thing) for each in phrase.finditer(passage.text[first:last])]
    before = [thing for at, thing in sorted(named) if at < offset]
    if before:
        return before[-1]
    if named:
        return named[0][1] if alone and len(named) == 1 else ("", "")
    about = passage.prose.about
    return about if about and about[0] == "thread" else ("", "")


def _own_words(passage: Passage) -> tuple[re.Pattern[str], tuple[str, str]] | None:
    """The words by which a text speaks of what it is itself about, and what that is."""
    match passage.prose.about:
        case ("section", _) as section:
            return _SECTION, section
        case ("criterion", _) as criterion:
            return _CRITERION, criterion
    return None


def _score_of(subject: Subject, kind: str, name: str) -> tuple[str, Score | None]:
    scores = subject.scores
    if kind == "criterion":
        result = scores.criteria.get(name)
        return f"criterion {name}", result.score if result else None
    if kind == "section":
        section = next((each for each in scores.sections if each.number == name), None)
        return f"section {name}", section.score if section else None
    thread = next((each for each in scores.threads if each.id == name), None)
    return f"«{thread.title}»" if thread else "", thread.score if thread else None

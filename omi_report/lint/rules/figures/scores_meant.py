"""What a score in a text is the score of: a criterion, a section, a thread or the whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from omi_report.language.terms import OMI
from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.rules.figures.rating_wordings import QUOTE, SUBJECT, another_time
from omi_report.lint.rules.figures.statements import FIGURE, Passage, Stated, passage_of
from omi_report.lint.rules.references.numbered import any_of, criterion_numbers
from omi_report.lint.rules.references.titled import results_by_title
from omi_report.model.criterion import criterion_number
from omi_report.numbering import name_of
from omi_report.prose.nodes import Role, Span

Thing: TypeAlias = tuple[str, str]
"""What a score is of: a criterion, a section or a thread, by its number; both are empty where nothing says it."""


class Meant(NamedTuple):
    """What a score is of, and whether the text says so beside it, so that nothing else can be meant."""

    thing: Thing
    sure: bool = False


OVERALL: Thing = ("overall", "overall")
"""The area as a whole."""


def scores_meant(text: CheckedText) -> dict[int, Meant]:
    """Return what the literal scores of a text are scores of, by their offsets; those of nothing known are left out."""
    return text.remembered(_scores_meant)


def _scores_meant(text: CheckedText) -> dict[int, Meant]:
    passage = text.remembered(passage_of)
    if passage is None:
        return {}
    by_sentence: dict[Span, list[Stated]] = defaultdict(list)
    for stated in passage.stated:
        if not stated.name and is_a_score(passage, stated):
            by_sentence[_sentence(passage, stated.start)].append(stated)
    roles = sorted(text.view.parsed.roles, key=lambda node: node.offset) if by_sentence else []
    meant: dict[int, Meant] = {}
    for sentence, scores in by_sentence.items():
        named = _named(passage, sentence, roles)
        meant |= {each.start: Meant(_meant(passage, named, each.start, alone=len(scores) == 1)) for each in scores}
    meant |= {start: Meant(thing, sure=True) for start, thing in _in_so_many_words(passage)}
    return {start: each for start, each in meant.items() if any(each.thing)}


def _in_so_many_words(passage: Passage) -> Iterator[tuple[int, Thing]]:
    """Yield the scores that are said to be of a title, of a section by its number, or of the whole."""
    if "scor" not in passage.text.view.own_in_small:
        return
    inspection, terms = passage.text.inspection, passage.text.framework.terms
    titles = results_by_title(inspection)
    areas = any_of((OMI.area, terms.area))
    whole = rf"(?:the|this)\s+{areas}|{any_of((str(inspection.area.identity.area),))}"
    for pattern in _scored(any_of(tuple(titles)) if titles else "(?!)", any_of((OMI.section, terms.section)), whole):
        for match in pattern.finditer(passage.words):
            sentence = _sentence(passage, match.start())
            if another_time().search(passage.words, *sentence):
                continue
            if match["title"]:
                yield match.start("figure"), titles[one_line(match["title"]).casefold()].key
            elif match["section"]:
                yield match.start("figure"), ("section", match["section"])
            elif _clause_end().match(passage.words, match.end()):
                yield match.start("figure"), OVERALL


def is_a_score(passage: Passage, stated: Stated) -> bool:
    """Say whether a percentage is called a score, or a mean: it is not a share of cases then."""
    if stated.form != "percent":
        return False
    before = _score_before().search(passage.words, max(0, stated.start - 60), stated.start)
    return bool(before or _score_after().match(passage.words, stated.end))


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


@cache
def _score_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:scor(?:e|es|ed|ing)|mean|average)\b(?:\s+[\w'’.-]*[\w'’]){0,5}\s*\(?$", re.IGNORECASE)


@cache
def _score_after() -> re.Pattern[str]:
    return re.compile(r"\s+scores?\b", re.IGNORECASE)


@cache
def _the_score() -> re.Pattern[str]:
    """What stands before the score of a text's own criterion: «our score of 64%», «the score is 64%»."""
    return re.compile(r"\b(?:our|the)\s+(?:overall\s+)?score\s+(?:here\s+)?(?:is|of|was)\s+$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _criterion(words: str, number: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words}\s+(?P<number>{number})(?![\d.]*\d)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _scored(titles: str, sections: str, whole: str) -> tuple[re.Pattern[str], ...]:
    """The ways to say what something scored, each with what it is and a ``figure``."""
    thing = (
        rf"(?:the\s+)?(?:{QUOTE}(?P<title>{titles}){QUOTE}(?:\s+[a-z]+(?=\s+(?:had|has|scored)\b))?|"
        rf"{sections}\s+(?P<section>\d{{1,2}})(?![\w.]*\d)|(?P<whole>{whole}))(?:\s+(?:as\s+a\s+whole|overall))?"
    )
    about, figure = r"(?:some\s+|about\s+|just\s+|only\s+|a\s+)?", rf"(?P<figure>{FIGURE})"
    scored = r"(?:scored|(?:achieved|got|had|has|received|was\s+given)\s+(?:an?|the)\s+(?:[a-z]+\s+)?score\s+of)"
    of, is_ = r"(?:against|for|in|of|on|under)", r"(?:came\s+to|is|stands\s+at|stood\s+at|was)"
    several = (
        rf"{SUBJECT}{thing},?\s+(?:(?:also|had|has|have|itself)\s+){{0,2}}{scored}\s+{about}{figure}",
        rf"\bscore\s+{of}\s+{thing},?\s+{is_}\s+{about}{figure}",
        rf"\bscore\s+of\s+{about}{figure}\s+{of}\s+{thing}(?![\w-])",
    )
    return tuple(re.compile(each, re.IGNORECASE) for each in several)


@cache
def _clause_end() -> re.Pattern[str]:
    """What follows the score of the whole, and not that of a part, or of something else that it took part in."""
    return re.compile(r"\s*(?:[.;,:)]|\Z)|\s+(?:and|but|overall|in\s+all)\b")

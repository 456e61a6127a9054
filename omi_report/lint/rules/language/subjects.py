"""Verbs that do not agree with a subject from which other words part them: «the plans for release was»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from omi_report.lint.rules.language.nouns import is_plural
from omi_report.lint.rules.language.word_classes import (
    ADJECTIVE,
    ANY,
    BASE,
    NOUN,
    PARTICIPLE,
    PLURAL,
    THIRD,
    classes_of,
    is_surely,
    may_be,
)


class Disagreement(NamedTuple):
    """Numbers of words in a text: of the subject, and of the verb that does not agree with it; and the right verb."""

    subject: int
    verb: int
    right: str


VERBS = {"was": "were", "is": "are", "has": "have", "were": "was", "are": "is", "have": "has"}
"""Forms of a verb for one and for several, each with the other."""

_ONE = frozenset(("was", "is", "has"))
_BETWEEN = frozenset("of for in with on about from by to at".split())
_ARTICLES = frozenset(
    "whose the a an this that these those each every its their his her our all some any no both another".split()
)
_OF_ONE = frozenset("the a an this each every its their his her our another no".split())
_WHENEVER = frozenset("before after until once".split())
_SINGLE = frozenset("a an this each every another".split())
_BEGIN = frozenset("because although though where when while whereas since but that".split())
_UNREAL = frozenset("if unless though although whether as".split())
_MEASURES = frozenset(
    "days weeks months years hours minutes miles pounds thirds quarters lots loads plenty per means series news".split()
)
_OF_MANY = frozenset(
    "number majority minority range variety group team proportion couple handful lot rest remainder half "
    "staff pair set series third quarter percentage total host panel board police committee council family "
    "public crew audience press management government service agency authority trust partnership unit "
    "department organisation company firm crowd population youth jury average kind sort type selection mix "
    "mixture combination court bench share cohort sample remaining most one community list fraction percent "
    "cent few many inspectorate leadership dozen hundred thousand million two three four five six seven eight "
    "nine ten first part some none all any more bulk".split()
)
"""Nouns that may go with a verb in the plural."""
_MASS = frozenset(
    "work information evidence progress guidance advice supervision help support behaviour offending knowledge".split()
)

_STOPS = frozenset(".;:!?(")
_LONGEST = 12


def disagreements(words: Sequence[str]) -> Iterator[Disagreement]:
    """Yield the verbs whose subject begins a clause and is of the other number."""
    last = len(words) - 1
    for at in [at for at, word in enumerate(words) if word in VERBS]:
        verb = words[at]
        if not 2 <= at < last or words[at + 1].endswith("n't"):
            continue
        if words[at - 1] in ("this", "it") and verb not in _ONE and _begins(words, at - 1):
            yield Disagreement(at - 1, at, VERBS[verb])
            continue
        if words[at - 1] in ("that", "which", "who"):
            noun = _antecedent(words, at)
            if noun:
                yield Disagreement(noun, at, VERBS[verb])
            continue
        head = _head(words, at)
        if head is not None and (_is_many(words, *head) if verb in _ONE else _is_one(words, *head)):
            yield Disagreement(head[1], at, VERBS[verb])


def _begins(words: Sequence[str], at: int) -> bool:
    """Say whether «this» or «it» is the subject of what follows, in a clause that is no mere wish."""
    before = words[at - 1]
    if before in _STOPS or before == ",":
        return True
    if before in _UNREAL or before in ("like", "than", "only", "wish", "wished", "and", "or"):
        return False
    return (
        before in _BEGIN
        or before in ("once", "until", "before", "after", "which", "what", "how")
        or is_surely(before, ADJECTIVE)
    )


def _antecedent(words: Sequence[str], verb: int) -> int:
    """The number of the noun that «that» or «who» before a verb stands for, if it is of the other number; or 0."""
    noun = verb - 2
    if noun < 2 or not may_be(words[noun], NOUN | PLURAL) or classes_of(words[noun]) == ANY:
        return 0
    first = _first(words, noun)
    if words[first - 1] in _BETWEEN or words[first - 1] in ("and", "or", "one"):
        return 0
    if words[verb] in _ONE:
        many = is_plural(words[noun]) and is_surely(words[noun], PLURAL) and words[noun] not in _MEASURES
        return noun if many and words[first] not in _SINGLE else 0
    single = words[first] in _SINGLE - {"this"} or words[noun] in _MASS
    is_noun = is_surely(words[noun], NOUN | ADJECTIVE | BASE) and not is_plural(words[noun])
    return noun if single and is_noun and words[noun] not in _OF_MANY else 0


def _head(words: Sequence[str], verb: int) -> tuple[int, int] | None:
    """The numbers of the first word and the noun of the subject before a verb; None where it is not read for sure."""
    at = verb - 1
    while True:
        noun = at
        if not may_be(words[noun], NOUN | PLURAL) or classes_of(words[noun]) == ANY:
            return None
        first = _first(words, noun)
        before = words[first - 1]
        if verb - first > _LONGEST:
            return None
        if words[first] == "whose":
            return first, noun
        if before in _BETWEEN and first > 2:
            at = first - 2
            continue
        whenever = before in _WHENEVER and not may_be(words[first - 2], NOUN | PLURAL)
        starts = whenever or before in _STOPS or before in _BEGIN or (before == "," and verb - first <= 2)
        return (first, noun) if starts else None


def _first(words: Sequence[str], noun: int) -> int:
    """The number of the first word that goes with a noun: its article, or its adjectives."""
    first = noun
    while first > 1:
        before = words[first - 1]
        if before in _ARTICLES:
            return first - 1
        if classes_of(before) == ANY:
            if words[first - 2] in _ARTICLES:
                return first - 2
            return first - 1 if words[first - 2] in _STOPS else first
        if not may_be(before, ADJECTIVE | NOUN) or before in _BEGIN or before in _BETWEEN:
            return first
        if may_be(before, THIRD | PLURAL):
            return first
        first -= 1
    return first


def _is_many(words: Sequence[str], first: int, noun: int) -> bool:
    """Say whether a subject is in the plural, and no verb can be."""
    word = words[noun]
    if word in _MEASURES or not ((is_plural(word) and may_be(word, PLURAL)) or word in ("people", "children")):
        return False
    if words[first] in _SINGLE or words[first - 1] == "that":
        return False
    return first < noun or not may_be(word, THIRD)


def _is_one(words: Sequence[str], first: int, noun: int) -> bool:
    """Say whether a subject is in the singular: a noun that is no group, behind an article."""
    word = words[noun]
    if word in _MASS and words[first - 1] in _STOPS and words[first] not in ("some", "all", "half"):
        return True
    if words[first] not in _OF_ONE or first == noun or not is_surely(word, NOUN | ADJECTIVE | PARTICIPLE | BASE):
        return False
    if not may_be(word, NOUN) or word in _OF_MANY or any(each in _OF_MANY for each in words[first:noun]):
        return False
    return words[first - 1] != "that" and words[first - 1] not in _UNREAL

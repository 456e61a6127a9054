"""The places of words in sentences: which classes of words the words beside a place leave out there.

Only what hardly has an exception is said: no noun follows «did not», nor a verb «the». Of a place of which nothing is
known, no class is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from omi_report.lint.rules.language.nouns import holder_in
from omi_report.lint.rules.language.word_classes import (
    ADJECTIVE,
    ADVERB,
    AND,
    ANY,
    ARTICLE,
    BASE,
    BE,
    BEEN,
    CONTRACTION,
    COUNTED,
    HAVE,
    ING,
    IT,
    MODAL,
    NOT,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    THAT,
    THEM,
    THERE,
    THEY,
    THIRD,
    TO,
    classes_of,
    is_surely,
    may_be,
)

END = "."
"""The sign at the beginning and the end of the words of a text."""

STOPS = frozenset(".,;:)!?")
"""The signs at which words that belong together end."""


@lru_cache(maxsize=4096)
def words_of(words: str) -> tuple[str, ...]:
    """Return the words, numbers and signs of what is in small letters, between two ends; paragraphs end, too.

    Several rules read the same text so.
    """
    found = _token().findall(words)
    if "\n" in words:
        found = [END if word[0] == "\n" else word for word in found]
    return (END, *found, END, END)


@lru_cache(maxsize=64)
def places_of(words: str) -> tuple[tuple[int, int], ...]:
    """Return where each of `words_of` stands in the same words; an end has no length."""
    last = len(words)
    return ((0, 0), *(match.span() for match in _token().finditer(words)), (last, last), (last, last))


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?:(?<=s)['’](?!\w))?|\d[\w.,]*\w|\d|\ufffc+|\n[ \t]*\n\s*|[^\s\w]", re.UNICODE
    )


# What the word before a place leaves out ------------------------------------------------------------------------------

_NAMES = NOUN | COUNTED | PLURAL | ADJECTIVE
_FINITE = BASE | THIRD | PAST | MODAL
_CLAUSE = THEY | THERE | CONTRACTION
_AFTER_ARTICLE = (
    _FINITE | _CLAUSE | BEEN | PREPOSITION | ARTICLE | BE | HAVE | THAT | THEM | IT | NOT | TO | AND
)  # fmt: skip
_AFTER_MODAL = _NAMES | BEEN | PAST | THIRD | PARTICIPLE | ING | CONTRACTION
_AFTER_DID_NOT = _AFTER_MODAL | ARTICLE | PREPOSITION | THERE | THEY | THAT
_AFTER_TO_OF_VERB = _AFTER_DID_NOT | TO
_AFTER_TO = COUNTED | BEEN | PAST | THIRD | MODAL | THEY | CONTRACTION
_AFTER_HAVE = COUNTED | BASE | PAST | ING | MODAL | CONTRACTION
_AFTER_BE = COUNTED | BEEN | BASE | PAST | THIRD | MODAL
_AFTER_THEY = _NAMES | ARTICLE | PARTICIPLE | ING | THAT | PREPOSITION | THERE | CONTRACTION | THEM | IT
_AFTER_THERE = _NAMES | ARTICLE | PARTICIPLE | ING | THAT | CONTRACTION | THEM | IT | PREPOSITION
_AFTER_OF = COUNTED | HAVE | _FINITE | BE | THEY | CONTRACTION | TO
_AFTER_STRANDED = COUNTED | BASE | THEY | CONTRACTION | TO
_AFTER_PAST = COUNTED | BASE
_AFTER_SIGN = BEEN
_AFTER_IN = BASE | THIRD | PAST | MODAL
_AFTER_ADJECTIVE = BASE | THIRD | PAST | THEY | CONTRACTION
_AFTER_VERY = NOUN | COUNTED | PLURAL | _FINITE | ARTICLE | BE | HAVE

_ARTICLES = frozenset("the a an their its our my your every whose".split())
_MODALS = frozenset("could should would must may might will can cannot shall".split())
_DO = frozenset("did do does".split())
_DID_NOT = frozenset("didn't don't doesn't didn’t don’t doesn’t".split())
_HAVE = frozenset("has have had having".split())
_BE = frozenset("was were is are be been being am".split())
_AUXILIARIES = _MODALS | _DO | _HAVE | _BE
_SUBJECTS = frozenset("they he she we i".split())
_STRONG = frozenset("of with from by for at into during without between among against towards upon".split())
_ADJECTIVES = frozenset(
    "good poor legal effective strong clear important serious recent previous specialist professional "
    "useful particular independent additional considerable significant national".split()
)
_VERY = frozenset("very extremely fairly".split())
_BESIDES = frozenset("not also always never often already still clearly only just rarely seldom generally usually "
                     "normally then therefore later subsequently previously".split())  # fmt: skip
_CALL_FOR_A_VERB = frozenset(
    "able unable likely unlikely need needs needed order failed fail fails tend tends tended ought want wants "
    "wanted try tries tried trying expected required designed intended seek sought going willing unwilling "
    "reluctant continue continued continues hoped hope attempt attempted attempts how what whether where "
    "decided asked encouraged enabled allowed helped opportunity opportunities ability chance duty "
    "responsibility steps aim aims aimed necessary possible difficult easy hard important appropriate had has "
    "have".split()
)
_DITRANSITIVE = re.compile(
    r"g[ia]v|offer|show|t[eo]l|allow|grant|t[ea]*[ua]*ght|sen[dt]|teach|ask|cost|brought|lent|mak|made|pa[iy]"
)
_FEW = frozenset(
    "several many few these those both two three four five six seven eight nine ten various numerous".split()
)
_ONE = frozenset("a an each every this another one".split())
_LET = re.compile(r"help|let|made|saw|felt|heard|need|dared|had|went|came")
_SIGNS = frozenset(".;:(")
_OBJECTS = _ARTICLES | frozenset(("them", "him", "us", "that"))


def excluded(words: Sequence[str], at: int) -> int:
    """Return the classes that cannot stand at a place, for the words on both sides of it."""
    return _by_left(words, at) | _by_right(words, at)


def may_exclude(before: str, after: str, classes: int) -> bool:
    """Say, quickly, whether all of some classes may be left out between two words: `excluded` looks closer."""
    rest = classes & ~_most_by_left(before)
    return not rest or not rest & ~_most_by_right(after)


@cache
def _most_by_left(before: str) -> int:
    """What a word before a place leaves out at the most."""
    found = _AFTER_PAST
    if before in _BESIDES:
        return -1
    for among, leaves_out in _AFTER.items():
        if before in among:
            found |= leaves_out
    return found | (_AFTER_ARTICLE if holder_in(before) else 0)


@cache
def _most_by_right(after: str) -> int:
    """What a word behind a place leaves out at the most."""
    if after == "been":
        return _NOT_BEFORE_BEEN
    if after == "own":
        return ~ARTICLE
    if after == "of":
        return ARTICLE | ADJECTIVE | BASE | THIRD | PARTICIPLE | PAST | NOUN | COUNTED | PLURAL
    found = CONTRACTION | THERE | THEY | THEM | NOUN | COUNTED | PLURAL
    if any(after in among for among in (_OBJECTS, _FINITE_WORDS, STOPS, _WEAK, _SUBJECTS)) or after in ("to", "not"):
        found |= ARTICLE | ADJECTIVE | BE | AND | PREPOSITION
    return found


_AFTER = {
    _ARTICLES: _AFTER_ARTICLE,
    _VERY: _AFTER_VERY,
    _STRONG: _AFTER_OF,
    frozenset(("in", "on")): _AFTER_IN,
    _ADJECTIVES: _AFTER_ADJECTIVE,
    frozenset(("to",)): _AFTER_TO | _AFTER_TO_OF_VERB | _AFTER_MODAL,
    _SIGNS: _AFTER_SIGN,
    frozenset(("there",)): _AFTER_THERE,
    _DID_NOT: _AFTER_DID_NOT,
    _MODALS: _AFTER_MODAL,
    _HAVE: _AFTER_HAVE,
    _BE: _AFTER_BE,
    _SUBJECTS | {"who"}: _AFTER_THEY,
}


def _by_left(words: Sequence[str], at: int) -> int:
    before, earlier = words[at - 1], words[at - 2] if at > 1 else END
    if before in _ARTICLES or holder_in(before):
        return _AFTER_ARTICLE
    if before in _VERY:
        return _AFTER_VERY
    if before in _STRONG:
        return _AFTER_STRANDED if _is_stranded(earlier) else _AFTER_OF
    if before in ("in", "on"):
        return _AFTER_IN
    if before in _ADJECTIVES and earlier != "the":
        return _AFTER_ADJECTIVE
    if before == "to":
        is_object = words[at + 1] in _OBJECTS
        return _AFTER_TO_OF_VERB if earlier in _CALL_FOR_A_VERB else _AFTER_MODAL if is_object else _AFTER_TO
    if before in _SIGNS:
        return _AFTER_SIGN
    if before == "there":
        return (
            _AFTER_THERE
            if earlier in STOPS or earlier in ("and", "but", "that", "because", "where", "if", "when")
            else 0
        )
    return _by_verb(before, earlier, words[at - 3] if at > 2 else END)


def _is_stranded(earlier: str) -> bool:
    """Say whether a preposition may go with the verb before it, and end a clause: «what they looked for was»."""
    return earlier in ("on", "up", "out", "in", "away", "back") or may_be(earlier, PAST | PARTICIPLE | BASE | THIRD)


def _by_verb(before: str, earlier: str, first: str) -> int:
    """What a form of be, have or do, a modal or a pronoun before a place leaves out, adverbs passed over."""
    negated = before == "not"
    if before in _BESIDES and earlier == "not":
        before, earlier, negated = first, "", True
    elif before in _BESIDES and (earlier in _AUXILIARIES or earlier in _SUBJECTS):
        before, earlier = earlier, first
    if before in _DID_NOT or (negated and before in _DO):
        return _AFTER_DID_NOT
    if before in _MODALS:
        asks = earlier in STOPS or earlier in _ARTICLES or earlier in ("in", "of", "nor", "so", "neither", "only")
        return 0 if asks else _AFTER_MODAL
    if before in _HAVE:
        return _AFTER_HAVE & (~ING if before == "having" else -1)
    if before in _BE:
        return _AFTER_BE
    if before in _SUBJECTS or before == "who":
        return (
            0 if earlier in _AUXILIARIES else _AFTER_THEY & (~(ARTICLE | IT | THERE | THAT) if before == "who" else -1)
        )
    if is_surely(before, PAST | PARTICIPLE | ADJECTIVE) and may_be(before, PAST) and not _LET.match(before):
        return _AFTER_PAST
    return 0


# What the words behind a place leave out ------------------------------------------------------------------------------

_FINITE_WORDS = frozenset(
    "was were is are has had have did does could should would must cannot can may might will".split()
)
_WEAK = frozenset("of with from by for at into about during without between among against towards".split())
_TIMES_LATER = frozenset("days weeks months years hours minutes".split())
_TIMES = frozenset("next following same previous day week year month moment more first last other latter only".split())


def _by_right(words: Sequence[str], at: int) -> int:
    word, after, before = words[at], words[at + 1], words[at - 1]
    if after == "been":
        found = _NOT_BEFORE_BEEN
    elif after in _OBJECTS:
        found = _before_object(words, at)
    elif after in _FINITE_WORDS:
        found = ARTICLE | CONTRACTION | BE | _name_alone(before)
        if before in _BEFORE_SUBJECT or before in STOPS:
            found |= THEM
    elif after in STOPS or after in ("to", "not"):
        found = ARTICLE | CONTRACTION if after in STOPS else ARTICLE
        found |= AND if after in ".)" else 0
    elif after in _WEAK and words[at + 2] not in ("then", "now"):
        found = ARTICLE | _name_alone(before)
        if after == "of":
            found |= _before_of(word, before)
    elif after in _SUBJECTS:
        found = ARTICLE | PREPOSITION
    else:
        found = _before_noun(words, at)
    if before in _FEW and (after in _WEAK or after in _FINITE_WORDS or after in STOPS):
        found |= NOUN | COUNTED
    if before in _ONE and (after in _WEAK or after in STOPS):
        found |= PLURAL
    return found


_NOT_BEFORE_ADJECTIVE = _ARTICLES | {"so", "too", "as", "how", "that"}
_AFTER_THERE_IS = frozenset(
    "needs remains seems appears exists comes follows goes stands lies ends arises looks".split()
)
_BEFORE_ARTICLES = frozenset("due right present past ill".split())
_NOT_BEFORE_BEEN = ARTICLE | BE | PREPOSITION | THAT | TO | BASE
_BEFORE_SUBJECT = frozenset("that how what when if because where although while and but".split())
_OF_ADJECTIVES = frozenset("conscious confident independent short full wide sad".split())
_OF_VERBS = frozenset("be know hear think make dispose speak use".split())


def _before_object(words: Sequence[str], at: int) -> int:
    """What an article or a pronoun behind a place leaves out."""
    word, after, before = words[at], words[at + 1], words[at - 1]
    if after == "that":
        return 0
    found = ARTICLE
    if after in _ARTICLES:
        if word not in _BEFORE_ARTICLES and before not in _NOT_BEFORE_ADJECTIVE:
            found |= ADJECTIVE
        if _ends_before_article(words, at):
            found |= NOUN | COUNTED
    return found


def _before_of(word: str, before: str) -> int:
    """What «of» behind a place leaves out."""
    found = 0 if word in _OF_ADJECTIVES else ADJECTIVE
    if word not in _OF_VERBS:
        found |= BASE | THIRD
    return found | (PARTICIPLE | PAST if before in _ARTICLES else 0)


def _before_noun(words: Sequence[str], at: int) -> int:
    """What a noun behind a place leaves out, if it is surely one."""
    after, before, then = words[at + 1], words[at - 1], words[at + 2]
    if after == "own":
        return ~ARTICLE
    if after in _AFTER_THERE_IS:
        return 0
    asked = before in _BE and words[at - 2] in STOPS
    if not (is_surely(after, NOUN | PLURAL) or after == "offending"):
        begun = may_be(after, NOUN | PLURAL) and not may_be(after, ADJECTIVE | ADVERB | PARTICIPLE | ING)
        there = THERE if may_be(after, PLURAL) and not asked else 0
        return CONTRACTION | there if begun and after.isascii() and classes_of(after) != ANY else 0
    found = THEY if asked else THERE | THEY
    if after not in ("time", "people", "work"):
        found |= CONTRACTION
    if before in STOPS or before in _STRONG or before in ("and", "but", "or"):
        found |= THEM if then not in _FINITE_WORDS and after not in _TIMES_LATER else 0
    return found


def _name_alone(before: str) -> int:
    """An adjective is no noun after «the» or «a»; not said of plural ones: «the poor were»."""
    return ADJECTIVE if before in _ARTICLES else 0


def _ends_before_article(words: Sequence[str], at: int) -> bool:
    """Say whether a noun in the singular cannot end between a verb or a noun and an article: «learned form the»."""
    before, then = words[at - 1], words[at + 2]
    if then in _TIMES or not before[0].isalpha() or _DITRANSITIVE.match(before):
        return False
    if before in _HAVE or before in _BE:
        return True
    return (
        is_surely(before, PAST | PARTICIPLE | ADJECTIVE)
        and before.endswith(("ed", "n", "t"))
        and before not in _ADJECTIVES
    )

"""Words of which another form is called for: «been devise by», «by check the file», «people which had come»."""

from __future__ import annotations

from collections.abc import Sequence

from omi_report.lint.rules.language.lexicon import is_common
from omi_report.lint.rules.language.slots import STOPS
from omi_report.lint.rules.language.word_classes import (
    ADJECTIVE,
    BASE,
    BE,
    HAVE,
    MODAL,
    NOUN,
    PAST,
    PLURAL,
    PREPOSITION,
    TO,
    classes_of,
    may_be,
)
from omi_report.prose.view import MASK

_BEEN = frozenset(("been", "being", "were"))
_BEFORE_ING = frozenset(("by", "of", "without"))
_PEOPLE = frozenset(
    "adults children clients detainees inspectors judges magistrates managers men mothers offenders officers parents "
    "people practitioners prisoners probationers sentencers staff tutors trainees victims visitors volunteers women "
    "workers".split()
)
CALL_FOR_A_FORM = _BEEN | _BEFORE_ING | _PEOPLE
"""One of these stands before each word of which `form_meant` finds another form."""

_SOME = frozenset("all any few half majority many minority most none number one several some two three".split())
_TELL = frozenset(
    "advise advised ask asked asking inform informed show showed shown taught teach tell telling tells told".split()
)

_ARTICLES = frozenset("the a an their its his her our how whether them".split())
_NO_VERBS = frozenset(
    "car chance choice contrast control course day default demand design force hand law letter mistake need night "
    "order part place post practice reason release request right sea surprise trial turn virtue way work".split()
)
"""What stands so as a noun: «by law the area», «of course the plan»."""

_NEAR = 4
_SUBJECTS = frozenset(("there", "it", "this", "that", "what", "which"))
_NOT_VERBS = ("ance", "ence", "ice")


def form_meant(words: Sequence[str], at: int) -> str:
    """Return the form that the words beside a place call for; empty where the one that stands there may be right."""
    before, word, after = words[at - 1], words[at], words[at + 1]
    if word == "which":
        return _who(words, at) if before in _PEOPLE else ""
    if len(word) < len("use") or not word.isalpha():
        return ""
    if before in _BEEN:
        return _participle(words, at)
    if before in _BEFORE_ING and after in _ARTICLES and word not in _NO_VERBS and classes_of(word) & ~NOUN == BASE:
        return _with_ing(word)
    return ""


def _who(words: Sequence[str], at: int) -> str:
    """«offenders which had», «people which begin»; not «told people which plan was meant»."""
    before, after = _before(words, at), words[at + 1]
    if "of" in before and not _is_amount(before[before.index("of") - 1] if before[0] != "of" else ""):
        return ""  # «groups of offenders which had»
    surely = may_be(after, BASE) and not may_be(after, NOUN | PLURAL | ADJECTIVE)
    follows = may_be(after, BE | HAVE | MODAL | PAST) or (surely and _TELL.isdisjoint(before))
    return "who" if follows else ""


def _is_amount(word: str) -> bool:
    """Say whether a word before «of» is how many there are: «most of the staff who», «54% of the staff who»."""
    return word in _SOME or word.startswith(MASK) or word[:1].isdigit()


def _participle(words: Sequence[str], at: int) -> str:
    """«been devise by»: a verb that ends in -e, whose participle has one letter more."""
    word = words[at]
    if not word.endswith("e") or word.endswith(_NOT_VERBS) or not may_be(word, BASE) or not is_common(f"{word}d"):
        return ""
    alone = _SUBJECTS.isdisjoint(_before(words, at))
    return f"{word}d" if alone and classes_of(word) & ~NOUN == BASE and may_be(words[at + 1], PREPOSITION | TO) else ""


def _before(words: Sequence[str], at: int) -> Sequence[str]:
    """The few words before a place that belong to its sentence."""
    near = words[max(0, at - _NEAR) : at]
    ends = [number for number, word in enumerate(near) if word in STOPS]
    return near[ends[-1] + 1 :] if ends else near


def _with_ing(word: str) -> str:
    stem = word[:-1] if word.endswith("e") and not word.endswith("ee") else word
    return next((each for each in (f"{stem}ing", f"{word}{word[-1]}ing") if is_common(each)), "")

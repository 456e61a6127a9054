"""Words that need something farther off in their sentence: «than» a comparative, «where» a verb of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from omi_report.lint.rules.language.lexicon import is_common
from omi_report.lint.rules.language.word_classes import (
    ADVERB,
    AND,
    ANY,
    BASE,
    BE,
    HAVE,
    IT,
    MODAL,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    PLURAL,
    QUANTIFIER,
    THAT,
    THEY,
    THIRD,
    classes_of,
    is_surely,
    may_be,
)
from omi_report.prose.view import MASK

_REACH = 25
"""So many words are looked at for what belongs to a word."""

_COMPARATIVES = frozenset(
    "more less fewer rather other others another otherwise else elsewhere different differently worse better further "
    "sooner same twice prefer preferred former latter farther".split()
)
_ALONE = frozenset(
    "possible necessary appropriate needed required relevant applicable known available practicable indicated feasible "
    "suitable to and or".split()
)
_ENDS = frozenset(".;:!?)")
_BEGIN = frozenset("when because if although until that which who unless while whether as than".split())
_AUXILIARY = BE | HAVE | MODAL
_DO = frozenset("did does do".split())


def meant_by_clause(words: Sequence[str], at: int) -> tuple[str, ...]:
    """Return the word that was meant where one lacks what it needs in its sentence; none where it lacks nothing."""
    needs = _NEEDS.get(words[at])
    meant = needs(words, at) if needs else ""
    return (meant,) if meant else ()


def _than(words: Sequence[str], at: int) -> str:
    """«than» without a comparative before it in its sentence; what is quoted there may be one."""
    for word in reversed(words[max(0, at - _REACH) : at]):
        if word in _ENDS and word != ")":  # «more often (54%) than»
            break
        if word.startswith(MASK):
            return ""
        if word in _COMPARATIVES or (word.endswith("er") and is_common(f"{word[:-2]}est")):
            return ""
    else:
        return ""
    verb = may_be(words[at - 1], PAST) and not may_be(words[at - 1], BASE)
    return "that" if verb or words[at - 1] in ("evidence", "fact", "so", "clear") else "then"


def _where(words: Sequence[str], at: int) -> str:
    """«where» behind a subject, with no verb of its own up to the end of the clause."""
    before, after = words[at - 1], words[at + 1]
    if after in _ALONE or not may_be(before, NOUN | PLURAL | THEY | NUMBER | QUANTIFIER) or is_surely(before, THAT):
        return ""
    if (
        not may_be(after, PARTICIPLE)
        and after != "not"
        and not is_surely(after, ADVERB)
        and words[at + 1] not in _PLACES
    ):
        return ""
    return "" if _has_verb(words, at + 1) else "were"


_PLACES = frozenset("in of on at from by able unable available clear aware also all".split())


def _were(words: Sequence[str], at: int) -> str:
    """«were» that stands before the subject of another verb: «cases were there was», «were the plan had been»."""
    after = words[at + 1]
    if after not in ("the", "there", "their", "an", "a", "they", "he", "she", "it") or words[at - 1] == "there":
        return ""
    for place in range(at + 2, min(at + 7, len(words))):
        word = words[place]
        if not word[0].isalpha() or may_be(word, THAT | AND) or words[place - 1] in ("and", "or", "to"):
            return ""
        if word in _DO or (
            classes_of(word) != ANY and is_surely(word, _AUXILIARY) and word not in ("be", "been", "being", "having")
        ):
            return "where"
    return ""


def _has_verb(words: Sequence[str], at: int) -> bool:
    """Say whether a finite verb stands from a place on up to the end of the clause; what may be one is one."""
    begun = False  # past the participles and adverbs that may belong to «were»
    for place in range(at, min(at + _REACH, len(words))):
        word, before = words[place], words[place - 1]
        if word in _ENDS or (word == "," and words[place + 1] in ("and", "but", "so", "which", "who", "although")):
            return False
        if word in _BEGIN:
            return False
        if not word[0].isalpha():
            continue
        classes = classes_of(word)
        if classes == ANY:
            return "-" not in word
        if classes & _AUXILIARY and word not in ("be", "being", "been") and before != "to":
            return True
        if word in _DO or (
            classes & (PAST | PARTICIPLE) and begun and before not in ("and", "or", "not", ",", "fully")
        ):
            return True
        if (
            classes & (THIRD | BASE)
            and may_be(before, NOUN | PLURAL | THEY | IT)
            and not is_surely(before, PARTICIPLE | PAST)
        ):
            return True
        begun = begun or not (classes & (PARTICIPLE | PAST | ADVERB) or word in ("not", "or", "and"))
    return True


_NEEDS: dict[str, Callable[[Sequence[str], int], str]] = {"than": _than, "where": _where, "were": _were}

NEED_MORE = frozenset(_NEEDS)
"""The words that need something farther off."""

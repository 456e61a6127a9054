"""Places where a small word must have stood: «needed be seen», «took account the risk», «at end of», «by offender»."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from omi_report.lint.rules.language.slots import STOPS
from omi_report.lint.rules.language.word_classes import (
    ADJECTIVE,
    BASE,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    is_surely,
    may_be,
    verbs_alone,
)
from omi_report.lint.rules.publication.calendar_days import MONTHS


class Gap(NamedTuple):
    """Numbers of the words in a text around a gap, the word that is missing, and how the words are right."""

    first: int
    last: int
    missing: str
    right: str


_NEVER_WITH_NOUN = frozenset("tried decided refused hoped tended struggled".split())
_AFTER_WAY = frozenset("of , . that they it he she we in which each".split())
_OTHERS = frozenset("other what how all any some each every such whether".split())
_TAKEN = frozenset("take takes took taken taking full little no".split())
_BEFORE_TO = frozenset(
    "needed wanted tried agreed decided managed intended expected required designed refused hoped planned "
    "continued sought seemed appeared began started attempted asked encouraged failed tended threatened "
    "struggled aimed".split()
)
_ARTICLES = frozenset("the a an these those its their them our his her this that".split())
_PREPOSITIONS = frozenset(
    "of in with for by from at on to about into during without between against towards until before after".split()
)
_BE = frozenset("was were is are be been".split())
_FINITE = frozenset("was were is are has had did does could should would must cannot can may might will".split())
_ENDINGS = frozenset("end start beginning outset heart".split())
_MONTHS = frozenset(map(str.lower, MONTHS))
_WITH_ARTICLE = {
    "in": "context process course middle majority absence interests hands form opinion presence lifetime".split(),
    "on": "basis day eve part".split(),
    "at": "time level expense request discretion request hands".split(),
    "for": "purpose purposes sake duration rest".split(),
    "with": "exception help assistance aim intention consent".split(),
    "to": "extent detriment".split(),
}
"""Nouns that stand behind a preposition, before «of» or «that», with «the» alone."""

_QUANTITIES = {
    "number": "a",
    "range": "a",
    "variety": "a",
    "couple": "a",
    "handful": "a",
    "majority": "the",
    "minority": "a",
}
_BEFORE_QUANTITY = frozenset("in with from for was were had made given used saw found met by".split())
_PERSONS = frozenset(
    "offender officer prisoner supervisor victim manager inspector sentencer magistrate judge parent carer "
    "tutor mentor provider employer client defendant practitioner doctor teacher plan meeting file report "
    "assessment area".split()
)
_LED = frozenset("by with for to about from of".split())
_TOLD = frozenset("told asked informed advised warned contacted telephoned saw met".split())
_ALONE = frozenset("plan meeting file report assessment area".split())
_OF_KINDS = frozenset(
    "kind kinds type types sort sorts form forms piece lack level role post grade number from".split()
)
_TRANSITIVE = frozenset("made given taken told seen done written used carried shown held sent".split())
_DOERS = frozenset(
    "the a an their its his her staff officers offenders managers police courts inspectors victims".split()
)
_NO_PARTICIPLES = frozenset("need feed proceed succeed exceed embed shed wed speed bleed heed breed".split())


def gaps(words: Sequence[str]) -> Iterator[Gap]:
    """Yield the gaps of a text (`words_of`), each with the word that is missing."""
    for at in range(1, len(words) - 2):
        look = _LOOK.get(words[at])
        gap = look(words, at) if look else None
        if gap is not None:
            yield gap


def _to(words: Sequence[str], at: int) -> Gap | None:
    """«needed be seen»: a verb behind one that asks for «to»."""
    verb = words[at + 1]
    bare = words[at] in _NEVER_WITH_NOUN and may_be(verb, BASE)
    if (bare or verb in verbs_alone() or verb in ("be", "have", "do")) and words[at - 1] != "to":
        return Gap(at, at + 1, "to", f"{words[at]} to {verb}")
    return None


def _of_account(words: Sequence[str], at: int) -> Gap | None:
    """«took account the risk»; not «took into account the risk»."""
    if words[at - 1] in _TAKEN and (words[at + 1] in _ARTICLES or words[at + 1] in _OTHERS):
        return Gap(at, at + 1, "of", f"account of {words[at + 1]}")
    return None


def _of_terms(words: Sequence[str], at: int) -> Gap | None:
    """«in terms the plan»."""
    if words[at - 1] == "in" and words[at + 1] in _ARTICLES:
        return Gap(at, at + 1, "of", f"{words[at]} of {words[at + 1]}")
    return None


def _the_end(words: Sequence[str], at: int) -> Gap | None:
    """«at end of»; «the» must stand before it."""
    before, after = words[at - 1], words[at + 1]
    wanted = _ENDINGS if before in ("at", "by", "until", "from", "before", "after", "towards", "near", "in") else ()
    nouns = (*wanted, *_WITH_ARTICLE.get(before, ()))
    if words[at + 2] in _MONTHS:
        return None
    follows = after == "of" or (words[at] == "extent" and after in ("that", "to"))
    if words[at] not in nouns or not follows or (words[at], before) in (("part", "on"), ("heart", "in")):
        return None
    return Gap(at - 1, at, "the", f"{before} the {words[at]}")


def _the_same(words: Sequence[str], at: int) -> Gap | None:
    """«in same way»."""
    before = words[at - 1]
    if before in _PREPOSITIONS or before in _BE or before in ("had", "has", "have", "used", "made", "did", "not"):
        return Gap(at - 1, at, "the", f"{before} the same")
    return None


def _a_way(words: Sequence[str], at: int) -> Gap | None:
    """«in way that»."""
    if words[at - 1] == "in" and words[at + 1] in _AFTER_WAY:
        return Gap(at - 1, at, "the", "in the way")
    return None


def _a_number(words: Sequence[str], at: int) -> Gap | None:
    """«in number of cases»."""
    before = words[at - 1]
    if words[at + 1] == "of" and before in _BEFORE_QUANTITY:
        article = _QUANTITIES[words[at]]
        return Gap(at - 1, at, article, f"{before} {article} {words[at]}")
    return None


def _a_person(words: Sequence[str], at: int) -> Gap | None:
    """«by offender.»: one who is counted, without an article."""
    before, after, earlier = words[at - 1], words[at + 1], words[at - 2] if at > 1 else "."
    ends = after in STOPS or after in _FINITE or after in ("who", "whose", "whom")
    if not ends or earlier in _OF_KINDS or before in ("between", "per", "as", "than"):
        return None
    starts = before == "." and words[at] not in _ALONE and after in _FINITE
    told = before in _TOLD and after not in _FINITE
    led = before in _LED and not may_be(earlier, BASE) and earlier != words[at]
    if words[at] in _ALONE:
        led, told = before in ("of", "with") and after in _FINITE, False
    if starts or told or led:
        return Gap(at - 1 if before != "." else at, at, "the", f"{before} the {words[at]}".lstrip(". "))
    return None


def _been(words: Sequence[str], at: int) -> Gap | None:
    """«had made by the manager»."""
    done = words[at + 1]
    if words[at - 1] in ("to", "would", "might") or done not in _TRANSITIVE or at + 3 >= len(words):
        return None
    by_whom = words[at + 2] == "by" and words[at + 3] in _DOERS
    if by_whom and words[at + 4 if at + 4 < len(words) else -1] not in ("end", "time", "date", "start"):
        return Gap(at, at + 2, "been", f"{words[at]} been {done} by")
    return None


def _be(words: Sequence[str], at: int) -> Gap | None:
    """«needed to reviewed by»: a participle behind «to» of a verb."""
    done = words[at + 1]
    if not done.endswith("ed") or done in _NO_PARTICIPLES or words[at - 1] not in _CALL_FOR_BE:
        return None
    if not is_surely(done, PAST | PARTICIPLE | ADJECTIVE) or may_be(words[at + 2], NOUN | PLURAL | ADJECTIVE):
        return None
    return Gap(at, at + 1, "be", f"to be {done}")


_CALL_FOR_BE = frozenset(
    "need needs needed had have has ought able likely unlikely due expected required going seem seemed".split()
)
_LOOK: dict[str, Callable[[Sequence[str], int], Gap | None]] = {
    **dict.fromkeys(_BEFORE_TO, _to),
    "account": _of_account,
    **dict.fromkeys("terms view spite light favour charge respect".split(), _of_terms),
    **dict.fromkeys({*_ENDINGS, *(noun for nouns in _WITH_ARTICLE.values() for noun in nouns)}, _the_end),
    "same": _the_same,
    "way": _a_way,
    **dict.fromkeys(_QUANTITIES, _a_number),
    **dict.fromkeys(_PERSONS, _a_person),
    **dict.fromkeys(("had", "has", "have"), _been),
    "to": _be,
}
MAY_STAND_AT_A_GAP = frozenset(_LOOK)
"""One of these stands in every text that has a gap of these kinds."""

"""OMI531: a small word is missing, or one too many is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.gaps import MAY_STAND_AT_A_GAP, gaps
from omi_report.lint.rules.language.lexicon import is_common
from omi_report.lint.rules.language.slots import places_of, words_of
from omi_report.problems import Problem, Rule, Severity, one_for_each_place

RULE = Rule(
    "OMI531",
    "dropped-word",
    Severity.WARNING,
    "A small word is missing where the words beside it call for it («in order ensure», «the majority the "
    "cases», «should reviewed»), or one too many stands between others («the of cases», «the a plan»).",
    "Such gaps are left when a sentence is changed, and eyes that know the text jump over them.",
    bad="In order ensure this, plans should reviewed in the majority the cases of the a sample.",
    good="In order to ensure this, plans should be reviewed in the majority of the cases of the sample.",
)

_BEFORE_TO = "able|unable|unlikely|ought|order|failed|tended|tends|attempted|unwilling|reluctant"
_CALL_FOR_TO = frozenset((*_BEFORE_TO.split("|"), "likely"))
_THEN_LIKELY = "was|were|is|are|be|been|more|less|most|become|seemed"
_BEFORE_OF = (
    "majority|minority|proportion|quality|range|variety|lack|absence|most|some|each|none|one|many|several|few|number|"
    "percentage|rest|remainder|instead|purpose|extent|level|standard|timeliness"
)
_MODAL = "should|could|must|may|might|cannot|would"
_MODALS = frozenset(_MODAL.split("|"))
_THE = "the|these|those|its|their|them|our"
_NOT_VERBS = frozenset(
    "and are as at but by for from he if in is it no not of on or she so than that the their them then "
    "there these they this to was we were when which who will with".split()
)


@each_text(language="en", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for each kind of gap, in the texts that have its words beside each other."""
    found = (*_by_classes(text), *_by_patterns(text))
    yield from one_for_each_place(found)


def _by_classes(text: CheckedText) -> Iterator[Problem]:
    """What the classes of the words beside a gap tell."""
    if MAY_STAND_AT_A_GAP.isdisjoint(text.view.vocabulary):
        return
    own = text.view.own_without_names
    found = list(gaps(words_of(own)))
    places = places_of(own) if found else ()
    for first, last, missing, right in found:
        start, end = places[first][0], places[last][1]
        shown = one_line(text.text[start:end])
        yield text.problem(RULE, start, end, f"«{shown}»: the word «{missing}» is missing", f"write «{right}»")


def _by_patterns(text: CheckedText) -> Iterator[Problem]:
    pairs = text.view.pairs
    if _known_pairs().isdisjoint(pairs) and not any(map(_may_be_gap, pairs)):
        return
    for match in _gap().finditer(text.view.own_without_names):
        found = _read(match)
        if found is not None:
            message, hint = found
            shown = one_line(text.text[match.start() : match.end()])
            yield text.problem(RULE, *match.span(), message.format(shown), hint)


@cache
def _known_pairs() -> frozenset[tuple[str, str]]:
    """The pairs of words between which one is missing, or of which one is too many."""
    before, article = "the a an its their our", "the a an of their our his its from with to"
    pairs = [*product(_BEFORE_OF.split("|"), _THE.split("|")), *product(before.split(), article.split()), ("to", "of")]
    return frozenset((*pairs, ("the", "of")))


def _may_be_gap(pair: tuple[str, str]) -> bool:
    """Say whether a word that calls for another stands before one that may not follow it."""
    first, second = pair
    if second.endswith("ed"):
        return first in _MODALS
    return first in _CALL_FOR_TO and second not in _NOT_VERBS


def _read(match: re.Match[str]) -> tuple[str, str] | None:
    """The message and the hint for a match; None where nothing is missing."""
    kind = str(match.lastgroup)
    if kind == "to":
        if match["before_to"] == "order" and not match.string.endswith("in ", 0, match.start()):
            return None
        verb = match["verb"]
        if (
            verb in _NOT_VERBS
            or verb.endswith(("ed", "ing", "ly"))
            or (verb[-1] == "s" and verb[-2] != "s")
            or not is_common(verb)
        ):
            return None
        return "«{0}»: the word «to» is missing", f"write «{one_line(match['before_to'])} to {verb}»"
    if kind == "of":
        before = match.string[max(0, match.start() - 6) : match.start()].split()[-1:]
        of_verb = match["before_of"] == "number" and before in (["to"], ["must"])
        if of_verb or before == ["at"]:
            return None
        return "«{0}»: the word «of» is missing", f"write «{match['before_of']} of {match['the']}»"
    if kind == "be":
        if match["done"].endswith("eed") or match["done"] in ("embed", "shed"):
            return None
        return "«{0}»: the word «be» or «have» is missing", f"write «{match['modal']} be {match['done']}»"
    pair = " ".join(match.group().split())
    if len(set(pair.split())) == 1:  # OMI507 finds it
        return None
    return (
        "«{0}»: these two words cannot follow each other",
        f"remove one of «{pair}», or write what is missing between",
    )


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w'’-])(?:"
        rf"(?:(?P<before_to>(?:{_BEFORE_TO}|(?:{_THEN_LIKELY})\s+likely))\s+(?P<verb>[a-z]{{2,}}))(?P<to>)"
        rf"|(?:(?P<before_of>{_BEFORE_OF})\s+(?P<the>{_THE}))(?P<of>)"
        rf"|(?:(?P<modal>{_MODAL})\s+(?P<done>[a-z]{{3,}}ed))(?P<be>)"
        r"|(?:(?:the|an?|its|their|our)\s+(?:the|an?|of|their|our|his|its|from|with|to)|to\s+of|of\s+the\s+of)(?P<pair>))"
        r"(?![\w'’-])"
    )

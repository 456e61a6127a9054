"""OMI530: a verb or a noun does not agree with what it goes with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.amounts import amount_of, less, one_of_many, right_amount, right_of_many
from omi_report.lint.rules.language.nouns import (
    AFTER_A_NOUN,
    is_plural,
    is_singular,
    one_of,
    plural_of,
    several_of,
)
from omi_report.lint.rules.language.slots import places_of, words_of
from omi_report.lint.rules.language.subjects import VERBS, disagreements
from omi_report.lint.rules.language.word_classes import ADJECTIVE, NOUN, base_of, may_be
from omi_report.problems import Problem, Rule, Severity, one_for_each_place
from omi_report.prose.view import MASK, TextView

RULE = Rule(
    "OMI530",
    "agreement",
    Severity.WARNING,
    "A verb does not agree with its subject («the plans was», «each of the cases were», «the plan for them were»), a "
    "noun not with its number («several plan», «each cases», «less plans», «the amount of offenders»), or a verb not "
    "with the one before it («could been», «did not had»). Only what is sure is reported: a subject at the beginning "
    "of a clause.",
    "Mostly one half of the sentence was changed and the other was not; the figure in it may be the old one, too.",
    bad="The plans was late, and each of the cases were reviewed. There was five of them. Several plan had been lost.",
    good="The plans were late, and each of the cases was reviewed. There were five of them. Several plans had gone.",
)

_OTHER = {**VERBS, "does": "do"}
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|[2-9]|[1-9]\\d+"
_CLAUSE = (
    r"(?:\A|(?<=[.!?;:])\s+|\n\s*\n|\b(?:although|because|but|if|since|though|unless|when|where|whether|while)\s+|"
    r",\s+(?:and|but|so)\s+|\b(?:agreed|believed|clear|ensure|found|hoped|noted|reported|said|showed|thought|told\s+us)\s+"
    r"that\s+|\b(?:at|by|for|from|in|of|on|to|with)\s+(?:which|whom)\s+)"
)
_MASS = "quality|lack|absence|extent|timeliness|frequency|accuracy|importance|impact|purpose|use|delivery|number|level"
_UNITS = frozenset("days hours minutes months weeks years pounds pence miles thirds quarters per".split())


_REACH = 100
"""So many characters may stand before a verb in what does not agree with it."""


class _Pattern(NamedTuple):
    """Something that may not agree: in which texts and where to look, and what is right for a match.

    ``may_hold`` is a quick test of the words that follow each other. What is right is empty where all is well.
    """

    may_hold: Callable[[TextView], bool]
    regex: Callable[[], re.Pattern[str]]
    right: Callable[[re.Match[str]], str]
    end: Callable[[], re.Pattern[str]] | None = None

    def matches(self, words: str) -> Iterator[re.Match[str]]:
        """Yield the matches in some words; a costly pattern is tried only before what it ends with."""
        if self.end is None:
            yield from self.regex().finditer(words)
            return
        done = 0
        for end in self.end().finditer(words):
            for match in self.regex().finditer(words, max(done, end.start() - _REACH), end.end() + 1):
                yield match
                done = match.end()


@each_text(language="en", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for each pattern in the texts that have its words beside each other, and for subjects farther off."""
    found = (*_by_patterns(text), *_by_subjects(text))
    yield from one_for_each_place(reversed(found))


def _by_subjects(text: CheckedText) -> Iterator[Problem]:
    words = words_of(text.view.own_without_names)
    found = list(disagreements(words))
    places = places_of(text.view.own_without_names) if found else ()
    for subject, verb, right in found:
        start, end = places[verb]
        shown = one_line(text.text[places[subject][0] : end])
        message = f"«{shown}»: «{text.text[start:end]}» does not agree with «{words[subject]}»"
        yield text.problem(RULE, start, end, message, f"write «{right}», or change the rest")


def _by_patterns(text: CheckedText) -> Iterator[Problem]:
    words = text.view.own_in_small
    for pattern in _PATTERNS:
        if not pattern.may_hold(text.view):
            continue
        for match in pattern.matches(words):
            right = pattern.right(match)
            if right and not _is_name(text, match, pattern.right is _right_verb):
                start, end = match.span(_which(match, "wrong"))
                last = max(end, match.end("noun")) if "noun" in match.groupdict() else end
                shown = one_line(text.text[match.start(_which(match, "said")) : last])
                message = f"«{shown}»: «{text.text[start:end]}» does not agree with the rest"
                yield text.problem(RULE, start, end, message, f"write «{right}», or change the rest")


def _is_name(text: CheckedText, match: re.Match[str], verb: bool) -> bool:
    """Say whether a capital makes something else of the first word: the month of May, the A of «Class A drugs»."""
    start = match.start(_which(match, "said"))
    return text.text[start].isupper() and (
        verb or (text.text[start : start + 2] == "A " and not text.view.begins_sentence(start))
    )


def _which(match: re.Match[str], name: str) -> str:
    """The one of several groups (wrong, wrong2 …) that has matched."""
    return next(each for each, found in match.groupdict().items() if found is not None and each.startswith(name))


def _turned(match: re.Match[str]) -> str:
    return _OTHER[match[_which(match, "wrong")]]


@cache
def _pronoun() -> re.Pattern[str]:
    """«they was»; «this were», but not «if it were» and «did it have»."""
    return re.compile(
        r"(?P<said>(?<!\w)(?:(?:they|we|you)\s+(?P<wrong>was|is|has|does)|"
        r"(?<!of )(?<!with )(?<!to )(?<!for )(?<!in )(?<!by )"
        r"(?<!than )(?<!on )(?<!from )(?:these|those)\s+(?P<wrong2>was|is|has|does)))(?![\w'’-])"
    )


@cache
def _it() -> re.Pattern[str]:
    """«it were» and «he have», but not «if it were» and «did he have»."""
    return re.compile(
        rf"(?:{_CLAUSE}|\b(?:that|which|and|once|until|before|after)\s+)(?<!\bif )(?<!though )(?<!unless )(?<!whether )"
        r"(?P<said>(?<!\w)(?:it|he|she)\s+(?P<wrong>were|are|have))(?![\w'’-])"
    )


@cache
def _there() -> re.Pattern[str]:
    quantity = (
        "number|few|lot|range|variety|series|handful|total|couple|dozen|hundred|thousand|million|good|great|host|"
        "majority|minority|further|full|multitude|set|mixture|mix|selection|small|large|growing|significant|"
        "considerable|wide|pair"
    )
    return re.compile(
        rf"(?P<said>(?<!\w)there\s+(?:(?P<wrong>were|are)\s+(?:an?\s+(?!(?:{quantity})\b)[a-z]+|another|one|little|much)"
        rf"|(?P<wrong3>were|are)\s+no\s+(?P<with>(?:[a-z]+\s+){{0,2}}?)(?P<noun>[a-z]+){AFTER_A_NOUN}"
        rf"|(?P<wrong2>was|is)\s+(?:not\s+)?(?:many|several|few|both|various|numerous|{_NUMBERS}))(?![\w'’%-]|\.\d))"
    )


@cache
def _one_of() -> re.Pattern[str]:
    """«each of the cases were», «the quality of plans were»."""
    return re.compile(
        r"\b(?=each|neither|either|one|every|the)"
        r"(?<!in )(?<!only )(?<!just )(?<!for )(?<!with )"
        r"(?<!at )(?<!from )(?<!to )(?<!by )(?<!and )(?<!or )"
        rf"(?P<said>(?<!\w)(?:(?:each|neither|either|one|every\s+one)\s+of\s+(?:the|these|those|its|their|our|all)\s+|"
        rf"the\s+(?:{_MASS})\s+of\s+(?:the\s+|these\s+|their\s+)?)(?:[a-z]+\s+)?(?P<noun>[a-z]+)\s+(?P<wrong>were|are|have))(?![\w'’-])"
    )


@cache
def _plural() -> re.Pattern[str]:
    determiner = (
        f"the|these|those|all|most|some|many|several|both|few|no|other|their|its|his|her|our|more|such|{_NUMBERS}"
    )
    many = rf"most|some|many|several|few|all|both|half|the\s+majority|a\s+(?:small\s+|large\s+)?number|{_NUMBERS}"
    return re.compile(
        rf"(?:{_CLAUSE}(?P<said>(?:(?P<det>{determiner})\s+)?(?:(?!(?:of|with|for|to|in|on|by|from|at|about|what|who|which)\b)[a-z]+\s+)?)|"
        rf"(?<!\w)(?P<said2>(?:{many})\s+of\s+(?:the\s+|these\s+|those\s+|their\s+)?)|"
        rf"(?P<said3>(?<=[a-z]\s){MASK}+\s+(?:of\s+)?(?:the\s+|these\s+|those\s+)?(?:[a-z]+\s+)?))"
        r"(?P<noun>[a-z]+s|people|children|staff\s+members|(?<=of )these|(?<=of )them)\s+"
        r"(?P<wrong>was|has|is)(?![\w'’-])"
    )


@cache
def _plural_end() -> re.Pattern[str]:
    return re.compile(r"(?:s|people|children|these|them)\s+(?:was|has|is)(?![\w'’-])")


@cache
def _several() -> re.Pattern[str]:
    """«several plan were», «12 offender had»; not «level 3 offender», «in 2007 supervision was» and «1.12 plan»."""
    named = "".join(
        rf"(?<!{word}\s)" for word in ("level", "tier", "stage", "phase", "grade", "band", "table", "order")
    )
    number = rf"{named}(?!(?:19|20)\d\d\b)(?:{_NUMBERS})"
    return re.compile(
        rf"(?<![\w.,])(?<!one of )(?P<said>(?:several|many|few|both|these|those|various|numerous|most|{number})\s+"
        rf"(?P<wrong>[a-z]{{3,}})){AFTER_A_NOUN}"
    )


@cache
def _single() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?<!such )(?P<said>(?:an?|each|every|another|this)\s+(?P<wrong>[a-z]{{3,}}s))"
        rf"{AFTER_A_NOUN}"
    )


@cache
def _verbs() -> re.Pattern[str]:
    modal = "should|could|would|must|may|might|cannot|shall"
    return re.compile(
        rf"(?P<said>(?<!\w)(?:(?:{modal})(?:\s+(?:not|also|only|have))?\s+(?P<wrong>was|were|is|are|has|had|be(?=\s+been\b)))"
        rf"|(?<!\w)(?:(?:{modal}|will)(?:\s+(?:not|also|only))?|(?:able|likely|known|said|thought|believed|reported|need(?:s|ed)?|ought|order|appear(?:s|ed)?|"
        r"seem(?:s|ed)?|continued?|failed|tended|unlikely|was|were|is|are|how|had|has|have)\s+to)\s+(?P<wrong2>been|being|was|were)"
        r"|(?<!\w)to\s+(?P<wrong5>been)(?!-)"
        r"|(?<!\w)(?:did|does|do)\s+not\s+(?P<wrong3>had|been|was|were|has|[a-z]{3,}ed)|(?<!\w)(?:has|have|had)(?:\s+not)?\s+(?P<wrong4>be))"
        r"(?![\w'’-])"
    )


def _right_there(match: re.Match[str]) -> str:
    if match["with"] and not all(may_be(each, ADJECTIVE | NOUN) for each in match["with"].split()):
        return ""
    return "" if match["noun"] and not is_singular(match["noun"]) else _turned(match)


def _right_plural(match: re.Match[str]) -> str:
    noun = match["noun"]
    plural = noun in ("people", "children", "these", "them") or " " in noun or is_plural(noun)
    number = match["det"] and noun in _UNITS
    return _turned(match) if plural and not number and noun not in _UNITS else ""


def _right_verb(match: re.Match[str]) -> str:
    if match["wrong"]:
        if match["wrong"] in ("had", "is") and match["said"].split()[-2] == "have":
            return ""
        return "have" if match["wrong"] in ("has", "had") else "be"
    if match["wrong3"]:
        if match["wrong3"].endswith("ed"):
            return base_of(match["wrong3"])
        return "have" if match["wrong3"] in ("had", "has") else "be"
    return "been" if match["wrong4"] else "be"


# Which texts may hold what: pairs of words, which are looked up much quicker than a pattern is searched for -----------


def _pairs(*beside: tuple[str, str]) -> Callable[[TextView], bool]:
    """A test for any word of one list, before any of another."""
    wanted = frozenset(pair for first, second in beside for pair in product(first.split(), second.split()))
    return lambda view: not wanted.isdisjoint(view.pairs)


_PLURALS = frozenset(("people", "children", "members", "these", "them"))
_QUANTITIES = frozenset(
    "several many few both these those various numerous most two three four five six seven eight nine ten".split()
)
_MASSES = frozenset(("less", "much"))
_SINGLES = frozenset(("a", "an", "each", "every", "another", "this"))


def _may_hold_verbs(*beside: tuple[str, str]) -> Callable[[TextView], bool]:
    """A test for pairs, or for «not» before what may be a participle."""
    has_pair = _pairs(*beside)
    return lambda view: (
        has_pair(view)
        or ("not" in view.vocabulary and any(first == "not" and second.endswith("ed") for first, second in view.pairs))
    )


def _may_hold_plural(view: TextView) -> bool:
    return not _SINGULAR_VERBS.isdisjoint(view.vocabulary) and any(
        second in _SINGULAR_VERBS and (first in _PLURALS or is_plural(first)) for first, second in view.pairs
    )


_SINGULAR_VERBS = frozenset(("was", "is", "has"))


def _may_hold_several(view: TextView) -> bool:
    in_words = not _QUANTITIES.isdisjoint(view.vocabulary) and any(
        first in _QUANTITIES and plural_of(second) for first, second in view.pairs
    )
    return in_words or any(map(plural_of, _in_figures().findall(view.own_in_small)))


@cache
def _in_figures() -> re.Pattern[str]:
    return re.compile(r"\d\s+([a-z]{2,}[a-rt-z])\b")


def _may_hold_single(view: TextView) -> bool:
    return any(second[-1] == "s" and first in _SINGLES and is_plural(second) for first, second in view.pairs)


_PATTERNS = (
    _Pattern(_pairs(("amount amounts", "of")), amount_of, right_amount),
    _Pattern(
        _pairs(
            ("one two three four five six several many few each both neither either", "of"),
            ("number couple handful variety majority minority", "of"),
        ),
        one_of_many,
        right_of_many,
    ),
    _Pattern(lambda view: not _MASSES.isdisjoint(view.vocabulary), less, right_amount),
    _Pattern(_pairs(("they we you these those", "was is has does")), _pronoun, _turned),
    _Pattern(_pairs(("it he she", "were are have")), _it, _turned),
    _Pattern(_pairs(("there", "was is were are")), _there, _right_there),
    _Pattern(
        _pairs((f"each neither either one {_MASS.replace('|', ' ')}", "of")),
        _one_of,
        lambda match: _turned(match) if is_plural(match["noun"]) else "",
    ),
    _Pattern(_may_hold_plural, _plural, _right_plural, _plural_end),
    _Pattern(_may_hold_several, _several, several_of),
    _Pattern(_may_hold_single, _single, one_of),
    _Pattern(
        _may_hold_verbs(
            ("should could would must may might cannot shall", "was were is are has had been being"),
            ("not also only", "was were is are has had be been being"),
            ("will", "been being was were"),
            ("have has had", "was were is are has had be"),
            ("be to", "been"),
            ("to", "being was were"),
        ),
        _verbs,
        _right_verb,
    ),
)

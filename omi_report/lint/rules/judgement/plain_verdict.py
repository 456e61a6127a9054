"""OMI416: a text praises or blames a section, a criterion or the whole, and its rating says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText, of_framework, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.judgement.side_words import blame_in, praise_in
from omi_report.lint.rules.judgement.subject import subject_of, words_for
from omi_report.lint.rules.references.numbered import any_of
from omi_report.lint.rules.references.titled import results_by_title
from omi_report.model.framework import Framework
from omi_report.model.scales import Band, Scale
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import Result

RULE = Rule(
    "OMI416",
    "verdict-against-rating",
    Severity.WARNING,
    "A sentence says of a criterion, a section or the whole, by its name, that it was good or poor, in plain words or "
    "in those of a band, and its rating is at the other end of the scale, or in another band of that name; or the "
    "reason for a rating is.",
    "The rating stands beside it in the report, and a reader believes neither.",
    bad="Staffing was excellent.   # the criterion «Staffing» is rated «Requires improvement»",
    good="Some of the staffing was excellent, but it was not enough for the work.",
)

_PRAISE = ("excellent", "good", "impressive", "outstanding", "strong", "very good")
_BLAME = ("disappointing", "inadequate", "poor", "unacceptable", "unsatisfactory", "very poor", "weak")
_NOTHING = "(?!)"
_HINTS = frozenset({"good", "poor", *_PRAISE, *_BLAME} - {"very good", "very poor"})


class _Judged(NamedTuple):
    """What the report rates: its result, its rating, and the scale of that."""

    result: Result
    rating: Band
    scale: Scale


@each_text(language="en", standard=False, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each sentence that is about something rated, named by its title or known by the place of the text."""
    if text.prose.path == ("rating_reason",):
        yield from _reason(text)
    words, said = _hints(text), _said(text)
    if words.isdisjoint(text.view.vocabulary):
        return
    ends = _end_of_clause(said)
    sentences = [
        each
        for each in text.view.sentences
        if any(map(each.words.lower().__contains__, words)) and ends.search(text.words, each.start, each.end)
    ]
    if not sentences:
        return
    rated = {title: _judged(each) for title, each in results_by_title(text.inspection).items()}
    titled, own = {title: each for title, each in rated.items() if each}, _judged(subject_of(text))
    home = words_for(text, own.result) if own else _NOTHING
    pattern = _verdict(any_of(tuple(titled)) if titled else _NOTHING, said, home)
    for sentence in sentences:
        match = pattern.match(text.words, sentence.start, sentence.end)
        if match is None or _turns().search(text.words, sentence.start, sentence.end):
            continue
        if match["title"]:
            judged = titled.get(one_line(match["title"]).casefold())
        else:
            judged = own if match["own"] else _judged(text.inspection.scores.overall)
        if judged is not None:
            yield from _compared(text, match, judged)


def _reason(text: CheckedText) -> Iterator[Problem]:
    """Hold the reason of a rating against the rating, where it is nothing but praise, or a shortcoming alone."""
    judged = _judged(subject_of(text))
    praise, blame = praise_in(text.view.own), blame_in(text.view.own)
    if judged is None or bool(praise) is bool(blame):
        return
    rank, last = judged.scale.rank(judged.rating), len(judged.scale.bands) - 1
    match = praise if praise and 2 * rank > last else blame if blame and 2 * rank < last else None
    if match:
        said = one_line(match.group()).strip(" .")
        message = f"this is the reason for «{judged.rating.name}», and says «{said}»"
        yield text.problem(RULE, match.start(), match.end(), message, "put the reason or the %(term_rating)s right")


def _compared(text: CheckedText, match: re.Match[str], judged: _Judged) -> Iterator[Problem]:
    said = one_line(match["said"])
    word, rank, last = said.casefold(), judged.scale.rank(judged.rating), len(judged.scale.bands) - 1
    if word in {band.name.casefold() for band in judged.scale.bands}:
        wrong = word != judged.rating.name.casefold()
        if (match["rated"] and not match["whole"]) or (match["own"] and judged.result.level in ("section", "thread")):
            return  # which OMI245 and OMI410 look at
        wrong = wrong and not match["whole"]  # which OMI245 looks at
    elif word in _PRAISE:
        wrong = 2 * rank > last
    else:
        wrong = word in _BLAME and 2 * rank < last
    if wrong:
        message = f"«{said}» is said of {_called(text, judged)}, and its %(term_rating)s is «{judged.rating.name}»"
        yield text.problem(RULE, *match.span("said"), message, "put the text or the %(term_rating)s right")


def _called(text: CheckedText, judged: _Judged) -> str:
    result = judged.result
    if result.level == "overall":
        return "the whole"
    return f"«{result.title}»" if result.title else f"{result.level} {text.framework.shown(result.number)}"


def _judged(result: Result | None) -> _Judged | None:
    if result is None or result.rating is None or result.scale is None or len(result.scale.bands) < 2:
        return None
    return _Judged(result, result.rating, result.scale)


def _names(framework: Framework) -> tuple[str, ...]:
    """The names of the bands of all scales, in small letters."""
    return tuple(dict.fromkeys(band.name.casefold() for band in framework.bands))


@of_framework
def _said(framework: Framework) -> str:
    """A pattern for the words of verdicts."""
    return any_of((*_PRAISE, *_BLAME, *_names(framework)))


@of_framework
def _hints(framework: Framework) -> frozenset[str]:
    """Words of which one stands in each verdict."""
    return _HINTS | {name.split()[0] for name in _names(framework)}


@cache
def _turns() -> re.Pattern[str]:
    """Words of a sentence that speaks of another time, or of a part, or takes back what it says."""
    return re.compile(
        r"\b(?:previous\w*|last|earlier|then|formerly|had|would|could|should|if|although|though|but|however|except|not|"
        r"never|once|in\s+(?:parts?|places|some)|some|often|sometimes|(?:in|since)\s+(?:19|20)\d\d)\b",
        re.IGNORECASE,
    )


_QUOTE = r"[\"“‘'*_]*"


def _at_end(said: str) -> str:
    return rf"{said}{_QUOTE}(?=\s*(?:[.;:]|\Z|,\s+and\b)|\s+(?:overall|throughout|across\s+the)\b)"


@lru_cache(maxsize=8)
def _end_of_clause(said: str) -> re.Pattern[str]:
    """A verdict at the end of a clause, which few sentences have: a quick look before the whole sentence is read."""
    return re.compile(_at_end(said), re.IGNORECASE)


@lru_cache(maxsize=32)
def _verdict(titles: str, said: str, home: str) -> re.Pattern[str]:
    """A sentence from its beginning: what it is about, the verb, and the verdict at the end of a clause."""
    work = r"(?:work|performance|practice|quality|results?)"
    about = r"(?:in|on|of|against|for|to|under|around)"
    quote, verdict = _QUOTE, _at_end(f"(?P<said>{said})")
    return re.compile(
        rf"\W*(?:overall,?\s+)?(?:we\s+(?:found|judged)\s+that\s+)?(?:the\s+)?(?:"
        rf"(?:{work}\s+{about}\s+(?:the\s+)?)?{quote}(?P<title>{titles}){quote}|"
        rf"(?P<own>(?:{work}\s+{about}\s+)?(?:this|the)\s+{home})|"
        rf"(?P<whole>overall\s+(?:rating|judgement|grade|result)))"
        rf"(?:\s+as\s+a\s+whole|,?\s+overall,?)?\s+(?:(?:is|was|were|are|remained|remains|needs|needed|has\s+been)\s+)?"
        rf"(?P<rated>(?:rated|judged|graded|found|considered)\s+(?:as\s+|to\s+be\s+)?)?"
        rf"(?:(?:generally|largely|mostly|overall|consistently|really|clearly|still)\s+)?(?:an?\s+)?{quote}{verdict}",
        re.IGNORECASE,
    )

"""OMI255: a sentence says that all were so, or none, and then tells of some that were not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.opposites import opposed
from omi_report.lint.rules.figures.reckoning import COUNT, RATIO, read
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI255",
    "all-but-some",
    Severity.WARNING,
    "A sentence begins with all, every, none or no, and its second clause has some of the same things for which it was "
    "otherwise: «three of them had not», or the opposite word. What was done or not done has to be the same in both.",
    "One of the clauses is from another draft, and the reader takes away the wrong one.",
    bad="All plans had been reviewed; three of them had not.",
    good="All plans but three had been reviewed.",
)

_OPPOSITES = (
    ("filled", "vacant"),
    ("complete", "incomplete"),
    ("on time", "late"),
    ("timely", "late"),
    ("open", "closed"),
    ("full time", "part time"),
    ("present", "absent"),
    ("accurate", "inaccurate"),
)
_MOST_CLAUSES = 8  # of one sentence that are looked at
_SMALL = frozenset(
    "a an and as at by for from had has have in of on or that the their them these they this to was were with".split()
)


@each_text(
    language="en",
    standard=False,
    words=frozenset("all every each everybody everyone exception nobody no none not".split()),
)
def check(text: CheckedText) -> Iterator[Problem]:
    """Hold the second clause of each such sentence against the first."""
    own = text.view.own
    for sentence in text.view.sentences:
        head = _head().match(own, sentence.start, sentence.end)
        if head is None or _turn().search(own, head.end(), sentence.end) is None:
            continue
        reckoning = read(text)
        some = _otherwise(own, reckoning.words if reckoning else own, head, sentence.end)
        if some is not None:
            said, other = one_line(head["said"]), one_line(own[some.start("some") : some.end()])
            message = f"«{said}» and «{other}» contradict each other: this sentence says both"
            hint = f"write how many there were, or leave out «{said}»"
            yield text.problem(RULE, some.start("some"), some.end(), message, hint)


def _otherwise(own: str, words: str, head: re.Match[str], end: int) -> re.Match[str] | None:
    """Return who is said to be otherwise in a later clause of a sentence; ``words`` has marks for its numbers."""
    for turn in islice(_turn().finditer(own, head.end(), end), _MOST_CLAUSES):
        some = _some().match(words, turn.end(), end)
        if some is not None:
            first, second = own[head.start("said") : turn.start()], own[some.end() : end]
            if _is_otherwise(first, second, of_none=head["none"] is not None, of_them=some["of"] is not None):
                return some
    return None


def _is_otherwise(first: str, second: str, *, of_none: bool, of_them: bool) -> bool:
    """Say whether what is said of some is the opposite of what the first clause says of all, or of none."""
    known = _content(first)
    if of_none:
        same = _same().match(second)
        if same:
            return (of_them or same["that"] is not None) and _is_of(same["what"], known, empty=of_them)
        named = _named().match(second)
        return named is not None and named["adjective"].lower() in known
    not_so = _not_so().match(second)
    if not_so:
        return _is_of(not_so["what"], known, empty=True)
    before, after = (" ".join(part.lower().replace("-", " ").split()) for part in (first, second))
    return of_them and opposed(before, after, _OPPOSITES)


def _is_of(what: str, known: frozenset[str], *, empty: bool) -> bool:
    """Say whether a clause has no other words than the one before it, and at least one; or none, if it may be empty."""
    words = _content(what)
    return words <= known if words else empty


def _content(clause: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", clause.lower())) - _SMALL


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        r"\W*(?:in\s+(?=all\b|every\b|each\b|no\b|none\b))?(?P<said>(?:all(?!\s+but\b)|every|each|everybody|everyone|without\s+exception|"
        r"(?P<none>none|no(?!\s+(?:doubt|fewer|less|longer|matter|more|wonder)\b)|not\s+(?:a\s+single\s+)?one|nobody))\b"
        r"(?:\s+(?!(?:are|did|had|has|have|is|was|were)\b)[\w'’-]+){0,3})",
        re.IGNORECASE,
    )


@cache
def _turn() -> re.Pattern[str]:
    """What stands between the two clauses."""
    return re.compile(
        r"(?:\s*[;:–—]|,?\s+(?:and|although|but|except(?:\s+that)?|though|whereas|while|yet)\b|,)"
        r"(?:\s*(?:and|although|but|except|however|only|that|though|yet|,))*\s+(?:in\s+|for\s+)?",
        re.IGNORECASE,
    )


@cache
def _some() -> re.Pattern[str]:
    return re.compile(
        rf"(?:the\s+|a\s+|only\s+|about\s+)?(?P<some>{COUNT}|{RATIO}|few|half|many|most|one|several|some)(?![\w-])"
        r"(?P<of>\s+of\s+(?:them|these|those)\b(?:\s+[\w-]+s\b(?!\s+[\w-]+s\b))?)?",
        re.IGNORECASE,
    )


_BE = r"(?:are|could|did|do|does|had|has|have|is|was|were)"


@cache
def _not_so() -> re.Pattern[str]:
    """«Had not», «had not been signed»; it must end the clause."""
    return re.compile(
        rf"\s+(?:(?:it|they|this|that)\s+)?{_BE}(?:\s+(?:not|never)|n['’]t)(?:\s+(?:been|be))?(?P<what>(?:\s+[\w'’-]+){{0,8}}?)\s*(?:[.,;:]|\Z)",
        re.IGNORECASE,
    )


@cache
def _same() -> re.Pattern[str]:
    """«Three of them had», «the four that had been discussed were of good quality»."""
    return re.compile(
        rf"\s+(?P<that>(?:that|which|who)\s+)?{_BE}(?:\s+been)?(?!\s+not\b)(?P<what>(?:\s+[\w'’-]+){{0,8}}?)\s*"
        rf"(?:[.,;:]|\Z|(?(that)(?=\s+{_BE}\b)|(?!)))",
        re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"\s+(?P<adjective>[\w-]+)\s+ones\b", re.IGNORECASE)

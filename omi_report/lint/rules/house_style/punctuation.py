"""OMI515: a slip around a full stop or a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.house_style.fixes import fixed
from omi_report.lint.rules.house_style.words import is_english, own_words
from omi_report.lint.subject import Subject
from omi_report.lint.text import MASK
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI515",
    "punctuation",
    Severity.WARNING,
    "Two full stops or commas stand together, a space stands before one or none after it, or a sentence begins with a "
    "small letter. What is quoted from somebody is left as it is.",
    "Such slips are what is left of a sentence that was changed, and more of it may be wrong.",
    bad="Plans were late .. some were thin.",
    good="Plans were late. Some were thin.",
)

# What must stand before each is looked at afterwards: a search that begins with it takes ten times as long.
_SLIP = re.compile(
    r"(?P<doubled>\.\.|,,|,\.)(?![.,])"
    r"|(?P<space_before> +[,;.])(?=\s|\Z)"
    r"|(?P<no_space>[.,](?=[A-Z][a-z]+\s)|,(?=[a-z]+\s))"
    r"|\.(?P<small>\s+[a-z])(?=[a-z]*[\s,;])"
)
_BEFORE = {
    "doubled": re.compile(r"[^.,]\Z"),
    "space_before": re.compile(rf"[\w)%{MASK}]\Z"),
    "no_space": re.compile(r"[a-z]{2}\Z"),
    "small": re.compile(rf"[a-z)%{MASK}]\Z"),
}
_SIGNS = lazy_regex(r"[.,](?=[.,A-Za-z])|[.,;](?<=[ ].)|\.(?=\s+[a-z])")  # quick to find, and in every slip
_ABBREVIATION = lazy_regex(
    r"(?:(?<![a-z])(?:al|approx|ca|cf|co|ed|eds|eg|e\.g|est|etc|ext|ff|fig|ie|i\.e|incl|ltd|max|min|no|nos|op|para|"
    r"pp?|resp|viz|vol|vs)|\b[a-z])\.\Z",
    re.IGNORECASE,
)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Look for each kind of slip in the writer's own words."""
    english = is_english(subject)
    for prose, _parsed in subject.texts:
        text = own_words(prose.text)
        if not _SIGNS.search(text):
            continue
        for match in _SLIP.finditer(text):
            kind, start = str(match.lastgroup), match.start()
            if not _BEFORE[kind].search(text, max(0, start - 2), start):
                continue
            if kind != "small" or (english and _begins_sentence(text, match)):
                yield _problem(subject, prose, match)


def _begins_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence of the same paragraph, and not an abbreviation."""
    paragraph = "\n\n" not in match["small"]
    return paragraph and not _ABBREVIATION.search(text, max(0, match.start() - 10), match.start() + 1)


def _problem(subject: Subject, prose: Prose, match: re.Match[str]) -> Problem:
    kind, written = str(match.lastgroup), match.group()
    start = match.start()
    if kind == "doubled":
        replacement = "." if "." in written else ","
        message = f"«{written}» stands here"
    elif kind == "space_before":
        replacement = written.strip()
        message = f"a space stands before «{replacement}»"
    elif kind == "no_space":
        replacement = f"{written} "
        message = f"no space stands after «{written}»"
    else:
        start = match.end() - 1
        replacement = written[-1].upper()
        message = "a sentence begins with a small letter"
    place, fix = fixed(subject, prose, start, match.end(), replacement)
    return RULE.at(place.start, message, f"write «{replacement}»", length=place.length, fix=fix)

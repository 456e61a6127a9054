"""OMI510: straight and curly quotation marks are mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.house_style.fixes import fixed
from omi_report.lint.rules.house_style.words import proses
from omi_report.lint.subject import Subject
from omi_report.lint.text import masked
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI510",
    "mixed-quotes",
    Severity.WARNING,
    "Straight quotation marks and apostrophes (' \") and curly ones (‘ ’ “ ”) stand side by side in the texts of the "
    "area; those of the rarer kind are reported.",
    "They come with text that is pasted from a word processor, and the print shows both.",
    bad="The offender's plan and the victim’s letter were filed.",
    good="The offender's plan and the victim's letter were filed.",
)

_STRAIGHT = lazy_regex(r"['\"]")
_CURLY = lazy_regex(r"[‘’“”]")
_STRAIGHTENED = {"‘": "'", "’": "'", "“": '"', "”": '"'}
_CURLED = {"'": ("‘", "’"), '"': ("“", "”")}
_OPENS_AFTER = lazy_regex(r"(?:^|[\s([{*_–—-])\Z")


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Count both kinds over all texts, and report each mark of the rarer one."""
    texts = [(prose, masked(prose.text)) for prose in proses(subject)]
    curly = sum(len(_CURLY.findall(text)) for _prose, text in texts)
    if not curly:
        return
    straight = sum(len(_STRAIGHT.findall(text)) for _prose, text in texts)
    if not straight:
        return
    rarer = _CURLY if curly <= straight else _STRAIGHT
    usual = "straight" if curly <= straight else "curly"
    kind = "curly" if curly <= straight else "straight"
    for prose, text in texts:
        for match in rarer.finditer(text):
            better = _better(text, match)
            place, fix = fixed(subject, prose, *match.span(), better)
            message = f"«{match.group()}» is {kind}, and most quotation marks of this area are {usual}"
            yield RULE.at(place.start, message, f"write {better}", length=place.length, fix=fix)


def _better(text: str, match: re.Match[str]) -> str:
    """The mark of the usual kind: a straight one opens after a space, unless it stands for a figure («the '90s»)."""
    if match.group() in _STRAIGHTENED:
        return _STRAIGHTENED[match.group()]
    opening, closing = _CURLED[match.group()]
    before = text[max(0, match.start() - 1) : match.start()]
    after = text[match.end() : match.end() + 1]
    opens = bool(_OPENS_AFTER.search(before)) and not after.isspace() and not (opening == "‘" and after.isdigit())
    return opening if opens else closing

"""OMI522: a placeholder or a note of the writer is left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI522",
    "placeholder",
    Severity.WARNING,
    "A text or title holds what stands in for something still to come: «XX%», «???», «____», «tbc», "
    "«[check with Ann]», «<insert name>», «Lorem ipsum», a note to oneself. The "
    "blanks of `omi init`, TODO, are found by OMI701.",
    "It was to be filled in before anybody read it.",
    bad="In XX% of cases the plan was late [check with Ann]. The head of the unit, <insert name>, agreed (tbc).",
    good="In {{ late }} of cases the plan was late. The head of the unit agreed.",
)

_STANDS_IN = "names?|dates?|figures?|numbers?|ref|reference|source|link|page|text|title|x|xx|%|area|quote"
_ASKS = (
    "insert|check|confirm|add|update|amend|delete|remove|rewrite|reword|query|clarify|complete|replace|verify|needs?|"
    "awaiting|await|fill in|enter|dn|nb|ed|note|todo|fixme|tbc|tba|tbd|placeholder|draft|to be|is this|not sure|why|who"
)
_DONE = "confirmed|completed|added|updated|checked|agreed|inserted|supplied|decided|written"
_COMES = rf"to follow|to come|to be (?:{_DONE})"

_IN_BRACKETS = frozenset(("insert", "tbc", "tba", "tbd", "fixme", "check", "follow", "come", *_DONE.split("|")))
"""Words of which a note in round brackets has one: such brackets are frequent, and notes in them are not."""


@each_text(language="en", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for each kind of placeholder, where something in the text speaks for it."""
    written = text.text
    found: list[re.Match[str]] = []
    if any(sign in written for sign in ("%", "?", "£", "_", "@@", "....", "…", "XX", "xx", "NN", "YY", "yy")):
        found += (each for each in _for_figures().finditer(text.words) if not _is_numeral(text.words, each))
    if not _ABBREVIATED.isdisjoint(text.view.vocabulary) or "NB" in written or "DN" in written or "/k" in written:
        found += _abbreviated().finditer(text.words)
    if "[" in written or "**" in written:
        found += _in_square_brackets().finditer(text.words)
    if "(" in written and not _IN_BRACKETS.isdisjoint(text.view.vocabulary):
        found += _in_round_brackets().finditer(text.words)
    if "<" in written:
        found += _in_angles().finditer(written)
    for match in sorted(found, key=lambda each: each.start()):
        message = f"«{one_line(match.group())}» is a placeholder or a note that was left here"
        yield text.problem(RULE, *match.span(), message, "write what is to stand in its place, or remove it")


_ABBREVIATED = frozenset("tbc tba tbd fixme lorem query".split())


def _is_numeral(words: str, match: re.Match[str]) -> bool:
    """Say whether XX or XXX is a Roman numeral («Part XX», «the XXth») or a pair of chromosomes."""
    return match.group().isupper() and bool(
        _label().search(words, max(0, match.start() - 20), match.start())
        or re.compile(r"\s+(?:chromosome|century|Corps)|\w").match(words, match.end())
    )


@cache
def _for_figures() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:[Xx]{1,4}|[Nn]{1,4}|\?{1,4}|_{1,6})\s?%"
        r"|(?<![\w.])(?:X{2,6}(?![a-z])|(?:x{2,6}|N{2,4}|[Yy]{4})(?![\w.]))|£+[Xx]+\b|££+|@@+"
        r"|\?{2,}|_{3,}|\.{4,}(?:\s*\.)*|…(?:\s*[.…])+"
    )


@cache
def _abbreviated() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.(\[])(?:(?i:tb[acd]|t\.b\.[acd]\.?|fixme|lorem ipsum|n/k)(?!\w)|(?:NB|DN|QUERY|Query)\s?:[^.!?\n]*)"
    )


@cache
def _in_square_brackets() -> re.Pattern[str]:
    inside = rf"(?:{_STANDS_IN}|{_ASKS})\s*(?:\b[^\]\n]*)?|[^\]\n]*(?:{_COMES}|\?)\s*"
    return re.compile(rf"\[\s*(?i:{inside})\](?!\()|\*{{2,}}\s*(?i:{_COMES}|{_ASKS})\b[^*\n]*\**", re.NOFLAG)


@cache
def _in_round_brackets() -> re.Pattern[str]:
    begins = "insert|tb[acd]|fixme|check (?:figures?|dates?|names?|this|with)"
    return re.compile(rf"\(\s*(?i:(?:{begins})|[\w\s]{{0,30}}\b(?:{_COMES}))\b[^)\n]*\)")


@cache
def _in_angles() -> re.Pattern[str]:
    """A note between < and >, which Markdown takes for HTML."""
    return re.compile(rf"<\s*(?i:{_ASKS}|(?:{_STANDS_IN})\s*>)[\w\s,.?/'’-]{{0,60}}>?")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"(?i)\b(?:section|part|chapter|schedule|title|volume|article|book|order|century)\s\Z")

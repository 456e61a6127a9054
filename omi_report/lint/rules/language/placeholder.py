"""OMI522: a placeholder or a note of the writer is left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Span

RULE = Rule(
    "OMI522",
    "placeholder",
    Severity.WARNING,
    "A text or title holds what stands in for something still to come: «XX%», «???», «____», «tbc», "
    "«[check with Ann]», «[PA1]», «@Ann: is this right?», «<insert name>», «Lorem ipsum», «#REF!», a note to oneself. "
    "The blanks of `omi init`, TODO, are found by OMI701.",
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

_DOES = "add|advise|check|complete|confirm|follow|insert|provide|send|supply|update"
_IN_BRACKETS = frozenset(
    (
        *"are be can come could do dn fixme is nb please tba tbc tbd".split(),
        *_DOES.split("|"),
        *_DONE.split("|"),
    )
)
"""Words of which a note in round brackets has one: such brackets are frequent, and notes in them are not."""


@each_text(language="en", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for each kind of placeholder, where something in the text speaks for it."""
    for start, end in text.remembered(notes):
        message = f"«{one_line(text.text[start:end])}» is a placeholder or a note that was left here"
        yield text.problem(RULE, start, end, message, "write what is to stand in its place, or remove it")


def notes(text: CheckedText) -> tuple[Span, ...]:
    """Return where the placeholders and notes of a text stand, in order. No list explains an abbreviation in one."""
    written, own = text.text, text.view.own  # whoever asks first, with quotations or without
    found: list[re.Match[str]] = []
    if any(sign in written for sign in _IN_FIGURES):
        found += (each for each in _for_figures().finditer(own) if not _is_numeral(own, each))
    if not _ABBREVIATED.isdisjoint(text.view.vocabulary) or any(sign in written for sign in _IN_ABBREVIATED):
        found += _abbreviated().finditer(own)
    if any(sign in written for sign in ("@", "//", "/*", ":")):
        found += _to_somebody().finditer(own)
    if "[" in written or "**" in written:
        found += _in_square_brackets().finditer(own)
    if "(" in written and ("?" in written or not _IN_BRACKETS.isdisjoint(text.view.vocabulary)):
        found += _in_round_brackets().finditer(own)
    if "<" in written:
        found += _in_angles().finditer(written)
    kept: list[Span] = []
    for span in sorted((Span(*match.span()) for match in found), key=lambda each: (each.start, -each.end)):
        if not kept or span.start >= kept[-1].end:  # and not a part of a longer one
            kept.append(span)
    return tuple(kept)


_IN_FIGURES = ("%", "?", "£", "_", "@@", "....", "…", "XX", "xx", "NN", "YY", "yy", "#", "Error!")
_ABBREVIATED = frozenset("tbc tba tbd fixme lorem query".split())
_IN_ABBREVIATED = ("NB", "DN", "/k", "/K", "t.b.", "T.B.")


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
        r"|#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)|\bError! (?:Reference|Bookmark|No |Not )[^.\n]*"
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
    remark = r"[A-Z]{1,3}\d{1,2}|Comment\b[^\]\n]*|[A-Z][\w.'’ -]{0,20}:\s[^\]\n]*"
    brackets = rf"\[\s*(?:(?i:{inside})|{remark})\](?!\()"
    return re.compile(rf"{brackets}|(?<![\w.,;:!?)])\*{{2,}}\s*(?i:{_COMES}|{_ASKS})\b[^*\n]*\**", re.NOFLAG)


@cache
def _in_round_brackets() -> re.Pattern[str]:
    begins = "insert|tb[acd]|fixme|check (?:figures?|dates?|names?|this|with)"
    asks = r"(?:source|ref|figures?|dates?|names?|numbers?|who|which|when|is this right|correct|sure|check)\s*\?+"
    other = rf"\(\s*(?:(?:NB|DN)\b[^)\n]*|[A-Z]{{2,3}} to (?:{_DOES})\b[^)\n]*|(?i:{asks}|\?+|check\s*!*))\s*\)"
    speaks = "please|can (?:you|we)|could (?:you|we)|do we|is this|are these|check|to be"
    signed = rf"\(\s*[A-Z][\w.]{{0,15}}\s*[:–—-]\s+(?i:{speaks})\b[^()]{{0,150}}\)"
    return re.compile(rf"{other}|{signed}|\(\s*(?i:(?:{begins})|[\w\s]{{0,30}}\b(?:{_COMES}))\b[^)\n]*\)")


@cache
def _to_somebody() -> re.Pattern[str]:
    """A note to a colleague, by name or initials, or between the signs of a comment."""
    asks = r"(?:please|can you|could you|check|is this|see|to (?:add|check|confirm|update))\b[^.!?\n]*[.!?]?"
    return re.compile(
        rf"(?<![\w.])@[A-Z][a-z]+(?::[^.!?\n]*[.!?]?|,?\s+{asks})|(?<![\w.])[A-Z]{{2}}:\s+{asks}"
        r"|(?<![\w:/])//(?=\S)[^/\n]{3,80}//|/\*[^*\n]{1,80}\*/"
    )


@cache
def _in_angles() -> re.Pattern[str]:
    """A note between < and >, which Markdown takes for HTML."""
    return re.compile(rf"<\s*(?i:{_ASKS}|(?:{_STANDS_IN})\s*>)[\w\s,.?/'’-]{{0,60}}>?")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"(?i)\b(?:section|part|chapter|schedule|title|volume|article|book|order|century)\s\Z")

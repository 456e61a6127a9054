"""OMI510: straight and curly quotation marks are mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.problems import Edit, Problem, Rule, Severity
from omi_report.prose.nodes import Span
from omi_report.prose.stretches import Stretches

RULE = Rule(
    "OMI510",
    "mixed-quotes",
    Severity.WARNING,
    "Straight apostrophes (') and curly ones (’) stand side by side in the texts of the area, or straight quotation "
    "marks (' \") and curly ones (‘ ’ “ ”); those of the rarer kind are reported. Apostrophes of one kind and "
    "quotation marks of the other are a choice.",
    "They come with text that is pasted from a word processor, and the print shows both.",
    bad="The offender's plan and the victim’s letter were filed.",
    good="The offender's plan and the victim's letter were filed.",
)

_STRAIGHT = frozenset("'\"")
_STRAIGHTENED = {"‘": "'", "’": "'", "“": '"', "”": '"'}
_CURLED = {"'": ("‘", "’"), '"': ("“", "”")}
_SINGLE = frozenset("'‘’")
_APOSTROPHES = ("'", "’")
_OPENS_AFTER = frozenset("([{*_–—-")


@all_texts(titles=True)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Count both kinds of apostrophes over all texts, and of quotation marks, and report each mark of the rarer one."""
    signs = set().union(*(_mark().findall(text.words) for text in texts))
    if signs <= _STRAIGHT or _STRAIGHT.isdisjoint(signs):
        return
    marks = [(text, offset, mark) for text in texts for offset, mark in _marks(text)]
    for called in ("apostrophes", "quotation marks"):
        those = [each for each in marks if _is_quotation(*each) == (called == "quotation marks")]
        straight = [each for each in those if each[2] in _STRAIGHT]
        curly = [each for each in those if each[2] not in _STRAIGHT]
        rarer, words = (
            (curly, ("curly", "straight")) if len(curly) <= len(straight) else (straight, ("straight", "curly"))
        )
        if straight and curly:
            for text, offset, mark in rarer:
                message = f"«{mark}» is {words[0]}, and most {called} of this area are {words[1]}"
                fix = text.remembered(_fixes_of[words[0]]).get(offset)
                yield text.problem(RULE, offset, offset + 1, message, f"write {_better(text.words, offset)}", fix=fix)


def _marks(text: CheckedText) -> Iterator[tuple[int, str]]:
    """Every mark of a text, with its offset."""
    return ((match.start(), match.group()) for match in _mark().finditer(text.words))


def _is_quotation(text: CheckedText, offset: int, mark: str) -> bool:
    """Say whether a mark is one of a quotation: a double one always is, a single one where it encloses a passage."""
    return mark not in _SINGLE or offset in text.remembered(_ends)


def _ends(text: CheckedText) -> frozenset[int]:
    """The offsets of the marks that enclose quotations."""
    return frozenset(at for (start, end), by in text.view.quotations if by != "block" for at in (start, end - 1))


def _fixes(text: CheckedText, rarer: tuple[str, ...]) -> dict[int, Edit]:
    """The fixes of a text by the offsets of marks: of apostrophes, and of pairs of which both marks can be changed."""
    apostrophes = {offset for offset, mark in enumerate(text.view.own) if mark in rarer and mark in _APOSTROPHES}
    found = {offset: fix for offset in sorted(apostrophes) if (fix := _fix(text, offset))}
    for (start, end), by in text.view.quotations:
        marks = () if by == "block" else (start, end - 1)
        fixes = [fix for at in marks if text.text[at] in rarer and (fix := _fix(text, at, closes=at > start))]
        if len(fixes) == 2 and "\n\n" not in text.text[start:end]:  # paragraphs have marks of their own
            found |= dict(zip(marks, fixes, strict=True))
    return found


_fixes_of = {"curly": partial(_fixes, rarer=tuple(_STRAIGHTENED)), "straight": partial(_fixes, rarer=tuple(_CURLED))}


def _fix(text: CheckedText, offset: int, *, closes: bool | None = None) -> Edit | None:
    """The fix of a mark, which closes a quotation, opens one or does neither; none where it is in doubt."""
    if text.remembered(_kept).hold(offset):
        return None
    mark = text.text[offset]
    better = _better(text.words, offset) if closes is None or mark in _STRAIGHTENED else _CURLED[mark][closes]
    return text.fix(offset, offset + 1, better)


def _kept(text: CheckedText) -> Stretches[Span]:
    return Stretches(text.view.kept)


def _better(words: str, offset: int) -> str:
    """The mark of the usual kind: a straight one opens after a space, unless it stands for a figure («the '90s»)."""
    mark, before, after = words[offset], words[max(0, offset - 1) : offset], words[offset + 1 : offset + 2]
    if mark in _STRAIGHTENED:
        return _STRAIGHTENED[mark]
    opening, closing = _CURLED[mark]
    opens = not before or before.isspace() or before in _OPENS_AFTER
    return opening if opens and not after.isspace() and not (opening == "‘" and after.isdigit()) else closing


@cache
def _mark() -> re.Pattern[str]:
    return re.compile("['\"‘’“”]")

"""OMI514: a bracket or a quotation mark has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.house_style.words import proses
from omi_report.lint.subject import Subject
from omi_report.lint.text import masked
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI514",
    "unclosed",
    Severity.WARNING,
    "A bracket or a quotation mark is opened in a paragraph and not closed in it, or a bracket closed that was never "
    "opened. Letters of lists, «a)», and quotations that go on in the next paragraph are left alone.",
    "Readers cannot tell where the remark or the quotation ends.",
    bad="Most staff ({{ well-informed }} felt informed.",
    good="Most staff ({{ well-informed }}) felt informed.",
)

_PARAGRAPH = lazy_regex(r"(?:[^\n]|\n(?![ \t]*\n))+")
_BRACKETS = lazy_regex(r"[()\[\]]")
_LIST_LETTER = lazy_regex(r"(?<![\w(])(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})\Z")
_PAIRS = {")": "(", "]": "["}
_SINGLE = lazy_regex(r"(?<![\w'])'(?=[A-Za-z])(?!em\b|tis\b|twas\b)")
_SINGLE_END = lazy_regex(r"(?<=\S)'(?!\w)")


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Match the brackets and the quotation marks of each paragraph."""
    for prose in proses(subject):
        text = masked(prose.text)
        for match in _PARAGRAPH.finditer(text):
            for offset in _unmatched(match.group(), text[match.end() :].lstrip()):
                sign = match.group()[offset]
                done = "opened" if sign in _PAIRS else "closed"
                place = subject.at(prose, match.start() + offset)
                yield RULE.at(place, f"«{sign}» is never {done}", "write its counterpart, or remove it")


def _unmatched(paragraph: str, following: str) -> Iterator[int]:
    yield from _brackets(paragraph)
    for opening, closing in (('"', '"'), ("“", "”")):
        same = opening == closing
        wanting = paragraph.count(opening) % 2 if same else paragraph.count(opening) > paragraph.count(closing)
        if wanting and not following.startswith((opening, f"> {opening}")):
            yield paragraph.rindex(opening)
    last = next(reversed(list(_SINGLE.finditer(paragraph))), None) if "'" in paragraph else None
    if last and not _SINGLE_END.search(paragraph, last.end()) and not following.startswith("'"):
        yield last.start()


def _brackets(paragraph: str) -> Iterator[int]:
    opened: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(paragraph):
        sign, offset = match.group(), match.start()
        if sign not in _PAIRS:
            opened.append((sign, offset))
        elif opened and opened[-1][0] == _PAIRS[sign]:
            opened.pop()
        elif not (sign == ")" and _LIST_LETTER.search(paragraph, max(0, offset - 6), offset)):
            yield offset
    yield from (offset for _sign, offset in opened)

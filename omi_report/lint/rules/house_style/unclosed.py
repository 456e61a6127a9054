"""OMI514: a bracket or a quotation mark has no counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
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

_PAIRS = {")": "(", "]": "["}


@each_text(titles=True, holds=("(", ")", "[", "]", '"', "“", "”", "'"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Match the brackets and the quotation marks of each paragraph."""
    for start, end in text.view.paragraphs:
        for offset in _unmatched(text.words[start:end], text.words[end:].lstrip()):
            sign = text.words[start + offset]
            done = "opened" if sign in _PAIRS else "closed"
            at = start + offset
            yield text.problem(RULE, at, at + 1, f"«{sign}» is never {done}", "write its counterpart, or remove it")


def _unmatched(paragraph: str, following: str) -> Iterator[int]:
    yield from _brackets(paragraph)
    for opening, closing in (('"', '"'), ("“", "”")):
        same = opening == closing
        wanting = paragraph.count(opening) % 2 if same else paragraph.count(opening) > paragraph.count(closing)
        if wanting and not following.startswith((opening, f"> {opening}")):
            yield paragraph.rindex(opening)
    last = next(reversed(list(_single().finditer(paragraph))), None) if "'" in paragraph else None
    if last and not _single_end().search(paragraph, last.end()) and not following.startswith("'"):
        yield last.start()


def _brackets(paragraph: str) -> Iterator[int]:
    opened: list[tuple[str, int]] = []
    for match in re.finditer(r"[()\[\]]", paragraph):
        sign, offset = match.group(), match.start()
        if sign not in _PAIRS:
            opened.append((sign, offset))
        elif opened and opened[-1][0] == _PAIRS[sign]:
            opened.pop()
        elif not (sign == ")" and _list_letter().search(paragraph, max(0, offset - 6), offset)):
            yield offset
    yield from (offset for _sign, offset in opened)


@cache
def _list_letter() -> re.Pattern[str]:
    return re.compile(r"(?<![\w(])(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})\Z")


@cache
def _single() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'\ufffc])'(?=[A-Za-z])(?!em\b|tis\b|twas\b)")


@cache
def _single_end() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)'(?!\w)")

"""OMI308: a title stands beside a number, and it is the title of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.references.numbered import (
    Target,
    any_numbers,
    any_of,
    called,
    targets_by_number,
    words_for_one,
)
from omi_report.numbering import name_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI308",
    "wrong-title",
    Severity.WARNING,
    "A text quotes a title beside the number of a criterion, section or appendix that has another title.",
    "One of the two is wrong, and a reader cannot tell which.",
    bad="The subject is taken up again in criterion 2.7 (Victims).",
    good="The subject is taken up again in {criterion}`2.7`.",
)

_CLOSING = (")", '"', "”", "’", "*", "'")
_REACH = 120  # characters before a reference in which its title can stand
_NEAR = 0.8  # how alike a misquoted title is to the right one; «Victim» and «Victims» are at 0.92
_ROLES = ("criterion", "section", "appendix")


class _Cited(NamedTuple):
    """Where a text refers to something by its number or its role, and what that is; None where there is none."""

    start: int
    end: int
    target: Target | None


@each_text(titles=True, holds=(*"0123456789", "}`"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Hold each title quoted beside a number against the one of that number."""
    targets = targets_by_number(text.inspection)
    done = 0
    for cited in sorted(_references(text, targets)):
        after = _after(text.words, cited.end)
        title = after or _before(text.words, max(done, cited.start - _REACH), cited.start)
        done = after.end() if after else cited.end
        if cited.target is not None and title is not None:
            yield from _compared(text, title, cited.target, targets)


def _references(text: CheckedText, targets: Mapping[tuple[str, str], Target]) -> Iterator[_Cited]:
    words = words_for_one(text.framework.terms) | {"appendix": "appendix"}
    for match in _numbered(any_of(tuple(words)), any_numbers(text.inspection)).finditer(text.words):
        role, number = words[one_line(match["word"]).casefold()], name_of(one_line(match["number"]))
        yield _Cited(*match.span(), targets.get((role, number)))
    roles = [node for node in text.view.parsed.roles if node.role in _ROLES]
    if roles:
        by_name = {(target.role, target.name): target for target in targets.values()}
        yield from (_Cited(*node.span, by_name.get((node.role, node.target))) for node in roles)


def _after(words: str, end: int) -> re.Match[str] | None:
    """The title that follows a reference."""
    return _title_after().match(words, end) if _opening().match(words, end) else None


def _before(words: str, first: int, start: int) -> re.Match[str] | None:
    """The title before a reference. A quick look comes first: is there a sign with which a quotation ends?"""
    before = words[first:start].rstrip().removesuffix("see").rstrip().removesuffix("(").rstrip().removesuffix(",")
    return _title_before().search(words, first, start) if before.endswith(_CLOSING) else None


def _compared(
    text: CheckedText, match: re.Match[str], target: Target, targets: Mapping[tuple[str, str], Target]
) -> Iterator[Problem]:
    group = next(name for name in ("brackets", "straight", "curly", "starred", "single") if match[name])
    said, plain, right = one_line(match[group]), _plain(match[group]), _plain(target.title)
    if plain in (right, _plain(target.title.split("(")[0])):
        return
    by_title = {_plain(each.title): each for each in targets.values() if each.title}
    other = by_title.get(plain)
    import difflib  # titles are hardly ever wrong

    if other is None and difflib.SequenceMatcher(None, plain, right).ratio() < _NEAR:
        return
    span = match.span(group)
    framework = text.framework
    message = f"the title of {called(target, framework)} is «{target.title}»"
    if other is not None:
        hint = f"write {{{target.role}}}`{target.name}`, or {{{other.role}}}`{other.name}`: the role prints the title"
        yield text.problem(RULE, *span, f"{message}; «{said}» is that of {called(other, framework)}", hint)
    else:
        hint = f"write {{{target.role}}}`{target.name}`: the role prints the title"
        yield text.problem(RULE, *span, f"{message}, and not «{said}»", hint)


def _plain(title: str) -> str:
    """A title as two of them are compared: without case, brackets and the choice between «and» and «&»."""
    return " ".join(re.sub(r"[().,:*]", " ", title.casefold().replace("&", "and")).split())


_TITLE = r"[A-Z][^\n`{}\"“”‘]{2,90}?(?:\n[^\n`{}\"“”‘]{1,90}?)?"
_QUOTED = (
    rf"(?:\((?P<brackets>{_TITLE})\)(?!\))|\"(?P<straight>{_TITLE})\"|[“‘](?P<curly>{_TITLE})[”’]"
    rf"|\*(?P<starred>{_TITLE})\*|(?<!\w)'(?P<single>{_TITLE})'(?!\w))"
)


@lru_cache(maxsize=8)
def _numbered(word: str, number: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<word>(?i:{word}))\s+(?P<number>{number})\b")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r",?(?:\s+(?:on|about))?\s*[(\"“‘*']")


@cache
def _title_after() -> re.Pattern[str]:
    return re.compile(rf",?(?:\s+(?:on|about))?\s*{_QUOTED}")


@cache
def _title_before() -> re.Pattern[str]:
    return re.compile(rf"{_QUOTED},?\s*\(?(?:see\s+)?\Z")

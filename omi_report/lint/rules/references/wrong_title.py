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
    "A text gives a title beside the number of a criterion, section or appendix that has another title: in brackets or "
    "quotation marks, or, if it is that of something else, in the same sentence.",
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


@each_text(titles=True, holds=(*"0123456789", "}`"), facts=(targets_by_number,))
def check(text: CheckedText) -> Iterator[Problem]:
    """Hold each title quoted beside a number against the one of that number."""
    targets = text.fact(targets_by_number)
    done = 0
    found = sorted(_references(text, targets))
    for cited in found:
        after = _after(text.words, cited.end)
        title = after or _before(text.words, max(done, cited.start - _REACH), cited.start)
        done = after.end() if after else cited.end
        if title is not None:
            yield from _compared(text, title, cited.target, targets)
    yield from _in_words(text, found, targets)


def _in_words(text: CheckedText, found: list[_Cited], targets: Mapping[tuple[str, str], Target]) -> Iterator[Problem]:
    """Find titles without marks in a sentence with one number: «the Scoring Approach is in Appendix 3»."""
    pattern = _titles(tuple(sorted(_plain_titles(targets)))) if found else None
    if pattern is None:
        return
    for before, cited, after in zip([None, *found], found, [*found[1:], None], strict=False):
        if cited.target is not None and cited.target.role not in _ROLES:
            continue
        start, end = _sentence_around(text.words, cited)
        if (before and before.end > start) or (after and after.start < end):
            continue
        found_here = pattern.finditer(text.words, start, end)
        said = [each for each in found_here if not _is_marked(text.words, each) and _is_sure(text, each)]
        titles = {_plain(one_line(match.group())) for match in said}
        role = cited.target.role if cited.target else "appendix"
        others = {_plain(each.title): each for each in targets.values() if each.role == role}
        other = others.get(next(iter(titles))) if len(titles) == 1 else None
        if other is not None and other != cited.target:
            yield _of_another(text, said[0].span(), cited.target, other, targets)


def _plain_titles(targets: Mapping[tuple[str, str], Target]) -> frozenset[str]:
    """The titles that are looked for without marks: a single word may be any word, but as that of an appendix."""
    return frozenset(each.title for each in targets.values() if each.role == "appendix" or " " in each.title) - {""}


def _sentence_around(words: str, cited: _Cited) -> tuple[int, int]:
    """Where the sentence with a number begins and ends, or the near part of a long one."""
    first, last = max(0, cited.start - _REACH), min(len(words), cited.end + _REACH)
    starts = [match.end() for match in _end().finditer(words, first, cited.start)]
    end = _end().search(words, cited.end, last)
    return (starts[-1] if starts else first), (end.start() if end else last)


def _is_marked(words: str, match: re.Match[str]) -> bool:
    """Say whether a title stands between marks, and has been compared already."""
    return words[: match.start()].endswith((*_CLOSING, "(", "“", "‘"))


def _is_sure(text: CheckedText, match: re.Match[str]) -> bool:
    """Say whether the capitals show that a title is meant: any word has one at the beginning of a sentence."""
    return any(map(str.isupper, match.group()[1:])) or not text.view.begins_sentence(match.start())


def _of_another(
    text: CheckedText,
    span: tuple[int, int],
    target: Target | None,
    other: Target,
    targets: Mapping[tuple[str, str], Target],
) -> Problem:
    """The problem of a title that is that of something else than the number beside it."""
    number = next(number for (_role, number), each in targets.items() if each is other)
    shown = f"Appendix {number}" if other.role == "appendix" else called(other, text.framework)
    message = f"«{one_line(text.text[slice(*span)])}» is the title of {shown}"
    if target is not None:
        message += f"; that of {called(target, text.framework)} is «{target.title}»"
    hint = f"write {{{other.role}}}`{other.name}`: the role prints number and title"
    return text.problem(RULE, *span, message, hint)


def _references(text: CheckedText, targets: Mapping[tuple[str, str], Target]) -> Iterator[_Cited]:
    words = words_for_one(text.framework.terms) | {"appendix": "appendix"}
    for match in _numbered(any_of(tuple(words)), any_numbers(text)).finditer(text.words):
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
    text: CheckedText, match: re.Match[str], target: Target | None, targets: Mapping[tuple[str, str], Target]
) -> Iterator[Problem]:
    group = next(name for name in ("brackets", "straight", "curly", "starred", "single") if match[name])
    said, plain = one_line(match[group]), _plain(match[group])
    by_title = {_plain(each.title): each for each in targets.values() if each.title}
    other = by_title.get(plain)
    if target is None:  # nothing has the number, but the title may be that of something
        if other is not None and other.role == "appendix":
            yield _of_another(text, match.span(group), None, other, targets)
        return
    right = _plain(target.title)
    if plain in (right, _plain(target.title.split("(")[0])):
        return
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


@lru_cache(maxsize=8)
def _titles(titles: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of some titles, with its capitals; the longest of several."""
    longest_first = sorted(titles, key=len, reverse=True)
    any_title = "|".join(r"\s+".join(map(re.escape, title.split())) for title in longest_first)
    return re.compile(rf"(?<![\w-])(?:{any_title})(?![\w-])") if titles else None


@cache
def _end() -> re.Pattern[str]:
    """The end of a sentence."""
    return re.compile(r"[.!?](?=\s+[A-Z]|\s*\Z)|\n\s*\n")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r",?(?:\s+(?:on|about))?\s*[(\"“‘*']")


@cache
def _title_after() -> re.Pattern[str]:
    return re.compile(rf",?(?:\s+(?:on|about))?\s*{_QUOTED}")


@cache
def _title_before() -> re.Pattern[str]:
    return re.compile(rf"{_QUOTED},?\s*\(?(?:see\s+)?\Z")

"""OMI306: a text writes out the number of something that a role would look up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.references.numbered import (
    Leading,
    Target,
    any_numbers,
    any_of,
    looks_like,
    targets_by_number,
    words_before_numbers,
)
from omi_report.numbering import name_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI306",
    "literal-number",
    Severity.WARNING,
    "A text writes out «Appendix 3», «criterion 2.7», «section 1» or «see page 12», where a role should stand.",
    "Nothing keeps a number right that was typed by hand, and nobody can click on it: the published Hampshire report "
    "sends its readers to Appendix 3 for what stands in Appendix 4.",
    bad="How scores are made is explained in Appendix 3; see criterion 2.7.",
    good="How scores are made is explained in {appendix}`~scoring`; see {criterion}`~2.7`.",
)


_PRINTED = {
    "appendix": Leading("appendix", False),
    "appendices": Leading("appendix", True),
    "table": Leading("table", False),
    "tables": Leading("table", True),
    "chart": Leading("chart", False),
    "charts": Leading("chart", True),
}
_NONE = Leading("criterion", False)
"""Where no word stands before the number: «see 2.7»."""


_MANY = 12
"""So many names of targets are not listed in a hint."""

_BY_ROLE = "write what is meant there instead: {part}`…`, {criterion}`…`, {finding}`…` or {table}`…`, with its name"


@each_text(language="en", titles=True, holds=(*"0123456789", "verleaf", "page", "Page"), facts=(targets_by_number,))
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the numbers written by hand. The pages of a source are those of another document."""
    targets = text.fact(targets_by_number)
    kinds = words_before_numbers(text.framework.terms) | _PRINTED
    for match in _cited(any_of(tuple(kinds)), any_numbers(text)).finditer(text.words):
        kind = kinds[one_line(match["word"]).casefold()] if match["word"] else _NONE
        if not _is_elsewhere(match, kind):
            yield from _of_cited(text, match, kind, targets)
    for match in _page().finditer(text.words) if text.prose.path[-1:] != ("source",) else ():
        what = "page numbers change" if any(map(str.isdigit, match.group())) else "pages change"
        message = f"«{one_line(match.group())}»: {what} with every edit"
        yield text.problem(RULE, *match.span(), message, _BY_ROLE)


def _is_elsewhere(match: re.Match[str], kind: Leading) -> bool:
    """Say whether the number belongs to another document: an Act, a policy, another report."""
    words = match.string
    if _elsewhere().match(words, match.end()):
        return True
    if kind.role != "section":
        return False
    return bool(_law().match(words, match.end()) or _held().search(words, max(0, match.start() - 60), match.start()))


def _of_cited(
    text: CheckedText, match: re.Match[str], kind: Leading, targets: Mapping[tuple[str, str], Target]
) -> Iterator[Problem]:
    found: list[tuple[re.Match[str], Target]] = []
    for number in re.finditer(any_numbers(text), match["numbers"]):
        name = name_of(one_line(number.group()))
        target = targets.get((kind.role, name))
        if target is None or "." in name:
            target = targets.get(("criterion", name), target)  # «section 1.5» is a criterion
        if target is None and found and kind.many and "." in name:
            yield from _unknown_of_several(text, match, number, name)
        if target is None or (found and not kind.many):
            break
        found.append((number, target))
    if found:
        yield _written_out(text, match, found)
    elif match["word"] and kind.role != "section" and _could_be(text, match, kind.role):
        yield from _unknown(text, match, kind.role, targets)


def _unknown_of_several(text: CheckedText, match: re.Match[str], number: re.Match[str], name: str) -> Iterator[Problem]:
    """The second of several numbers, of which there is nothing: «criteria 1.1 and 1.9»."""
    begin, end = match.start("numbers") + number.start(), match.start("numbers") + number.end()
    if looks_like(name, text.framework.criteria):
        what = text.framework.terms.criterion
        message = f"this report has no {what} {one_line(number.group())}"
        yield text.problem(RULE, begin, end, message, "correct the number, or leave it out")


def _could_be(text: CheckedText, match: re.Match[str], role: str) -> bool:
    """Say whether the first number after a word is written as those that the word stands before."""
    first = re.match(any_numbers(text), match["numbers"])
    assert first is not None, "the numbers begin with one"
    criteria = text.framework.criteria
    return looks_like(name_of(one_line(first.group())), criteria if role == "criterion" else ("1",))


def _written_out(text: CheckedText, match: re.Match[str], found: list[tuple[re.Match[str], Target]]) -> Problem:
    begin = match.start() if match["word"] else match.start("numbers")
    end = match.start("numbers") + found[-1][0].end()
    written, done = "", found[0][0].start()
    for number, target in found:
        written += match["numbers"][done : number.start()] + target.written
        done = number.end()
    written, said = one_line(written), one_line(text.text[begin:end])
    titles = [target.title for _number, target in found if target.title]
    hint = f"write {written}" + (f", if «{titles[0]}» is meant" if len(titles) == 1 else "")
    begins = found[0][1].role in ("criterion", "section") and text.view.begins_sentence(begin)
    return text.problem(
        RULE,
        begin,
        end,
        f"«{said}» is written out, where a reference should stand",
        f"{hint}, but not at the start of a sentence" if begins else hint,
    )


def _unknown(
    text: CheckedText, match: re.Match[str], role: str, targets: Mapping[tuple[str, str], Target]
) -> Iterator[Problem]:
    known = [target.name for (kind, _number), target in targets.items() if kind == role]
    if not known:
        return
    if len(known) >= _MANY:  # of a number with a dot those of its section
        section = f"{name_of(one_line(match['numbers'])).rpartition('.')[0]}."
        known = [name for name in known if name.startswith(section)]
    few = f"; known: {', '.join(known)}" if 0 < len(known) < _MANY else ""
    what = text.framework.terms.criterion if role == "criterion" else role
    message = f"«{one_line(match.group())}» is written out, and this report has no such {what}"
    yield text.problem(RULE, *match.span(), message, f"refer to it by its role, {{{role}}}`name`{few}")


@lru_cache(maxsize=8)
def _cited(word: str, number: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!['’]s )(?<!\bits )(?<!\btheir )(?<!\bhis )(?<!\bher )\b(?:(?P<word>{word})|see(?:\s+also)?)\s+"
        rf"(?P<numbers>{number}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){number})*)"
        r"(?![\d%]|\.\d|[a-z]\b|\s?\([a-z]\))",
        re.IGNORECASE,
    )


@cache
def _page() -> re.Pattern[str]:
    """A page of this report: one of a manual or of an Act, which is named after it, is left alone."""
    return re.compile(
        r"\b(?:see\s+(?:also\s+)?)?(?:on\s+)?(?:(?:pages?|pp?\.|(?-i:pp?))\s?\d+(?:\s*(?:to|and|&|[-–])\s*\d+)?"
        r"(?!\s*(?:to|and|&|[-–])?\s*\d|[\w%]|\.\d)(?!,?\s+(?:of|in)\s+(?!(?:this|the)\s+report\b))|"
        r"the\s+(?:next|following|previous|opposite|facing)\s+page(?!\s+of\b)|overleaf)",
        re.IGNORECASE,
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    """What follows a number that is none of this report: «Section 2 of the Act», «criteria 1.1 to 1.4»."""
    return re.compile(
        r"\s+(?:of|to|from)\s+(?!(?:this|the|our)\s+(?:report|inspection)\b)"
        r"(?:the|an?|its|their|his|her|our|that|[A-Z])|\s*(?:to\b|[-–—])\s*\d"
    )


@cache
def _law() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:[A-Z]\w|(?:assault|conviction|enquir|hospital|inquir|licence|notice|offence|order|patient|report|wound))"
    )


@cache
def _held() -> re.Pattern[str]:
    """What stands before a section of an Act: «detained under section 3»."""
    return re.compile(r"\b(?:admitted|charged|convicted|detained|held|sectioned|sentenced)\s+(?:\w+\s+){0,3}\Z")

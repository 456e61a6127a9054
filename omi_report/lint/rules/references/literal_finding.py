"""OMI307: a text writes out the letter of a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from omi_report.inspection import Inspection
from omi_report.language.terms import OMI
from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.references.numbered import any_of, criterion_numbers
from omi_report.model.findings import FindingKind
from omi_report.numbering import name_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI307",
    "literal-finding",
    Severity.WARNING,
    "A text names a finding by its letter or number: «area for improvement (c)», «criterion 1.4d».",
    "The letter comes from the finding's place in the list. It moves when a finding is added or cut, and the text "
    "then points at another one.",
    bad="Plans were insensitive to diversity, see criterion 1.4, area for improvement (c).",
    good="Plans were insensitive to diversity, see {finding}`1.4/diversity`.",
)


@each_text(language="en", holds=tuple("(0123456789"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the letters and numbers of findings."""
    yield from _in_brackets(text)
    yield from _prefixed(text)


def _in_brackets(text: CheckedText) -> Iterator[Problem]:
    """Find those in brackets, and those right after the number of a criterion."""
    if not _hint().search(text.words):
        return
    framework = text.framework
    kinds = tuple(kind.singular for kind in framework.findings)
    words = tuple(dict.fromkeys((OMI.criterion, framework.terms.criterion)))
    pattern = _lettered(kinds, any_of(words), criterion_numbers(text))
    for match in pattern.finditer(text.words):
        if not _is_mark(text.inspection, match):
            continue
        number = name_of(one_line(match["number"])) if match["number"] else text.prose.scope
        lacking = _lacking(text.inspection, match, number)
        if lacking:
            message = f"«{one_line(match.group())}»: {lacking}"
            yield text.problem(RULE, *match.span(), message, _which(text.inspection, match, number))
        else:
            yield _problem(text, match, _name(text.inspection, match, number), number)


def _prefixed(text: CheckedText) -> Iterator[Problem]:
    """Find numbers with the prefix of their kind, of which the report has a finding: AFI 3."""
    prefixes = tuple(kind.prefix for kind in text.framework.findings if kind.prefix)
    for match in _with_prefix(prefixes).finditer(text.words) if prefixes else ():
        found = [
            placed
            for listed in text.inspection.outline.placed.values()
            for placed in listed
            if (placed.kind.prefix, placed.mark) == (match["prefix"], match["mark"])
            and (placed.kind.runs_on or placed.criterion == text.prose.scope)
        ]
        if found:
            placed = found[0]
            names = (name for name, each in text.inspection.outline.findings.items() if each == placed)
            yield _problem(text, match, next(names, None), placed.criterion)


def _problem(text: CheckedText, match: re.Match[str], name: str | None, number: str) -> Problem:
    """``name`` is that of the finding, if it has one, and ``number`` that of its criterion."""
    begins = text.view.begins_sentence(match.start())
    hint = f"write {{finding}}`{name}`" if name else _no_name(number)
    return text.problem(
        RULE,
        *match.span(),
        f"«{one_line(match.group())}» is written out, where a reference should stand",
        f"{hint}, but not at the start of a sentence" if begins else hint,
    )


def _said(match: re.Match[str]) -> tuple[str, str]:
    """What the finding is called, empty where that is left out, and its letter or number."""
    kind = match["kind"] or match["own_kind"] or ""
    mark = match["letter"] or match["own_letter"] or match["mark"] or match["tail"]
    return " ".join(kind.casefold().split()), mark.lower()


def _is_mark(inspection: Inspection, match: re.Match[str]) -> bool:
    """Whether findings so called are marked in that way: with letters, or with numbers."""
    said, mark = _said(match)
    kind = _kind(inspection, said)
    return kind is None or kind.mark in ("none", "numbers" if mark.isdigit() else "letters")


def _kind(inspection: Inspection, said: str) -> FindingKind | None:
    return next((each for each in inspection.framework.findings if each.singular.casefold() == said), None)


def _lacking(inspection: Inspection, match: re.Match[str], number: str) -> str:
    """Why nothing is so called: there are no letters, or not so many. Empty where the letter is one of a finding."""
    said, mark = _said(match)
    kind = _kind(inspection, said)
    if kind is not None and kind.mark == "none":
        return f"{kind.plural} have no letters or numbers in this report"
    marks = _marks(inspection, kind, number)
    if not marks or mark in marks or (kind is not None and kind.runs_on):
        return ""
    what = kind.singular if kind else "finding"
    terms = inspection.framework.terms
    return f"there is no {what} ({mark}) under {terms.criterion} {inspection.framework.shown(number)}"


def _marks(inspection: Inspection, kind: FindingKind | None, number: str) -> list[str]:
    """The letters of the findings of a criterion, in order; those of one kind, where that is said."""
    of_criterion = (listed for (where, _kind), listed in inspection.outline.placed.items() if where == number)
    return [each.mark for listed in of_criterion for each in listed if kind is None or each.kind.id == kind.id]


def _which(inspection: Inspection, match: re.Match[str], number: str) -> str:
    """What to write in the place of a letter that no finding has."""
    kind = _kind(inspection, _said(match)[0])
    marks = [mark for mark in dict.fromkeys(_marks(inspection, kind, number)) if mark]
    if kind is None or kind.mark != "none":
        shown = (
            f"({marks[0]}) {'to' if len(marks) > 2 else 'and'} ({marks[-1]})"
            if len(marks) > 1
            else f"({marks[0]})"
            if marks
            else ""
        )
        if shown:
            said = f"{inspection.framework.shown(number)} has {shown}: which is meant? Give it an id, if it has none"
            return f"{said}, and write {{finding}}`{number}/its-id`"
    return _no_name(number)


def _name(inspection: Inspection, match: re.Match[str], number: str) -> str | None:
    """The name of the finding, where it has one and only one can be meant."""
    said, mark = _said(match)
    found = [
        name
        for name, placed in inspection.outline.findings.items()
        if (placed.criterion, placed.mark, placed.kind.singular.casefold()) == (number, mark, said)
    ]
    return found[0] if len(found) == 1 else None


@cache
def _hint() -> re.Pattern[str]:
    """What is in every such reference, and quick to compile and to find."""
    return re.compile(r"\((?:[A-Za-z]|[0-9]{1,2})\)|[0-9][A-Za-z]\b")


def _no_name(number: str) -> str:
    return f"give the finding an id, and write {{finding}}`{number}/its-id`"


@lru_cache(maxsize=8)
def _with_prefix(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    """A number of a finding with the prefix of its kind; capitals count."""
    any_prefix = "|".join(r"\s+".join(map(re.escape, prefix.split())) for prefix in sorted(prefixes, key=len)[::-1])
    return re.compile(rf"(?<![\w-])(?P<prefix>{any_prefix})\s?(?P<mark>[1-9]\d{{0,2}})(?![\w-]|[.,]\d)")


@lru_cache(maxsize=8)
def _lettered(names: tuple[str, ...], word: str, number: str) -> re.Pattern[str]:
    """The findings that are named by their letter or number.

    ``names`` is what a finding of each kind is called. ``word`` is a pattern for what a criterion is called, ``number``
    one for its number.
    """
    kinds = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(
        rf"""
        \b(?:(?:{word}|paragraph|see|in)\s+)(?P<number>{number})
          (?:
            ,?\s+(?P<kind>{kinds})\s+\((?P<letter>[a-z]|[0-9]{{1,2}})\)
            | \s?\((?P<mark>[a-z])\)
            | (?P<tail>[a-z])\b
          )
        | \b(?P<own_kind>{kinds})\s+\((?P<own_letter>[a-z]|[0-9]{{1,2}})\)
        """,
        re.VERBOSE | re.IGNORECASE,
    )

"""OMI552: another sign stands where an apostrophe, a dash or a letter was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.form.characters import word_around
from omi_report.lint.scalars import scalars_where
from omi_report.problems import Problem, Rule, Severity, excerpt
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Scalar

RULE = Rule(
    "OMI552",
    "lost-sign",
    Severity.WARNING,
    "A key or a value has a question mark inside a word, between two words or before a number, where a character was "
    "lost («offender?s», «late ? and thin», «?40»), or another sign in the place of an apostrophe («officer`s», "
    "«officer''s», «officer;s»).",
    "A program that does not know a character puts a question mark in its place. The sign is printed, and nobody who "
    "searches for the word finds it.",
    bad="text: The offender?s plan and the officer''s notes cost ?40 ? or more.",
    good="text: The offender's plan and the officer's notes cost £40 – or more.",
)

_FAR = 60
"""How far back a word is looked through for the signs of an address."""

_CODE = 10
"""How far back a code of HTML begins, such as &rsquo;, which is no word."""


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at every key and value of the files that may hold such a sign."""
    for file, scalar in scalars_where(inspection, _may_hold):
        if "?" in scalar:
            yield from _lost(file, scalar)
        yield from _wrong_apostrophes(file, scalar)


def _may_hold(file: SourceFile) -> bool:
    return "?" in file.text or _apostrophe().search(file.text) is not None


def _lost(file: SourceFile, scalar: Scalar) -> Iterator[Problem]:
    """The question marks that ask nothing."""
    for match in _question_mark().finditer(scalar):
        at = match.start()
        if _is_of_address(scalar, at):
            continue
        match match.lastgroup:
            case "number":
                message = f"«{excerpt(match.group())}»: a character was lost before the number"
                hint = "write the sign that stood there, such as £"
            case "between":
                message = "a «?» stands between two words: a character was lost there"
                hint = "write the dash that stood there, or remove it"
            case _:
                message = f"«{excerpt(word_around(scalar, at, at + 1))}» has a «?» inside: a character was lost there"
                hint = "write what stood there: an apostrophe, a hyphen or a letter with an accent"
        yield RULE.at(file.inside(scalar, at), message, hint)


def _wrong_apostrophes(file: SourceFile, scalar: Scalar) -> Iterator[Problem]:
    """Other signs that stand for an apostrophe; a ` that closes code and a ; that ends one of HTML are none."""
    done = ticks = 0
    for match in _apostrophe().finditer(scalar):
        start, end = match.span("sign")
        ticks += scalar.count("`", done, start)
        done = start
        sign = match["sign"]
        if (sign == "`" and ticks % 2) or (sign == ";" and "&" in scalar[max(0, start - _CODE) : start]):
            continue
        written, right = word_around(scalar, start, end), word_around(scalar, start, end, "'")
        message = f"«{sign}» in «{excerpt(written)}» stands in the place of an apostrophe"
        yield RULE.at(file.inside(scalar, start), message, f"write «{excerpt(right)}»", length=end - start)


def _is_of_address(scalar: str, at: int) -> bool:
    """Say whether a question mark stands in the address of a page."""
    start = max(scalar.rfind(" ", max(0, at - _FAR), at), scalar.rfind("\n", max(0, at - _FAR), at), at - _FAR, -1) + 1
    return any(sign in scalar[start:at] for sign in "/.=&")


@cache
def _question_mark() -> re.Pattern[str]:
    return re.compile(
        r"\?(?:(?P<inside>(?<=[A-Za-z].)(?=[a-z]))|(?P<between>(?<=\w .)(?= [a-z]))"
        r"|(?P<number>(?<![\w?!.)].)\d+(?:[,.]\d+)*))"
    )


@cache
def _apostrophe() -> re.Pattern[str]:
    return re.compile(r"(?P<sign>['`\";](?<=[a-z].)(?:(?<=')'|(?<!')))(?=(?:s|t|re|ll|ve|d|m)\b)")

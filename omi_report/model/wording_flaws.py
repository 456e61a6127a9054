"""Whether the words of a framework can be printed and searched for as it means them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from omi_report.model.base import Text
from omi_report.model.flaws import Flaw
from omi_report.model.framework import Framework, OutdatedTerm
from omi_report.model.record import Record
from omi_report.prose.abbreviation import looks_abbreviated
from omi_report.source.tree import Path


def title_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the flaw of a title that names no area: all reports of the programme would be called alike.

    What stands there in the area's place is looked at as in any text.
    """
    if "{{" not in framework.report_title:
        message = "the title of the report does not name the %(term_area)s"
        yield Flaw(("report_title",), message, "put {{ area }} where the %(term_area)s's name is to stand")


def capital_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the words among the plain capitals that nobody would take for an abbreviation."""
    for at, word in enumerate(framework.plain_capitals):
        if not looks_abbreviated(word):
            message = f"«{word}» does not look like an abbreviation, so that it changes nothing"
            hint = "list single words, mostly in capitals: NOMS, OASys"
            yield Flaw(("plain_capitals", at), message, hint)


def term_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield outdated terms that are given twice, hold no words, or are what another entry says instead."""
    terms = framework.house_style.outdated_terms
    seen: dict[tuple[str, bool, tuple[str, ...]], str] = {}
    for at, term in enumerate(terms):
        path: Path = ("house_style", "outdated_terms", at)
        if term.noun and term.before:
            message = "«noun» and «before» contradict each other: the one wants no noun after the term, the other some"
            yield Flaw((*path, "before"), message, "keep one of the two", key=True)
        for inner, phrase in enumerate(term.avoid):
            place = (*path, "avoid", inner)
            if not _word().search(phrase):
                yield Flaw(place, f"«{phrase}» holds no word to look for", "write the words that are to be avoided")
            same = (phrase.casefold(), term.noun, term.before)
            if same in seen:
                yield Flaw(place, f"there is a second outdated term «{phrase}»", "remove one of the two")
            seen[same] = phrase
        yield from _said_instead(path, term, terms)


def _said_instead(path: Path, term: OutdatedTerm, terms: tuple[OutdatedTerm, ...]) -> Iterator[Flaw]:
    """What is to be said instead must not be avoided itself, wherever it stands."""
    always = (phrase for other in terms if not other.noun and not other.before for phrase in other.avoid)
    said = term.say.casefold()
    for phrase in always:
        if phrase.casefold() in said and _says(phrase, said):
            message = f"«{phrase}» is to be avoided, and is said here instead"
            yield Flaw((*path, "say"), message, "say something else")
            return


def _says(phrase: str, words: str) -> bool:
    """Whether a phrase stands among words in small letters, and not only inside a longer word."""
    return re.search(rf"(?<![\w-]){re.escape(phrase.casefold())}s?(?![\w-])", words) is not None


def line_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the lines of plain text that hold a figure or a reference: they are printed as they stand."""
    if not _has_braces(framework):  # as most have none, no places are made up for them
        return
    for path, line in _lines(framework, ()):
        found = _markup().search(line)
        if found:
            message = f"this line is printed as it stands, and so is «{found[0]}»"
            yield Flaw(path, message, "figures and references stand in texts alone: write the words out")


def _has_braces(value: Any) -> bool:
    """Whether a line of plain text has a brace."""
    if isinstance(value, str):
        return "{" in value and not isinstance(value, Text)
    if isinstance(value, tuple):
        return any(map(_has_braces, value))
    if isinstance(value, Record):
        return any(_has_braces(inner) for _key, inner in value.items() if inner)
    return isinstance(value, dict) and any(map(_has_braces, value.values()))


def _lines(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every line of plain text with its place; texts in Markdown are none."""
    match value:
        case str():
            if not isinstance(value, Text):
                yield path, value
        case tuple():
            for at, inner in enumerate(value):
                yield from _lines(inner, (*path, at))
        case Record() | dict():
            for key, inner in value.items():
                yield from _lines(inner, (*path, str(key)))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-zA-Z]")


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"\{\{.*?\}\}|\{[a-z]+\}`[^`]*`")

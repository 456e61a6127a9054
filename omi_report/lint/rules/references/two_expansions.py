"""OMI313: a text spells out an abbreviation in other words than the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from omi_report.lint.checked_text import CheckedText, CheckedTexts, one_line
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.references.abbreviations import AbbreviationList, Entry, abbreviations_of, value_place
from omi_report.lint.rules.references.expansions import listed_words, plain_words, spelled_out, words_of_others
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.abbreviation import singular
from omi_report.prose.nodes import Definitions

RULE = Rule(
    "OMI313",
    "two-expansions",
    Severity.WARNING,
    "A text spells out an abbreviation, or defines it, and the list, or another text, spells it out differently. A "
    "definition that explains in other words what is meant is left alone.",
    "One abbreviation that stands for two things stands for neither.",
    bad="abbreviations.yaml: {LAA: Local Area Agreement}\ntext: The local authority agreement (LAA) had a target.",
    good="abbreviations.yaml: {LAA: Local Area Agreement}\ntext: The LAA had a target.",
)

_ByWords: TypeAlias = Mapping[tuple[str, ...], Entry]
"""Entries of the list by the words that they stand for."""


@all_texts(holds=("(", "\n:"))
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Hold what a text spells out against the list, and against the text that spelled it out first."""
    listed = abbreviations_of(texts.inspection)
    by_words = {tuple(plain_words(each.expansion)): each for each in listed.entries}
    first: dict[str, tuple[str, str]] = {}
    for text in texts:
        yield from _against_list(text, listed, by_words)
        yield from _definitions(text, listed)
        for found in spelled_out(text.view):
            name, words = singular(found.name), one_line(found.words)
            if listed.entry(name) is not None:
                continue
            here = f"{text.prose.file}, line {text.at(found.words_start).line}"
            earlier, place = first.setdefault(name, (words, here))
            if plain_words(earlier) != plain_words(words):
                message = f"«{name}» stands for «{earlier}» in {place}, and for «{words}» here"
                end = found.words_start + len(found.words)
                yield text.problem(RULE, found.words_start, end, message, "use one of the two in both places")


def _definitions(text: CheckedText, listed: AbbreviationList) -> Iterator[Problem]:
    """Definitions of listed abbreviations that are the words of the list but for one or two."""
    entries = (each for block in text.view.parsed.blocks if isinstance(block, Definitions) for each in block.entries)
    for term, value in ((each.term, value) for each in entries for value in each.values):
        name = text.text[term.offset : term.end].strip()
        entry = listed.entry(name)
        if entry is None:
            continue
        words = one_line(text.text[value.offset : value.end]).strip(" .:")
        here, there = plain_words(words), plain_words(entry.expansion)
        if here != there and abs(len(here) - len(there)) <= 1 and len(set(here) & set(there)) >= len(there) // 2:
            line = value_place(text.inspection, entry).line
            message = f"«{name}» stands for «{entry.expansion}» in the list, and for «{words}» here"
            yield text.problem(RULE, value.offset, value.end, message, f"write it as in {entry.file}, line {line}")


def _against_list(text: CheckedText, listed: AbbreviationList, by_words: _ByWords) -> Iterator[Problem]:
    for entry, found, other in words_of_others(text.view, listed.entry, by_words):
        line = value_place(text.inspection, entry).line
        message = (
            f"«{found.name}» stands for «{entry.expansion}» in the list, and «{one_line(found.words)}» for {other.name}"
        )
        hint = f"write {other.name}, if it is meant; else {entry.expansion} ({entry.file}, line {line})"
        yield text.problem(RULE, found.words_start, found.words_start + len(found.words), message, hint)
    for entry, found in listed_words(text.view, listed.entry, same=False):
        line = value_place(text.inspection, entry).line
        message = f"«{found.name}» stands for «{entry.expansion}» in the list, and for «{one_line(found.words)}» here"
        right = f"write {found.name} alone, or {entry.expansion}"
        hint = f"{right}; only if the list is wrong, correct {entry.file}, line {line}"
        end = found.words_start + len(found.words)
        yield text.problem(RULE, found.words_start, end, message, hint)

"""OMI313: a text spells out an abbreviation in other words than the list."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.references.abbreviations import abbreviations_of, value_place
from omi_report.lint.rules.references.expansions import listed_words
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI313",
    "two-expansions",
    Severity.WARNING,
    "A text spells out an abbreviation, and the list spells it out differently.",
    "One abbreviation that stands for two things stands for neither.",
    bad="abbreviations.yaml: {LAA: Local Area Agreement}\ntext: The local authority agreement (LAA) had a target.",
    good="abbreviations.yaml: {LAA: Local Area Agreement}\ntext: The LAA had a target.",
)


@each_text(holds=("(",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Hold what the text spells out against the list."""
    listed = abbreviations_of(text.inspection)
    for entry, found in listed_words(text.view, listed.entry, same=False):
        line = value_place(text.inspection, entry).line
        message = f"«{found.name}» stands for «{entry.expansion}» in the list, and for «{one_line(found.words)}» here"
        hint = f"write {found.name} alone, or put {entry.file}, line {line}, right"
        end = found.words_start + len(found.words)
        yield text.problem(RULE, found.words_start, end, message, hint)

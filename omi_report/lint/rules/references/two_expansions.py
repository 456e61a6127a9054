"""OMI313: a text spells out an abbreviation in other words than the list."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.marks import mark, one_line
from omi_report.lint.rules.references.abbreviations import Abbreviations, value_place
from omi_report.lint.rules.references.expansions import listed_words
from omi_report.lint.subject import Subject
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


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Hold what the texts spell out against the list."""
    listed = Abbreviations(subject)
    for prose, _parsed in subject.texts:
        for entry, found in listed_words(prose.text, listed.entry, same=False):
            end = found.words_start + len(found.words)
            place = mark(subject, prose, found.words_start, end)
            line = value_place(subject, entry).line
            message = (
                f"«{found.name}» stands for «{entry.expansion}» in the list, and for «{one_line(found.words)}» here"
            )
            hint = f"write {found.name} alone, or put {entry.file}, line {line}, right"
            yield RULE.at(place.start, message, hint, length=place.length)

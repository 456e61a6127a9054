"""OMI309: a text uses an abbreviation that the list does not have."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.rules.references.abbreviations import Abbreviations, singular
from omi_report.lint.rules.references.expansions import expansion_in
from omi_report.lint.rules.references.slips import is_slip
from omi_report.lint.rules.references.unlisted import Unlisted, in_standard_texts, unlisted_uses
from omi_report.lint.subject import Subject
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI309",
    "abbreviation-unlisted",
    Severity.WARNING,
    "A text uses an abbreviation that abbreviations.yaml does not have. Common ones (TV, NHS, HMP) need no entry.",
    "A reader from outside probation cannot look it up.",
    bad="abbreviations.yaml: {PSR: Pre-sentence report}\ntext: Neither the PSR nor the LDU plan was on file.",
    good="abbreviations.yaml: {LDU: Local delivery unit, PSR: Pre-sentence report}\n"
    "text: Neither the PSR nor the LDU plan was on file.",
)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Report each abbreviation without an entry once, where it is first used."""
    listed = Abbreviations(subject)
    if not listed.entries or listed.is_blank:
        return
    found = unlisted_uses(subject, listed)
    for word, places in found.items():
        if not is_slip(word, len(places), listed):
            yield _problem(subject, listed.file, word, places)
    for word in in_standard_texts(subject, listed):
        if word not in found:
            message = f"the standard wording of the report uses «{word}», which is not in the list"
            yield RULE.at(subject.area.at(listed.file), message, f"add «{word}: …» to it")


def _problem(subject: Subject, file: str, word: str, places: list[Unlisted]) -> Problem:
    prose, use = places[0]
    known = next((known for other, _use in places if (known := expansion_in(other.text, word))), "…")
    times = f", and stands in {len(places)} places" if len(places) > 1 else ""
    message = f"«{word}» is not in the list of abbreviations{times}"
    return RULE.at(
        subject.at(prose, use.offset), message, f"add «{singular(word)}: {known}» to {file}", length=len(use.word)
    )

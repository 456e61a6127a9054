"""OMI309: a text uses an abbreviation that the list does not have."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.references.abbreviations import abbreviations_of
from omi_report.lint.rules.references.expansions import expansion_in, plain_words
from omi_report.lint.rules.references.letters import twisted
from omi_report.lint.rules.references.slips import MOST_SLIPS, is_slip, near
from omi_report.lint.rules.references.unlisted import Unlisted, in_standard_texts, unlisted_uses
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.abbreviation import singular

RULE = Rule(
    "OMI309",
    "abbreviation-unlisted",
    Severity.WARNING,
    "A text, a title, a caption or a cell of a table uses an abbreviation that abbreviations.yaml does not have. "
    "Common ones (TV, NHS, HMP) need no entry.",
    "A reader from outside probation cannot look it up.",
    bad="abbreviations.yaml: {PSR: Pre-sentence report}\ntext: Neither the PSR nor the LDU plan was on file.",
    good="abbreviations.yaml: {LDU: Local delivery unit, PSR: Pre-sentence report}\n"
    "text: Neither the PSR nor the LDU plan was on file.",
)


@all_texts(titles=True)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Report each abbreviation without an entry once, where it is first used."""
    listed = abbreviations_of(texts.inspection)
    if not listed.entries or listed.is_blank:
        return
    found = unlisted_uses(texts, listed)
    for word, places in found.items():
        if not is_slip(word, len(places), listed) and word not in twisted(texts.inspection):
            yield _problem(listed.file, word, places, near(word, listed))
    for word in in_standard_texts(texts.inspection, listed):
        if word not in found:
            message = f"the standard wording of the report uses «{word}», which is not in the list"
            yield RULE.at(texts.inspection.area.at(listed.file), message, f"add «{word}: …» to it")


def _problem(file: str, word: str, places: list[Unlisted], others: list[str]) -> Problem:
    text, use = places[0]
    known = [known for other, _use in places if (known := expansion_in(other.view, word))]
    agreed = len({tuple(plain_words(each)) for each in known}) == 1
    times = f", and stands in {len(places)} places" if len(places) > 1 else ""
    message = f"«{word}» is not in the list of abbreviations{times}"
    hint = f"add «{singular(word)}: {known[0] if agreed else '…'}» to {file}"
    if known and not agreed:
        hint += ", with the name that is right: the places differ"
    if others and len(places) <= MOST_SLIPS:
        hint = f"write {' or '.join(others[:MOST_SLIPS])} if that is meant; else {hint}"
    return text.problem(RULE, use.offset, use.offset + len(use.word), message, hint)

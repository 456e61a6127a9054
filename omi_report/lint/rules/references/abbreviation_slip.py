"""OMI315: an abbreviation is one slip away from one in the list."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.references.abbreviations import abbreviations_of
from omi_report.lint.rules.references.slips import is_slip, slip_of
from omi_report.lint.rules.references.unlisted import unlisted_uses
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI315",
    "abbreviation-slip",
    Severity.WARNING,
    "A text uses an abbreviation that is not in the list and differs by a letter, by two letters that changed "
    "places or by capitals from one that is.",
    "It is most often a slip of the pen: the published Hampshire report has MAAPA for MAPPA.",
    bad="Staff had been told the MAAPA level.",
    good="Staff had been told the MAPPA level.",
)


@all_texts()
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Find the slips in every text."""
    listed = abbreviations_of(texts.inspection)
    for word, places in unlisted_uses(texts, listed).items():
        right = slip_of(word, listed)
        if right is None or not is_slip(word, len(places), listed):
            continue
        for text, use in places:
            start, end = use.offset, use.offset + len(word)
            if right.casefold() == word.casefold():
                message, hint = f"«{word}» is listed as «{right}»", f"write {right}"
                fix = text.fix(start, end, right)
            else:
                message = f"«{word}» is not in the list of abbreviations, and «{right}» is"
                hint, fix = f"write {right}, or add «{word}: …» to {listed.file}", None
            yield text.problem(RULE, start, end, message, hint, fix=fix)

"""What a text is about as a whole, and the word with which it speaks of that."""

from __future__ import annotations

from omi_report.language.terms import OMI
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.rules.references.numbered import any_of
from omi_report.model.criterion import criterion_number
from omi_report.scoring.results import Result


def subject_of(text: CheckedText) -> Result | None:
    """Return the result of what a text is about: the section of a summary, the criterion of a finding."""
    scores, about = text.inspection.scores, text.prose.about
    if about is not None:
        return next((each for each in scores.results if each.key == about), None)
    return scores.criteria.get(text.prose.scope) if criterion_number(text.prose.file) else None


def words_for(text: CheckedText, subject: Result) -> str:
    """Return a pattern for the words with which a text speaks of what it is about."""
    terms = text.framework.terms
    words = {"criterion": (OMI.criterion, terms.criterion), "section": (OMI.section, terms.section)}
    return any_of(words.get(subject.level, ("thread",)))

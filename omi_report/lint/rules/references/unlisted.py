"""The abbreviations that the report uses and the list does not have."""

from __future__ import annotations

import re
from typing import NamedTuple

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.rules.language.placeholder import notes
from omi_report.lint.rules.people.identifiers import is_identifier
from omi_report.lint.rules.references.abbreviations import AbbreviationList, Use, standard_texts
from omi_report.prose.abbreviation import singular
from omi_report.prose.nodes import Span
from omi_report.prose.stretches import Stretches
from omi_report.prose.view import view_of


class Unlisted(NamedTuple):
    """A use of an abbreviation that the list does not have, and the text in which it stands."""

    text: CheckedText
    use: Use


def unlisted_uses(texts: CheckedTexts, listed: AbbreviationList) -> dict[str, list[Unlisted]]:
    """Return the abbreviations of the area's texts without an entry, with every place of each."""
    found: dict[str, list[Unlisted]] = {}
    for text in texts:
        for use in listed.unlisted(text.view.prose):
            if not (
                is_identifier(text.text, use.offset)
                or text.remembered(_in_notes).hold(use.offset)
                or _is_formula(text.text, use)
            ):
                found.setdefault(singular(use.word), []).append(Unlisted(text, use))
    return _without_stressed(texts, found) if found else found


def _is_formula(text: str, use: Use) -> bool:
    """Say whether a lowered sign follows: CO~2~ is a substance."""
    return text.startswith("~", use.offset + len(use.word))


def _in_notes(text: CheckedText) -> Stretches[Span]:
    return Stretches(text.remembered(notes))


def _without_stressed(texts: CheckedTexts, found: dict[str, list[Unlisted]]) -> dict[str, list[Unlisted]]:
    """Leave out what is no abbreviation but a word in capitals: the texts have it in small letters too."""
    small_word = re.compile(r"\b[a-z]{2,}\b")
    written = {word for text in texts for word in small_word.findall(text.words)}
    return {
        word: places
        for word, places in found.items()
        if not (word.isupper() or word[:2].isupper()) or word.lower() not in written  # «THe»: OMI555 speaks of it
    }


def in_standard_texts(inspection: Inspection, listed: AbbreviationList) -> list[str]:
    """Return the abbreviations without an entry in the wording of a framework that comes with omi.

    A framework in the area's own folder is among the area's texts already.
    """
    if inspection.area.framework_file:
        return []
    found: dict[str, None] = {}
    for text in standard_texts(inspection):
        if listed.unlisted(text):  # a quick look: what is no prose is in it too
            found |= dict.fromkeys(singular(use.word) for use in listed.unlisted(view_of(text).prose))
    return list(found)

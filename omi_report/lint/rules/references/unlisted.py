"""The abbreviations that the report uses and the list does not have."""

from __future__ import annotations

from typing import NamedTuple

from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.references.abbreviations import Abbreviations, Use, singular, standard_texts
from omi_report.lint.subject import Subject
from omi_report.lint.text import masked
from omi_report.model.area import Prose

_SMALL_WORD = lazy_regex(r"\b[a-z]{2,}\b")


class Unlisted(NamedTuple):
    """A use of an abbreviation that the list does not have, and the text in which it stands."""

    prose: Prose
    use: Use


def unlisted_uses(subject: Subject, listed: Abbreviations) -> dict[str, list[Unlisted]]:
    """Return the abbreviations of the area's texts without an entry, with every place of each."""
    found: dict[str, list[Unlisted]] = {}
    for prose, _parsed in subject.texts:
        for use in listed.unlisted(prose.text):
            found.setdefault(singular(use.word), []).append(Unlisted(prose, use))
    return _without_stressed(subject, found) if found else found


def _without_stressed(subject: Subject, found: dict[str, list[Unlisted]]) -> dict[str, list[Unlisted]]:
    """Leave out what is no abbreviation but a word in capitals: the texts have it in small letters too."""
    written = {word for prose, _parsed in subject.texts for word in _SMALL_WORD.findall(masked(prose.text))}
    return {word: places for word, places in found.items() if not word.isupper() or word.lower() not in written}


def in_standard_texts(subject: Subject, listed: Abbreviations) -> list[str]:
    """Return the abbreviations without an entry in the wording of a framework that comes with omi.

    A framework in the area's own folder is among the area's texts already.
    """
    if subject.area.framework_file:
        return []
    found = (use.word for text in standard_texts(subject) for use in listed.unlisted(text))
    return list(dict.fromkeys(singular(word) for word in found))

"""From a language's tag to the language."""

from __future__ import annotations

from functools import cache

from omi_report.errors import OmiError
from omi_report.language.catalogue import catalogue_of, catalogued_languages
from omi_report.language.english import English
from omi_report.language.language import Language
from omi_report.language.tags import is_english, parse_tag


class UnknownLanguageError(OmiError):
    """A report cannot be written in a language; ``hint`` says in which it can."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}: {hint}")
        self.message = message
        self.hint = hint


@cache
def language_of(tag: str) -> Language:
    """Return the language of a tag such as ``en-GB``.

    Raises UnknownLanguageError for what is no tag, and for a language that has no catalogue.
    """
    try:
        parse_tag(tag)
    except ValueError as error:
        raise UnknownLanguageError(f"«{tag}» is not the tag of a language", str(error)) from None
    if is_english(tag):
        return English(tag)
    catalogue = catalogue_of(tag)
    if catalogue is None:
        known = ", ".join(["en-GB or another English", *catalogued_languages()])
        raise UnknownLanguageError(f"a report cannot be written in the language «{tag}»", f"omi writes {known}")
    return Language(tag, catalogue=catalogue)


def is_written(tag: str) -> bool:
    """Say whether a report can be written in the language of a tag."""
    try:
        language_of(tag)
    except UnknownLanguageError:
        return False
    return True


def language_to_read(tag: str) -> Language:
    """Return the language of a tag, or English where it has no catalogue: to show an area that has errors."""
    return language_of(tag) if is_written(tag) else ENGLISH


ENGLISH: Language = English("en-GB")
"""What omi says to those who write a report: its messages and its tables in the terminal are in English."""

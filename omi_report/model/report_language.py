"""Whether a report can be written in the language that its framework asks for."""

from __future__ import annotations

from omi_report.language.known import UnknownLanguageError, language_of
from omi_report.model import shape_rules as rules
from omi_report.model.framework import Framework
from omi_report.problems import Problem
from omi_report.source.folder import SourceFile


def language_problems(framework: Framework, own: SourceFile | None, identity: SourceFile) -> list[Problem]:
    """Return the problem of a language that has no catalogue, or none.

    It stands at the language of the framework where that is a file of the area (``own``), else where
    the area's ``identity`` names the framework.
    """
    try:
        language_of(framework.language)
    except UnknownLanguageError as error:
        if own:
            place, length = own.at(("language",)), len(framework.language)
        else:
            place, length = identity.at(("framework",)), 1
        return [rules.UNKNOWN_LANGUAGE.at(place, error.message, error.hint, length=length)]
    return []

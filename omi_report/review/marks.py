"""Words that are marked as inserted or deleted, with what tells so to those who do not see the marks."""

from __future__ import annotations

from typing import Literal, TypeAlias

from omi_report.document.inlines import ChangedInline, Inlines
from omi_report.language.language import Language

Mark: TypeAlias = Literal["inserted", "deleted"]


def marked(mark: Mark, children: Inlines, language: Language) -> ChangedInline:
    """Return words as inserted or deleted, in the language of their report."""
    begins = language.label("[inserted: ") if mark == "inserted" else language.label("[deleted: ")
    return ChangedInline(mark, children, begins, language.label(" end]"))

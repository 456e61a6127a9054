"""OMI614: the rules that protect people do not know the words of the report's language."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.language.known import is_written
from omi_report.lint.declaration import knows_words_of, whole
from omi_report.problems import Location, Problem, Rule, Severity

RULE = Rule(
    "OMI614",
    "language-not-covered",
    Severity.INFO,
    "The report is in a language whose words some of the rules that protect people do not know. They look for dates of "
    "birth, titles, ages, groups and offences by English words.",
    "Nobody should think that a report was searched for what was never looked for in it.",
    bad="language: cy   # and nobody has said that the texts were read through",
    good="language: cy   # omi: ignore[OMI614] read through for names, dates of birth and small groups",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Name the rules about people that look for other words than those of the report, once for an area."""
    from omi_report.lint.registry import CHECKS  # this rule is one of them

    tag = inspection.framework.language
    if not is_written(tag):
        return  # there is no report, and OMI109 says so
    codes = [
        checked.rule.code
        for checked in CHECKS
        if checked.rule.code.startswith("OMI6") and not knows_words_of(checked.check, tag)
    ]
    if codes:
        message = f"the report is in «{tag}», and {len(codes)} rules that protect people look for English words"
        hint = f"read the texts through for what {', '.join(codes)} would find, and say so in a comment"
        place, length = _place(inspection, tag)
        yield RULE.at(place, message, hint, length=length)


def _place(inspection: Inspection, tag: str) -> tuple[Location, int]:
    """Where the language is settled: in a framework of the area or the project, or where area.yaml names another."""
    area = inspection.area
    return area.in_framework(("language",)), len(tag) if area.framework_file or area.of_project else 1

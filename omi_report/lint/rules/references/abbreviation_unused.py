"""OMI310: the list has an abbreviation that the report does not use."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.references.abbreviations import BLANK, Entry, abbreviations_of, key_place, standard_texts
from omi_report.lint.rules.references.letters import twisted
from omi_report.lint.scalars import scalars
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI310",
    "abbreviation-unused",
    Severity.WARNING,
    "An entry of abbreviations.yaml is used in no text, title or table of the report.",
    "The list grows from report to report and ends by explaining what nobody reads; or the text misspells it.",
    bad="abbreviations.yaml: {PSR: Pre-sentence report, SDR: Standard delivery report}\ntext: No PSR was on file.",
    good="abbreviations.yaml: {PSR: Pre-sentence report}\ntext: No PSR was on file.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look for every form of every entry in all that the report prints, unless a file could not be read."""
    listed = abbreviations_of(inspection)
    if not listed.entries or inspection.area.unread:
        return
    printed = " ".join(_printed(inspection, listed.file))
    absent = [entry for entry in listed.entries if entry.name != BLANK and not _is_used(printed, entry)]
    on_one_line = " ".join(printed.split()) if absent else ""
    for entry in absent:
        if not _is_used(on_one_line, entry) and entry.name not in twisted(inspection).values():
            message = f"the report does not use «{entry.name}»"
            yield RULE.at(key_place(inspection, entry), message, "remove it from the list", length=len(entry.name))


def _printed(inspection: Inspection, list_file: str) -> Iterator[str]:
    yield from standard_texts(inspection)
    area = inspection.area
    yield from (value for file, value in scalars(inspection) if file.name not in (list_file, area.framework_file))


def _is_used(printed: str, entry: Entry) -> bool:
    return any(_stands_in(printed, form) for form in entry.forms)


def _stands_in(printed: str, form: str) -> bool:
    """Say whether a form is printed as a word of its own. A pattern for each of 45 forms takes 50 times as long."""
    found = printed.find(form)
    while found >= 0:
        before, after = printed[max(0, found - 1) : found], printed[found + len(form) : found + len(form) + 2]
        if not before.isalnum() and not after.removeprefix("s")[:1].isalnum():
            return True
        found = printed.find(form, found + 1)
    return False

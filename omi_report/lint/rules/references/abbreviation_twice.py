"""OMI311: the list has an abbreviation, or what it stands for, twice."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.references.abbreviations import Entry, abbreviations_of, key_place, value_place
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.abbreviation import singular

RULE = Rule(
    "OMI311",
    "abbreviation-twice",
    Severity.WARNING,
    "Two entries of abbreviations.yaml are the same abbreviation but for capitals or a plural s, or have the same "
    "expansion. The very same abbreviation twice is a duplicate key, OMI002.",
    "One thing under two names makes a reader look for the difference.",
    bad="PSR: Pre-sentence report\nPSRs: Pre-sentence reports",
    good="PSR: Pre-sentence report",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find the entries that say again what one above them says."""
    names: dict[str, Entry] = {}
    expansions: dict[str, Entry] = {}
    for entry in abbreviations_of(inspection).entries:
        keys = {singular(form).casefold() for form in entry.forms}
        expansion = " ".join(entry.expansion.casefold().split())
        earlier = next((names[key] for key in keys if key in names), None)
        if earlier:
            line = key_place(inspection, earlier).line
            message = f"«{entry.name}» is listed already, as «{earlier.name}»"
            hint = f"see line {line}: remove one of the two"
            yield RULE.at(key_place(inspection, entry), message, hint, length=len(entry.name))
        elif expansion in expansions:
            earlier = expansions[expansion]
            message = f"«{entry.expansion}» has an abbreviation already, «{earlier.name}»"
            hint = f"see line {key_place(inspection, earlier).line}: use one of the two, and remove the other"
            yield RULE.at(value_place(inspection, entry), message, hint, length=len(entry.expansion))
        names |= {key: entry for key in keys if key not in names}
        expansions.setdefault(expansion, entry)

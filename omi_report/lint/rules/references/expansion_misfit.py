"""OMI342: the letters of an abbreviation do not stand for the words of its entry."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.references.abbreviations import BLANK, abbreviations_of, value_place
from omi_report.lint.rules.references.letters import fits, twisted
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI342",
    "expansion-misfit",
    Severity.WARNING,
    "An entry of abbreviations.yaml has a word that no letter of the abbreviation stands for, or a letter without its "
    "word. Small words (of, and, the) need no letter.",
    "A word was lost or changed, and the reader learns something wrong.",
    bad="MAPPA: Multi-Agency Protection Arrangements",
    good="MAPPA: Multi-Agency Public Protection Arrangements",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the letters of each entry against the words."""
    meant = {name: word for word, name in twisted(inspection).items()}
    for entry in abbreviations_of(inspection).entries:
        if BLANK in entry.name or not entry.expansion:
            continue
        names = [part.strip() for part in entry.name.split("/")]
        expansions = [part.strip() for part in entry.expansion.split("/")]
        if len(names) != len(expansions):
            expansions = [entry.expansion] * len(names)
        for name, expansion in zip(names, expansions, strict=True):
            if not fits(name, expansion):
                message = f"the letters of «{name}» do not stand for the words «{expansion}»"
                hint = "is a word missing, or another one meant?"
                if name in meant:
                    hint = f"the texts have «{meant[name]}», whose letters do: write {meant[name]} in place of {name}"
                place = value_place(inspection, entry)
                yield RULE.at(place, message, hint, length=len(entry.expansion))
                break

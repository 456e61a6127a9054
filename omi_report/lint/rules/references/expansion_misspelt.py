"""OMI344: a word of what an abbreviation stands for is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.language.lexicon import is_common, lines_of, one_edit_away, unknown_among
from omi_report.lint.rules.references.abbreviations import Entry, abbreviations_of, value_place
from omi_report.lint.rules.references.known_names import known_names
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI344",
    "expansion-misspelt",
    Severity.WARNING,
    "A word in the list of abbreviations is none that is known, and one slip of the hand away from one that is; or it "
    "is a word that a report hardly ever needs, and that is easily taken for another («pubic», «public»). A word that "
    "stands in the report elsewhere is left alone.",
    "What an abbreviation stands for is a name, and it is printed wrong in the list and wherever it is explained.",
    bad="MAPPA: Multi-Agency Pubic Protection Arrangements",
    good="MAPPA: Multi-Agency Public Protection Arrangements",
)


@whole(language="en-GB")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look up each word of each entry."""
    entries = abbreviations_of(inspection).entries
    words = {word.lower() for entry in entries for word in _word().findall(entry.expansion)}
    doubtful = {*unknown_among(words), *(words & _mistaken().keys())}
    for entry in entries if doubtful else ():
        for word in _word().findall(entry.expansion):
            if word.lower() in doubtful and known_names(inspection).times[word] < 2:
                yield from _problem(inspection, entry, word)


def _problem(inspection: Inspection, entry: Entry, word: str) -> Iterator[Problem]:
    small = word.lower()
    meant = _mistaken().get(small) or next((each for each in one_edit_away(small) if is_common(each)), "")
    if meant:
        right = meant.capitalize() if word[0].isupper() else meant
        message = f"«{word}» in what {entry.name} stands for: is it spelt right?"
        place = value_place(inspection, entry)
        yield RULE.at(place, message, f"did you mean «{right}»?", length=len(entry.expansion))


@cache
def _mistaken() -> dict[str, str]:
    """Words that a report hardly ever needs, each with the one that it is taken for."""
    found: dict[str, str] = {}
    for line in lines_of("confusable.txt"):
        group = [part.partition("/")[::2] for part in line.split()]
        usual = [word for word, classes in group if not classes.endswith("!")]
        found |= {word: usual[0] for word, classes in group if classes.endswith("!") and usual}
    return found


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’])[A-Z]?[a-z]{3,}(?![\w'’])")

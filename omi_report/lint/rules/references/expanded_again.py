"""OMI314: a text spells out an abbreviation that was spelled out before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedTexts, one_line
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.references.abbreviations import Entry, abbreviations_of
from omi_report.lint.rules.references.expansions import Expansion, listed_words
from omi_report.problems import Location, Problem, Rule, Severity

RULE = Rule(
    "OMI314",
    "expanded-again",
    Severity.INFO,
    "A text spells out an abbreviation, with the abbreviation in brackets, a second time.",
    "The list and the first time have explained it.",
    bad="The Local Area Agreement (LAA) had a target. Health was in the Local Area Agreement (LAA) too.",
    good="The Local Area Agreement (LAA) had a target. Health was in the LAA too.",
)


@all_texts(holds=("(",))
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Find all but the first time that each abbreviation is spelled out, in the order of the report."""
    listed = abbreviations_of(texts.inspection)
    first: dict[str, Location] = {}
    for text in texts:
        for entry, found in listed_words(text.view, listed.entry, same=True):
            place = text.at(found.start)
            earlier = first.setdefault(entry.name, place)
            if earlier != place:
                message = f"«{one_line(found.words)}» is spelled out again"
                hint = f"write {found.name}: it is spelled out in {earlier.file}, line {earlier.line}"
                safe = _is_safe(text.text, found, entry)
                fix = text.fix(found.start, found.end, found.name) if safe else None
                yield text.problem(RULE, found.start, found.end, message, hint, fix=fix)


def _is_safe(text: str, found: Expansion, entry: Entry) -> bool:
    """Say whether the abbreviation alone fits: «an» may have to be «a», and a plural needs its s."""
    plural = found.words.endswith("s") and not entry.expansion.endswith("s")
    after_article = re.search(r"\b[Aa]n?\s+\Z", text[: found.start])
    return not after_article and (not plural or found.name.endswith("s"))

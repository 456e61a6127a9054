"""OMI314: a text spells out an abbreviation that was spelled out before."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import mark, one_line
from omi_report.lint.rules.references.abbreviations import Abbreviations, Entry
from omi_report.lint.rules.references.expansions import Expansion, listed_words
from omi_report.lint.subject import Subject
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

_ARTICLE = lazy_regex(r"\b[Aa]n?\s+\Z")


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find all but the first time that each abbreviation is spelled out, in the order of the report."""
    listed = Abbreviations(subject)
    first: dict[str, Location] = {}
    for prose, _parsed in subject.texts:
        for entry, found in listed_words(prose.text, listed.entry, same=True):
            place = mark(subject, prose, found.start, found.end)
            earlier = first.setdefault(entry.name, place.start)
            if earlier != place.start:
                message = f"«{one_line(found.words)}» is spelled out again"
                hint = f"write {found.name}: it is spelled out in {earlier.file}, line {earlier.line}"
                fix = place.becomes(found.name) if _is_safe(prose.text, found, entry) else None
                yield RULE.at(place.start, message, hint, length=place.length, fix=fix)


def _is_safe(text: str, found: Expansion, entry: Entry) -> bool:
    """Say whether the abbreviation alone fits: «an» may have to be «a», and a plural needs its s."""
    plural = found.words.endswith("s") and not entry.expansion.endswith("s")
    return not _ARTICLE.search(text, 0, found.start) and (not plural or found.name.endswith("s"))

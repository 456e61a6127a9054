"""OMI716: two bars of one chart, or two recommendations in short, have the same words."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.figures.entries import place_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI716",
    "told-apart",
    Severity.WARNING,
    "Two figures of one file have the same label, or two recommendations the same short form.",
    "The chart has two bars of one name, and the glance one point twice: nobody can tell which is which.",
    bad="""\
percentages:
  screening-done: {percent: 97, label: Screening done}
  screening-accurate: {percent: 81, label: Screening done}
""",
    good="""\
percentages:
  screening-done: {percent: 97, label: Screening done}
  screening-accurate: {percent: 81, label: Screening accurate}
""",
)


@all_texts(standard=False, where=lambda prose: prose.path[-1] == "in_short")
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Look for the second of the same words."""
    yield from _labels(texts.inspection)
    first: dict[str, int] = {}
    for text in texts:
        said = _plain(text.text)
        line = first.setdefault(said, text.at(0).line)
        if said and line != text.at(0).line:
            message = f"the recommendation of line {line} has the same short form"
            yield text.problem(RULE, 0, len(text.text.rstrip()), message, "say what is asked for here")


def _labels(inspection: Inspection) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for named in inspection.percentages.values():
        if named.percentage.label:
            other = first.setdefault((named.file, _plain(str(named.percentage.label))), named.full_name)
            if other != named.full_name:
                place, length = place_of(inspection, named, "label")
                message = f"«{named.name}» has the same label as «{other.rpartition('/')[2]}»"
                yield RULE.at(place, message, "name what each of the two is of", length=length)


def _plain(words: str) -> str:
    """Words for a comparison; those that are still to be written have none."""
    plain = " ".join(words.casefold().split()).rstrip(".")
    return "" if plain.startswith("todo") else plain

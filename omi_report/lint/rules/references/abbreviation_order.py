"""OMI312: the list of abbreviations is out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.references.abbreviations import list_source
from omi_report.problems import Edit, Location, Problem, Rule, Severity
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Mapping, Scalar

RULE = Rule(
    "OMI312",
    "abbreviation-order",
    Severity.WARNING,
    "An entry of abbreviations.yaml stands after one that comes later in the alphabet.",
    "The report prints the list as it stands, and a list of 45 abbreviations is looked up by the alphabet.",
    bad="PSR: Pre-sentence report\nPPO: Prolific and other priority offender",
    good="PPO: Prolific and other priority offender\nPSR: Pre-sentence report",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find each entry that belongs above the one before it; the first carries the sorted list as its fix."""
    found = list_source(inspection)
    if found is None:
        return
    file, root = found
    place_of = {key: inspection.language.collate(key) for key in root}
    fix = _sorted_list(file, root, place_of) if place_of else None
    for before, key in pairwise(root):
        if place_of[key] < place_of[before]:
            below = next(other for other in root if place_of[other] > place_of[key])
            message = f"«{key}» stands after «{before}»"
            place = Location(file.shown, *key.start)
            yield RULE.at(place, message, f"the alphabet has it before «{below}»", length=len(key), fix=fix)
            fix = None


def _sorted_list(file: SourceFile, root: Mapping, place_of: dict[Scalar, str]) -> Edit | None:
    """The fix that sorts the list by the places of its keys.

    Comments move with the entry below them, those at the top stay.

    None where the list is not one entry a line, or where entries depend on their order.
    """
    lines = file.lines
    keys = list(root)
    starts = [key.start.line for key in keys]
    in_column = all(key.start.column == keys[0].start.column for key in keys)
    if not in_column or len(set(starts)) < len(starts) or re.search(r":\s+[&*]\w", file.text):
        return None
    chunks: list[tuple[str, list[str]]] = []
    begin = starts[0]
    for key, value in root.items():
        if not isinstance(value, Scalar):
            return None
        last = value.end.line if value.end.column > 1 else value.end.line - 1
        while not lines[last - 1].strip():  # a block text ends after the blank lines below it
            last -= 1
        chunks.append((place_of[key], lines[begin - 1 : last]))
        begin = last + 1
    replacement = "\n".join(line for _key, chunk in sorted(chunks, key=lambda each: each[0]) for line in chunk)
    end = begin - 1
    return Edit(Location(file.shown, starts[0], 1), Location(file.shown, end, len(lines[end - 1]) + 1), replacement)

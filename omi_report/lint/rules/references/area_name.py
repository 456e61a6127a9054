"""OMI343: the name of the area has a small letter, or an s without its apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import length_on_line
from omi_report.lint.rules.references.known_names import joined_values, prose_of, values_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI343",
    "area-name",
    Severity.WARNING,
    "A value writes the name of the area with a small letter, or with an s behind it and no apostrophe.",
    "It is the name that the report is about.",
    bad="Staff in hampshire knew of Hampshires plan.   # area: Hampshire",
    good="Staff in Hampshire knew of Hampshire's plan.",
)

# Sorted. Places whose names are words, too.
_WORDS = frozenset(
    "barking bath battle bow bury crook deal diss eye hay hook hove hull leek march mold reading rugby rye sale "
    "sandwich street ware wells".split()
)
_SHORTEST = 4


@whole(language="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look for the name of the area in small letters, and with a bare s."""
    area = " ".join(inspection.area.identity.area.split())
    small = area.lower()
    if len(area) < _SHORTEST or small in _WORDS or small == area:
        return
    joined = joined_values(inspection)
    if small not in joined and f"{area}s" not in joined:
        return
    pattern = re.compile(rf"(?<![\w@./:-])(?:{re.escape(small)}(?![\w@/-]|\.\w)|{re.escape(area)}s(?!\w))")
    for file, value in values_of(inspection):
        for match in pattern.finditer(prose_of(value)):
            word = match.group()
            right = area if word == small else f"{area}'s"
            message = f"«{word}» stands for «{right}»"
            if word == small:
                message = f"«{word}» has no capital letter, and is the name of the area: «{right}»"
            hint = f"write {right}"
            yield RULE.at(
                file.inside(value, match.start()), message, hint, length=length_on_line(file, value, *match.span())
            )

"""OMI701: a blank left by `omi init` is still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.tree import Scalar, walk

RULE = Rule(
    "OMI701",
    "blank",
    Severity.WARNING,
    "A value still holds the word TODO in capitals, as `omi init` left it.",
    "A report with blanks is fine as a draft and embarrassing in print.",
    bad="signatory: TODO",
    good="signatory: Andrew Bridges",
    since="draft",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find every scalar of every file that holds a blank."""
    for file in inspection.area.files.values():
        if file.root is None or "TODO" not in file.text:
            continue
        for node in walk(file.root):
            if isinstance(node, Scalar) and (match := _todo().search(node)):
                place = file.inside(node, match.start())
                yield RULE.at(place, "a blank is still to be filled in", "write the text in place of TODO", length=4)


@cache
def _todo() -> re.Pattern[str]:
    return re.compile(r"\bTODO\b")

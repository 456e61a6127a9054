"""OMI528: the lines of a list are folded to one, because their text does not begin with a bar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Location, Problem, Rule, Severity
from omi_report.source.positions import split_lines

RULE = Rule(
    "OMI528",
    "folded-list",
    Severity.WARNING,
    "A text that begins with > or with no sign at all has lines that begin with the mark of a list, a heading or a "
    "quotation. YAML folds such lines to one.",
    "The list is printed as one paragraph with hyphens in it.",
    bad="text: >\n  Three things were missing:\n\n  - a plan\n  - a review\n  - a date",
    good="text: |\n  Three things were missing:\n\n  - a plan\n  - a review\n  - a date",
)


def _is_folded(text: CheckedText) -> bool:
    origin = text.prose.text.origin
    return origin is not None and origin.style != "|" and origin.end.line > origin.start.line


@each_text(holds=(" - ", " * ", " + ", ". ", ") ", " # ", " > ", "\n- ", "\n* "))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at the lines of the file that the text is written in: the text itself has them no more."""
    origin = text.prose.text.origin
    file = text.inspection.area.files.get(text.prose.file) if _is_folded(text) else None
    if origin is None or file is None:
        return
    lines = split_lines(file.text)
    last = origin.end.line - (origin.end.column == 1)
    for number in range(origin.start.line + 1, last + 1):
        match = _mark().match(lines[number - 1])
        if match and _mark().match(lines[number] if number < last else lines[number - 2]):
            begins = "begins with >" if origin.style == ">" else "does not begin with a bar"
            message = f"this line is folded to one with those around it: the text {begins}"
            place = Location(file.shown, number, match.start("mark") + 1)
            yield RULE.at(place, message, "begin the text on a new line after a | sign", length=len(match["mark"]))
            return


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"\s*(?P<mark>[-*+>#]|\d{1,2}[.)])\s+\S")

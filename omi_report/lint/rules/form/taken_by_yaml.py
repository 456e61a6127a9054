"""OMI553: a value begins with a word that YAML takes for something of its own, so that it is not printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.scalars import scalars_where
from omi_report.problems import Location, Problem, Rule, Severity
from omi_report.source.positions import split_lines

RULE = Rule(
    "OMI553",
    "taken-by-yaml",
    Severity.ERROR,
    "A value without quotation marks begins with «&» and a word, which YAML takes for a name by which the value can be "
    "repeated, and nothing repeats it; or with «!» and a space.",
    "The word or the sign is missing from the report, and nothing shows it.",
    bad="title: &Good practice in the north",
    good="title: '&Good practice in the north'",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at the first sign of each plain value, in files that have such signs."""
    for file, scalar in scalars_where(inspection, lambda file: _sign().search(file.text) is not None):
        if scalar.style or not scalar:
            continue
        line, column = scalar.start
        taken = _taken().match(split_lines(file.text)[line - 1], column - 1)
        if taken and not (taken["name"] and f"*{taken['name']}" in file.text):
            message = f"«{taken.group()}» is taken by YAML for something of its own, and is not printed"
            hint = "begin the text on a new line after a | sign, or put it in quotes"
            yield RULE.at(Location(file.shown, line, column), message, hint, length=len(taken[0]))


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(r"[:-][ ]+(?:&\S|! )")


@cache
def _taken() -> re.Pattern[str]:
    return re.compile(r"&(?P<name>\S+)(?=\s)|!(?= )")

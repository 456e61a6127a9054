"""OMI617: a case of the evidence is called by its id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import length_on_line
from omi_report.lint.scalars import scalars
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI617",
    "case-id",
    Severity.ERROR,
    "A value that will be published holds the id of a case in the evidence, in any case and spacing: WX-014, wx 014, "
    "WX014; an id that is a number alone only after «case».",
    "Whoever has the list of the sample finds the person.",
    bad="In WX-014 no plan had been made.",
    good="In one case no plan had been made.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look for the ids of the sheet of cases in every published value."""
    cases = inspection.area.evidence.cases
    ids = {_plain(each): each for each in cases.ids} if cases else {}
    if not ids:
        return
    pattern = _number() if all(each.isdigit() for each in ids) else _id()
    for file, value in scalars(inspection):
        for match in pattern.finditer(value):
            case = ids.get(_plain(match["id"]))
            if case is not None:
                start, end = match.span("id")
                message = f"«{' '.join(match['id'].split())}» is the id of a case in the evidence ({case})"
                length = length_on_line(file, value, start, end)
                hint = "leave the number out: write «in one case»"
                yield RULE.at(file.inside(value, start), message, hint, length=length)


def _plain(case: str) -> str:
    return re.sub(r"[\W_]+", "", case).casefold()


@cache
def _id() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?P<id>[A-Za-z]{1,4}[\s/_.-]?\d{1,6})(?![\w-])")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\b[Cc]ase\s+(?:(?:no|number|nr)\.?\s+)?(?P<id>\d{1,6})(?![\w%/-]|\.\d)")

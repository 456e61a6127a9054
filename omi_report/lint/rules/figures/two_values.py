"""OMI219: one question about the same cases has two values."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import Cases, by_question, cases_of, place_of
from omi_report.lint.rules.figures.statements import percent_of
from omi_report.model.area import Named
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import Quantity

RULE = Rule(
    "OMI219",
    "two-values",
    Severity.WARNING,
    "Two entries give different figures for the same question and the same cases, in one file or in two.",
    "An entry is the share above the line, and a question has one; what is left of it is written with | rest.",
    bad="""\
plan-on-time: {percent: 79, question: 1.5.10}
plan-late: {percent: 23, question: 1.5.10}
""",
    good="""\
plan-on-time: {percent: 79, question: 1.5.10}   # and {{ plan-on-time | rest }} for the late ones
""",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Compare the entries of each question that are about the same cases."""
    for (survey, _question), group in by_question(inspection).items():
        first: dict[Cases, Named] = {}
        for named in group if len(group) > 1 else ():
            before = first.setdefault(cases_of(inspection, named), named)
            if before is not named and not (survey and _may_differ(before, named)):
                yield from _compare(inspection, before, named)


def _may_differ(before: Named, named: Named) -> bool:
    """Whether values may differ: in a survey they may be several answers (OMI214 adds them up), or several groups'."""
    bases = before.percentage.base, named.percentage.base
    return before.scope == named.scope or (None not in bases and bases[0] != bases[1])


def _compare(inspection: Inspection, before: Named, named: Named) -> Iterator[Problem]:
    one, two = inspection.figures[before.full_name], inspection.figures[named.full_name]
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return
    known = before.name if before.scope == named.scope else before.full_name
    place, length = place_of(inspection, named, "percent" if named.percentage.percent is not None else "count")
    line = inspection.area.at(before.file, before.path).line
    where = f"«{known}» in line {line}" if before.file == named.file else f"«{known}»"
    if one.percent is not None and two.percent is not None:
        places = min(one.places, two.places)
        shown = percent_of(Quantity(one.percent, places=places)), percent_of(Quantity(two.percent, places=places))
        if shown[0] != shown[1]:
            message = (
                f"«{named.name}» is {percent_of(two)}, and {where}, of the same %(terms_case)s, is {percent_of(one)}"
            )
            yield RULE.at(place, message, _hint(one, two, known), length=length)
    elif one.count is not None and two.count is not None and one.count != two.count:
        message = f"«{named.name}» is {two.count:,}, and {where}, of the same %(terms_case)s, is {one.count:,}"
        yield RULE.at(place, message, _hint(one, two, known), length=length)


def _hint(one: Quantity, two: Quantity, known: str) -> str:
    if one.percent is not None and two.percent is not None and abs(one.percent + two.percent - 100) <= 3:
        return f"a complement is written {{{{ {known} | rest }}}}, which is {percent_of(one.rest)}"
    asked = "correct the question, or say with where which %(terms_case)s it is about"
    return f"use {{{{ {known} }}}} in both places, or {asked}"

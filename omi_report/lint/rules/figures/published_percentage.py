"""OMI210: a published percentage is not the one that the evidence gives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omi_report.evidence.counts import Tally
from omi_report.evidence.figures import computed, quantity_of
from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.area import Named
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import Quantity, percent_text

RULE = Rule(
    "OMI210",
    "published-percentage",
    Severity.ERROR,
    "An entry of percentages states a figure and names its question, and the evidence gives another figure.",
    "One of the two is wrong, and the report would print the one that no count supports.",
    "plans-on-time: {percent: 63, question: 1.5.10}   # the evidence: 61 of 110, 55%",
    "plans-on-time: {percent: 55, question: 1.5.10}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold each stated figure with a question against the count in the evidence."""
    if not inspection.area.evidence.sound:
        return
    for named in inspection.percentages.values():
        tally = computed(inspection.area, named.percentage) if named.percentage.is_stated else None
        key = _difference(named, tally) if isinstance(tally, Tally) else ""
        if not key or not isinstance(tally, Tally):
            continue
        stated, question = _stated(named), inspection.framework.terms.question
        message = f"«{named.name}» is stated as {stated}, and the evidence gives {_counted(named, tally, question)}"
        hint = f"`omi why {inspection.area.shown} {named.full_name}` shows the count; fix the figure or the evidence"
        place = inspection.area.at(named.file, (*named.path, key))
        yield RULE.at(place, message, hint, length=len(str(getattr(named.percentage, key))))


def _difference(named: Named, tally: Tally) -> str:
    """The first key of a figure whose value is not the one counted; empty where all are."""
    stated = named.percentage
    if stated.percent is not None:
        places = _places(named)
        exact = Fraction(100 * tally.count, tally.base) if tally.base else None
        if exact is None or percent_text(exact, places) != percent_text(Fraction(stated.percent), places):
            return "percent"
    if stated.count is not None and stated.count != tally.count:
        return "count"
    return "base" if stated.base is not None and stated.base != tally.base else ""


def _places(named: Named) -> int:
    quantity = quantity_of(named.percentage)
    return quantity.places if isinstance(quantity, Quantity) else 0


def _stated(named: Named) -> str:
    stated = named.percentage
    count = "" if stated.count is None else f"{stated.count}" + (f" of {stated.base}" if stated.base else "")
    if stated.percent is None:
        return count
    return f"{percent_text(Fraction(stated.percent), _places(named))}%" + (f" ({count})" if count else "")


def _counted(named: Named, tally: Tally, question: str) -> str:
    if not tally.base:
        return f"none: the {question} is relevant in no case"
    count = f"{tally.count} of {tally.base}"
    if named.percentage.percent is None:
        return count
    return f"{percent_text(Fraction(100 * tally.count, tally.base), _places(named))}% ({count})"

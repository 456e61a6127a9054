"""OMI204: a figure states nothing and cannot be computed."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.evidence.figures import Refusal
from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI204",
    "uncomputed-figure",
    Severity.ERROR,
    "An entry of percentages names a question but states no figure, and there is no evidence to compute it from.",
    "Every sentence that uses it would be without its figure.",
    bad="screening-done: {question: 1.2.1}   # in an area without evidence/cases.csv",
    good="screening-done: {percent: 97, question: 1.2.1}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find the figures that could not be computed. If the evidence has errors, only these are reported."""
    if not inspection.area.evidence.sound:
        return
    for named in inspection.percentages.values():
        quantity = inspection.figures[named.full_name]
        if isinstance(quantity, Refusal):
            place = inspection.area.at(named.file, named.path, key=True)
            said = f"«{named.name}»: {inspection.framework.english.say(quantity.reason)}"
            yield RULE.at(place, said, quantity.hint, length=len(named.name))

"""OMI711: a part would say more with something that the area may go without."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI711",
    "could-say-more",
    Severity.INFO,
    "The report has a glance, and the area has not chosen what it says: plain words, key figures, strengths, what is "
    "urgent, short forms of its recommendations.",
    "The glance is what most people read. Without these it has the judgements alone, and whole sentences where there "
    "is little room.",
    bad="framework.yaml: parts: [{kind: glance, heading: At a glance}]\nsummary.yaml: (no key_figures)",
    good="summary.yaml:\n  key_figures:\n    - {figure: 1.2/screening-done, says: of cases had a screening}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Ask each kind of part what would make it better; a file that could not be read is another problem."""
    area = inspection.area
    english = area.framework.english
    for part in area.framework.parts:
        for wish in area.kind_of(part).wishes(area):
            if wish.file not in area.unread:
                place = area.at(wish.file, wish.path, key=bool(wish.path))
                yield RULE.at(place, english.in_terms(wish.what), english.in_terms(wish.hint), length=wish.length)

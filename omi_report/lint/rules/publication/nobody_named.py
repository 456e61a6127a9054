"""OMI705: the report names no chief inspector, or no inspection team."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.publication.in_print import in_print
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI705",
    "nobody-named",
    Severity.WARNING,
    "area.yaml names no chief inspector or no team, and the report has a part for them.",
    "Readers, and the area itself while it checks the draft, are to know who inspected and who answers for it.",
    bad="area: Hampshire\ninspected: 2007-11",
    good="area: Hampshire\ninspected: 2007-11\nchief_inspector: Andrew Bridges\n"
    "team: [{role: HM Inspectors, names: [Sandra Fieldhouse]}]",
    since="draft",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look for both in area.yaml."""
    identity = inspection.area.identity
    place = inspection.area.at(IDENTITY_FILE, ("area",), key=True)
    known = in_print(inspection)
    if not identity.chief_inspector and known.is_printed((IDENTITY_FILE, "chief_inspector")):
        yield RULE.at(place, "no chief inspector is named", "add chief_inspector: and the name", length=len("area"))
    if not identity.team and known.is_printed((IDENTITY_FILE, "team")):
        yield RULE.at(place, "no inspection team is named", "add team: with roles and their names", length=len("area"))

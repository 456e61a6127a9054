"""OMI708: one person's name is spelt in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI708",
    "two-spellings",
    Severity.WARNING,
    "The chief inspector of area.yaml and the signatory of the foreword have almost the same name. Names that "
    "are quite different are in order, for somebody else may sign.",
    "One of the two is a slip, and both are printed.",
    bad="area.yaml: chief_inspector: Andrew Brigdes\nforeword.yaml: signatory: Andrew Bridges",
    good="area.yaml: chief_inspector: Andrew Bridges\nforeword.yaml: signatory: Andrew Bridges",
)

_ALMOST = 0.8


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Compare the chief inspector's name with those under texts."""
    area = inspection.area
    chief = area.identity.chief_inspector or ""
    for _file, signed in area.ask(lambda kind: kind.signatures):
        if chief != signed.name and _is_like(chief, signed.name):
            place = area.at(IDENTITY_FILE, ("chief_inspector",))
            message = f"the chief inspector is «{chief}» here and «{signed.name}» {signed.where}"
            yield RULE.at(place, message, "which of the two is right?", length=len(chief))


def _is_like(one: str, other: str) -> bool:
    from difflib import SequenceMatcher  # takes long to import, and is seldom needed

    return SequenceMatcher(None, one, other).ratio() >= _ALMOST

"""OMI715: nothing says where a picture comes from."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI715",
    "picture-source",
    Severity.WARNING,
    "A picture that is a part or a block has no source. A picture in a text has it on the line below (OMI525).",
    "Pictures belong to somebody: who publishes one must know whose it is, and readers want to know who took it.",
    bad="file: images/office.jpg\nalt: A waiting room with a play corner",
    good="file: images/office.jpg\nalt: A waiting room with a play corner\nsource: photograph by the area",
)

_HINT = "add «source: …» beside it: who drew or photographed it, or where it comes from"


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at each picture that a kind of part or block prints."""
    area = inspection.area
    for file, picture in area.ask(lambda kind: kind.pictures):
        if not picture.source:
            place = area.at(file, picture.path)
            yield RULE.at(place, "nothing says where this picture comes from", _HINT, length=len(picture.file))

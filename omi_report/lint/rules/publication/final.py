"""OMI704: a final report lacks what a published one has on its first pages."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI704",
    "not-ready",
    Severity.WARNING,
    "The stage is final, and area.yaml has no date of publication, no ISBN (unless the framework says «isbn: none»), "
    "or no cases in its sample.",
    "The report would be printed without them. As long as they are not known, its stage is draft.",
    bad="stage: final\ninspected: 2007-11",
    good="stage: final\ninspected: 2007-11\npublished: 2008-02\nisbn: 978 1 84099 121 5\n"
    "sample: {licence: 40, community: 60}",
    since="final",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find what area.yaml leaves out at the stage final."""
    identity, framework = inspection.area.identity, inspection.area.framework
    if identity.published is None:
        yield _problem(inspection, "no date of publication", "published: 2008-02")
    if not identity.isbn and framework.isbn == "needed":
        yield _problem(inspection, "no ISBN", "isbn: 978 1 84099 121 5")
    values = framework.sample_values
    if framework.questions and values and not any(identity.sample.values()):
        example = ", ".join(f"{value}: {number}" for value, number in zip(values, (40, 60), strict=False))
        yield _problem(inspection, "no cases in its sample", f"sample: {{{example}}}")


def _problem(inspection: Inspection, lacking: str, example: str) -> Problem:
    place = inspection.area.at(IDENTITY_FILE, ("stage",))
    hint = f"add it ({example}), or set the stage to draft"
    return RULE.at(place, f"the stage is final, and the report has {lacking}", hint, length=len("final"))

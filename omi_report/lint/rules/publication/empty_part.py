"""OMI706: a part of a final report would be empty."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI706",
    "empty-part",
    Severity.WARNING,
    "The stage is final, and a part of the report would be printed with nothing in it, or the summary leaves out a "
    "section or a thread.",
    "A heading with nothing below it looks like a page that was lost.",
    bad="area.yaml: {stage: final}\nrecommendations.yaml: (no next_steps)",
    good="area.yaml: {stage: final}\nrecommendations.yaml:\n  next_steps: The area has four weeks to write its plan.",
    since="final",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Ask each kind of part what is lacking; a file that is missing or wrong has been reported already."""
    area = inspection.area
    english = area.framework.english
    for part in area.framework.parts:
        for lack in area.kind_of(part).lacking(area):
            if lack.file not in area.files or lack.file in area.unread:
                continue
            place = area.at(lack.file, lack.path, key=bool(lack.path))
            whole = f"«{part.heading or part.kind}» would be empty: " if not lack.path else ""
            yield RULE.at(
                place,
                english.in_terms(f"the stage is final, and {whole}{lack.what}"),
                english.in_terms(lack.hint),
                length=lack.length,
            )

"""OMI401: a conclusion departs from its band without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.criterion import criterion_file
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import Scored

RULE = Rule(
    "OMI401",
    "departure-without-reason",
    Severity.ERROR,
    "A criterion concludes with another band than that of its score, and no conclusion_reason says why.",
    "Inspectors may depart from the band; the area, and anybody who appeals, must be able to read on what ground.",
    bad="score: 62            # from 60 to 69, a priority for improvement\nconclusion: urgent",
    good="score: 62\n"
    "conclusion: urgent\n"
    "conclusion_reason: |\n"
    "  The shortcomings lay in the substance of the plans themselves.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find the departures without a reason on record."""
    for number, result in inspection.scores.criteria.items():
        criterion = inspection.area.criteria.get(number)
        if criterion is None or criterion.conclusion is None or criterion.conclusion_reason:
            continue
        if result.departs and result.band and result.conclusion and isinstance(result.score, Scored):
            yield RULE.at(
                inspection.area.at(criterion_file(number), ("conclusion",)),
                f"{result.score.rounded}% is «{result.band.name}», and the conclusion is «{result.conclusion.name}»",
                "say why in conclusion_reason, or remove the conclusion",
                length=len(criterion.conclusion),
            )

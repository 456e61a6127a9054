"""OMI413: a reason stands where no judgement does."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI413",
    "reason-alone",
    Severity.WARNING,
    "A rating_reason stands without a rating: where inspectors judge, in a draft; or where a rule gives the rating, "
    "and the reason is for another one. In a final report a judgement that is missing is an error (OMI411).",
    "The rating is missing, and the reason for it is printed nowhere.",
    bad="criterion: 4.5\nrating_reason: No plan had been kept to.",
    good="criterion: 4.5\nrating: not-met\nrating_reason: No plan had been kept to.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find what is judged by inspectors and has their reason alone."""
    area = inspection.area
    for result in inspection.scores.results:
        if result.said is None or result.scale is None:
            continue
        if result.is_judged and area.identity.stage == "final":
            continue
        file, each = result.said
        if each.reason is None or each.rating is not None:
            continue
        place = area.at(file, (*each.path, "rating_reason"), key=True)
        hint = f"add «rating: …», one of {', '.join(band.id for band in result.scale.bands)}"
        message = "there is a reason, and no %(term_rating)s that it is for"
        yield RULE.at(place, message, hint, length=len("rating_reason"))

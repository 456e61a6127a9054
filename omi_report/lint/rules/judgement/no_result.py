"""OMI412: the evidence gives no score or no rating where the report has a place for one."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.criterion import criterion_file
from omi_report.numbering import as_printed
from omi_report.problems import Location, Problem, Rule, Severity
from omi_report.scoring.results import Result, Unscorable
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI412",
    "no-result",
    Severity.WARNING,
    "The area has evidence, and it gives no score or no rating to a criterion, a section, a thread, a key question or "
    "the whole; nor does the area state one.",
    "The report says «not rated», with the reason, where its readers look for a rating.",
    bad="# no case in which a question of the key question 2.1-safety is relevant",
    good="rating: good\nrating_reason: |\n  Nobody in the sample posed a risk; what we saw elsewhere was good.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find what the evidence leaves without a result, with the reason."""
    area, english = inspection.area, inspection.framework.english
    if area.evidence.cases is None or not area.evidence.cases.size or not area.evidence.sound:
        return
    if any(_is_misnamed(result) for result in inspection.scores.results):
        return  # what is made of such a rating waits until it has its name, which OMI304 asks for
    for result in inspection.scores.results:
        if result.lacking is None or result.is_judged or result.conclusion is not None:
            continue
        place, length = _place(inspection, result)
        what = "%(term_score)s" if isinstance(result.score, Unscorable) else "%(term_rating)s"
        message = f"{_named(result)} has no {what}: {english.say(result.lacking)}"
        yield RULE.at(place, message, "state a rating with its reason, or look at the evidence", length=length)


def _is_misnamed(result: Result) -> bool:
    """Whether a rating is stated that is not on its scale."""
    return result.said is not None and result.said.rating.rating is not None and result.stated is None


def _place(inspection: Inspection, result: Result) -> tuple[Location, int]:
    number = result.owner if result.level == "key-question" else result.number
    if number in inspection.area.criteria:
        return inspection.area.at(criterion_file(number), ("criterion",)), len(number)
    return inspection.area.at(IDENTITY_FILE, ("area",)), len(inspection.area.identity.area)


def _named(result: Result) -> str:
    match result.level:
        case "overall":
            return "the whole"
        case "thread":
            return f"the %(term_thread)s «{result.title}»"
        case "key-question":
            return f"the %(term_key_question)s {as_printed(result.number)}"
        case level:
            return f"%(term_{level})s {as_printed(result.number)}"

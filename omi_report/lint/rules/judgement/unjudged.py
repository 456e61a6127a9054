"""OMI411: a final report has something without its score or its rating."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.language.terms import value_for
from omi_report.lint.declaration import whole
from omi_report.model.criterion import criterion_file
from omi_report.model.facts import StatedRating
from omi_report.numbering import as_printed
from omi_report.problems import Location, Problem, Rule, Severity
from omi_report.scoring.results import Result
from omi_report.source.places import IDENTITY_FILE
from omi_report.source.tree import Path

RULE = Rule(
    "OMI411",
    "unjudged",
    Severity.ERROR,
    "The stage is final, and a criterion, a section, a thread or the whole has no score or no rating, where its rule "
    "gives one or inspectors judge.",
    "The chart and the tables of scores would be published with a gap.",
    bad="area.yaml: {stage: final}\ncriteria/4.5.yaml:\n  criterion: 4.5\n  strengths: …",
    good="area.yaml: {stage: final}\ncriteria/4.5.yaml:\n  criterion: 4.5\n  rating: not-met\n  strengths: …",
    since="final",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find what a final report leaves without a judgement; what evidence cannot score has its reason there."""
    area = inspection.area
    if not area.evidence.sound:
        return
    stated: dict[tuple[str, str], tuple[str, StatedRating]] = {}
    for file, each in area.ask(lambda kind: kind.stated_ratings):
        if each.says_something or each.key not in stated:
            stated[each.key] = (file, each)
    for result in inspection.scores.results:
        file, found = stated.get(result.key, ("", None))
        has_result = found is not None and (found.score is not None or found.rating is not None)
        if result.lacking is None or has_result or not _is_recorded(result):
            continue  # a score where only a rating is due is a problem of shape, OMI107
        if (result.level == "criterion" and result.number not in area.criteria) or (not file and area.unread):
            continue  # a file is missing or wrong, which is a problem of its own
        place, length = _place(inspection, result, file, found.path if found else ())
        lacks = "%(term_rating)s" if result.is_judged else "%(term_score)s"
        lacks += " that this is the reason for" if _reason(result) else ""
        if result.is_judged and result.scale:
            hint = f"state one of {', '.join(band.id for band in result.scale.bands)}"
        elif result.level == "thread" and file:
            hint = f"state it below {result.number}: score: 64"
        elif not file and result.level not in ("criterion", "key-question"):
            homes = " or ".join(kind.file for kind in area.kinds.values() if kind.holds_ratings)
            hint = f"state it in {homes}"
        else:
            hint = "state it: score: 64"
        yield RULE.at(place, f"the report is final, and {_named(result)} has no {lacks}", hint, length=length)


def _is_recorded(result: Result) -> bool:
    """Whether people must record it: a judgement, or a score of questions of which there is no evidence."""
    return result.is_judged or (result.rule.of == "questions" and not result.questions)


def _reason(result: Result) -> tuple[str, Path] | None:
    """Return the file and the path of the reason for a rating that is not there."""
    if result.said is None or result.said[1].reason is None:
        return None
    file, stated = result.said
    return file, (*stated.path, "rating_reason")


def _place(inspection: Inspection, result: Result, file: str, path: tuple[str | int, ...]) -> tuple[Location, int]:
    area = inspection.area
    if reason := _reason(result):
        return area.at(*reason, key=True), len("rating_reason")
    if result.level == "criterion":
        return area.at(criterion_file(result.number), ("criterion",)), len(result.number)
    if file:
        return area.at(file, path, key=bool(path)), len(str(path[-1])) if path else 1
    if result.level == "key-question":
        return area.at(criterion_file(result.owner), ("criterion",)), len(result.owner)
    return area.at(IDENTITY_FILE, ("stage",)), len("final")


def _named(result: Result) -> str:
    match result.level:
        case "overall":
            return "the inspection as a whole"
        case "thread":
            return f"the %(term_thread)s «{result.title}»"
        case level:
            return f"{value_for(level)} {as_printed(result.number)}"

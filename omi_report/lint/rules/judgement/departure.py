"""OMI401: a rating departs from its rule without a reason, or a judgement lacks the reason that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.language.language import Language
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import RatedResult, Scored, score_text

RULE = Rule(
    "OMI401",
    "departure-without-reason",
    Severity.ERROR,
    "A rating is stated that is not the one that the rule gives, and no rating_reason says why. Or inspectors judge, "
    "the framework asks for their reason, and there is none; or they judge better than a limit of it allows.",
    "Inspectors may depart from the rule; the area, and anybody who appeals, must be able to read on what ground.",
    bad="score: 62            # from 60 to 69, a priority for improvement\nrating: urgent",
    good="score: 62\n"
    "rating: urgent\n"
    "rating_reason: |\n"
    "  The shortcomings lay in the substance of the plans themselves.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find the departures and judgements without a reason on record, at every level."""
    for result in inspection.scores.results:
        if result.said is None or result.said.rating.rating is None or result.stated is None:
            continue
        file, each = result.said
        if each.reason and not _beyond_limit(result):
            continue
        said = _said(result, inspection.framework.english, computed=inspection.scores.cases is not None)
        if said:
            message, hint = said
            place = inspection.area.at(file, (*each.path, "rating"))
            yield RULE.at(place, message, hint, length=len(each.rating or ""))


def _beyond_limit(result: RatedResult) -> bool:
    """Whether inspectors judge better than a limit of their rule allows: no reason makes that good."""
    return result.is_judged and result.band is not None and result.band != result.unlimited


def _said(result: RatedResult, english: Language, *, computed: bool) -> tuple[str, str] | None:
    """What is to be said of a rating without a reason; None where it needs none.

    ``computed`` says that there is evidence. Without it a rating may stand as published where none is worked out.
    """
    concluded = result.stated.name if result.stated else ""
    if _beyond_limit(result) and result.band is not None:
        message = f"a limit allows «{result.band.name}» at most, and «{concluded}» is judged"
        return message, "judge it so; `omi score --detail` shows the limit"
    if result.departs and result.band is not None:
        right = f"write {result.band.id}, or remove the rating"
        hint = f"{right}; only if inspectors departed from the rule, say why in rating_reason"
        if isinstance(result.score, Scored) and not result.limits:
            return f"{score_text(result.score)} is «{result.band.name}», and the %(term_rating)s is «{concluded}»", hint
        return f"the rule gives «{result.band.name}», and the %(term_rating)s is «{concluded}»", hint
    if result.departs and result.lacking and computed:
        reason = english.say(result.lacking)
        return f"the rule gives no %(term_rating)s ({reason}), and «{concluded}» is stated", "say why in rating_reason"
    if result.rule.reason == "needed":
        return f"«{concluded}» is judged without a reason on record", "say in rating_reason on what it rests"
    return None

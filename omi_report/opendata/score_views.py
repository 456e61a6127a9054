"""The views of `omi score` as data: all scores, one in detail, those of parts of the sample, and what moves them."""

from __future__ import annotations

from dataclasses import dataclass

from omi_report.inspection import Inspection
from omi_report.scoring.results import (
    QUESTION_COLUMNS,
    ROW_COLUMNS,
    CriterionResult,
    OverallResult,
    Row,
    SectionResult,
)
from omi_report.scoring.sensitivity import Distance, Sensitivity, sensitivities, sensitivity
from omi_report.scoring.workings import decimal, workings_of

SENSITIVITY_COLUMNS = (
    *("number", "title", "score", "band"),
    *("up_to", "up_answers", "up_cases"),
    *("down_to", "down_answers", "down_cases"),
)


@dataclass(frozen=True, slots=True)
class View:
    """Results of an area: ``data`` is all of them as one value, ``rows`` are records for a table with ``columns``."""

    area: str
    data: Row
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def scores_view(inspection: Inspection) -> View:
    """Return every score, grade and band of an area."""
    area, scores = inspection.area, inspection.scores
    rows = tuple(result.to_row() for result in scores.results)
    data = {"area": area.identity.area, "framework": area.framework.framework, "cases": scores.cases}
    return View(area.identity.area, data | {"scores": list(rows)}, ROW_COLUMNS, rows)


def detail_view(inspection: Inspection, name: str) -> View:
    """Return how a criterion, a section or a thread comes to its score.

    Raises UnknownNameError where the framework has nothing of that name.
    """
    area, result = inspection.area, inspection.scores.named(name)
    rows = () if isinstance(result, SectionResult | OverallResult) else tuple(result.question_rows())
    data = result.to_row()
    if isinstance(result, SectionResult):
        data["criteria"] = [each.to_row() for each in result.criteria]
    elif not isinstance(result, OverallResult):
        data["questions"] = list(rows)
    if isinstance(result, CriterionResult):
        if result.key_questions:
            data["key_questions"] = [each.to_row() for each in result.key_questions]
        data["sensitivity"] = _sensitivity_record(sensitivity(area, result))
    return View(
        area.identity.area,
        data | {"workings": list(workings_of(result, inspection.framework.english).steps)},
        QUESTION_COLUMNS,
        rows,
    )


def sensitivity_view(inspection: Inspection) -> View:
    """Return what moves the score of each criterion. Raises as `sensitivities`."""
    name, found = inspection.area.identity.area, sensitivities(inspection.area, inspection.scores)
    records = [
        {"number": each.result.number, "title": each.result.title, **(_sensitivity_record(each) or {})}
        for each in found
    ]
    rows = tuple(_sensitivity_row(each) for each in found)
    return View(name, {"area": name, "criteria": records}, SENSITIVITY_COLUMNS, rows)


def _sensitivity_record(found: Sensitivity | None) -> Row | None:
    """What moves a score as a record; points are percentage points."""
    if found is None:
        return None
    return {
        "up": _distance_record(found.up),
        "down": _distance_record(found.down),
        "questions": [
            {
                "question": lever.question.id,
                "one_answer": float(decimal(lever.one_answer, 6)),
                "to_gain": float(decimal(lever.to_gain, 6)),
                "to_lose": float(decimal(lever.to_lose, 6)),
            }
            for lever in found.levers
        ],
    }


def _distance_record(distance: Distance | None) -> Row | None:
    if distance is None:
        return None
    points = float(decimal(distance.points, 6))
    return {"band": distance.band.name, "points": points, "answers": distance.answers, "cases": distance.cases}


def _sensitivity_row(found: Sensitivity) -> Row:
    up, down = found.up, found.down
    return {
        "number": found.result.number,
        "title": found.result.title,
        "score": found.result.to_row()["score"],
        "band": found.result.band.name if found.result.band else None,
        "up_to": up.band.name if up else None,
        "up_answers": up.answers if up else None,
        "up_cases": up.cases if up else None,
        "down_to": down.band.name if down else None,
        "down_answers": down.answers if down else None,
        "down_cases": down.cases if down else None,
    }

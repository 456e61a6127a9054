"""The scores of parts of a sample as data."""

from __future__ import annotations

from collections.abc import Iterable

from omi_report.disclosure.parts import ShownParts, shown_parts
from omi_report.inspection import Inspection
from omi_report.opendata.score_views import View
from omi_report.scoring.breakdown import Group
from omi_report.scoring.results import QUESTION_COLUMNS, ROW_COLUMNS, QuestionResult, Result, Row

ALL = "All"
"""The name of the part that is all cases of the sample."""

GROUP_COLUMNS = ("attribute", "value", "name", "cases")
LEFT_OUT = "left out: a small count could be read from it, or be worked out"

PART_COLUMNS = (
    *GROUP_COLUMNS,
    *(name for name in ROW_COLUMNS if name not in ("published", "conclusion", "grade")),
    *("dropped", "suppressed"),
)
PART_QUESTION_COLUMNS = (*GROUP_COLUMNS, *QUESTION_COLUMNS, "dropped", "suppressed")

_BEHIND_THE_SCORE = ("unrounded", "fraction", "band", "conclusion", "rating")
"""What says more of a score than what is printed of it."""


def parts_view(
    inspection: Inspection, attributes: Iterable[str], detail: str = "", *, confidential: bool = False
) -> View:
    """Return the scores of parts of a sample, or in ``detail`` those of one result with the counts of its questions.

    Raises as `shown_parts`.
    """
    parts, name = (
        shown_parts(inspection, tuple(attributes), detail, confidential=confidential),
        inspection.area.identity,
    )
    records = {group.where: _records(parts, group) for group in parts.groups}
    data: Row = {"area": name.area, "attributes": list(parts.attributes)}
    if detail:
        data["detail"] = parts.detail
    for key, groups in (("parts", parts.cells), ("margins", parts.margins)):
        data[key] = [_part(parts, group, records[group.where]) for group in groups]
    rows = tuple(_head(parts, group) | record for group in parts.groups for record in records[group.where])
    return View(name.area, data, PART_QUESTION_COLUMNS if detail else PART_COLUMNS, rows)


def name_of_group(group: Group) -> str:
    """Return what the values of a group are called."""
    return ", ".join(group.names) or ALL


def _part(parts: ShownParts, group: Group, records: list[Row]) -> Row:
    head: Row = {"where": dict(group.where), "name": name_of_group(group), "cases": _cases(parts, group)}
    if not parts.detail:
        return head | {"scores": records}
    return head | {"result": _score(parts, group, group.scores.named(parts.detail)), "questions": records}


def _head(parts: ShownParts, group: Group) -> Row:
    return {
        "attribute": ", ".join(name for name, _value in group.where),
        "value": ", ".join(value for _name, value in group.where),
        "name": name_of_group(group),
        "cases": _cases(parts, group),
    }


def _cases(parts: ShownParts, group: Group) -> int | None:
    return None if group.where in parts.hidden.sizes else group.cases


def _records(parts: ShownParts, group: Group) -> list[Row]:
    if parts.detail:
        return [_question(parts, group, each) for each in group.scores.named(parts.detail).questions]
    return [_score(parts, group, each) for each in group.scores.results]


def _score(parts: ShownParts, group: Group, result: Result) -> Row:
    row = result.to_row()
    if parts.hides and result.score is not None:
        row |= dict.fromkeys(_BEHIND_THE_SCORE)
    is_hidden = parts.hidden.has_score(group, result)
    if is_hidden:
        row |= dict.fromkeys(("score", "out_of", *_BEHIND_THE_SCORE)) | {"note": LEFT_OUT}
    is_sized = group.where not in parts.hidden.sizes
    dropped = [each.id for each in result.questions if each.id in group.dropped and is_sized]
    return row | {"dropped": dropped, "suppressed": is_hidden}


def _question(parts: ShownParts, group: Group, question: QuestionResult) -> Row:
    row, is_hidden = question.to_row(), parts.hidden.has_count(group, question.id)
    if is_hidden:
        row |= dict.fromkeys(("count", "base", "percent"))
    return row | {"dropped": question.id in group.dropped and not is_hidden, "suppressed": is_hidden}

"""The scores of several areas, years or rounds side by side, in the order in which they were named.

It is no league: nothing is sorted, and nothing is ranked. Each score comes with what it rests on, and each row says
whether the difference may be chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeAlias

from omi_report.errors import UnlikeFrameworksError
from omi_report.inspection import Inspection
from omi_report.model.framework import Framework
from omi_report.model.rating_rules import Level
from omi_report.scoring.interval import Interval
from omi_report.scoring.results import Result, Scored, score_text
from omi_report.scoring.score_interval import score_spread

Difference: TypeAlias = Literal["same", "chance", "some-chance", "apart", "unknown", "unlike"]
"""What may be said of the scores of a row.

They are the same; all differences, or some, may be chance, since intervals overlap; no intervals overlap; there are not
two intervals; the frameworks do not ask the same.
"""

Key: TypeAlias = tuple[Level, str]


@dataclass(frozen=True, slots=True)
class SideCell:
    """A score of an area: as it is printed, in how many cases its questions were relevant, and between what it may lie.

    ``few`` says that these are too few to say anything of the work, ``hidden`` that their number is left out.
    """

    text: str = ""
    score: float | None = None
    cases: int | None = None
    interval: Interval | None = None
    few: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SideRow:
    """What is scored, with a cell for each area."""

    level: Level
    number: str
    title: str
    cells: tuple[SideCell, ...]
    difference: Difference


@dataclass(frozen=True, slots=True)
class SideArea:
    """An area as a column is headed: its name, when it was inspected, its framework, how many cases were."""

    name: str
    inspected: str
    framework: str
    cases: int | None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Areas in the order in which they were named, and a row for each thing that is scored in any of them."""

    areas: tuple[SideArea, ...]
    rows: tuple[SideRow, ...]


def side_by_side(inspections: Sequence[Inspection], *, confidential: bool = False) -> SideBySide:
    """Put the scores of areas side by side.

    Numbers of cases under the minimum of an area's framework are left out, unless it is ``confidential``. Raises
    UnlikeFrameworksError where the frameworks have nothing in common.
    """
    every = [{result.key: result for result in each.scores.results} for each in inspections]
    keys = list(dict.fromkeys(key for results in every for key in results))
    rows = tuple(_row(key, [results.get(key) for results in every], inspections, confidential) for key in keys)
    shown = tuple(row for row in rows if any(cell.text for cell in row.cells))
    if len(inspections) > 1 and all(row.difference == "unlike" for row in shown if row.level != "overall"):
        names = ", ".join(dict.fromkeys(each.framework.framework for each in inspections))
        raise UnlikeFrameworksError(
            f"the frameworks have nothing in common that is scored ({names}): these areas cannot stand side by side"
        )
    return SideBySide(tuple(_area(each, confidential) for each in inspections), shown)


def _area(inspection: Inspection, confidential: bool) -> SideArea:
    identity, cases = inspection.area.identity, inspection.scores.cases
    hidden = _is_hidden(inspection, cases, confidential)
    month = identity.inspected
    inspected = inspection.framework.english.date(month.year, month.month, month.day)
    return SideArea(identity.area, inspected, inspection.framework.framework, None if hidden else cases, hidden)


def _is_hidden(inspection: Inspection, cases: int | None, confidential: bool) -> bool:
    return cases is not None and not confidential and 0 < cases < inspection.framework.disclosure.smallest


def _row(key: Key, results: Sequence[Result | None], inspections: Sequence[Inspection], confidential: bool) -> SideRow:
    first = next(result for result in results if result is not None)
    cells = tuple(
        _cell(result, inspection, confidential) for result, inspection in zip(results, inspections, strict=True)
    )
    is_like = None not in results and len(_differing([_meaning(key, each.framework) for each in inspections])) == 1
    return SideRow(*key, first.title, cells, _difference(cells) if is_like else "unlike")


def _differing(values: Sequence[object]) -> list[object]:
    """Values, each once."""
    return [value for at, value in enumerate(values) if value not in values[:at]]


def _meaning(key: Key, framework: Framework) -> object:
    """What must be the same for two scores to be about the same: the rules, and the questions with their answers."""
    level, number = key
    inside = [each for each in framework.criteria.values() if level != "criterion" or each.number == number]
    if level == "section":
        inside = [each for section in framework.sections if section.number == number for each in section.criteria]
    asked = [question for criterion in inside for question in criterion.asked]
    if level == "key-question":
        every = (each for criterion in inside for each in criterion.key_questions)
        asked = [question for each in every if each.id == number for question in each.questions]
    if level == "thread":
        asked = [question for question in asked if number in question.threads]
    rules = [framework.rule_of("criterion", each.number) for each in inside] if level != "key-question" else []
    scale = framework.scale_of(framework.rule_of(level, number))
    return (
        framework.rule_of(level, number),
        scale.bands if scale else (),
        rules,
        [(each.id, each.text, each.applies_to, each.summary, each.weight) for each in asked],
        [framework.answers_to(each) for each in asked],
    )


def _cell(result: Result | None, inspection: Inspection, confidential: bool) -> SideCell:
    if result is None or not isinstance(result.score, Scored):
        return SideCell()
    shown, score = score_text(result.score), float(result.score.printed)
    spread = score_spread(inspection.area, result)
    if spread is None:
        return SideCell(shown, score)
    if _is_hidden(inspection, spread.cases, confidential):
        return SideCell(shown, score, hidden=True, few=True)
    few = spread.cases < inspection.framework.minimum_base
    return SideCell(shown, score, spread.cases, spread.interval, few)


def _difference(cells: Sequence[SideCell]) -> Difference:
    scored = [cell for cell in cells if cell.text]
    if len(scored) > 1 and len({cell.text for cell in scored}) == 1:
        return "same"
    known = [cell.interval for cell in scored if cell.interval is not None]
    if len(known) < 2 or len(known) < len(scored):
        return "unknown"
    overlaps = [one.low <= other.high and other.low <= one.high for one, other in combinations(known, 2)]
    return "chance" if all(overlaps) else "some-chance" if any(overlaps) else "apart"

"""Scores as charts: of an area, of parts of its sample, and of several areas side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from omi_report.disclosure.parts import ShownParts
from omi_report.errors import NothingToDrawError
from omi_report.inspection import Inspection
from omi_report.model.area import Area
from omi_report.model.attributes import name_of_attribute
from omi_report.numbering import as_printed
from omi_report.opendata.part_views import name_of_group
from omi_report.programme.side_by_side import Difference, SideBySide
from omi_report.render.charts.lines import ChartLine, ChartPart, LineChart
from omi_report.scoring.breakdown import EVERYBODY, Group, Where
from omi_report.scoring.interval import Interval
from omi_report.scoring.results import Result, Scored, score_text
from omi_report.scoring.score_interval import score_spread

INTERVALS = "The lines on the bars are intervals with 95% confidence."
LEFT_OUT = "left out"
FEW, DROPPED = "*", "^"
"""Marks behind a number of cases and behind a score; each has its note below the chart."""
_DROPPED = f"{DROPPED}: a question that counts for all cases drops out: it is relevant in none of these."
_NO_INTERVALS = "Parts have no intervals: in how many of their cases a question was relevant is not shown."
_HIDDEN = "Left out: a small count could be read from it, or be worked out."


def area_chart(inspection: Inspection, *, confidential: bool = False) -> LineChart:
    """Return the chart of all scores of an area in per cent, each with its interval where there is evidence.

    Scores of fewer cases than the framework's minimum have none, unless it is ``confidential``.
    """
    area, scores = inspection.area, inspection.scores
    smallest = max(area.framework.minimum_base, 0 if confidential else area.framework.disclosure.smallest)
    blocks: list[tuple[Result, ...]] = [(section, *section.criteria) for section in scores.sections]
    blocks.append((*scores.threads, *([scores.overall] if scores.overall else ())))
    parts = (
        ChartPart(
            "", tuple(_line(_name(each), each, _interval(area, each, smallest)) for each in block if _is_drawn(each))
        )
        for block in blocks
    )
    found = tuple(part for part in parts if part.lines)
    _expect_some(found, area)
    title = f"{area.identity.area}: {area.framework.terms.scores}"
    return LineChart(title, found, _notes(found))


def parts_chart(inspection: Inspection, shown: ShownParts) -> LineChart:
    """Return the chart of the scores of parts of a sample: the parts of each score below each other."""
    area, terms = inspection.area, inspection.framework.terms
    names = " and ".join(name_of_attribute(each, area.framework.attributes) for each in shown.attributes)
    parts, whole = [], shown.groups[-1]
    for at, result in enumerate(whole.scores.results):
        if _is_drawn(result):
            own = tuple(_part_line(area, shown, group, group.scores.results[at]) for group in shown.groups)
            parts.append(ChartPart(_name(result), own))
    _expect_some(parts, area)
    lines = [line for part in parts for line in part.lines]
    few = f"{FEW}: fewer than {area.framework.minimum_base} {terms.cases}, too few to say anything of the work."
    notes = [
        note
        for note, is_needed in (
            (INTERVALS, any(line.interval for line in lines)),
            (_NO_INTERVALS, shown.hides),
            (_DROPPED, any(line.figure.endswith(DROPPED) for line in lines)),
            (few, any(f"{FEW})" in line.label for line in lines)),
            (_HIDDEN, any(line.figure == LEFT_OUT for line in lines)),
        )
        if is_needed
    ]
    return LineChart(f"{area.identity.area}: {terms.scores} by {names}", tuple(parts), tuple(notes))


def side_chart(sides: SideBySide, inspection: Inspection) -> LineChart:
    """Return the chart of several areas: those of each score below each other, in the order in which they are named."""
    terms, parts = inspection.framework.terms, []
    for row in sides.rows:
        number = "" if row.level in ("overall", "thread") else as_printed(row.number)
        lines = tuple(
            ChartLine(
                f"{area.name}, {area.inspected}",
                _figure(cell.text, cell.interval)
                + (", few" if cell.few else "")
                + (f", of {cell.cases}" if cell.cases is not None else ""),
                cell.score if cell.text.endswith("%") else None,
                cell.interval,
            )
            for area, cell in zip(sides.areas, row.cells, strict=True)
        )
        heading = f"{number} {row.title or 'Overall'}".strip()
        parts.append(ChartPart(f"{heading} ({said})" if (said := SAID[row.difference]) else heading, lines))
    notes = [INTERVALS, f"Samples differ in their mix of {terms.cases}: do not rank {terms.areas}."]
    if any(row.difference == "unknown" for row in sides.rows):
        notes.insert(1, "Where an interval is missing, it is not known whether a difference is chance.")
    return LineChart(f"{terms.scores.capitalize()} side by side, as they were named", tuple(parts), tuple(notes))


SAID: Final[dict[Difference, str]] = {
    "same": "no difference",
    "chance": "a difference that may be chance",
    "some-chance": "some differences may be chance",
    "apart": "intervals apart",
    "unknown": "",
    "unlike": "not the same: do not compare",
}
"""What the heading of a row says of its difference; what cannot be known is said once, below."""


def _part_line(area: Area, shown: ShownParts, group: Group, result: Result) -> ChartLine:
    name = name_of_group(group)
    if group.where in shown.hidden.sizes:
        return ChartLine(name, LEFT_OUT)
    terms = area.framework.terms
    few = FEW if group.cases < area.framework.minimum_base else ""
    label = f"{name} ({group.cases} {terms.case if group.cases == 1 else terms.cases}{few})"
    if shown.hidden.has_score(group, result):
        return ChartLine(label, LEFT_OUT)
    lacks = any(question.id in group.dropped for question in result.questions)
    line = _line(label, result, _part_interval(area, shown, group, result))
    return replace(line, figure=line.figure + DROPPED) if lacks and line.value is not None else line


def _part_interval(area: Area, shown: ShownParts, group: Group, result: Result) -> Interval | None:
    """The interval of a part; where small counts are hidden, that of the whole alone.

    An interval hangs on the cases in which the questions were relevant, and in parts that number may be a small one.
    That of all cases of a part would be too narrow.
    """
    if shown.hides and group.where != EVERYBODY:
        return None
    return _interval(area, result, area.framework.minimum_base, group.where)


def _is_drawn(result: Result) -> bool:
    return isinstance(result.score, Scored) and result.score.unit == "per-cent"


def _line(label: str, result: Result, interval: Interval | None) -> ChartLine:
    score = result.score
    if not isinstance(score, Scored):
        return ChartLine(label, "no result")
    return ChartLine(label, _figure(score_text(score), interval), float(score.printed), interval)


def _figure(text: str, interval: Interval | None) -> str:
    if not text:
        return "no result"
    return f"{text} ({interval.low:.0f} to {interval.high:.0f}%)" if interval else text


def _interval(area: Area, result: Result, smallest: int, where: Where = EVERYBODY) -> Interval | None:
    """The interval of a score; of few cases nobody can say how far their answers go together."""
    spread = score_spread(area, result, where)
    return spread.interval if spread is not None and spread.cases >= smallest else None


def _expect_some(parts: Sequence[ChartPart], area: Area) -> None:
    if not any(part.lines for part in parts):
        raise NothingToDrawError(f"{area.shown} has no {area.framework.terms.score} in per cent to draw")


def _notes(parts: Sequence[ChartPart]) -> tuple[str, ...]:
    return (INTERVALS,) if any(line.interval for part in parts for line in part.lines) else ()


def _name(result: Result) -> str:
    if result.level == "overall":
        return "Overall"
    return result.title if result.level == "thread" else f"{as_printed(result.number)} {result.title}"

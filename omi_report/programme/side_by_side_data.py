"""The scores of several areas side by side as data."""

from __future__ import annotations

from typing import Final

from omi_report.programme.side_by_side import SideArea, SideBySide, SideCell, SideRow
from omi_report.scoring.results import Row

SIDE_COLUMNS: Final = (
    *("kind", "number", "title", "difference", "place", "area", "inspected", "framework"),
    *("score", "cases", "low", "high", "few", "suppressed"),
)


def side_data(sides: SideBySide) -> Row:
    """Return areas, and for each thing that is scored a list of scores in their order."""
    return {
        "areas": [_area(area) for area in sides.areas],
        "scores": [_head(row) | {"areas": [_cell(cell) for cell in row.cells]} for row in sides.rows],
    }


def side_rows(sides: SideBySide) -> list[Row]:
    """Return a record for each score of each area; ``place`` is that of the area, from 1."""
    return [
        _head(row) | {"place": at} | _area(area) | _cell(cell)
        for row in sides.rows
        for at, (area, cell) in enumerate(zip(sides.areas, row.cells, strict=True), start=1)
    ]


def _head(row: SideRow) -> Row:
    return {"kind": row.level, "number": row.number, "title": row.title, "difference": row.difference}


def _area(area: SideArea) -> Row:
    return {
        "area": area.name,
        "inspected": area.inspected,
        "framework": area.framework,
        "cases": area.cases,
        "suppressed": area.hidden,
    }


def _cell(cell: SideCell) -> Row:
    return {
        "score": int(cell.score) if cell.score is not None and cell.score == int(cell.score) else cell.score,
        "cases": cell.cases,
        "low": round(cell.interval.low, 1) if cell.interval else None,
        "high": round(cell.interval.high, 1) if cell.interval else None,
        "few": cell.few,
        "suppressed": cell.hidden,
    }
